package org.broadsheet;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.broadsheet.cli.CheckCommand;
import org.broadsheet.cli.GenerateCommand;
import org.broadsheet.cli.Misuse;
import org.broadsheet.cli.RunCommand;
import org.broadsheet.cli.ShowCommand;
import org.broadsheet.cli.TablesCommand;
import org.broadsheet.cli.Version;
import org.broadsheet.run.Interruption;
import org.broadsheet.run.MachineFailures;
import org.broadsheet.run.Workspace;
import org.broadsheet.storage.Storage;
import org.broadsheet.table.AuditException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The program: parses the command line and maps outcomes to exit codes. 0: done; 1: a bug, or a
 * failure of Spark, a store or a machine; 2: the command line, the job file or the input is wrong;
 * 3: {@code --verify} or an audit failed.
 */
@Command(
    name = "broadsheet",
    description = "Article analytics on Apache Spark: a news corpus in, Parquet result tables out.",
    subcommands = {
      RunCommand.class,
      CheckCommand.class,
      ShowCommand.class,
      TablesCommand.class,
      GenerateCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer =
        "%nExit codes: 0 done; 1 a bug, or a failure of Spark, a store or a machine; 2 the command line, the job file"
            + " or the input is wrong; 3 --verify or an audit failed.")
public final class Broadsheet implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Broadsheet.class);

  private static final int FAILURE = 1;
  private static final int USER_ERROR = 2;
  private static final int AUDIT_FAILED = 3;

  private static final int OUTPUT_BUFFER = 1 << 16;

  private static final Set<String> ON_SPARK = Set.of("run", "check");

  /** The levels of Spark's log that can be asked for. */
  private enum LogLevel {
    OFF,
    ERROR,
    WARN,
    INFO,
    DEBUG
  }

  @Option(
      names = "--spark-log",
      paramLabel = "LEVEL",
      defaultValue = "OFF",
      scope = CommandLine.ScopeType.INHERIT,
      description =
          "show Spark's own log from this level on: ERROR, WARN, INFO, DEBUG (default: none)")
  private void setSparkLog(LogLevel level) {
    Configurator.setAllLevels("", Level.valueOf(level.name()));
    // spark-submit sets up its log once more when the context starts; this level is applied after
    // that.
    if (System.getProperty("spark.log.level") == null) {
      System.setProperty("spark.log.level", level.name());
    }
  }

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      scope = CommandLine.ScopeType.INHERIT,
      description =
          "a setting of Spark, for example spark.local.dir=/data/tmp, or of its file systems, such as"
              + " spark.hadoop.fs.s3a.endpoint=...; may be repeated")
  private void setConf(List<String> settings) {
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals <= 0 || !setting.startsWith("spark.")) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "--conf " + setting + ": must be spark.KEY=VALUE");
      }
      System.setProperty(setting.substring(0, equals), setting.substring(equals + 1));
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
    speakUtf8();
    // Spark's threads die of what fails the run as well, which says it in a sentence.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> LOG.error("{} died", thread.getName(), failure));
    int code = execute(arguments);
    System.out.flush();
    System.exit(code);
  }

  /** Whatever the locale: a table that is piped into a file is read elsewhere. */
  private static void speakUtf8() {
    System.setOut(stream(FileDescriptor.out, false));
    System.setErr(stream(FileDescriptor.err, true));
  }

  private static PrintStream stream(FileDescriptor descriptor, boolean everyLine) {
    var buffered = new BufferedOutputStream(new FileOutputStream(descriptor), OUTPUT_BUFFER);
    return new PrintStream(buffered, everyLine, StandardCharsets.UTF_8);
  }

  /**
   * Runs the program.
   *
   * @param arguments the command line
   * @return the exit code
   */
  public static int execute(String... arguments) {
    try {
      // A guess, which only saves time.
      boolean onSpark = arguments.length > 0 && ON_SPARK.contains(arguments[0]);
      for (String argument : arguments) {
        Storage.requireNameable(argument);
      }
      if (onSpark) {
        Workspace.prepare();
      }
      return commands().execute(arguments);
    } catch (Throwable failure) {
      return outcome(failure);
    }
  }

  private static CommandLine commands() {
    return new CommandLine(new Broadsheet())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(new Misuse())
        .setExecutionExceptionHandler((failure, command, result) -> outcome(failure));
  }

  private static int outcome(Throwable failure) {
    if (Interruption.isUnderWay()) {
      // What failed was stopped from outside, and whoever stopped it gets the code of the signal.
      return FAILURE;
    }
    if (failure instanceof UserException) {
      return said(failure.getMessage(), USER_ERROR);
    }
    if (failure instanceof AuditException) {
      return said("nothing was published: " + failure.getMessage(), AUDIT_FAILED);
    }
    if (failure instanceof MachineException) {
      return said(failure.getMessage(), FAILURE);
    }
    if (MachineFailures.isOutOfMemory(failure)) {
      return said(MachineFailures.outOfMemory(), FAILURE);
    }
    System.err.print(Printable.text(trace(failure)));
    return said("this is a bug, or a failure of Spark; nothing was published", FAILURE);
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private static int said(String message, int code) {
    System.err.println("broadsheet: " + Printable.text(message));
    return code;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "name a command: run, check, show, tables or generate");
  }
}
