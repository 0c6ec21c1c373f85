package org.broadsheet.ingest.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.broadsheet.ingest.format.Formats;
import org.broadsheet.ingest.record.FieldChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which links of an input are followed. */
class InputListingTest {

  private static final String OUT =
      " (a link that leads out of the input; follow_links: true reads it)";

  @TempDir private Path folder;

  /** In {@code in} a file and a folder with one; beside it a folder whose name begins the same. */
  @BeforeEach
  void writeFiles() throws IOException {
    for (String file : List.of("in/a.txt", "in/sub/b.txt", "inner/c.txt", "inner/deep/d.txt")) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "A title\n\nA word.");
    }
  }

  private void link(String link, String target) throws IOException {
    Files.createSymbolicLink(folder.resolve(link), Path.of(target));
  }

  private InputSpec spec(String path, boolean followLinks) {
    return new InputSpec(
        folder.resolve(path).toString(),
        Formats.AUTO,
        null,
        new FieldChoice(Map.of(), List.of()),
        followLinks);
  }

  private List<String> listed(InputSpec... specs) {
    return InputListing.of(List.of(specs), new Configuration()).stream()
        .map(file -> file.name() + (file.obstacle() == null ? "" : " (" + file.obstacle() + ")"))
        .toList();
  }

  private List<String> listed(String... paths) {
    return listed(Stream.of(paths).map(path -> spec(path, false)).toArray(InputSpec[]::new));
  }

  @Test
  void aLinkThatLeadsOutIsListedButNotFollowed() throws IOException {
    link("in/file.txt", "../inner/c.txt");
    link("in/sub/folder", folder.resolve("inner").toString());
    link("in/.hidden", "../inner");
    assertEquals(List.of("a.txt", "file.txt" + OUT, "sub/b.txt", "sub/folder" + OUT), listed("in"));
    InputFile link =
        InputListing.of(List.of(spec("in", false)), new Configuration()).stream()
            .filter(file -> file.obstacle() != null)
            .findFirst()
            .orElseThrow();
    assertEquals(0, link.bytes(), "what it leads to is not looked at");
    assertEquals(0, link.modified());
  }

  @Test
  void theJobMaySayThatLinksAreFollowed() throws IOException {
    link("in/file.txt", "../inner/c.txt");
    link("in/sub/folder", "../../inner");
    assertEquals(
        List.of("a.txt", "file.txt", "sub/b.txt", "sub/folder/deep/d.txt"),
        listed(spec("in", true)));
  }

  @Test
  void aLinkThatThePathNamesIsFollowed() throws IOException {
    link("articles", "inner");
    link("one.txt", "inner/c.txt");
    assertEquals(List.of("one.txt"), listed("one.txt"));
    assertEquals(List.of("c.txt", "deep/d.txt"), listed("articles"));
  }

  @Test
  void aLinkWithinTheInputIsFollowed() throws IOException {
    link("inner/deep/up.txt", "../c.txt");
    link("inner/way", "deep");
    InputSpec[] below = {spec("inner/deep", false), spec("inner", false)};
    assertEquals(2, listed("inner").size(), "each real file once");
    assertEquals(
        List.of("deep/d.txt", "deep/up.txt" + OUT, "inner/c.txt"),
        listed(below),
        "what leads out of one entry may be read by another");
  }

  @Test
  void whatAPatternMatchesIsFollowedBelowTheFolderThatItStartsIn() throws IOException {
    link("in/link", "../inner");
    link("in/within", "sub");
    assertEquals(List.of("link" + OUT), listed("in/l*"));
    assertEquals(List.of("b.txt"), listed("in/w*"));
    assertEquals(List.of("link/c.txt" + OUT, "sub/b.txt"), listed("in/{sub,link}/*.txt"));
    assertEquals(List.of("c.txt"), listed("in/link/c*"), "the link is named, the rest matched");
    assertEquals(List.of("c.txt"), listed("i*/link/c.txt"), "inner is below where i* starts");
    assertEquals(List.of("d.txt"), listed(spec("in/li?k/deep", true)));
  }

  @Test
  void loopsAndLinksToNowhereAreHarmless() throws IOException {
    link("in/up", "..");
    link("in/self", "self");
    link("in/one", "two");
    link("in/two", "one");
    link("in/gone", "../nowhere");
    link("in/sub/root", "../../in");
    assertEquals(List.of("a.txt", "sub/b.txt", "up" + OUT), listed("in"));
    assertEquals(
        List.of("up/inner/c.txt", "up/inner/deep/d.txt"),
        listed(spec("in", true)).stream().filter(name -> name.startsWith("up/inner")).toList());
  }
}
