package org.broadsheet.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.Printable;
import org.broadsheet.ingest.Accounting;
import org.broadsheet.ingest.Corpus;
import org.broadsheet.ingest.CorpusProfile;
import org.broadsheet.ingest.RejectedRecords;
import org.broadsheet.table.Plural;

/** What a person reads at the end of a run, or instead of one. */
final class Summary {

  private Summary() {}

  static String of(Accounting accounting) {
    return String.format(
        Locale.ROOT,
        "%s from %s; %,d rejected, %s",
        Plural.of(accounting.accepted(), "article"),
        Plural.of(accounting.files().size(), "file"),
        accounting.rejected(),
        Plural.of(accounting.exactDuplicates(), "exact duplicate"));
  }

  static List<String> of(
      Corpus corpus,
      List<WrittenTable> written,
      SparkWork work,
      List<Expectation> expectations,
      List<String> warnings) {
    CorpusProfile profile = corpus.profile();
    List<String> lines = new ArrayList<>();
    lines.add(Summary.of(corpus.accounting()));
    lines.add(profile.sentence());
    if (!corpus.accounting().reasons().isEmpty()) {
      lines.add("rejected: " + counts(corpus.accounting().reasons()));
    }
    lines.add(
        "tables: "
            + written.stream()
                .map(table -> String.format(Locale.ROOT, "%s %,d", table.name(), table.rows()))
                .collect(Collectors.joining(", ")));
    lines.add("work: " + work.sentence());
    expectations.stream()
        .filter(expectation -> !expectation.isCompared())
        .forEach(expectation -> lines.add("not compared: " + expectation));
    warnings.forEach(warning -> lines.add("warning: " + warning));
    return lines;
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** Why there is nothing to analyse, with two examples of each reason. */
  static String noArticle(Corpus corpus) {
    Accounting accounting = corpus.accounting();
    StringBuilder text = new StringBuilder("the input holds no article: ");
    text.append(Plural.of(accounting.files().size(), "file"))
        .append(", ")
        .append(Plural.of(accounting.records(), "record"));
    accounting
        .reasons()
        .forEach(
            (reason, count) -> {
              text.append(String.format(Locale.ROOT, "%n  %s: %,d", reason, count));
              for (RejectedRecords.Example example : corpus.rejected().examples(reason, 2)) {
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%n    %s, record %d: %s",
                        Printable.line(example.file()),
                        example.number(),
                        Printable.line(example.detail())));
              }
            });
    return text.append(
            "\nnothing was published; correct the input, or name its fields in the job file")
        .toString();
  }
}
