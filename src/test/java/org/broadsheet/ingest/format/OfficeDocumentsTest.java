package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.ingest.document.OfficeFiles;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RecordFormat;
import org.broadsheet.ingest.record.Rejection;
import org.junit.jupiter.api.Test;

class OfficeDocumentsTest {

  private static List<FoundArticle> articles(byte[] file) {
    String format = FormatRecognition.of("article", file).orElseThrow();
    return Cut.articles(Formats.named(format), file);
  }

  private static String rows(byte[] file) {
    return articles(file).stream().map(OfficeDocumentsTest::row).collect(Collectors.joining("\n"));
  }

  private static String row(FoundArticle article) {
    return String.join(
        " | ",
        article.title(),
        article.source(),
        article.published(),
        article.byline(),
        article.section(),
        article.body().replace("\n\n", "¶"));
  }

  /** A cover with a list of the articles stands above the first one. */
  @Test
  void readsTheArticlesOfAnExport() {
    byte[] file =
        OfficeFiles.wordOf(
            """
            User Name: A Reader
            Date and Time: Thursday, 9 May 2019 14:28:00
            Job Number: 1234567
            Documents (2)
            1. Night ferries return
            Client/Matter: -None-
            Search Terms: ferries
            2. Cannery closes

            Night ferries return
            The Harbour Post
            March 3, 2019 Sunday
            First Edition
            Copyright 2019 Harbour Post Ltd All Rights Reserved
            Section:\u00a0NEWS; Pg. 3
            Length:\u00a0512 words
            Byline:\u00a0Jane Doe
            Highlight: They are back.
            Body
            The night ferries sail again & again.
            By noon the queue had reached the market.
            Graphic
            The old ferry. Photograph: Ann Roe
            Classification
            Language:\u00a0ENGLISH
            Load-Date:\u00a0March 4, 2019
            End of Document

            Cannery closes
            Marrow Today
            Monday, 4 March 2019
            Copyright 2019 The Marrow Company
            Section:\u00a0BUSINESS
            Byline:\u00a0John Smith
            Body
            The cannery closed.
            Load-Date:\u00a0March 4, 2019
            End of Document
            """);
    assertEquals(
        """
        Night ferries return | The Harbour Post | March 3, 2019 Sunday | Jane Doe | NEWS | The night ferries sail again & again.¶By noon the queue had reached the market.
        Cannery closes | Marrow Today | Monday, 4 March 2019 | John Smith | BUSINESS | The cannery closed.""",
        rows(file));
  }

  @Test
  void readsOneArticleAsSavedText() {
    FoundArticle article =
        articles(
                OfficeFiles.wordOf(
                    "Night ferries return\nBy Jane Doe\nMarch 3, 2019\nThey sail again, the harbour said."))
            .get(0);
    assertEquals("Night ferries return", article.title());
    assertEquals("By Jane Doe", article.byline());
    assertEquals("They sail again, the harbour said.", article.body());
  }

  private static final String FIELDS =
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\footer Page 1}"
          + row("SE", "NEWS")
          + row("HD", "Night ferries return")
          + row("BY", "Jane Doe")
          + row("WC", "512 words")
          + row("PD", "3 March 2019")
          + row("SN", "The Harbour Post")
          + row("LA", "English")
          + row("LP", "The night ferries sail to the caf\\'e9.\\par")
          + row("TD", "By noon the queue had reached the market.\\par It grew.\\par")
          + row("CO", "harb : Harbour Ltd")
          + row("AN", "Document HARB000020190303ef3300001")
          + "\\pard\\page\\par "
          + row("SE", "BUSINESS")
          + row("HD", "Cannery closes")
          + row("BY", "John Smith")
          + row("PD", "4 March 2019")
          + row("SN", "Marrow Today")
          + row("TD", "The cannery closed.")
          + row("AN", "Document MARR000020190304ef3400002")
          + "\\pard Search Summary\\par}";

  private static String row(String label, String value) {
    return "\\trowd\\cellx900\\cellx9000\\pard\\intbl{\\b "
        + label
        + "}\\cell\\pard\\intbl "
        + value
        + "\\cell\\row\n";
  }

  @Test
  void readsTheFieldsOfAnExportInRichText() {
    assertEquals(
        """
        Night ferries return | The Harbour Post | 3 March 2019 | Jane Doe | NEWS | The night ferries sail to the café.¶By noon the queue had reached the market.¶It grew.
        Cannery closes | Marrow Today | 4 March 2019 | John Smith | BUSINESS | The cannery closed.""",
        rows(FIELDS.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void readsTheLinesOfAnExportInRichText() {
    String lines =
        "{\\rtf1\\ansi NEWS\\par\\par{\\b Night ferries return}\\par\\par By Jane Doe\\par 512 words\\par 3"
            + " March 2019\\par The Harbour Post\\par HARB\\par English\\par \\'a9 2019 Harbour Post Ltd\\par\\par The"
            + " night ferries sail again.\\par\\par By noon the queue had reached the market.\\par\\par Document"
            + " HARB000020190303ef3300001\\par}";
    assertEquals(
        "Night ferries return | The Harbour Post | 3 March 2019 | By Jane Doe | NEWS | The night"
            + " ferries sail again.¶By noon the queue had reached the market.",
        rows(lines.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void whatCannotBeReadIsRejectedWithARemedy() {
    byte[] whole = OfficeFiles.wordOf("Night ferries");
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    Rejection broken = rejection(cut, 1_000_000);
    assertEquals("unreadable-file", broken.reason().label());
    assertTrue(broken.detail().contains("save it again"), broken.detail());
    Rejection empty = rejection(OfficeFiles.word("<w:p/>"), 1_000_000);
    assertEquals("no-text", empty.reason().label());
    assertEquals("too-long", rejection(whole, 100).reason().label());
    assertEquals(Optional.of("docx"), FormatRecognition.of("a.zip", whole));
  }

  private static Rejection rejection(byte[] file, int most) {
    RecordFormat format = Formats.named("docx");
    return Cut.rejection(format.cut(new ByteArrayInputStream(file), Cut.upTo(most)).next());
  }
}
