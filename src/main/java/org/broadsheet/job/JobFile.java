package org.broadsheet.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.broadsheet.UserException;
import org.broadsheet.copies.CopySettings;
import org.broadsheet.counting.CountSettings;
import org.broadsheet.ingest.CorpusSettings;
import org.broadsheet.ingest.input.InputSpec;
import org.broadsheet.table.ResultTable;
import org.broadsheet.terms.TermSettings;
import org.broadsheet.topics.learning.TopicSettings;

/**
 * Reads job files. All mistakes of a file are reported together, each with its line and a
 * suggestion.
 */
public final class JobFile {

  private final JobFolder folder;
  private final Section root;

  private JobFile(JobFolder folder, Section root) {
    this.folder = folder;
    this.root = root;
  }

  /**
   * Reads a job file.
   *
   * @param file its path, or any Hadoop URI
   * @param overrides {@code key=value} each, as {@code --set} takes them
   * @return the job
   * @throws UserException if the file cannot be read or has mistakes; the message lists all of them
   */
  public static Job read(String file, List<String> overrides) {
    YamlTree tree = tree(file, JobFolder.text(file));
    List<String> mistakes = new ArrayList<>();
    for (String override : overrides) {
      apply(override, tree, mistakes);
    }
    JobFile jobFile = new JobFile(JobFolder.of(file), new Section("", tree, mistakes));
    Job job = jobFile.job(tree);
    jobFile.root.reportUnknownKeys();
    if (!mistakes.isEmpty()) {
      throw refusal(file, mistakes.stream().distinct().toList());
    }
    return job;
  }

  private static UserException refusal(String file, List<String> mistakes) {
    String head =
        mistakes.size() == 1
            ? "the job has a mistake:"
            : "the job has " + mistakes.size() + " mistakes:";
    return new UserException(
        mistakes.stream()
            .sorted(Comparator.comparingInt(mistake -> line(file, mistake)))
            .collect(Collectors.joining("\n  ", head + "\n  ", "")));
  }

  /** The line that a mistake names; those of the command line come after those of the file. */
  private static int line(String file, String mistake) {
    if (!mistake.startsWith(file + ":")) {
      return Integer.MAX_VALUE;
    }
    String number = mistake.substring(file.length() + 1).replaceFirst("(?s)^(\\d*).*", "$1");
    return number.isEmpty() ? 0 : Integer.parseInt(number);
  }

  private static YamlTree tree(String file, String text) {
    try {
      YamlTree tree = YamlTree.parse(text, file, true);
      return tree.value() == null ? new YamlTree(new LinkedHashMap<>(), file) : tree;
    } catch (JsonProcessingException e) {
      throw UserException.of(
          "%s:%d: not YAML: %s",
          file, e.getLocation() == null ? 1 : e.getLocation().getLineNr(), YamlTree.reason(e));
    } catch (IOException e) {
      throw UserException.of("%s: not YAML: %s", file, YamlTree.reason(e));
    }
  }

  private static void apply(String override, YamlTree tree, List<String> mistakes) {
    int equals = override.indexOf('=');
    String place = "--set " + override;
    if (equals <= 0) {
      mistakes.add(place + ": must be key=value, for example --set topics.k=20");
      return;
    }
    try {
      YamlTree value = YamlTree.parse(override.substring(equals + 1), place, false);
      tree.put(override.substring(0, equals), value);
    } catch (IOException e) {
      mistakes.add(place + ": the value is not YAML: " + YamlTree.reason(e));
    } catch (IllegalArgumentException e) {
      mistakes.add(place + ": " + e.getMessage());
    }
  }

  private Job job(YamlTree tree) {
    String name = root.text("name", "job");
    TopicSettings topics = TopicKeys.read(root.section("topics"), folder);
    Section words = root.section("terms");
    TermSettings terms = TermKeys.read(words, folder);
    List<String> dictionary = folder.lines(words, "dictionary");
    CorpusSettings corpus = CorpusKeys.read(root, folder, keptFields(topics, terms), dictionary);
    String output = output(corpus.inputs());
    Set<String> tables = tables();
    refuseTablesThatNothingFills(tables, terms, topics);
    Long partitions = root.numberOrAuto("partitions", 1, 100_000);
    return new Job(
        name,
        corpus,
        output,
        tables,
        partitions == null ? null : partitions.intValue(),
        copies(root.section("syndication")),
        terms,
        topics,
        expect(),
        tree.plain());
  }

  /** The fields that the analysis asks for, beside those that articles have anyway. */
  private static Set<String> keptFields(TopicSettings topics, TermSettings terms) {
    Set<String> kept = new LinkedHashSet<>(terms.counting().compare());
    kept.removeAll(CountSettings.ARTICLE_COLUMNS);
    if (topics.labelField() != null) {
      kept.add(topics.labelField());
    }
    return kept;
  }

  private static CopySettings copies(Section section) {
    return new CopySettings(
        section.number("days", 0, 100_000, 30L).intValue(),
        section.choice("count", List.of("once", "all"), "once").equals("once"));
  }

  private String output(List<InputSpec> inputs) {
    String text = root.required("output", "say where to write, for example output: target/results");
    String output = text == null ? "" : folder.resolved(root, "output", text);
    if (output.isEmpty()) {
      return "";
    }
    for (InputSpec input : inputs) {
      if (!input.path().isEmpty() && PathSteps.of(input.path()).contain(PathSteps.of(output))) {
        root.mistake(
            "output",
            "is inside the input "
                + input.path()
                + ": the next run would read it; choose another folder");
      }
    }
    return output;
  }

  private Set<String> tables() {
    List<String> chosen = root.texts("tables");
    if (chosen.isEmpty() || chosen.equals(List.of("all"))) {
      return ResultTable.names();
    }
    Set<String> tables = new LinkedHashSet<>();
    for (String name : chosen) {
      if (ResultTable.names().contains(name)) {
        tables.add(name);
      } else {
        root.mistake(
            "tables",
            "names '"
                + name
                + "', which is no result table"
                + Suggestion.among(ResultTable.names(), name));
      }
    }
    return tables;
  }

  /** Refuses tables that the job names without the keys that fill them. */
  private void refuseTablesThatNothingFills(
      Set<String> tables, TermSettings terms, TopicSettings topics) {
    if (tables.equals(ResultTable.names())) {
      return;
    }
    if (tables.contains("term_groups") && terms.counting().compare().isEmpty()) {
      root.mistake("tables", "names 'term_groups', but terms.compare names no field");
    }
    if (tables.contains("topic_classes") && topics.labelField() == null) {
      root.mistake("tables", "names 'topic_classes', but topics.label_field names no field");
    }
    if (tables.contains("term_reference") && terms.reference() == null) {
      root.mistake("tables", "names 'term_reference', but terms.reference names no list");
    }
  }

  private Map<String, Long> expect() {
    Map<String, Long> expect =
        root.values("expect", text -> Long.parseLong(text.replace("_", "")), "a whole number");
    Set<String> names = new TreeSet<>(Job.EXPECTED_COUNTS);
    names.addAll(ResultTable.names());
    for (String name : expect.keySet()) {
      if (!names.contains(name)) {
        root.mistake(
            "expect",
            "names '"
                + name
                + "', which is no result table and no count"
                + Suggestion.among(names, name));
      }
    }
    return expect;
  }
}
