package org.broadsheet.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.broadsheet.UserException;
import org.broadsheet.corpus.Accounting;
import org.broadsheet.corpus.Corpus;
import org.broadsheet.corpus.CorpusProfile;

/**
 * What a run of a job would see: its input, read and interpreted, without computing or writing
 * anything.
 */
public final class Check {

  private static final int SOURCES = 12;
  private static final int EXAMPLES = 2;

  private Check() {}

  /**
   * Reads the input of a job.
   *
   * @param workspace the files and the session
   * @param job the job
   * @param progress where it is reported
   * @return lines for a person
   * @throws UserException if the input is at fault
   */
  public static List<String> of(Workspace workspace, Job job, Progress progress) {
    Corpus corpus =
        progress.stage(
            "read articles",
            () -> Corpus.read(workspace.spark(), workspace.files(), job.corpus()),
            read -> Summary.of(read.accounting()));
    if (corpus.accounting().accepted() == 0) {
      throw new UserException(Summary.noArticle(corpus));
    }
    List<String> lines = new ArrayList<>();
    addFormats(corpus.accounting(), lines);
    addCorpus(corpus.profile(), lines);
    addFields(corpus, lines);
    addRejections(corpus, lines);
    job.warnings().forEach(warning -> lines.add("warning: " + warning));
    corpus.profile().warnings().forEach(warning -> lines.add("warning: " + warning));
    return lines;
  }

  private static void addFormats(Accounting accounting, List<String> lines) {
    Map<String, long[]> formats = new TreeMap<>();
    for (Accounting.FileAccount file : accounting.files()) {
      long[] sums = formats.computeIfAbsent(file.format(), f -> new long[5]);
      sums[0]++;
      sums[1] += file.records();
      sums[2] += file.accepted();
      sums[3] += file.rejected();
      sums[4] += file.exactDuplicates();
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%-10s %9s %9s %9s %9s %9s",
            "format",
            "files",
            "records",
            "accepted",
            "rejected",
            "repeated"));
    formats.forEach(
        (format, s) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%-10s %,9d %,9d %,9d %,9d %,9d",
                    format,
                    s[0],
                    s[1],
                    s[2],
                    s[3],
                    s[4])));
  }

  private static void addCorpus(CorpusProfile profile, List<String> lines) {
    lines.add("");
    lines.add(profile.sentence());
    profile.sources().entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SOURCES)
        .forEach(
            source ->
                lines.add(
                    String.format(Locale.ROOT, "  %,9d  %s", source.getValue(), source.getKey())));
    if (profile.sources().size() > SOURCES) {
      lines.add("             and " + (profile.sources().size() - SOURCES) + " more");
    }
  }

  private static void addFields(Corpus corpus, List<String> lines) {
    lines.add("");
    lines.add("filled, per cent of articles:");
    StringBuilder line = new StringBuilder(" ");
    corpus
        .filled()
        .forEach(
            (field, count) ->
                line.append(
                    String.format(
                        Locale.ROOT,
                        " %s %.0f",
                        field,
                        100.0 * count / corpus.profile().articles())));
    lines.add(line.toString());
  }

  private static void addRejections(Corpus corpus, List<String> lines) {
    corpus
        .accounting()
        .reasons()
        .forEach(
            (reason, count) -> {
              lines.add("");
              lines.add(String.format(Locale.ROOT, "rejected, %s: %,d", reason, count));
              for (Row example : corpus.examples(reason, EXAMPLES)) {
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "  %s, record %d: %s",
                        example.getString(0),
                        example.getLong(1),
                        example.getString(2)));
              }
            });
  }
}
