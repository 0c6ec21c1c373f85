package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.broadsheet.ingest.compression.Compression;
import org.broadsheet.ingest.encoding.Encoding;
import org.broadsheet.ingest.record.ArticleField;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FieldChoice;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.Lines;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.RecordFormat;
import org.junit.jupiter.api.Test;

/** Whatever the bytes, a format answers with articles or rejections, never with an exception. */
class FormatFuzzTest {

  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "\\",
    "\\u",
    "null",
    "true",
    "1e9",
    "-",
    "{\"title\": \"x\"}",
    "\"title\":",
    "\"text\":",
    "\"author\":",
    "\"keywords\":",
    "{\"name\":",
    "\"date\": \"None\"",
    "\n",
    "\n\n",
    "\r\n",
    "---\n",
    "***\n",
    "# Title\n",
    "By Jane Doe\n",
    "October 07, 2020\n",
    "title: x\n",
    "Original url:\n",
    "<https://a.example/1>\n",
    "(AP Photo)",
    "Related article: ",
    "[a](#)",
    "A ferry sails. ",
    "\u0001npa0123 3 pl 9 npa 1\r\n",
    "\u0001",
    "\u0002",
    "\u0003",
    "031137 GMT May 24",
    "^By Jane Doe=\r\n",
    "<\r\n\t",
    "\nTY  - NEWS\n",
    "AU  - Doe, Jane\n",
    "ER  - \n",
    "\nhttp://a.example/1 192.0.2.1 20200101000000 text/html 30\n",
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
    "\u0000",
    "\ufeff",
    "\u00a0",
    "é",
    "😀",
    " "
  };

  private static final FieldChoice CHOICE =
      new FieldChoice(
          Map.of(ArticleField.SECTION, "a.b", ArticleField.DATELINE, "."),
          List.of("x", ".", "a.b", ""));

  private static final String[] NAMES = {
    "title", "text", "author", "keywords", "date", "source", "name", "a", "b", "a.b", "", ".", "x"
  };

  /** A JSON value, well-formed unless a byte is hit. */
  private static String json(Random random, int depth) {
    int kind = random.nextInt(depth > 4 ? 4 : 7);
    StringBuilder value = new StringBuilder();
    for (int i = random.nextInt(4); i > 0 && kind > 3; i--) {
      value.append(value.isEmpty() ? "" : ",");
      String name = NAMES[random.nextInt(NAMES.length)];
      value.append(kind > 4 ? "\"" + name + "\":" : "").append(json(random, depth + 1));
    }
    return switch (kind) {
      case 0 -> "null";
      case 1 -> String.valueOf(random.nextInt());
      case 2 -> "\"None\"";
      case 3 -> "\"A ferry \\n😀 \\ud83d\"";
      case 4 -> "[" + value + "]";
      default -> "{" + value + "}";
    };
  }

  private static byte[] bytes(Random random) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (random.nextInt(4) == 0) {
      bytes.writeBytes(json(random, 0).getBytes(StandardCharsets.UTF_8));
      byte[] hit = bytes.toByteArray();
      if (random.nextBoolean()) {
        hit[random.nextInt(hit.length)] = (byte) random.nextInt(256);
      }
      return hit;
    }
    int kind = random.nextInt(3);
    int size = random.nextInt(40);
    for (int i = 0; i < size; i++) {
      if (kind == 0 || kind == 1 && random.nextInt(15) == 0) {
        bytes.write(random.nextInt(256));
      } else {
        bytes.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static int check(RecordFormat format, byte[] bytes) {
    RawRecords records =
        format.cut(new ByteArrayInputStream(bytes), new ReadSettings(1_000, CHOICE, null));
    long number = 0;
    int found = 0;
    while (records.hasNext()) {
      RawRecord record = records.next();
      assertTrue(record.number() > number, "numbers rise");
      number = record.number();
      List<FoundArticle> articles = record.articles();
      assertFalse(articles.isEmpty(), "each record has an outcome");
      for (FoundArticle article : articles) {
        check(article);
        found += article.rejection() == null ? 1 : 0;
      }
    }
    assertTrue(records.count() >= number);
    return found;
  }

  private static void check(FoundArticle article) {
    assertNotNull(article.keywords());
    assertNotNull(article.captions());
    assertNotNull(article.extra());
    if (article.rejection() != null) {
      assertNotNull(article.rejection().reason());
      assertNotNull(article.rejection().detail());
    }
  }

  @Test
  void anyBytesAreReadWithoutAnException() {
    for (String name : Formats.names()) {
      if (name.equals(Formats.PARQUET)) {
        continue;
      }
      Random random = new Random(41);
      int found = 0;
      for (int i = 0; i < 6_000; i++) {
        byte[] bytes = bytes(random);
        found +=
            assertDoesNotThrow(
                () -> check(Formats.named(name), bytes), () -> name + " " + Arrays.toString(bytes));
        assertNotNull(FormatRecognition.of("a", bytes));
        Encoding.beginning(bytes, random.nextInt(30));
      }
      // What has a frame of its own is tested by mutated files, see HostileInputTest.
      boolean framed = !List.of("text", "html", "json", "jsonl").contains(name);
      assertTrue(found > 100 || framed, name + ": only " + found + " articles: little was tested");
    }
  }

  /**
   * A broken compressed file gives its lines or a rejection; any other exception would end the job.
   */
  @Test
  void anyBytesAreDecompressedOrRejected() {
    Random random = new Random(43);
    byte[][] magics = {
      {0x1f, (byte) 0x8b, 8, 0}, {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd}, {'B', 'Z', 'h', '9'}
    };
    int headers = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = bytes(random);
      byte[] file = Arrays.copyOf(magics[i % 3], 4 + bytes.length);
      System.arraycopy(bytes, 0, file, 4, bytes.length);
      try (InputStream in = Compression.of(file).decompressed(new ByteArrayInputStream(file))) {
        Lines lines = Cut.lines(in, 1_000);
        while (lines.hasNext()) {
          assertNotNull(lines.next());
        }
      } catch (IOException e) {
        headers++;
      }
    }
    assertTrue(headers < 1_000, "most files have a header that can be read, but not " + headers);
  }
}
