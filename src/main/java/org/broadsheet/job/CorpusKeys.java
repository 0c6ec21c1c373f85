package org.broadsheet.job;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.broadsheet.ingest.CorpusSettings;
import org.broadsheet.ingest.Period;
import org.broadsheet.ingest.encoding.Encoding;
import org.broadsheet.ingest.format.Formats;
import org.broadsheet.ingest.input.InputSpec;
import org.broadsheet.ingest.record.ArticleField;
import org.broadsheet.ingest.record.FieldChoice;
import org.broadsheet.text.Language;

/** The keys of a job file that say what is read, and how. */
final class CorpusKeys {

  private static final long MAX_RECORD_BYTES = 50_000_000;

  private static final Pattern ELEMENT = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.:-]*");

  private static final String INPUT = "input: [{path: articles}]";

  private CorpusKeys() {}

  /**
   * Reads the keys.
   *
   * @param root the job file
   * @param folder its folder
   * @param analysed fields of articles that the analysis asks for
   * @param dictionary words that are kept whole
   */
  static CorpusSettings read(
      Section root, JobFolder folder, Set<String> analysed, List<String> dictionary) {
    Section limits = root.section("limits");
    Section sources = root.section("sources");
    Long minWords = limits.number("min_words", 0, Integer.MAX_VALUE, null);
    String identity = sources.choice("identity", List.of("url", "field"), "url");
    Map<String, ZoneId> zones =
        sources.values("time_zones", ZoneId::of, "a time zone such as Europe/Moscow or +03:00");
    return new CorpusSettings(
        inputs(root, folder, analysed),
        language(root),
        root.choice("period", Period.values(), Period::label, Period.WEEK),
        limits.number("max_record_bytes", 1, Integer.MAX_VALUE - 16L, MAX_RECORD_BYTES).intValue(),
        minWords == null ? null : minWords.intValue(),
        limits.bound("unreadable", null),
        root.section("articles").flag("text", false),
        identity.equals("field"),
        zones,
        dictionary);
  }

  private static String language(Section root) {
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

  private static List<InputSpec> inputs(Section root, JobFolder folder, Set<String> analysed) {
    List<Section> sections = root.sections("input", INPUT);
    if (sections.isEmpty() && root.isUsable()) {
      root.mistake("input", "is missing; say what to read, for example " + INPUT);
    }
    return sections.stream().map(section -> input(section, folder, analysed)).toList();
  }

  private static InputSpec input(Section section, JobFolder folder, Set<String> analysed) {
    String path = section.required("path", "name a file, a folder or a glob");
    Set<String> formats = new TreeSet<>(Formats.names());
    formats.add(Formats.AUTO);
    Set<String> kept = new LinkedHashSet<>(section.texts("keep"));
    kept.addAll(analysed);
    return new InputSpec(
        path == null ? "" : folder.resolved(section, "path", path),
        section.choice("format", formats, Formats.AUTO),
        encoding(section),
        new FieldChoice(fields(section.section("fields")), List.copyOf(kept), record(section)),
        section.flag("follow_links", false));
  }

  private static String record(Section section) {
    String name = section.text("record", null);
    if (name != null && !ELEMENT.matcher(name).matches()) {
      section.mistake("record", "is '" + name + "', but must be the name of an element");
    }
    return name;
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
}
