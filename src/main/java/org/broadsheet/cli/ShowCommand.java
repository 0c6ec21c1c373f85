package org.broadsheet.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.broadsheet.UserException;
import org.broadsheet.show.AlignedFormat;
import org.broadsheet.show.CsvFormat;
import org.broadsheet.show.JsonFormat;
import org.broadsheet.show.RowFormat;
import org.broadsheet.show.TableQuery;
import org.broadsheet.show.TableReader;
import org.broadsheet.storage.LatestRun;
import org.broadsheet.storage.Storage;
import org.broadsheet.table.ResultTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code show}: rows of a result table, without a cluster. */
@Command(
    name = "show",
    description = "Print rows of a result table. Needs no Spark.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class ShowCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "OUTPUT",
      description = "the output of a job, or the directory of a run")
  private String output;

  @Parameters(index = "1", paramLabel = "TABLE", description = "the table")
  private String table;

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "NAME",
      description = "columns to print (default: all)")
  private List<String> columns = List.of();

  @Option(
      names = "--where",
      paramLabel = "SQL",
      description = "a condition, for example \"n = 2 and df > 10\"")
  private String where;

  @Option(
      names = "--order",
      paramLabel = "SQL",
      description = "an order, for example \"tf desc\" (default: the table's own)")
  private String order;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "rows to print, 0 for all of them (default: 20)")
  private int limit;

  /** The ways to print rows that can be asked for. */
  private enum Format {
    TABLE,
    CSV,
    JSON
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "table, csv or json (default: table); csv has cells as they are, also those that a spreadsheet runs as"
              + " formulas, but for control characters, which become U+FFFD; json escapes these")
  private Format format;

  @Option(
      names = "--spreadsheet",
      description =
          "print csv for a spreadsheet: text that begins as a formula does, with = + - @, gets an apostrophe"
              + " before it")
  private boolean spreadsheet;

  @Override
  public Integer call() {
    ResultTable declared = TablesCommand.named(table);
    RowFormat rowFormat = rowFormat();
    OptionChecks.notNegative("--limit", limit);
    OptionChecks.notBlank("--where", where);
    OptionChecks.notBlank("--order", order);
    Configuration hadoop = Storage.settings(new SparkConf());
    Path run = LatestRun.directory(output, hadoop);
    TableQuery query = new TableQuery(declared, columns, where, order, limit);
    say(TableReader.print(run, query, hadoop, rowFormat, System.out), rowFormat);
    return 0;
  }

  private RowFormat rowFormat() {
    if (spreadsheet && format != null && format != Format.CSV) {
      throw UserException.of(
          "--spreadsheet prints csv, and --format is %s; leave one of them out",
          format.name().toLowerCase(Locale.ROOT));
    }
    if (spreadsheet || format == Format.CSV) {
      return new CsvFormat(spreadsheet);
    }
    return format == Format.JSON ? new JsonFormat() : new AlignedFormat();
  }

  /**
   * Prints the count: below a table; for other formats to standard error, if rows were left out.
   */
  private static void say(TableReader.Shown shown, RowFormat rowFormat) {
    if (rowFormat instanceof AlignedFormat) {
      System.out.println("(" + shown + ")");
    } else if (shown.isCut()) {
      System.err.println("broadsheet: " + shown + "; --limit 0 prints all");
    }
  }
}
