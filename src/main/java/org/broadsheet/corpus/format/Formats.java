package org.broadsheet.corpus.format;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The input formats, by the names that job files use. */
public final class Formats {

  /** The format that stands for recognising it. */
  public static final String AUTO = "auto";

  private static final Map<String, RecordFormat> BY_NAME =
      new TreeMap<>(Map.of("text", new SavedTexts(), "jsonl", new JsonLines()));

  private static final Map<String, String> BY_ENDING =
      Map.of(
          "txt",
          "text",
          "text",
          "text",
          "md",
          "text",
          "markdown",
          "text",
          "jsonl",
          "jsonl",
          "ndjson",
          "jsonl",
          "jl",
          "jsonl");

  /** Endings of what is no article in a known format, however its bytes begin. */
  private static final Set<String> WITHOUT_READER =
      Set.of(
          "csv", "tsv", "html", "htm", "xhtml", "xml", "rss", "atom", "parquet", "warc", "zip",
          "tar", "tgz", "xz", "7z", "rar", "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx",
          "epub", "db", "sqlite", "orc", "avro", "png", "jpg", "jpeg", "gif", "webp", "svg", "mp3",
          "mp4", "yaml", "yml", "ipynb", "py", "sql");

  private Formats() {}

  /**
   * The names that a job file may use besides {@link #AUTO}.
   *
   * @return the names
   */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  /**
   * The format of a name.
   *
   * @param name one of {@link #names}
   * @return the format
   */
  public static RecordFormat named(String name) {
    return BY_NAME.get(name);
  }

  /**
   * Recognises a format by the file's name and its first plain bytes.
   *
   * @param fileName the name, an ending for compression included
   * @param head the first bytes after decompression
   * @return a name out of {@link #names}, or nothing if there is no reader for the file
   */
  public static Optional<String> recognise(String fileName, byte[] head) {
    String ending = ending(fileName);
    if (WITHOUT_READER.contains(ending)) {
      return Optional.empty();
    }
    String byEnding = BY_ENDING.get(ending);
    if (byEnding != null) {
      return Optional.of(byEnding);
    }
    return byContent(Encoding.beginning(head, 256).replace("\uFEFF", "").stripLeading());
  }

  private static Optional<String> byContent(String start) {
    if (start.startsWith("{")) {
      return Optional.of("jsonl");
    }
    boolean other = start.startsWith("[") || start.startsWith("<") || start.indexOf('\0') >= 0;
    return other ? Optional.empty() : Optional.of("text");
  }

  private static String ending(String fileName) {
    String name = Compression.plainName(fileName);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
