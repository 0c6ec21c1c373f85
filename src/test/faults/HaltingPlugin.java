package org.broadsheet.faults;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

/**
 * Ends the process of an executor at the first task of a stage of the run, once a stage. The stages
 * are those of {@code spark.faults.stages}, by the description of their jobs; in the folder {@code
 * spark.faults.folder}, a file for each says that it happened.
 */
public final class HaltingPlugin implements SparkPlugin, ExecutorPlugin {

  private String[] stages;
  private Path folder;

  @Override
  public DriverPlugin driverPlugin() {
    return null;
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return this;
  }

  @Override
  public void init(PluginContext context, Map<String, String> extra) {
    stages = context.conf().get("spark.faults.stages").split(",");
    folder = Path.of(context.conf().get("spark.faults.folder"));
  }

  @Override
  public void onTaskStart() {
    String running = TaskContext.get().getLocalProperty("spark.job.description");
    for (String stage : stages) {
      if (stage.equals(running) && isFirst(stage)) {
        Runtime.getRuntime().halt(42);
      }
    }
  }

  private boolean isFirst(String stage) {
    try {
      Files.createFile(folder.resolve(stage));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
