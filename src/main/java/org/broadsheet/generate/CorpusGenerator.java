package org.broadsheet.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes an invented corpus into a folder: its articles as JSON Lines, a job file that runs on
 * them, and the truth about them as CSV files, which begin with the names of their columns:
 *
 * <ul>
 *   <li>{@code truth/articles/*.csv}: each record with its file, its line, and what it is;
 *   <li>{@code truth/sources.csv}: the outlets with their gaps;
 *   <li>{@code truth/topics.csv}: the most frequent words of each topic;
 *   <li>{@code truth/bursts.csv}: words that are frequent for some weeks.
 * </ul>
 */
public final class CorpusGenerator {

  private static final int ARTICLES_PER_FILE = 20_000;
  private static final int PRINTED_TOPIC_WORDS = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  private interface FileText {
    void writeTo(Writer writer) throws IOException;
  }

  private final InventedWorld world;
  private final ArticleInventor articles;
  private final Path folder;
  private final AtomicLongArray recordsByRole = new AtomicLongArray(Role.values().length);

  private CorpusGenerator(GeneratorSettings settings, Path folder) {
    world = new InventedWorld(settings);
    articles = new ArticleInventor(world);
    this.folder = folder;
  }

  /**
   * Writes a corpus.
   *
   * @param settings what it is to be like
   * @param folder where to; its files are replaced
   * @throws IOException if a file cannot be written
   */
  public static void write(GeneratorSettings settings, Path folder) throws IOException {
    try {
      new CorpusGenerator(settings, folder).writeAll();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void writeAll() throws IOException {
    long files = (world.settings().articles() + ARTICLES_PER_FILE - 1) / ARTICLES_PER_FILE;
    Files.createDirectories(folder.resolve("articles"));
    Files.createDirectories(folder.resolve("truth/articles"));
    IntStream.range(0, Math.toIntExact(files)).parallel().forEach(this::writeArticles);
    write("truth/sources.csv", sources());
    write("truth/topics.csv", topics());
    write("truth/bursts.csv", bursts());
    write("job.yaml", writer -> writer.write(job()));
  }

  private void writeArticles(int file) {
    long first = (long) file * ARTICLES_PER_FILE;
    long end = Math.min(first + ARTICLES_PER_FILE, world.settings().articles());
    String name = String.format(Locale.ROOT, "part-%05d", file);
    String recordFile = name + ".jsonl";
    try {
      write(
          "articles/" + recordFile,
          records ->
              write(
                  "truth/articles/" + name + ".csv",
                  truth -> {
                    truth.write(
                        "file,record_no,role,url,original_url,source,language,date,topic,agency\n");
                    for (long number = first; number < end; number++) {
                      InventedArticle article = articles.article(number);
                      records.write(record(article) + "\n");
                      truth.write(truth(article, recordFile, number - first + 1) + "\n");
                      recordsByRole.incrementAndGet(article.role().ordinal());
                    }
                  }));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String file, FileText content) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(file))) {
      content.writeTo(writer);
    }
  }

  private String record(InventedArticle article) throws IOException {
    boolean isEmpty = article.role() == Role.EMPTY;
    Map<String, String> record = new LinkedHashMap<>();
    record.put("url", article.url());
    record.put("title", isEmpty ? "" : article.title());
    record.put("author", article.byline());
    if (article.role() != Role.UNDATED) {
      record.put("published", String.format(Locale.ROOT, "%tFT%<tTZ", article.published()));
    }
    record.put("section", topic(article));
    record.put("body", isEmpty ? "" : String.join("\n\n", article.paragraphs()));
    String json = JSON.writeValueAsString(record);
    return article.role() == Role.CUT ? json.substring(0, json.length() / 2) : json;
  }

  private String topic(InventedArticle article) {
    return topic(article.source().language(), article.topic());
  }

  private String topic(int language, int topic) {
    return String.format(Locale.ROOT, "%s-%02d", world.language(language).code(), topic + 1);
  }

  private String truth(InventedArticle article, String file, long line) {
    return String.join(
        ",",
        file,
        Long.toString(line),
        article.role().label(),
        article.url(),
        article.originalUrl(),
        article.source().name(),
        world.language(article.source().language()).code(),
        article.published().toLocalDate().toString(),
        topic(article),
        article.agency() == null ? "" : article.agency());
  }

  private FileText sources() {
    Stream<String> rows =
        world
            .sources()
            .map(
                source ->
                    String.join(
                        ",",
                        source.name(),
                        world.language(source.language()).code(),
                        topic(source.language(), source.favourite()),
                        source.hasGap() ? day(source.gapStart()) : "",
                        source.hasGap() ? day(source.gapEnd() - 1) : ""));
    return lines("source,language,favourite_topic,gap_first_date,gap_last_date", rows);
  }

  private FileText topics() {
    Stream<String> rows =
        IntStream.range(0, world.settings().languages().size())
            .boxed()
            .flatMap(
                language ->
                    IntStream.range(0, world.settings().topics())
                        .mapToObj(topic -> topic(language, topic) + "," + words(language, topic)));
    return lines("topic,words", rows);
  }

  private String words(int language, int topic) {
    return String.join(
        " ",
        IntStream.range(0, PRINTED_TOPIC_WORDS)
            .mapToObj(rank -> world.language(language).topicWord(topic, rank))
            .toList());
  }

  private FileText bursts() {
    Stream<String> rows =
        world
            .bursts()
            .map(
                burst ->
                    String.join(
                        ",",
                        world.language(burst.language()).code(),
                        burst.word(),
                        day(burst.start()),
                        day(burst.end() - 1)));
    return lines("language,word,first_date,last_date", rows);
  }

  private static String day(int day) {
    LocalDate date = InventedWorld.FIRST_DAY.plusDays(day);
    return date.toString();
  }

  private static FileText lines(String columns, Stream<String> rows) {
    List<String> lines = rows.toList();
    return writer -> {
      writer.write(columns + "\n");
      for (String line : lines) {
        writer.write(line + "\n");
      }
    };
  }

  /** The job knows what the run must find. */
  private String job() {
    List<String> languages = world.settings().languages();
    long rejected = records(Role.EMPTY) + records(Role.CUT);
    long repeated = records(Role.REPEATED);
    return String.format(
        Locale.ROOT,
        """
        # An invented corpus; the truth about it is in the folder truth.
        name: invented
        input:
          - path: articles
        output: results
        language: %s
        topics:
          k: %d
          label_field: section    # the true topic
        expect:
          records: %d
          articles: %d
          rejected: %d
          exact_duplicates: %d
        """,
        languages.size() == 1 ? languages.get(0) : "auto",
        world.settings().topics(),
        world.settings().articles(),
        world.settings().articles() - rejected - repeated,
        rejected,
        repeated);
  }

  private long records(Role role) {
    return recordsByRole.get(role.ordinal());
  }
}
