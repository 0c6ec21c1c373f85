package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.broadsheet.ingest.record.BodyStatus;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.ReadSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  private static List<FoundArticle> articles(String csv) {
    return Cut.articles(new Csv(), csv);
  }

  private static List<String> titles(String csv) {
    return Cut.titles(new Csv(), csv);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void cellsAreCutAtTheDelimiterThatTheRowsSpeakFor(String delimiter) {
    String csv =
        "title@text@author\nOne@A word, with a comma; and more.@Jane Doe\nTwo@Another, one; here.@\n"
            .replace("@", delimiter);
    if (delimiter.equals(",") || delimiter.equals(";")) {
      csv = csv.replaceAll("(A word.*more\\.|Another.*here\\.)", "\"$1\"");
    }
    List<FoundArticle> articles = articles(csv);
    assertEquals(2, articles.size());
    assertEquals("A word, with a comma; and more.", articles.get(0).body());
    assertEquals("Jane Doe", articles.get(0).byline());
    assertEquals(null, articles.get(1).byline());
  }

  /** The trap: a reader of lines makes two records of this one. */
  @Test
  void aCellWithLineBreaksIsOneCell() {
    String csv =
        "title,text\r\n\"One\",\"First line.\r\n\r\nThird \"\"line\"\".\"\r\nTwo,Short.\r\n";
    List<FoundArticle> articles = articles(csv);
    assertEquals("First line.\r\n\r\nThird \"line\".", articles.get(0).body());
    assertEquals(List.of("2 One", "5 Two"), titles(csv));
  }

  @Test
  void aBackslashMayEscape() {
    String csv = "title,text\nOne,\"He said \\\"no\\\", and left.\"\nTwo,\"a \\\"b\\\" c\"\n";
    assertEquals("He said \"no\", and left.", articles(csv).get(0).body());
  }

  @Test
  void aMarkInMidCellIsText() {
    assertEquals(
        List.of("2 A 6\" gun", "3 The \"old\" town", "4 Three"),
        titles("title,text\nA 6\" gun,x\n\"The \"old\" town\",y\nThree,z\n"));
  }

  @Test
  void aMarkThatNeverClosesCostsItsLineAlone() {
    StringBuilder csv = new StringBuilder("title,text\n");
    for (int i = 2; i < 20_000; i++) {
      csv.append(i == 15_000 ? "\"One,x\n" : "\"" + i + "\",\"y, z\"\n");
    }
    // As long as marks pair up, a cell may run on: the row is lost where it does not fit.
    List<String> titles = titles(csv.toString());
    assertEquals("14999 14999", titles.get(14_997));
    assertEquals("15000 bad-record", titles.get(14_998));
    assertEquals("19999 19999", titles.get(titles.size() - 1));
    assertEquals(19_998, titles.size());
  }

  /** The next row's marks close it, so that two rows look like one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Two,2020,x,y\nThree,2020,x,\"A first line.\n\nAnother.\"\n",
        "Two,2020,x,\"y\nThree,2020,x,\"A line.\"\n",
        "Two,2020,\"x,y\nThree,2020,\"x\",\"A first line.\n\nAnother.\"\n",
        "Two,2020,\"x,y\nThree,2020,x,\"A line.\""
      })
  void aMarkThatALaterRowClosesCostsItsLineAlone(String rows) {
    String one = "One,2020,x,\"A line.\nAnother, \"\"quoted\"\".\"\n";
    List<String> titles = titles("title,date,source,text\n" + one.repeat(20) + rows);
    assertEquals(List.of("40 One", "42 bad-record", "43 Three"), titles.subList(19, titles.size()));
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", ","})
  void aSpreadsheetMayNameItsDelimiter(String delimiter) {
    String csv = "sep=@\r\ntitle@text\r\nOne@A, b; c\r\n".replace("@", delimiter);
    FoundArticle article = articles(csv.replace("A, b; c", "\"A, b; c\"")).get(0);
    assertEquals("One", article.title());
    assertEquals("A, b; c", article.body());
  }

  @Test
  void tabsNeedNoQuotes() {
    String tsv = "title\ttext\n\"One\" is said\tShe said \"no\n\"Two\tx\nThree\ty\n";
    assertEquals(List.of("2 \"One\" is said", "3 \"Two", "4 Three"), titles(tsv));
  }

  @Test
  void aFileMayNameNoColumns() {
    String csv = "2020-10-07,3.5,A first title here.\n2020-10-08,4.5,Another one is here.\n";
    assertEquals(List.of("1 no-mapping", "2 no-mapping"), titles(csv));
    String mind =
        "N88753\tlifestyle\troyals\tThe title\tThe abstract.\thttps://a.example/1\t[]\t[]\n"
            + "N45436\tnews\tscience\tOther title\t\thttps://a.example/2\t[]\t[]\n";
    FoundArticle article = articles(mind).get(0);
    assertEquals("The title", article.title());
    assertEquals("The abstract.", article.body());
    assertEquals(BodyStatus.ABSTRACT, article.status());
    assertEquals("lifestyle", article.section());
    assertEquals(List.of("royals"), article.keywords());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Articles of the harbour\n\n",
        "Articles of the harbour\r\n\r\n",
        "Articles of the harbour,,\nExported 3 March, 2011\n,,\n\n",
        "\ufeffArticles of the harbour\n"
      })
  void aTitleMayStandAboveTheNames(String above) {
    String csv = above + "title,text,author\nOne,\"A word,\nand more.\",Jane Doe\nTwo,x,\n";
    int lines = (int) above.chars().filter(c -> c == '\n').count();
    assertEquals(List.of((lines + 2) + " One", (lines + 4) + " Two"), titles(csv));
    assertEquals("Jane Doe", articles(csv).get(0).byline());
  }

  @Test
  void namesMayBeFewerThanCells() {
    assertEquals(List.of("2 bad-record", "3 bad-record"), titles("title,text\nA,b,c\nD,e,f\n"));
    assertEquals(List.of("2 null", "3 null"), titles(",text\n0,A b\n1,C d\n"));
  }

  @Test
  void aZeroIsNoPartOfAText() {
    FoundArticle article = articles("title,text\nOn\0e,A \0word.\nTwo,x\n").get(0);
    assertEquals("One", article.title());
    assertEquals("A word.", article.body());
  }

  @Test
  void aRowWithTooManyCellsIsRejectedAndOneWithFewerIsFilled() {
    assertEquals(
        List.of("2 bad-record", "3 Two", "4 Three"),
        titles("title,text,url\nOne,x,y,z\nTwo,x\nThree,a,b\n"));
  }

  @Test
  void anyEncodingIsRead() {
    String csv =
        "title,text\nРешение суда по делу о реке,Суд в понедельник принял решение по делу.\n";
    for (String charset : List.of("UTF-8", "windows-1251", "KOI8-R")) {
      byte[] bytes = csv.getBytes(Charset.forName(charset));
      assertEquals(
          "Решение суда по делу о реке", Cut.articles(new Csv(), bytes).get(0).title(), charset);
    }
  }

  /** A title alone is too short to tell. */
  @Test
  void aShortCellIsInTheEncodingOfItsRow() {
    String csv =
        "title,text\nМост,\"Суд в понедельник принял решение, и по делу о мосте через реку.\"\n";
    byte[] bytes = csv.getBytes(Charset.forName("windows-1251"));
    assertEquals("Мост", Cut.articles(new Csv(), bytes).get(0).title());
  }

  /** In windows-1251 the letter is the byte 0xFF, which is no end of the file. */
  @Test
  void aLetterOfTheHighestByteEndsNoCell() {
    String csv =
        "title,text\n\"Газета \"Заря\"я, вечерняя\",\"Суд в понедельник принял решение по делу.\"\n";
    byte[] bytes = csv.getBytes(Charset.forName("windows-1251"));
    FoundArticle article = Cut.articles(new Csv(), bytes).get(0);
    assertEquals("Газета \"Заря\"я, вечерняя", article.title());
    assertEquals("Суд в понедельник принял решение по делу.", article.body());
  }

  /** Whatever cells hold, they come back: quoted where they must be. */
  @Test
  void anyCellsComeBack() {
    Random random = new Random(7);
    String[] pieces = {"a", "\"", ",", "\n", "\r\n", ";", " ", "é", "😀", "x y", "\t", "'"};
    for (int round = 0; round < 300; round++) {
      StringBuilder csv = new StringBuilder("title,text\n");
      String[][] rows = new String[5][2];
      for (String[] row : rows) {
        for (int i = 0; i < 2; i++) {
          StringBuilder cell = new StringBuilder("w");
          for (int j = random.nextInt(8); j > 0; j--) {
            cell.append(pieces[random.nextInt(pieces.length)]);
          }
          row[i] = cell.append("w").toString();
          csv.append('"').append(row[i].replace("\"", "\"\"")).append(i == 0 ? "\"," : "\"\n");
        }
      }
      List<FoundArticle> articles = articles(csv.toString());
      assertEquals(5, articles.size(), csv.toString());
      for (int i = 0; i < 5; i++) {
        assertEquals(rows[i][0], articles.get(i).title(), csv.toString());
        assertEquals(rows[i][1], articles.get(i).body(), csv.toString());
      }
    }
  }

  @Test
  void aMarkInEveryLineEndsInTimeToo() {
    StringBuilder csv = new StringBuilder("title,text\n");
    for (int i = 0; i < 50_000; i++) {
      csv.append("\"x").append(i).append(" y,z\n");
    }
    Cut.titles(new Csv(), csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aColumnShowsThatFamilyNamesComeFirst() {
    String rows = "title,author\nOne,\"Holm, Runa\"\nTwo,\"Vik, Tor; Moe, Liv\"\n";
    assertTrue(settled(rows).familyNamesFirst());
    assertFalse(settled(rows.replace("Vik, Tor; Moe, Liv", "Tor Vik")).familyNamesFirst());
    assertFalse(settled("").familyNamesFirst());
  }

  private static ReadSettings settled(String rows) {
    return new Csv().settled(rows.getBytes(StandardCharsets.UTF_8), Cut.upTo(1_000));
  }
}
