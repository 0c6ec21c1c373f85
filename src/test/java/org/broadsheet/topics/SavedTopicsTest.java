package org.broadsheet.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.broadsheet.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedTopicsTest {

  @TempDir Path run;

  private static SavedTopics saved() {
    List<WordCounts> sample =
        List.of(Small.article("a", 0, 1), Small.article("b", 1, 2), Small.article("c", 2, 3));
    TopicVocabulary vocabulary = Small.vocabulary("ferry", "port", "court", "judge");
    SemanticSpace space = SemanticSpace.of(sample, Bm25.of(new long[] {1, 2, 2, 1}, 3, 2), 4, 0.5f);
    float[][] centres = {space.point(sample.get(0)), space.point(sample.get(2))};
    return new SavedTopics(
        "run-1",
        List.of(
            new SavedTopics.Language(
                vocabulary, new SemanticModel(space, centres), new boolean[] {true, true})),
        List.of(new SavedTopics.Known(1, "en", 1, "court", 0.4, 0.1)));
  }

  private SavedTopics read() {
    return SavedTopics.read(run.toString(), new Configuration());
  }

  private void finish() throws Exception {
    Files.writeString(run.resolve("run.json"), "{}");
  }

  @Test
  void whatIsReadScoresAsWhatWasSaved() throws Exception {
    SavedTopics saved = saved();
    try (OutputStream out = Files.newOutputStream(run.resolve(SavedTopics.FILE))) {
      saved.write(out);
    }
    finish();
    SavedTopics read = read();
    assertEquals(saved.topics(), read.topics());
    assertEquals("run-1", read.run());
    double[] before = new double[2];
    double[] after = new double[2];
    for (WordCounts article : List.of(Small.article("b", 1, 2), Small.article("new", 0, 3))) {
      saved.languages().get(0).model().score(article, before);
      read.languages().get(0).model().score(article, after);
      assertEquals(before[0], after[0]);
      assertEquals(before[1], after[1]);
    }
  }

  @Test
  void whatIsNoneIsAMistakeOfTheUser() throws Exception {
    assertTrue(assertThrows(UserException.class, this::read).getMessage().contains("no finished"));
    finish();
    assertTrue(assertThrows(UserException.class, this::read).getMessage().contains("found topics"));
    byte[] cut = Arrays.copyOf(bytes(1, saved()), 900);
    for (byte[] damaged :
        List.of(new byte[] {1, 2, 3}, cut, bytes(1, "other"), bytes(9, saved()))) {
      Files.write(run.resolve(SavedTopics.FILE), damaged);
      String message = assertThrows(UserException.class, this::read).getMessage();
      assertTrue(message.contains("another version of Broadsheet, or is damaged"), message);
    }
  }

  /** An object of any other class could do what it likes when it is read. */
  @Test
  void nothingButTopicsIsRead() throws Exception {
    finish();
    Files.write(run.resolve(SavedTopics.FILE), bytes(1, new java.io.File("x")));
    assertTrue(assertThrows(UserException.class, this::read).getMessage().contains("damaged"));
  }

  private static byte[] bytes(int version, Object object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ObjectOutputStream out = new ObjectOutputStream(bytes);
    out.writeInt(version);
    out.writeObject(object);
    out.flush();
    return bytes.toByteArray();
  }
}
