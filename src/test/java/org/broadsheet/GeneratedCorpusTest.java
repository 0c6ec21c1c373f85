package org.broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run finds in an invented corpus, compared with the truth about it. */
class GeneratedCorpusTest {

  private static final String OPTIONS =
      "--articles 2500 --sources 12 --days 210 --topics 4 --languages en,fr --words 80 --copies 10"
          + " --defects 4 --seed 7";

  @TempDir private static Path folder;

  private static Path corpus;
  private static Program.Outcome run;

  @BeforeAll
  static void generateAndRun() {
    corpus = folder.resolve("corpus");
    generate(corpus, OPTIONS);
    run = Program.broadsheet("run", corpus.resolve("job.yaml").toString(), "--verify");
  }

  private static Program.Outcome generate(Path folder, String options) {
    return Program.broadsheet(
        Stream.concat(
                Stream.of("generate", folder.toString()), Stream.of(options.strip().split("\\s+")))
            .toArray(String[]::new));
  }

  /** Rows of a query over the tables of the run, {@code @}, and the truth, {@code #}. */
  private static List<String> rows(String sql) {
    return Program.rows(
        corpus.resolve("results/latest"), sql.replace("#", corpus.resolve("truth") + "/"));
  }

  private static String row(String sql) {
    return String.join(" ", rows(sql));
  }

  @Test
  void itsJobFileExpectsWhatARunCounts() {
    assertEquals(0, run.code(), run.err());
    assertTrue(run.err().contains("verified"), run.err());
  }

  @Test
  void everyRecordIsWhatTheTruthSays() {
    String defects =
        "(select role, count(*) as n from '#articles/*.csv' group by role order by role)";
    assertEquals(
        "cut empty repeated undated",
        row(
            "select role from "
                + defects
                + " where role in ('cut', 'empty', 'repeated', 'undated')"));
    assertEquals(
        "0",
        row(
            "select count(*) from '#articles/*.csv' t left join '@rejected_records/*.parquet' r"
                + " on r.input_file = t.file and r.record_no = t.record_no"
                + " where (t.role = 'cut') <> (r.reason is not distinct from 'bad-record')"
                + " or (t.role = 'empty') <> (r.reason is not distinct from 'no-text')"));
    assertEquals(
        "0",
        row(
            "select count(*) from '#articles/*.csv' t join '@articles/*.parquet' a using (url)"
                + " where t.role <> 'repeated' and (a.source <> t.source or a.language <> t.language"
                + " or (t.role = 'undated') <> (a.published_date is null)"
                + " or a.published_date <> t.date)"));
  }

  @Test
  void eachCopyIsInTheGroupOfItsOriginalAndNoOtherArticleIs() {
    String truth =
        "(select url, coalesce(original_url, url) as story from '#articles/*.csv'"
            + " where role in ('original', 'copy', 'abridged', 'rewritten'))";
    String pairs =
        "select t.story, a.copy_group_id from "
            + truth
            + " t join '@articles/*.parquet' a using (url)";
    assertEquals(
        "0",
        row(
            "select count(*) from (select copy_group_id from ("
                + pairs
                + ") where copy_group_id is not null group by copy_group_id"
                + " having count(distinct story) > 1)"));
    double found =
        Double.parseDouble(
            row(
                "select avg(case when c.copy_group_id = o.copy_group_id then 1 else 0 end)"
                    + " from '#articles/*.csv' t join '@articles/*.parquet' c using (url)"
                    + " join '@articles/*.parquet' o on o.url = t.original_url"
                    + " where t.role in ('copy', 'abridged', 'rewritten')"));
    assertTrue(found > 0.97, "share of copies in the group of their original: " + found);
  }

  @Test
  void topicsAreTheTrueOnes() {
    List<String> chosen = rows("select nmi, ari from '@topic_runs/*.parquet' where is_chosen");
    assertEquals(2, chosen.size(), "a run for each language");
    for (String runs : chosen) {
      String[] agreement = runs.split("\\|");
      assertTrue(Double.parseDouble(agreement[0]) > 0.8, runs);
      assertTrue(Double.parseDouble(agreement[1]) > 0.8, runs);
    }
  }

  @Test
  void gapsOfOutletsAreFound() {
    String gaps = "(select * from '#sources.csv' where gap_first_date is not null)";
    assertEquals("2", row("select count(*) from " + gaps));
    assertEquals(
        row("select sum((gap_last_date - gap_first_date + 1) / 7)::int from " + gaps),
        row(
            "select count(*) from "
                + gaps
                + " s join '@source_periods/*.parquet' p using (source)"
                + " where p.period between s.gap_first_date and s.gap_last_date"));
    assertEquals(
        "0",
        row(
            "select count(*) from '#sources.csv' s join '@source_periods/*.parquet' p using (source)"
                + " where p.period between s.gap_first_date and s.gap_last_date"
                + " and (p.articles > 0 or p.is_gap is not true)"));
  }

  @Test
  void burstsAreFound() {
    assertEquals("10", row("select count(*) from '#bursts.csv'"));
    assertEquals(
        "0",
        row(
            "select count(*) from '#bursts.csv' t where not exists (select 1 from"
                + " '@term_bursts/*.parquet' b where b.term = t.word and b.language = t.language"
                + " and b.first_period <= t.first_date + 7 and b.last_period >= t.last_date - 13)"));
  }

  @Test
  void agenciesAreFound() {
    assertEquals(
        "0",
        row(
            "select count(*) from '#articles/*.csv' t join '@articles/*.parquet' a using (url)"
                + " where t.role = 'original' and (t.agency is null) <> (len(a.agencies) = 0)"));
  }

  @Test
  void theSameOptionsMakeTheSameFiles() {
    Path again = folder.resolve("again");
    generate(again, OPTIONS);
    assertEquals(contents(corpus, "results"), contents(again, "results"));
    Path other = folder.resolve("other");
    generate(other, OPTIONS.replace("--seed 7", "--seed 8"));
    assertTrue(!contents(corpus, "results").equals(contents(other, "results")));
  }

  private static Map<String, String> contents(Path folder, String without) {
    try (Stream<Path> files = Files.walk(folder)) {
      Map<String, String> contents = new TreeMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.startsWith(without)) {
          contents.put(name, Files.readString(file));
        }
      }
      return contents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void wrongOptionsAreNamedWithTheirRemedy() {
    Path wrong = folder.resolve("wrong");
    assertEquals(
        "broadsheet: --articles is 0, but must be 40 to 1,000,000,000\n",
        generate(wrong, "--articles 0").err());
    assertEquals(
        "broadsheet: --topics is 9, but must be 1 to 5\n",
        generate(wrong, "--articles 100 --topics 9").err());
    assertEquals(
        "broadsheet: --languages: there is no invented language eng; did you mean en?;"
            + " there are en, de, fr, es, ru\n",
        generate(wrong, "--languages eng").err());
    assertEquals(
        "broadsheet: --sources is 1, but must be 2 to 1,000,000\n",
        generate(wrong, "--sources 1").err());
    assertEquals(
        "broadsheet: " + corpus + " is not empty; name a folder that is new or empty\n",
        generate(corpus, "--articles 100").err());
  }
}
