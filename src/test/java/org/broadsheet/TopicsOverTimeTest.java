package org.broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics by period and outlet, and where they go, through the command line. */
class TopicsOverTimeTest {

  private static final List<String> SEA = List.of("ferry", "harbour", "tide", "captain", "sailor");
  private static final List<String> LAW = List.of("court", "judge", "verdict", "appeal", "lawyer");

  private static final String IS_LAW = "list_has_any(top_terms, ['court', 'judge', 'verdict'])";
  private static final String SEA_ONLY =
      " topic_id = (select topic_id from '@topics/*.parquet' where not " + IS_LAW + ") ";

  @TempDir Path folder;

  private static String article(List<String> words, String source, LocalDate day, int i) {
    return "{\"title\": \"%s %s %d\", \"body\": \"The %s, the %s, the %s.\", \"source\": \"%s\", \"date\": \"%s\"}\n"
        .formatted(
            source,
            day,
            i,
            words.get(i % 5),
            words.get((i + 1) % 5),
            words.get((i + 2) % 5),
            source,
            day);
  }

  /**
   * Ten articles a week: in week w, w of them about the sea; but the fourth week has none at all,
   * and the outlet "b" publishes in the first week only.
   */
  private void run(int weeks, String... more) throws IOException {
    StringBuilder lines = new StringBuilder(String.join("", more));
    for (int week = 0; week < weeks; week++) {
      for (int i = 0; i < 10 && week != 3; i++) {
        LocalDate day = LocalDate.of(2026, 1, 5).plusWeeks(week);
        lines.append(article(i < week ? SEA : LAW, week == 0 && i == 9 ? "b" : "a", day, i));
      }
    }
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("in/a.jsonl"), lines);
    Path job = folder.resolve("job.yaml");
    Files.writeString(job, "input: [{path: in}]\noutput: out\nlanguage: en\ntopics: {k: 2}\n");
    Program.Outcome outcome = Program.broadsheet("run", job.toString());
    assertEquals(0, outcome.code(), outcome.err());
  }

  private List<String> rows(String sql) {
    return Program.rows(folder.resolve("out/latest"), sql);
  }

  @Test
  void whatRisesEveryWeekRises() throws IOException {
    run(10);
    assertEquals(
        List.of("false|rising|9|1.0", "true|falling|9|-1.0"),
        rows(
            "select "
                + IS_LAW
                + ", trend, trend_periods, trend_tau from '@topics/*.parquet' order by 1"));
    assertEquals(
        List.of("true"),
        rows("select bool_and(trend_p_bh = trend_p and trend_p < 0.001) from '@topics/*.parquet'"));
  }

  @Test
  void eightWeeksWithArticlesMakeATrend() throws IOException {
    run(8);
    assertEquals(
        List.of("null|7|null|null", "null|7|null|null"),
        rows("select trend, trend_periods, trend_tau, trend_p_bh from '@topics/*.parquet'"));
  }

  @Test
  void nothingIsZeroAndAShareOfNothingNull() throws IOException {
    run(9);
    assertEquals(
        List.of(
            "2026-01-05|0|10|0.0",
            "2026-01-12|1|10|0.1",
            "2026-01-19|2|10|0.2",
            "2026-01-26|0|0|null"),
        rows(
            "select period, articles, period_articles, share from '@topic_periods/*.parquet' where"
                + SEA_ONLY
                + "order by period limit 4"));
    assertEquals(
        List.of("a|2026-01-05|0|9|0|null", "a|2026-01-12|1|10|1|1.0", "b|2026-01-05|0|1|0|null"),
        rows(
            "select source, period, articles, source_period_articles, topic_period_articles, topic_share"
                + " from '@topic_source_periods/*.parquet' where"
                + SEA_ONLY
                + "and period < '2026-01-15' order by source, period"));
    assertEquals(
        List.of("2"),
        rows("select count(*) from '@topic_source_periods/*.parquet' where source = 'b'"));
  }

  /** A long story about the sea, in the second week. */
  private static String story(String title, String source) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      text.append("The %s saw the %s. ".formatted(SEA.get(i / 5), SEA.get(i % 5)));
    }
    return "{\"title\": \"%s\", \"body\": \"%s\", \"source\": \"%s\", \"date\": \"2026-01-13\"}\n"
        .formatted(title, text.toString().strip(), source);
  }

  /** Beside the short article at "a": a story three times, twice of them at "a". */
  @Test
  void aStoryWithItsCopiesIsOneOfAWeek() throws IOException {
    run(9, story("Storm", "a"), story("Storm at sea", "a"), story("The storm", "b"));
    assertEquals(
        List.of("a|3|2|12|4", "b|1|1|1|4"),
        rows(
            "select source, articles, copy_groups, source_period_articles, topic_period_articles"
                + " from '@topic_source_periods/*.parquet' where"
                + SEA_ONLY
                + "and period = '2026-01-12' order by source"));
    assertEquals(
        List.of("36|34"),
        rows("select articles, copy_groups from '@topics/*.parquet' where" + SEA_ONLY));
  }
}
