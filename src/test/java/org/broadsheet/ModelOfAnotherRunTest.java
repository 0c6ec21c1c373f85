package org.broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics of one run given to the articles of another, through the command line. */
class ModelOfAnotherRunTest {

  private static final List<String> SEA =
      List.of("ferry", "harbour", "tide", "captain", "sailor", "mooring", "anchor", "deck");
  private static final List<String> LAW =
      List.of("court", "judge", "verdict", "appeal", "lawyer", "witness", "sentence", "trial");

  private static final String TOPICS =
      "select topic_id, label, articles from '@topics/*.parquet' order by topic_id";

  private static final String ASSIGNED =
      "select article_id, topic_id, similarity, second_topic_id, rank_in_topic, is_outlier"
          + " from '@article_topics/*.parquet' order by article_id";

  @TempDir Path folder;

  @BeforeEach
  void learn() throws IOException {
    articles("old", 60);
    assertEquals(0, run("old", "topics: {k: 2}\n").code());
  }

  /** Twice as many articles about the sea as about the law, each with four words of its own. */
  private void articles(String name, int count) throws IOException {
    String lines =
        IntStream.range(0, count)
            .mapToObj(
                i -> {
                  List<String> words = i % 3 == 2 ? LAW : SEA;
                  String text =
                      IntStream.range(0, 4)
                          .mapToObj(w -> words.get((i / 3 + w * (1 + i % 2)) % words.size()))
                          .collect(Collectors.joining(" "));
                  return "{\"title\": \"" + name + i + "\", \"body\": \"The " + text + ".\"}\n";
                })
            .collect(Collectors.joining());
    Files.createDirectories(folder.resolve(name));
    Files.writeString(folder.resolve(name).resolve("a.jsonl"), lines);
  }

  private Program.Outcome run(String input, String topics) throws IOException {
    return run(input, topics, "en");
  }

  private Program.Outcome run(String input, String topics, String language) throws IOException {
    Path job = folder.resolve("job.yaml");
    Files.writeString(
        job,
        "input: [{path: "
            + input
            + "}]\noutput: out-"
            + input
            + "\nlanguage: "
            + language
            + "\n"
            + topics,
        StandardCharsets.UTF_8);
    return Program.broadsheet("run", job.toString());
  }

  private List<String> rows(String input, String sql) {
    return Program.rows(folder.resolve("out-" + input + "/latest"), sql);
  }

  @Test
  void theSameArticlesGetTheSameTopics() throws IOException {
    List<String> topics = rows("old", TOPICS);
    List<String> assigned = rows("old", ASSIGNED);
    assertEquals(2, topics.size());
    assertTrue(topics.get(0).startsWith("1|") && topics.get(0).endsWith("|40"), topics.get(0));
    assertEquals(0, run("old", "topics: {model: out-old}\n").code());
    assertEquals(topics, rows("old", TOPICS));
    assertEquals(assigned, rows("old", ASSIGNED));
    assertEquals(
        List.of("true"),
        rows("old", "select bool_and(cohesion = model_cohesion) from '@topics/*.parquet'"));
  }

  /** As the description of the format has it. */
  @Test
  void othersCanReadTheTopics() throws IOException {
    assertEquals(
        rows("old", "select topic_id, label from '@topics/*.parquet' order by 1"),
        rows(
            "old",
            "select topic_id, label from '@topics.model/topics-en-1.parquet' where topic_id > 0"
                + " order by 1"));
    assertEquals(
        List.of("16|1"),
        rows(
            "old",
            "select count(*), count(distinct len(coordinates)) from '@topics.model/terms-en-1.parquet'"));
  }

  @Test
  void anEarlierVersionsTopicsAreAMistake() throws IOException {
    Path run = folder.resolve("earlier");
    Files.createDirectories(run);
    Files.writeString(run.resolve("run.json"), "{}");
    Files.write(run.resolve("topics.model"), new byte[] {(byte) 0xac, (byte) 0xed, 0, 5, 0x77});
    Program.Outcome outcome = run("old", "topics: {model: earlier}\n");
    assertEquals(2, outcome.code());
    assertTrue(outcome.err().contains("run the job that made it again"), outcome.err());
  }

  @Test
  void newArticlesGetTheTopicsOfTheOldOnes() throws IOException {
    articles("new", 9);
    Files.writeString(
        folder.resolve("new/b.jsonl"),
        "{\"title\": \"Rain\", \"body\": \"Rain fell, and it was cold.\"}\n"
            + "{\"title\": \"Mixed\", \"body\": \"The judge saw the ferry at the harbour.\"}\n");
    Program.Outcome outcome = run("new", "topics: {model: out-old}\n");
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("those of the run "), outcome.err());
    assertTrue(outcome.err().contains("mean similarity"), outcome.err());
    assertEquals(
        List.of("1|7", "2|3", "null|1"),
        rows(
            "new",
            "select topic_id, count(*) from '@article_topics/*.parquet' group by 1 order by 1"));
    assertEquals(
        List.of("no-terms"),
        rows(
            "new",
            "select no_topic_reason from '@article_topics/*.parquet' where topic_id is null"));
    assertEquals(
        rows("old", "select label from '@topics/*.parquet' order by topic_id"),
        rows("new", "select label from '@topics/*.parquet' order by topic_id"));
    assertEquals(List.of("0"), rows("new", "select count(*) from '@topic_runs/*.parquet'"));
  }

  @Test
  void topicsOfASampleDoNotDependOnPartitions() throws IOException {
    articles("many", 240);
    assertEquals(0, run("many", "topics: {k: 2, sample: 100}\npartitions: 1\n").code());
    List<String> topics = rows("many", TOPICS);
    List<String> assigned = rows("many", ASSIGNED);
    assertEquals(
        List.of("100"),
        rows("many", "select distinct sample_articles from '@topic_runs/*.parquet'"));
    assertEquals(0, run("many", "topics: {k: 2, sample: 100}\npartitions: 7\n").code());
    assertEquals(topics, rows("many", TOPICS));
    assertEquals(assigned, rows("many", ASSIGNED));
  }

  /** What is about neither subject fits worse than what the topics were learned from. */
  @Test
  void strangersFitWorse() throws IOException {
    Files.createDirectories(folder.resolve("strangers"));
    Files.writeString(
        folder.resolve("strangers/a.jsonl"),
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    "{\"title\": \"Recipe "
                        + i
                        + "\", \"body\": \"Flour, butter, sugar, cinnamon, oven and "
                        + SEA.get(i % SEA.size())
                        + ".\"}\n")
            .collect(Collectors.joining()));
    assertEquals(0, run("strangers", "topics: {model: out-old}\n").code());
    assertEquals(
        List.of("true"),
        rows("strangers", "select bool_and(cohesion < model_cohesion) from '@topics/*.parquet'"));
  }

  @Test
  void aTopicThatNobodyWroteAboutIsThere() throws IOException {
    Files.createDirectories(folder.resolve("sea"));
    Files.writeString(
        folder.resolve("sea/a.jsonl"), "{\"title\": \"Sea\", \"body\": \"Ferry, tide, deck.\"}\n");
    Program.Outcome outcome = run("sea", "topics: {model: out-old}\n");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(
        List.of("1|1|1", "2|0|0"),
        rows("sea", "select topic_id, articles, share::int from '@topics/*.parquet' order by 1"));
    assertEquals(List.of("0"), rows("sea", "select count(*) from '@article_neighbours/*.parquet'"));
  }

  @Test
  void aModelOfAnotherLanguageIsAWarning() throws IOException {
    articles("new", 3);
    Program.Outcome outcome = run("new", "topics: {model: out-old}\n", "de");
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("of other languages"), outcome.err());
    assertEquals(
        List.of("few-in-language"),
        rows("new", "select distinct no_topic_reason from '@article_topics/*.parquet'"));
  }

  @Test
  void aRunWithoutTopicsIsAMistake() throws IOException {
    Program.Outcome outcome = run("old", "topics: {model: nowhere}\n");
    assertEquals(2, outcome.code());
    assertTrue(outcome.err().contains("there is no finished run"), outcome.err());
    Program.Outcome checked = Program.broadsheet("check", folder.resolve("job.yaml").toString());
    assertEquals(2, checked.code());
    assertTrue(checked.err().contains("there is no finished run"), checked.err());
  }
}
