package org.broadsheet.ingest.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.broadsheet.SameArticles;
import org.broadsheet.ingest.format.Formats;
import org.broadsheet.ingest.record.FieldChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made to do harm, or suffered some: each is rejected with its reason. */
class HostileInputTest {

  private static final int MAX_RECORD_BYTES = 1_000_000;

  @TempDir Path folder;

  /** Every outcome of a file: its name, and the title or the reason. */
  private List<String> read(String name, byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve(name), bytes);
    InputFile file = new InputFile(path.toUri().toString(), name, bytes.length, 0, 0, null);
    InputSpec input = new InputSpec("", Formats.AUTO, null, new FieldChoice(Map.of(), List.of()));
    List<String> found = new ArrayList<>();
    for (Split split : Split.of(List.of(file), f -> false, 1)) {
      SplitReader reader =
          new SplitReader(
              split, input, MAX_RECORD_BYTES, Long.MAX_VALUE, () -> false, new Configuration());
      while (reader.hasNext()) {
        ReadRecord record = reader.next();
        if (!record.isEnd()) {
          boolean accepted = record.article().rejection() == null;
          found.add(
              record.file()
                  + " "
                  + (accepted
                      ? record.article().title()
                      : record.article().rejection().reason().label()));
        }
      }
    }
    return found;
  }

  private List<String> read(String name, String text) throws IOException {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(byte[] start, long more) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(start);
      byte[] chunk = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (long i = 0; i < more >> 20; i++) {
        out.write(chunk);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  @Test
  void aBombIsNotUnpackedToItsEnd() throws IOException {
    byte[] start = "{\"title\": \"One\"}\n".getBytes(StandardCharsets.UTF_8);
    byte[] bomb = gzip(start, 400L << 20);
    assertEquals(List.of("a.jsonl.gz One", "a.jsonl.gz unreadable-file"), read("a.jsonl.gz", bomb));
    List<String> zipped = read("b.zip", zip("b.jsonl.gz", bomb));
    assertEquals(List.of("b.zip!/b.jsonl.gz One", "b.zip!/b.jsonl.gz unreadable-file"), zipped);
  }

  @Test
  void archivesInOneAnotherEnd() throws IOException {
    byte[] nested = "A title\n\nA word.".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 4; i++) {
      nested = zip(i == 0 ? "a.txt" : "z" + i + ".zip", nested);
    }
    assertEquals(List.of("a.zip!/z3.zip!/z2.zip!/z1.zip!/a.txt A title"), read("a.zip", nested));
    List<String> deeper = read("b.zip", zip("z5.zip", zip("z4.zip", nested)));
    assertEquals(1, deeper.size());
    assertTrue(deeper.get(0).endsWith(" unreadable-file"), deeper.toString());
  }

  @Test
  void namesLeadNowhere() throws IOException {
    List<String> found =
        read("a.zip", zip("../../etc/./x/../a.txt", "A title\n\nA word.".getBytes()));
    assertEquals(List.of("a.zip!/etc/x/a.txt A title"), found);
  }

  /** Appending to a tar, or leaving one folder for another, makes two files of one name. */
  @Test
  void filesOfOneNameStayApart() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : List.of("a.txt", "../a.txt", "./a.txt")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("Title of " + name + "\n\nA word.").getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    assertEquals(
        List.of(
            "z.zip!/a.txt Title of a.txt",
            "z.zip!/a (2).txt Title of ../a.txt",
            "z.zip!/a (3).txt Title of ./a.txt"),
        read("z.zip", bytes.toByteArray()));
  }

  @Test
  void entitiesReadNoFileAndDoNotGrow() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "a secret");
    String external =
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
    String laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;&x;\">]>";
    for (String prolog : List.of(external, laughs)) {
      String feed = prolog + "<rss><channel><item><title>One &x;&y;</title></item></channel></rss>";
      List<String> found = read("a.rss", feed);
      assertEquals(1, found.size());
      assertTrue(found.get(0).startsWith("a.rss One"), found.toString());
      assertFalse(found.get(0).contains("secret") || found.get(0).contains("haha"));
    }
  }

  @Test
  void deepAndLongElementsEnd() throws IOException {
    String deep = "<div>".repeat(100_000) + "A word in the deep.";
    assertEquals(1, read("deep.html", deep).size());
    assertEquals(1, read("deep.rss", "<rss><item><title>One</title>" + deep).size());
    String longItem = "<rss><item><title>" + "x".repeat(3 * MAX_RECORD_BYTES) + "</title></item>";
    assertEquals(List.of("long.rss too-long"), read("long.rss", longItem));
  }

  @Test
  void wrongLengthsInAnArchiveOfTheWebAreSaid() throws IOException {
    String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>A page of words.</p>";
    String head =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
            + "WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ";
    for (String length : List.of("3", "999999", "-5", "99999999999999999999", "x")) {
      List<String> found = read("a.warc", head + length + "\r\n\r\n" + http + "\r\n\r\n");
      assertFalse(found.isEmpty(), length);
      assertTrue(found.stream().anyMatch(f -> !f.endsWith(" null")), length + found);
    }
  }

  /** A package of web archives has lists of its pages, and more about itself. */
  @Test
  void thePagesOfAPackageAreReadOnce() throws IOException {
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>One</title><h1>One</h1><p>A page of words.</p>";
    String warc =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
            + "WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
            + http.length()
            + "\r\n\r\n"
            + http
            + "\r\n\r\n";
    String cdx = "example,a)/1 20260101000000 {\"url\": \"https://a.example/1\"}\n";
    String pages =
        "{\"format\": \"json-pages-1.0\", \"id\": \"pages\"}\n{\"url\": \"https://a.example/1\", \"title\": \"One\","
            + " \"text\": \"A page of words.\"}\n";
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("archive/data.warc.gz", gzip(warc.getBytes(StandardCharsets.UTF_8), 0));
    files.put("indexes/index.cdx.gz", gzip(cdx.getBytes(StandardCharsets.UTF_8), 0));
    files.put("pages/pages.jsonl", pages.getBytes(StandardCharsets.UTF_8));
    files.put(
        "datapackage.json", "{\"profile\": \"data-package\"}".getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    assertEquals(
        List.of(
            "a.wacz!/archive/data.warc.gz One",
            "a.wacz!/indexes/index.cdx.gz unreadable-file",
            "a.wacz!/pages/pages.jsonl unreadable-file",
            "a.wacz!/datapackage.json unreadable-file"),
        read("a.wacz", bytes.toByteArray()));
  }

  @Test
  void aLinkThatLeadsInACircleIsFollowedOnce() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in/sub"));
    Files.writeString(in.resolve("a.txt"), "A title\n\nA word.");
    Files.createSymbolicLink(in.resolve("loop"), folder.resolve("in"));
    InputSpec input =
        new InputSpec(
            folder.resolve("in").toString(),
            Formats.AUTO,
            null,
            new FieldChoice(Map.of(), List.of()));
    List<InputFile> files = InputListing.of(List.of(input), new Configuration());
    assertEquals(List.of("sub/a.txt"), files.stream().map(InputFile::name).toList());
  }

  /**
   * Files of every format with bytes changed, cut out, doubled or swapped: whatever comes of it, it
   * is an outcome. The profile {@code fuzz} goes on for an hour, and says how many it tried.
   */
  @Test
  void mutatedFilesAreReadOrRejected() throws IOException {
    Path originals = folder.resolve("originals");
    Files.createDirectories(originals);
    SameArticles.write(SameArticles.of(3), originals);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(originals)) {
      files =
          walk.filter(Files::isRegularFile)
              .filter(f -> !f.toString().contains("/1."))
              .sorted()
              .toList();
    }
    long minutes = Long.getLong("fuzz.minutes", 0);
    long end = System.nanoTime() + minutes * 60_000_000_000L;
    Random random = new Random(minutes == 0 ? 5 : System.nanoTime());
    int cases = 0;
    int outcomes = 0;
    while (cases < 150 * files.size() || System.nanoTime() < end) {
      Path file = files.get(cases++ % files.size());
      byte[] mutated = mutated(Files.readAllBytes(file), random);
      outcomes += read(file.getFileName().toString(), mutated).size();
    }
    System.out.println(cases + " mutated files, " + outcomes + " outcomes");
    assertTrue(outcomes > cases, "most files keep their articles, but " + outcomes);
  }

  private static byte[] mutated(byte[] original, Random random) {
    byte[] bytes = original.clone();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 ->
            System.arraycopy(
                original, random.nextInt(original.length - length + 1), bytes, at, length);
        case 3 -> bytes = without(bytes, at, length);
        default -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, Math.max(1, at)) : bytes;
      }
    }
    return bytes;
  }

  private static byte[] without(byte[] bytes, int at, int length) {
    if (length == bytes.length) {
      return Arrays.copyOf(bytes, 1);
    }
    byte[] rest = new byte[bytes.length - length];
    System.arraycopy(bytes, 0, rest, 0, at);
    System.arraycopy(bytes, at + length, rest, at, rest.length - at);
    return rest;
  }
}
