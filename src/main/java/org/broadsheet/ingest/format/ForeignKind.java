package org.broadsheet.ingest.format;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Kinds of text that hold no articles, or that no format reads, and what to do instead. */
enum ForeignKind {
  /** The index of a web archive: a line for each page, in one of three layouts. */
  INDEX_OF_WEB_ARCHIVE(
      "(?:!meta \\d+ \\{|CDX(?: [A-Za-z]){3}|\\S{1,4000} \\d{14}(?: (?:\\{|https?:|dns:|\\S{1,4000} \\S{1,200}/)|\\t\\S{1,300}\\t\\d))",
      "the index of a web archive, which names pages and holds none; give the WARC or ARC files instead"),
  /** A list of pages in a package of web archives. */
  PAGES_OF_WEB_ARCHIVE(
      "\\{\\s*\"format\"\\s*:\\s*\"json-pages-",
      "a list of pages; the pages themselves are read from the WARC files beside it"),
  /** What a package of web archives says of itself. */
  PACKAGE_OF_WEB_ARCHIVE(
      "\\{(?s:.{0,600}?\"(?:wacz_version\"|profile\"\\s*:\\s*\"(?:data|multi-wacz)-package\")|\\s*\"path\"\\s*:\\s*\"datapackage\\.json\")",
      "the description of a package of web archives; the pages are read from the WARC files beside it"),
  /** What a crawler notes while it works. */
  LOG_OF_CRAWLER(
      "\\{\\s*\"timestamp\"\\s*:\\s*\"[^\"]{1,60}\"\\s*,\\s*\"logLevel\"\\s*:",
      "the log of a crawler, which holds no pages"),
  /** References in BibTeX. */
  BIBTEX(
      "(?:%[^\\n]*\\n\\s*|@(?:comment|string|preamble)\\b[^\\n]*\\n\\s*){0,20}@[A-Za-z]{3,20}\\s*[{(][^,{}=\\n]{0,200},\\s*[\\w-]+\\s*=",
      "references in BibTeX; export them as RIS"),
  /** References in the tagged form of EndNote. */
  ENDNOTE("%0 \\p{L}[^\\n]{2,60}\\n%[A-Z0-9@] ", "references of EndNote; export them as RIS"),
  /** References in the XML of EndNote. */
  ENDNOTE_XML(
      "(?:<\\?xml[^>]{0,200}>\\s*)?<xml>\\s*<records>",
      "references of EndNote in XML; export them as RIS");

  private final Pattern start;
  private final String remedy;

  ForeignKind(String start, String remedy) {
    this.start = Pattern.compile(start);
    this.remedy = remedy;
  }

  /** The kind of a text, by its beginning without white space above it. */
  static Optional<ForeignKind> of(String beginning) {
    return Stream.of(values())
        .filter(kind -> kind.start.matcher(beginning).lookingAt())
        .findFirst();
  }

  /** What it is, and what would help. */
  String remedy() {
    return remedy;
  }
}
