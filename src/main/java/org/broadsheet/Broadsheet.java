package org.broadsheet;

import java.util.Set;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.broadsheet.cli.CheckCommand;
import org.broadsheet.cli.RunCommand;
import org.broadsheet.cli.ShowCommand;
import org.broadsheet.cli.TablesCommand;
import org.broadsheet.cli.Version;
import org.broadsheet.job.Workspace;
import org.broadsheet.table.AuditException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The program: parses the command line and maps outcomes to exit codes. 0: done; 1: a bug or a
 * failure of Spark; 2: the command line, the job file or the input is wrong; 3: the run finished,
 * but {@code --verify} or an audit failed.
 */
@Command(
    name = "broadsheet",
    description = "Article analytics on Apache Spark: a news corpus in, Parquet result tables out.",
    subcommands = {RunCommand.class, CheckCommand.class, ShowCommand.class, TablesCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer =
        "%nExit codes: 0 done; 1 a bug or a failure of Spark; 2 the command line, the job file or the input is wrong;"
            + " 3 --verify or an audit failed.")
public final class Broadsheet implements Runnable {

  private static final int BUG = 1;
  private static final int USER_ERROR = 2;
  private static final int AUDIT_FAILED = 3;

  /** Java 25 cannot write Parquet on this version of Spark: Hadoop's {@code getSubject} is gone. */
  private static final int NEWEST_JAVA = 24;

  private static final Set<String> ON_SPARK = Set.of("run", "check");

  @Option(
      names = "--spark-log",
      paramLabel = "LEVEL",
      defaultValue = "OFF",
      scope = CommandLine.ScopeType.INHERIT,
      description =
          "show Spark's own log from this level on: ERROR, WARN, INFO, DEBUG (default: none)")
  private void setSparkLog(String level) {
    Configurator.setAllLevels("", Level.toLevel(level, Level.OFF));
    // spark-submit sets up its log once more when the context starts; this level is applied after
    // that.
    if (System.getProperty("spark.log.level") == null) {
      System.setProperty("spark.log.level", level);
    }
  }

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Broadsheet() {}

  /**
   * Runs the program and ends the process with its exit code.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    int code = execute(arguments);
    System.out.flush();
    System.exit(code);
  }

  /**
   * Runs the program.
   *
   * @param arguments the command line
   * @return the exit code
   */
  public static int execute(String... arguments) {
    if (Runtime.version().feature() > NEWEST_JAVA) {
      System.err.println(
          "broadsheet: this is Java "
              + Runtime.version().feature()
              + ", which Spark 4.1 cannot write Parquet on; use Java 17 or 21");
      return USER_ERROR;
    }
    if (arguments.length > 0 && ON_SPARK.contains(arguments[0])) {
      Workspace.prepare();
    }
    return new CommandLine(new Broadsheet())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, command, result) -> outcome(failure))
        .execute(arguments);
  }

  private static int outcome(Exception failure) {
    if (failure instanceof UserException) {
      System.err.println("broadsheet: " + failure.getMessage());
      return USER_ERROR;
    }
    if (failure instanceof AuditException) {
      System.err.println("broadsheet: nothing was published: " + failure.getMessage());
      return AUDIT_FAILED;
    }
    failure.printStackTrace();
    System.err.println("broadsheet: this is a bug, or a failure of Spark; nothing was published");
    return BUG;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "name a command: run, check, show or tables");
  }
}
