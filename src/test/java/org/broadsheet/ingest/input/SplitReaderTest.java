package org.broadsheet.ingest.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.hadoop.conf.Configuration;
import org.broadsheet.ingest.format.Formats;
import org.broadsheet.ingest.record.FieldChoice;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files cut into parts: every line once, with its number in the file, whatever the parts. */
class SplitReaderTest {

  private static final int LINES = 40_000;

  @TempDir Path folder;

  /** Lines of uneven length, every seventh blank. */
  private static byte[] lines() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= LINES; i++) {
      String pad = "x".repeat(i * 7919 % 211);
      text.append(i % 7 == 0 ? "" : "{\"title\": \"" + i + "\", \"text\": \"" + pad + "\"}")
          .append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private InputFile file(String name, byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve(name), bytes);
    return new InputFile(path.toUri().toString(), name, bytes.length, 0, 0, null);
  }

  /** What the parts of a file hold: title by number in the file, as Corpus numbers them. */
  private static List<String> read(InputFile file, boolean compressed, int tasks) {
    List<String> found = new ArrayList<>();
    long before = 0;
    for (Split split : Split.of(List.of(file), f -> compressed, tasks)) {
      SplitReader reader = reader(split);
      while (reader.hasNext()) {
        ReadRecord record = reader.next();
        if (record.isEnd()) {
          before += record.number();
        } else {
          String what =
              record.article().rejection() == null
                  ? record.article().title()
                  : record.article().rejection().reason().label();
          found.add(before + record.number() + " " + what);
        }
      }
    }
    return found;
  }

  private static SplitReader reader(Split split) {
    InputSpec input = new InputSpec("", Formats.AUTO, null, new FieldChoice(Map.of(), List.of()));
    return new SplitReader(
        split, input, 1_000_000, Long.MAX_VALUE, () -> false, new Configuration());
  }

  private static List<String> expected(int lines) {
    List<String> expected = new ArrayList<>();
    for (int i = 1; i <= lines; i++) {
      if (i % 7 != 0) {
        expected.add(i + " " + i);
      }
    }
    return expected;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void linesOfAPlainFileAreNumberedInTheFile(int tasks) throws IOException {
    InputFile file = file("a.jsonl", lines());
    assertTrue(tasks == 1 || Split.of(List.of(file), f -> false, tasks).size() > 1);
    assertIterableEquals(expected(LINES), read(file, false, tasks));
  }

  /** What has no lines cannot be shared out: the first part has all of it, the others nothing. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void aCompressedArrayIsReadWhole(int tasks) throws IOException {
    String array =
        "[" + new String(lines(), StandardCharsets.UTF_8).replaceAll("}\\n+(?=\\{)", "},") + "]";
    InputFile file = file("a.json.gz", gzip(array.getBytes(StandardCharsets.UTF_8)));
    assertEquals(tasks, Split.of(List.of(file), f -> true, tasks).size());
    assertEquals(expected(LINES).size(), read(file, true, tasks).size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void linesWithinACompressedArchiveAreReadWhole(int tasks) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry entry = new TarArchiveEntry("a.jsonl");
      entry.setSize(lines().length);
      tar.putArchiveEntry(entry);
      tar.write(lines());
      tar.closeArchiveEntry();
    }
    InputFile file = file("a.tar.gz", gzip(bytes.toByteArray()));
    assertEquals(tasks, Split.of(List.of(file), f -> true, tasks).size());
    assertEquals(expected(LINES).size(), read(file, true, tasks).size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void linesOfACompressedFileAreNumberedInTheFile(int tasks) throws IOException {
    InputFile file = file("a.jsonl.gz", gzip(lines()));
    assertEquals(tasks, Split.of(List.of(file), f -> true, tasks).size());
    List<String> found = read(file, true, tasks);
    found.sort((a, b) -> Integer.compare(number(a), number(b)));
    assertIterableEquals(expected(LINES), found);
  }

  /** A message may hold several articles; what comes after it is numbered behind them. */
  @Test
  void noTwoArticlesOfAFileHaveTheSameNumber() throws IOException {
    String mark = "From list@a.example Mon May  6 10:00:00 2024\n";
    String head = "From: List <list@a.example>\nDate: Mon, 06 May 2024 10:00:00 +0000\n";
    String digest =
        "Subject: Digest\nMIME-Version: 1.0\nContent-Type: multipart/digest; boundary=cut\n\n"
            + "--cut\n\n%sSubject: One\n\nThe ferry sails.\n\n--cut\n\n%sSubject: \n\n\n--cut--\n\n";
    String mailbox =
        mark
            + head
            + digest.formatted(head, head)
            + (mark + head + "Subject: Three\n\nThe tram runs.\n\n")
            + (mark + head + digest.formatted(head, head));
    InputFile file = file("a.mbox", mailbox.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("1 One", "2 ", "3 Three", "4 One", "5 "), read(file, false, 1));
  }

  private static int number(String found) {
    return Integer.parseInt(found.substring(0, found.indexOf(' ')));
  }

  /** The beginning of the file tells it for all parts. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void everyPartReadsNamesAlike(int tasks) throws IOException {
    String names = new String(lines(), StandardCharsets.UTF_8);
    names = names.replaceAll("\"text\"", "\"author\": \"Holm, R\", \"text\"");
    names = names.replaceFirst("Holm, R", "Vik, T");
    InputFile file = file("a.jsonl", names.getBytes(StandardCharsets.UTF_8));
    List<Boolean> found = new ArrayList<>();
    for (Split split : Split.of(List.of(file), f -> false, tasks)) {
      SplitReader reader = reader(split);
      while (reader.hasNext()) {
        ReadRecord record = reader.next();
        if (!record.isEnd()) {
          found.add(record.article().familyNamesFirst());
        }
      }
    }
    assertEquals(expected(LINES).size(), found.size());
    assertFalse(found.contains(false));
  }

  @Test
  void everyLineBeforeACutIsRead() throws IOException {
    byte[] few = Arrays.copyOf(lines(), 5_000);
    byte[] bytes = gzip(few);
    List<String> found =
        read(file("cut.jsonl.gz", Arrays.copyOf(bytes, bytes.length - 9)), true, 1);
    int whole =
        (int) new String(few, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();
    List<String> expected = expected(whole);
    expected.add(whole + 1 + " " + Reason.UNREADABLE_FILE.label());
    assertEquals(expected, found);
  }

  /** A line that runs over whole parts of the file belongs to the part that it begins in. */
  @Test
  void aLineThatIsLongerThanAPartIsReadOnce() throws IOException {
    String lines =
        "{\"title\": \"1\"}\n{\"title\": \"" + "x".repeat(6 << 20) + "\"}\n{\"title\": \"3\"}\n";
    InputFile file = file("a.jsonl", lines.getBytes(StandardCharsets.UTF_8));
    assertTrue(Split.of(List.of(file), f -> false, 3).size() > 3);
    assertEquals(List.of("1 1", "2 too-long", "3 3"), read(file, false, 3));
  }

  @Test
  void whatSystemsPutIntoAnArchiveIsNoFile() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (String name :
          List.of("a/1.json", "a/Thumbs.db", "a/desktop.ini", "a/__MACOSX", "~$1.txt")) {
        byte[] content = "{\"title\": \"One\"}".getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
      TarArchiveEntry link = new TarArchiveEntry("a/2.json", TarConstants.LF_SYMLINK);
      link.setLinkName("1.json");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }
    assertEquals(List.of("1 One"), read(file("a.tar", bytes.toByteArray()), false, 1));
  }

  @Test
  void aRecordThatOverflowsTheStackIsRejected() {
    RawRecord endless = new RawRecord(1, new byte[0], SplitReaderTest::endless);
    List<FoundArticle> found = SplitReader.found(endless);
    assertEquals(Reason.PROGRAM_ERROR, found.get(0).rejection().reason());
    assertTrue(found.get(0).rejection().detail().contains("StackOverflowError"));
  }

  private static List<FoundArticle> endless(byte[] bytes) {
    return endless(bytes);
  }
}
