package org.broadsheet.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.UserException;
import org.broadsheet.ingest.Accounting;
import org.broadsheet.ingest.Corpus;
import org.broadsheet.ingest.CorpusProfile;
import org.broadsheet.ingest.RejectedRecords;
import org.broadsheet.ingest.input.InputFile;
import org.broadsheet.ingest.record.BodyStatus;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.job.Job;
import org.broadsheet.table.Plural;

/**
 * What a run of a job would see: its input, read and interpreted, without computing or writing
 * anything.
 */
public final class InputReport {

  private static final int SOURCES = 12;
  private static final int EXAMPLES = 2;

  /** A sample has at most this many files, spread evenly, and this many records of each. */
  private static final int SAMPLE_FILES = 1_000;

  private static final int SAMPLE_RECORDS = 2_000;

  private InputReport() {}

  /**
   * Reads the input of a job.
   *
   * @param workspace the files and the session
   * @param job the job
   * @param all whether to read all of it, and not a sample
   * @param progress where it is reported
   * @return lines for a person
   * @throws UserException if the input is at fault
   */
  public static List<String> of(Workspace workspace, Job job, boolean all, Progress progress) {
    ReferenceInputs.open(workspace.spark(), job);
    List<InputFile> files = all ? workspace.files() : sample(workspace.files());
    long most = all ? Long.MAX_VALUE : SAMPLE_RECORDS;
    Corpus corpus =
        progress.stage(
            "read articles",
            () -> Corpus.sample(workspace.spark(), files, job.corpus(), most),
            read -> Summary.of(read.accounting()));
    if (corpus.accounting().accepted() == 0) {
      throw new UserException(Summary.noArticle(corpus));
    }
    List<String> lines = new ArrayList<>();
    addSample(workspace.files().size(), files.size(), corpus.accounting(), most, lines);
    addFormats(corpus.accounting(), lines);
    addMappings(corpus, lines);
    addCorpus(corpus.profile(), lines);
    addFields(corpus, lines);
    addRejections(corpus, lines);
    corpus.profile().warnings().forEach(warning -> lines.add("warning: " + warning));
    return lines;
  }

  private static List<InputFile> sample(List<InputFile> files) {
    int step = (files.size() + SAMPLE_FILES - 1) / SAMPLE_FILES;
    return IntStream.range(0, files.size())
        .filter(i -> i % step == 0)
        .mapToObj(files::get)
        .toList();
  }

  private static void addSample(
      int all, int read, Accounting accounting, long most, List<String> lines) {
    boolean isCut = accounting.files().stream().anyMatch(file -> file.records() >= most);
    if (read < all || isCut) {
      lines.add(
          String.format(
              Locale.ROOT,
              "a sample: the first %,d records of %s, of %,d in all; check --all reads everything",
              most,
              Plural.of(read, "file"),
              all));
      lines.add("");
    }
  }

  /** For each mapping, which fields of the input gave which of an article. */
  private static void addMappings(Corpus corpus, List<String> lines) {
    Map<String, Map<String, Set<String>>> mappings = new TreeMap<>();
    for (String taken : corpus.fields().mappings().keySet()) {
      String[] parts = taken.split(": ", 2);
      Map<String, Set<String>> fields =
          mappings.computeIfAbsent(parts[0], name -> new LinkedHashMap<>());
      for (String field : parts[1].split(", ")) {
        String[] names = field.split(" from ", 2);
        fields.computeIfAbsent(names[0], name -> new TreeSet<>()).add(names[1]);
      }
    }
    mappings.forEach((name, fields) -> addMapping(name, fields, lines));
  }

  private static void addMapping(String name, Map<String, Set<String>> fields, List<String> lines) {
    Set<String> longer = fields.remove(FoundArticle.LONGER_TEXT);
    lines.add("fields, recognised as those of " + name + ": " + written(fields));
    if (longer != null) {
      String field = longer.iterator().next();
      lines.add(
          "warning: a longer text than the body stands in "
              + String.join(" and ", longer)
              + "; if it is the body, name it: input: [{path: ..., fields: {body: "
              + field
              + "}}]");
    }
  }

  private static String written(Map<String, Set<String>> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + " from " + String.join(" or ", field.getValue()))
        .collect(Collectors.joining(", "));
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
        .fields()
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
    addBodies(corpus.fields().bodies(), lines);
  }

  /** Said only where there is something to say: most corpora have whole bodies. */
  private static void addBodies(Map<String, Long> bodies, List<String> lines) {
    String partial =
        bodies.entrySet().stream()
            .filter(status -> !status.getKey().equals(BodyStatus.FULL.label()))
            .map(status -> String.format(Locale.ROOT, "%s %,d", status.getKey(), status.getValue()))
            .collect(Collectors.joining(", "));
    if (!partial.isEmpty()) {
      lines.add(
          "bodies that are not whole, so that only the title counts in terms and topics: "
              + partial
              + "; if another field holds the text, name it: input: [{path: ..., fields: {body: NAME}}]");
    }
  }

  private static void addRejections(Corpus corpus, List<String> lines) {
    corpus
        .accounting()
        .reasons()
        .forEach(
            (reason, count) -> {
              lines.add("");
              lines.add(String.format(Locale.ROOT, "rejected, %s: %,d", reason, count));
              for (RejectedRecords.Example example : corpus.rejected().examples(reason, EXAMPLES)) {
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "  %s, record %d: %s",
                        example.file(),
                        example.number(),
                        example.detail()));
              }
            });
  }
}
