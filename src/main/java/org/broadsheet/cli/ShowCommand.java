package org.broadsheet.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.broadsheet.UserException;
import org.broadsheet.table.LatestRun;
import org.broadsheet.table.ResultTable;
import org.broadsheet.table.TableQuery;
import org.broadsheet.table.TableReader;
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
      description = "rows to print (default: 20)")
  private int limit;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "table, csv or json (default: table)")
  private TableReader.Format format;

  @Override
  public Integer call() {
    ResultTable declared = TablesCommand.named(table);
    Checks.atLeastOne("--limit", limit);
    Checks.notBlank("--where", where);
    Checks.notBlank("--order", order);
    Configuration hadoop = new Configuration();
    Path run = LatestRun.directory(output, hadoop);
    if (!"file".equals(run.toUri().getScheme())) {
      throw UserException.of(
          "show reads local tables, and %s is not on a local disk; copy the run, or read it with Spark SQL",
          run);
    }
    TableQuery query = new TableQuery(declared, columns, where, order, limit);
    TableReader.print(run.toUri().getPath(), query, format, System.out);
    return 0;
  }
}
