package org.broadsheet.extract.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * A page of {@code src/test/resources/html} with what a careful reader would take from it: {@code
 * NAME.html} beside {@code NAME.expected}, which holds lines of {@code key: value}, a line of
 * dashes, and the body. An {@code out} line is a snippet that must not be in the body.
 */
record Fixture(String name, String html, Map<String, String> facts, List<String> out, String body) {
  static final Path FOLDER = Path.of("src/test/resources/html");

  static List<Fixture> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".html"))
          .sorted()
          .map(name -> read(name.substring(0, name.length() - ".html".length())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fixture read(String name) {
    try {
      String expected = Files.readString(FOLDER.resolve(name + ".expected"));
      int dashes = expected.indexOf("---\n");
      Map<String, String> facts = new HashMap<>();
      List<String> out = new ArrayList<>();
      for (String line : expected.substring(0, dashes).split("\n")) {
        int colon = line.indexOf(": ");
        String value = line.substring(colon + 2);
        if (line.startsWith("out: ")) {
          out.add(value);
        } else {
          facts.put(line.substring(0, colon), value);
        }
      }
      String html = Files.readString(FOLDER.resolve(name + ".html"));
      return new Fixture(name, html, facts, out, expected.substring(dashes + 4).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PageArticle extract() {
    String address = facts.get("address");
    return PageReader.read(Jsoup.parse(html, address == null ? "" : address), address);
  }

  /** Snippets that must be in the body: the opening of each of its lines. */
  List<String> in() {
    return body.lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.substring(0, Math.min(40, line.length())).strip())
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
