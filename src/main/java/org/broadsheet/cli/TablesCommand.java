package org.broadsheet.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.broadsheet.UserException;
import org.broadsheet.job.Suggestion;
import org.broadsheet.table.ResultTable;
import org.broadsheet.table.TableReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tables}: the reference of the result tables. */
@Command(
    name = "tables",
    description = "Print the reference of the result tables, or of one.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class TablesCommand implements Callable<Integer> {

  private static final int LINE_WIDTH = 100;

  @Parameters(
      paramLabel = "TABLE",
      arity = "0..1",
      description = "a table; without one, all are listed")
  private String table;

  @Option(names = "--markdown", description = "print Markdown, with every column of every table")
  private boolean markdown;

  @Override
  public Integer call() {
    PrintStream out = System.out;
    if (table != null) {
      ResultTable chosen = named(table);
      out.print(
          markdown ? TableReference.markdown(chosen) : TableReference.plain(chosen, LINE_WIDTH));
    } else if (markdown) {
      ResultTable.all().forEach(each -> out.println(TableReference.markdown(each)));
    } else {
      list(out);
    }
    return 0;
  }

  private static void list(PrintStream out) {
    String group = "";
    for (ResultTable each : ResultTable.all()) {
      if (!each.group().equals(group)) {
        group = each.group();
        out.printf("%n%s%n", group);
      }
      out.printf("  %-22s %s%n", each.name(), firstSentence(each.about().strip()));
    }
    out.printf("%nbroadsheet tables TABLE says what every column of a table means.%n");
  }

  /** A full stop inside a key, such as {@code terms.compare}, ends no sentence. */
  private static String firstSentence(String text) {
    return text.split("(?<=\\.)\\s", 2)[0];
  }

  static ResultTable named(String name) {
    if (!ResultTable.names().contains(name)) {
      throw UserException.of(
          "there is no result table %s%s", name, Suggestion.among(ResultTable.names(), name));
    }
    return ResultTable.named(name);
  }
}
