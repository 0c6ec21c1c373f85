package org.broadsheet.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.broadsheet.UserException;
import org.broadsheet.copies.CopySettings;
import org.broadsheet.counting.CountSettings;
import org.broadsheet.counting.Vocabulary;
import org.broadsheet.ingest.CorpusSettings;
import org.broadsheet.ingest.InputSpec;
import org.broadsheet.ingest.Period;
import org.broadsheet.ingest.format.ArticleField;
import org.broadsheet.ingest.format.Encoding;
import org.broadsheet.ingest.format.FieldChoice;
import org.broadsheet.ingest.format.Formats;
import org.broadsheet.stats.FrequencyThreshold;
import org.broadsheet.table.ResultTable;
import org.broadsheet.table.Storage;
import org.broadsheet.terms.TermSettings;
import org.broadsheet.text.AnalysisSettings;
import org.broadsheet.text.Language;
import org.broadsheet.topics.TopicSettings;

/**
 * Reads job files. All mistakes of a file are reported together, each with its line and a
 * suggestion.
 */
public final class JobFile {

  /** The keys of topics that are about finding them. */
  private static final List<String> FINDING_TOPICS =
      List.of("algorithm", "k", "restarts", "seed", "sample", "smoothing", "outliers");

  private static final long MAX_RECORD_BYTES = 50_000_000;

  private final String folder;
  private final Section root;
  private final List<String> mistakes;
  private final List<String> warnings = new ArrayList<>();

  private JobFile(String folder, Section root, List<String> mistakes) {
    this.folder = folder;
    this.root = root;
    this.mistakes = mistakes;
  }

  /**
   * Reads a job file.
   *
   * @param file its path, or any Hadoop URI
   * @param overrides {@code key=value} each, as of {@code --set}
   * @return the job
   * @throws UserException if the file cannot be read or has mistakes; the message lists all of them
   */
  public static Job read(String file, List<String> overrides) {
    YamlTree tree = tree(file, read(file));
    List<String> mistakes = new ArrayList<>();
    for (String override : overrides) {
      apply(override, tree, mistakes);
    }
    JobFile jobFile = new JobFile(folder(file), new Section("", tree, mistakes), mistakes);
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

  private static String read(String file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString();
    } catch (CharacterCodingException e) {
      throw UserException.of("the job file %s is not in UTF-8; save it as UTF-8", file);
    } catch (IOException | IllegalArgumentException e) {
      throw UserException.of("the job file %s cannot be read (%s); check the path", file, e);
    }
  }

  private static byte[] bytes(String file) throws IOException {
    if (!isUri(file)) {
      return Files.readAllBytes(Path.of(file));
    }
    var path = new org.apache.hadoop.fs.Path(file);
    try (InputStream in = Storage.of(path, Workspace.storage()).open(path)) {
      return in.readAllBytes();
    }
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

  private static boolean isUri(String path) {
    return path.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*");
  }

  private static String folder(String file) {
    if (isUri(file)) {
      return file.substring(0, file.lastIndexOf('/'));
    }
    Path parent = Path.of(file).toAbsolutePath().getParent();
    return parent == null ? "/" : parent.toString();
  }

  /** A path of the job file, from a key of it: relative ones start at its folder. */
  private String resolved(Section section, String key, String path) {
    if (isUri(path)) {
      return path;
    }
    if (isUri(folder)) {
      return path.startsWith("/") ? path : folder + "/" + path;
    }
    if (!Storage.isNameable(path)) {
      section.mistake(key, "cannot be named in the encoding of this locale; set LC_ALL=C.UTF-8");
      return "";
    }
    try {
      return Path.of(folder).resolve(path).normalize().toString();
    } catch (InvalidPathException e) {
      section.mistake(key, "is no path (" + e.getReason() + ")");
      return "";
    }
  }

  private Job job(YamlTree tree) {
    String name = root.text("name", "job");
    TopicSettings topics = topics(root.section("topics"));
    Section words = root.section("terms");
    TermSettings terms = terms(words);
    CorpusSettings corpus = corpus(keptFields(topics, terms), lines(words, "dictionary"));
    String output = output(corpus.inputs());
    Set<String> tables = tables();
    requireWhatFills(tables, terms, topics);
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
        tree.plain(),
        warnings);
  }

  private static CopySettings copies(Section section) {
    return new CopySettings(
        section.number("days", 0, 100_000, 30L).intValue(),
        section.choice("count", List.of("once", "all"), "once").equals("once"));
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

  private CorpusSettings corpus(Set<String> kept, List<String> dictionary) {
    Section limits = root.section("limits");
    Section sources = root.section("sources");
    Long minWords = limits.number("min_words", 0, Integer.MAX_VALUE, null);
    String identity = sources.choice("identity", List.of("url", "field"), "url");
    Map<String, ZoneId> zones =
        sources.values("time_zones", ZoneId::of, "a time zone such as Europe/Moscow or +03:00");
    return new CorpusSettings(
        inputs(kept),
        language(),
        Period.valueOf(
            root.choice("period", labels(Period.values(), Period::label), "week")
                .toUpperCase(Locale.ROOT)),
        limits.number("max_record_bytes", 1, Integer.MAX_VALUE - 16L, MAX_RECORD_BYTES).intValue(),
        minWords == null ? null : minWords.intValue(),
        limits.bound("unreadable", null),
        root.section("articles").flag("text", false),
        identity.equals("field"),
        zones,
        dictionary);
  }

  private static <E> List<String> labels(E[] values, java.util.function.Function<E, String> label) {
    return Arrays.stream(values).map(label).toList();
  }

  private String language() {
    String text = root.text("language", "auto");
    if (text.equals("auto")) {
      return null;
    }
    String code = Language.code(text);
    if (code == null) {
      root.mistake("language", "is '" + text + "', but must be auto or a code such as en");
    }
    return code;
  }

  private List<InputSpec> inputs(Set<String> kept) {
    List<Section> sections = root.sections("input");
    if (sections.isEmpty() && root.isUsable()) {
      root.mistake("input", "is missing; say what to read, for example input: [{path: articles}]");
    }
    return sections.stream().map(section -> input(section, kept)).toList();
  }

  private InputSpec input(Section section, Set<String> analysed) {
    String path = section.required("path", "name a file, a folder or a glob");
    Set<String> formats = new TreeSet<>(Formats.names());
    formats.add(Formats.AUTO);
    Set<String> kept = new LinkedHashSet<>(section.texts("keep"));
    kept.addAll(analysed);
    return new InputSpec(
        path == null ? "" : resolved(section, "path", path),
        section.choice("format", formats, Formats.AUTO),
        encoding(section),
        new FieldChoice(fields(section.section("fields")), List.copyOf(kept)),
        section.flag("follow_links", false));
  }

  private static String encoding(Section section) {
    String name = section.text("encoding", null);
    if (name != null && !Encoding.isKnown(name)) {
      section.mistake("encoding", "is '" + name + "', but must be one such as windows-1251");
    }
    return name;
  }

  private static Map<ArticleField, String> fields(Section section) {
    Map<ArticleField, String> fields = new LinkedHashMap<>();
    for (ArticleField field : ArticleField.values()) {
      String name = section.text(field.label(), null);
      if (name != null) {
        fields.put(field, name);
      }
    }
    return fields;
  }

  private String output(List<InputSpec> inputs) {
    String text = root.required("output", "say where to write, for example output: target/results");
    String output = text == null ? "" : resolved(root, "output", text);
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

  private TermSettings terms(Section section) {
    String reference = section.text("reference", null);
    Section collocations = section.section("collocations");
    return new TermSettings(
        new CountSettings(
            section.number("ngrams", 1, 5, 2L).intValue(),
            new AnalysisSettings(section.flag("stemming", false), stopWords(section)),
            new Vocabulary(
                section.bound("min_df", FrequencyThreshold.of(2)),
                section.bound("max_df", null),
                section.bound("min_tf", FrequencyThreshold.of(1)),
                section.bound("max_terms", null)),
            section.texts("compare")),
        section.number("series", 0, 1_000_000, 1_000L).intValue(),
        section.number("keywords", 1, 1_000, 10L).intValue(),
        weight(section),
        collocations.number("min_count", 1, Integer.MAX_VALUE, 5L).intValue(),
        reference == null ? null : resolved(section, "reference", reference));
  }

  /** Tables that the job names, and that nothing it says can fill. */
  private void requireWhatFills(Set<String> tables, TermSettings terms, TopicSettings topics) {
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

  private static TermSettings.Weight weight(Section section) {
    String label =
        section.choice(
            "keyword_weight",
            labels(TermSettings.Weight.values(), TermSettings.Weight::label),
            TermSettings.Weight.TF_IDF.label());
    return Arrays.stream(TermSettings.Weight.values())
        .filter(weight -> weight.label().equals(label))
        .findFirst()
        .orElse(TermSettings.Weight.TF_IDF);
  }

  private List<String> stopWords(Section section) {
    List<String> words = new ArrayList<>(section.texts("stop_words"));
    words.addAll(lines(section, "stop_words_file"));
    return words;
  }

  /** The words of a file that a key names, one a line; a number sign begins a remark. */
  private List<String> lines(Section section, String key) {
    String file = section.text(key, null);
    if (file == null) {
      return List.of();
    }
    try {
      return read(resolved(section, key, file))
          .replaceFirst("^\ufeff", "")
          .lines()
          .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
          .filter(word -> !word.isEmpty())
          .toList();
    } catch (UserException e) {
      section.mistake(key, "is '" + file + "', which cannot be read as text in UTF-8");
      return List.of();
    }
  }

  private TopicSettings topics(Section section) {
    TopicSettings usual = TopicSettings.DEFAULTS;
    Long k = section.numberOrAuto("k", 1, 10_000);
    String algorithm =
        section.choice(
            "algorithm",
            labels(TopicSettings.Algorithm.values(), TopicSettings.Algorithm::label),
            usual.algorithm().label());
    String model = section.text("model", null);
    if (model != null) {
      FINDING_TOPICS.stream()
          .filter(section::has)
          .forEach(key -> section.mistake(key, "has no effect where topics.model names a run"));
    }
    return new TopicSettings(
        TopicSettings.Algorithm.valueOf(algorithm.toUpperCase(Locale.ROOT)),
        k == null ? null : k.intValue(),
        section.number("restarts", 1, 1_000, (long) usual.restarts()).intValue(),
        section.number("seed", Long.MIN_VALUE, Long.MAX_VALUE, usual.seed()),
        section.number("sample", 100, 1_000_000, (long) usual.sample()).intValue(),
        section.share("smoothing", usual.smoothing()),
        section.share("outliers", usual.outliers()),
        model == null ? null : resolved(section, "model", model),
        section.text("label_field", null));
  }

  private Map<String, Long> expect() {
    Map<String, Long> expect =
        root.values("expect", text -> Long.parseLong(text.replace("_", "")), "a whole number");
    Set<String> names = new TreeSet<>(Expectation.COUNTS);
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
