package org.broadsheet.ingest.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentKindTest {

  private static final int MOST = 1_000_000;

  private static String word(String body) throws IOException {
    return lines(DocumentKind.DOCX.text(OfficeFiles.word(body), MOST));
  }

  private static String rtf(String body) throws IOException {
    return rtf(body, StandardCharsets.ISO_8859_1);
  }

  private static String rtf(String body, Charset charset) throws IOException {
    return lines(DocumentKind.RTF.text(("{\\rtf1" + body + "}").getBytes(charset), MOST));
  }

  private static String lines(String text) {
    return text.replaceAll("\\n+", "|").replaceAll("\\|$", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Night </w:t></w:r><w:r><w:t>ferries</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>They sail.</w:t></w:r></w:p>¦Night ferries|They sail.",
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>¦a\tb|c-d",
        "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:hyperlink r:id='x'><w:r><w:t>linked</w:t></w:r></w:hyperlink></w:p>¦linked",
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>left</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>right</w:t></w:r></w:p></w:tc></w:tr></w:tbl>¦left|right",
        "<w:p><w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:ins><w:r><w:t>once</w:t></w:r></w:ins></w:p>¦once",
        "<w:p><w:r><w:fldChar/><w:instrText>PAGE</w:instrText><w:t>12</w:t></w:r></w:p>¦12",
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>shown</w:t></w:r></w:p>¦shown",
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:t>box</w:t></w:pict></mc:Fallback></mc:AlternateContent><w:t>text</w:t></w:r></w:p>¦text|box",
        "<w:p><w:r><w:pict><w:textbox><w:txbxContent><w:p><w:r><w:t>one</w:t></w:r></w:p><w:p><w:r><w:t>two</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>in it</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p></w:txbxContent></w:textbox></w:pict></w:r></w:p><w:p><w:r><w:t>text</w:t></w:r></w:p>¦one|two|in it|text",
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r><w:r><w:t>text</w:t><w:drawing><w:t>label</w:t></w:drawing></w:r></w:p>¦text",
        "<w:p><w:pPr><w:pStyle w:val='TOC1'/></w:pPr><w:r><w:t>Ferries 3</w:t></w:r></w:p><w:p><w:r><w:t>Ferries</w:t></w:r></w:p>¦Ferries",
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>controlled &amp; kept</w:t></w:r></w:p></w:sdtContent></w:sdt>¦controlled & kept",
      })
  void readsTheParagraphsOfWord(String body, String text) throws IOException {
    assertEquals(text, word(body));
  }

  @Test
  void findsTheMainPartWhereTheDocumentSaysIt() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "_rels/.rels",
        "<Relationships><Relationship Type=\"urn:x/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>");
    parts.put("word/document2.xml", "<document><p><r><t>Found</t></r></p></document>");
    assertEquals("Found", lines(DocumentKind.DOCX.text(OfficeFiles.zip(parts), MOST)));
  }

  @Test
  void readsOpenDocument() throws IOException {
    String content =
        "<d:document-content xmlns:d='urn:o' xmlns:text='urn:t' xmlns:draw='urn:d'><text:h>Night"
            + "\n ferries</text:h><text:table-of-content><text:p>Night 1</text:p></text:table-of-content>"
            + "<text:p>They<text:s text:c='2'/><text:span>sail</text:span>.<text:note><text:p>1</text:p>"
            + "</text:note><text:line-break/>Again<draw:frame><text:p>box</text:p></draw:frame>.</text:p>"
            + "</d:document-content>";
    byte[] file =
        OfficeFiles.zip(
            Map.of("content.xml", content.replace("Night\n ferries", "Night\nferries")));
    assertEquals("Night ferries|They sail.|Again.", lines(DocumentKind.ODT.text(file, MOST)));
  }

  @Test
  void readsTheTextBoxesOfOpenDocument() throws IOException {
    String box = "<draw:text-box><text:p>They sail</text:p><text:p>again.</text:p></draw:text-box>";
    String content =
        "<d:document-content xmlns:d='urn:o' xmlns:text='urn:t' xmlns:draw='urn:d'><text:p>Night "
            + "<draw:frame><draw:title>a picture</draw:title>"
            + box
            + "</draw:frame>ferries</text:p><text:p>The <draw:custom-shape><text:p>Harbour Post"
            + "</text:p></draw:custom-shape>queue grew.</text:p></d:document-content>";
    byte[] file = OfficeFiles.zip(Map.of("content.xml", content));
    assertEquals(
        "Night ferries|They sail|again.|The queue grew.|Harbour Post",
        lines(DocumentKind.ODT.text(file, MOST)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        "\\ansi{\\b Night} ferries\\par They\\tab sail\\line again.\\par¦Night ferries|They\tsail|again.",
        "{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\stylesheet{\\s0 Normal;}}{\\info{\\title x}}{\\*\\generator y;}Text¦Text",
        "{\\header Page 1}{\\footer Page 1}{\\pict 00ff}Text{\\footnote note}{\\*\\bkmkstart b}.¦Text.",
        "{\\field{\\*\\fldinst HYPERLINK \"http://a.example\"}{\\fldrslt a link}}¦a link",
        "\\ansicpg1252 caf\\'e9 \\'93q\\'94¦café “q”",
        "\\ansicpg1251 \\'cf\\'e0\\'f0\\'ee\\'ec¦Паром",
        "\\ansicpg1252{\\fonttbl{\\f1\\fcharset204 Arial Cyr;}}\\f0 caf\\'e9 \\f1\\'cf\\'e0\\'f0\\'ee\\'ec \\plain\\'e9¦café Паром é",
        "\\ansicpg932 \\'83t\\'83F\\'83\\'8a\\'81[¦フェリー",
        "\\uc1 caf\\u233 ? \\u8220\\'93q\\u8221\\'94¦café “q”",
        "{\\uc0 \\u1055\\u1072}\\uc2\\u1088 ab\\u1086 cd{\\uc1 \\u-4051?}¦Паро\uf02d",
        "a\\~b\\_c\\-d\\emdash e\\rquote f\\{g\\}\\\\¦a\u00a0b-cd—e’f{g}\\",
        "\\trowd\\pard\\intbl HD\\cell Night\\par ferries\\cell\\row\\pard\\intbl BY\\cell Jane\\cell\\row\\pard End\\par¦HD\tNight|ferries\t|BY\tJane\t|End",
        "shown{\\v hidden} and \\v not\\v0 shown¦shown and shown",
        "One{\\upr{ caf\\'e9 }{\\*\\ud{ caf\\u233? }}}two¦One café two",
        "a\\bin3 {{{b¦ab",
        "a}b{c¦abc",
      })
  void readsRichText(String body, String text) throws IOException {
    assertEquals(text, rtf(body));
  }

  @Test
  void readsLettersThatRichTextShouldNotHave() throws IOException {
    assertEquals("Паром", rtf("\\ansicpg1252 Паром", StandardCharsets.UTF_8));
    assertEquals("Паром", rtf("\\ansicpg1251 Паром", Charset.forName("windows-1251")));
  }

  @ParameterizedTest
  @CsvSource({
    "article.docx, word/document.xml, docx",
    "article, word/document.xml, docx",
    "article.zip, xl/workbook.xml, xlsx",
    "article, ppt/presentation.xml, pptx",
    "article.docx, other.xml, docx",
    "article.xlsb, xl/workbook.bin, xlsb",
    "article.zip, other.xml,",
    "article, other.xml,",
  })
  void recognisesDocuments(String name, String part, String kind) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "<Types/>");
    parts.put(part, "x");
    String ending = name.substring(name.indexOf('.') + 1);
    assertEquals(Optional.ofNullable(kind), OfficeFile.kind(ending, OfficeFiles.zip(parts)), name);
    assertEquals(
        Optional.empty(), OfficeFile.kind("zip", OfficeFiles.zip(Map.of("word/a.txt", "x"))));
  }

  @Test
  void isNotHarmedByEntities() {
    String bomb =
        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
            + "<document><p><r><t>x&b;&f;y</t></r></p></document>";
    byte[] file = OfficeFiles.zip(Map.of("word/document.xml", bomb));
    String text;
    try {
      text = lines(DocumentKind.DOCX.text(file, MOST));
    } catch (IOException e) {
      text = "refused";
    }
    assertTrue(text.equals("refused") || text.equals("xy"), text);
  }

  @Test
  void endsWhereADocumentWasMadeToDoHarm() {
    byte[] deep = OfficeFiles.word("<w:p>".repeat(100_000));
    byte[] large =
        OfficeFiles.word("<w:p><w:r><w:t>" + "x".repeat(2 * MOST) + "</w:t></w:r></w:p>");
    byte[] groups = ("{\\rtf1" + "{".repeat(1_000_000)).getBytes(StandardCharsets.US_ASCII);
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          assertThrows(IOException.class, () -> DocumentKind.DOCX.text(deep, MOST));
          assertThrows(DocumentTooLongException.class, () -> DocumentKind.DOCX.text(large, MOST));
          assertThrows(IOException.class, () -> DocumentKind.RTF.text(groups, MOST));
        });
  }

  /** Whatever is changed in it, a document is read or refused, in time. */
  @Test
  void brokenDocumentsAreReadOrRefused() {
    byte[] word = OfficeFiles.wordOf("Night ferries\nThey sail.");
    byte[] rich =
        "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset128 A;}}\\f0 caf\\'e9\\u233 ?\\'83t{\\*\\x y}\\bin2 ab\\par}"
            .getBytes(StandardCharsets.US_ASCII);
    Random random = new Random(3);
    assertTimeout(
        Duration.ofSeconds(30),
        () -> {
          for (int i = 0; i < 3_000; i++) {
            read(DocumentKind.DOCX, mutated(word, random));
            read(DocumentKind.RTF, mutated(rich, random));
          }
        });
  }

  private static void read(DocumentKind kind, byte[] file) {
    try {
      kind.text(file, MOST);
    } catch (IOException | RuntimeException e) {
      // What reads files expects both: parsers throw whatever they like.
    }
  }

  private static byte[] mutated(byte[] file, Random random) {
    byte[] bytes = file.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }
}
