package org.broadsheet.topics;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.UserException;
import org.broadsheet.stats.Bm25;

/**
 * Reads {@link SavedTopics} of one language after the other. Nothing is believed: every number is
 * within a bound, and no array is longer than the bytes that were found for it.
 */
final class SavedTopicsReader {

  private static final int LONGEST_DESCRIPTION = 1 << 22;
  private static final int LONGEST_PART = 1 << 28;

  /** A row of any table has four columns or more, of four bytes or more. */
  private static final int LEAST_ROW = 16;

  private static final int MOST_LANGUAGES = 1_000;
  private static final int MOST_PARTS = 10_000;
  private static final int MOST_TERMS = 1_000_000;
  private static final int MOST_TOPICS = 100_000;
  private static final int MOST_DIMENSIONS = 10_000;
  private static final int MOST_ARTICLES = 10_000_000;
  private static final int MOST_ARTICLE_TERMS = 1_000_000_000;

  private static final Pattern RUN = Pattern.compile("[\\w.:-]{1,100}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,8}");

  /** A name cannot lead out of the folder. */
  private static final Pattern PART = Pattern.compile("[a-z0-9_-]{1,100}\\.parquet");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private record Part(String table, String name, int rows, int bytes, String sha256) {}

  private final SavedFiles files;
  private final JsonNode json;
  private final String language;
  private final List<Part> parts = new ArrayList<>();

  /** Of a language: its parts are there, and as long as they should be. */
  private SavedTopicsReader(SavedFiles files, JsonNode json) throws IOException {
    this.files = files;
    this.json = json;
    this.language = text(json, "language", LANGUAGE);
    Set<String> names = new HashSet<>();
    for (JsonNode node : list(json, "parts", MOST_PARTS)) {
      int bytes = number(node, "bytes", 1, LONGEST_PART);
      Part part =
          new Part(
              node.path("table").asText(),
              text(node, "name", PART),
              number(node, "rows", 1, bytes / LEAST_ROW),
              bytes,
              node.path("sha256").asText());
      require(names.add(part.name), "a part twice");
      require(files.length(part.name, LONGEST_PART) == bytes, part.name);
      parts.add(part);
    }
  }

  /**
   * Reads topics.
   *
   * @throws IOException or a RuntimeException if the files are damaged
   * @throws UserException if a newer version wrote them, or the file system fails
   */
  static SavedTopics read(SavedFiles files) throws IOException {
    JsonNode json = JSON.readTree(description(files));
    require(json.path("format").asText().equals(SavedFormat.NAME), "the format");
    if (number(json, "format_version", 1, Integer.MAX_VALUE) > SavedFormat.VERSION) {
      throw UserException.of(
          "topics.model: %s was written by a newer Broadsheet; use that one, or run the job that made it again with"
              + " this one",
          files.folder());
    }
    String run = text(json, "run_id", RUN);
    List<SavedTopics.Language> languages = new ArrayList<>();
    List<SavedTopics.Known> topics = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (JsonNode node : list(json, "languages", MOST_LANGUAGES)) {
      SavedTopicsReader reader = new SavedTopicsReader(files, node);
      require(codes.add(reader.language), "a language twice");
      languages.add(reader.language(topics));
    }
    topics.sort(Comparator.comparingInt(SavedTopics.Known::id));
    for (int i = 0; i < topics.size(); i++) {
      require(topics.get(i).id() == i + 1, "the numbers of topics");
    }
    return new SavedTopics(run, languages, topics);
  }

  private static byte[] description(SavedFiles files) throws IOException {
    int length = files.length(SavedFormat.DESCRIPTION, LONGEST_DESCRIPTION);
    byte[] text = files.read(SavedFormat.DESCRIPTION, length);
    byte[] checksum = SavedFiles.checksumLine(text).getBytes(StandardCharsets.US_ASCII);
    int found = files.length(SavedFormat.CHECKSUM, checksum.length);
    require(Arrays.equals(files.read(SavedFormat.CHECKSUM, found), checksum), "the checksum");
    return text;
  }

  private SavedTopics.Language language(List<SavedTopics.Known> known) throws IOException {
    Terms terms = new Terms(rows(SavedFormat.TERMS, MOST_TERMS));
    Clusters clusters = new Clusters(rows(SavedFormat.TOPICS, MOST_TOPICS));
    TopicModel model =
        switch (json.path("kind").asText()) {
          case SavedFormat.SEMANTIC -> semantic(terms, clusters);
          case SavedFormat.CENTRES -> centres(terms, clusters);
          case SavedFormat.LDA -> lda(terms, clusters);
          default -> throw new IOException("a kind of model that is not known");
        };
    clusters.addTo(known);
    return SavedTopics.Language.of(terms.vocabulary(), model, clusters.ids);
  }

  private SemanticModel semantic(Terms terms, Clusters clusters) throws IOException {
    int dimensions = number(json, "dimensions", 1, MOST_DIMENSIONS);
    float[] idf = new float[terms.size()];
    float[][] coordinates = new float[terms.size()][];
    float[][] centres = new float[clusters.size()][];
    terms.read(
        (part, at) -> {
          part.read("idf", idf, at);
          part.read("coordinates", coordinates, at, dimensions);
        });
    clusters.read((part, at) -> part.read("centre", centres, at, dimensions));
    SemanticSpace.Parts space =
        new SemanticSpace.Parts(
            new Bm25(idf, terms.meanLength),
            new Projection(dimensions, coordinates),
            (float) real("smoothing", 0, 1),
            sample(terms.size(), dimensions));
    return new SemanticModel(SemanticSpace.of(space), centres);
  }

  private SemanticSpace.Sample sample(int terms, int dimensions) throws IOException {
    int articles = rows("sample", SavedFormat.ARTICLES, MOST_ARTICLES);
    String[] ids = new String[articles];
    double[] known = new double[articles];
    float[][] unmoved = new float[articles][];
    float[][] points = new float[articles][];
    each(
        SavedFormat.ARTICLES,
        (part, at) -> {
          part.read("article_id", ids, at);
          part.read("known", known, at);
          part.read("unmoved", unmoved, at, dimensions);
          part.read("point", points, at, dimensions);
        });
    require(new HashSet<>(List.of(ids)).size() == articles, "an article twice");
    return new SemanticSpace.Sample(ids, known, unmoved, points, weights(articles, terms));
  }

  private SparseRows weights(int articles, int terms) throws IOException {
    int cells = rows("sample_terms", SavedFormat.ARTICLE_TERMS, MOST_ARTICLE_TERMS);
    SparseRows.Cells weights = new SparseRows.Cells(articles, terms, cells);
    each(
        SavedFormat.ARTICLE_TERMS,
        (part, at) -> {
          int[] ofArticle = new int[part.rows()];
          int[] ofTerm = new int[part.rows()];
          float[] values = new float[part.rows()];
          part.read("article", ofArticle, 0);
          part.read("term", ofTerm, 0);
          part.read("weight", values, 0);
          weights.put(at, ofArticle, ofTerm, values);
        });
    return weights.build();
  }

  private CentreModel centres(Terms terms, Clusters clusters) throws IOException {
    float[] idf = new float[terms.size()];
    float[][] centres = new float[clusters.size()][];
    terms.read((part, at) -> part.read("idf", idf, at));
    clusters.read((part, at) -> part.read("centre", centres, at, terms.size()));
    return new CentreModel(new Bm25(idf, terms.meanLength), centres);
  }

  private LdaModel lda(Terms terms, Clusters clusters) throws IOException {
    double[][] weights = new double[terms.size()][];
    double[] alpha = new double[clusters.size()];
    terms.read((part, at) -> part.read("topic_weights", weights, at, alpha.length));
    clusters.read((part, at) -> part.read("alpha", alpha, at));
    return LdaModel.of(alpha, weights);
  }

  /** The words of the language, filled part by part. */
  private final class Terms {

    private final String[] terms;
    private final String[] surfaces;
    private final long[] df;
    private final double meanLength = real("mean_length", Double.MIN_VALUE, Double.MAX_VALUE);

    Terms(int size) throws IOException {
      terms = new String[size];
      surfaces = new String[size];
      df = new long[size];
    }

    int size() {
      return terms.length;
    }

    /** Reads them, and what else a model has of them. */
    void read(Rows more) throws IOException {
      each(
          SavedFormat.TERMS,
          (part, at) -> {
            part.read("term", terms, at);
            part.read("surface", surfaces, at);
            part.read("df", df, at);
            more.take(part, at);
          });
    }

    TopicVocabulary vocabulary() throws IOException {
      require(new HashSet<>(List.of(terms)).size() == terms.length, "a term twice");
      int articles = number(json, "articles", 0, Integer.MAX_VALUE);
      return new TopicVocabulary(language, terms, surfaces, df, articles, meanLength);
    }
  }

  /** The topics of the language, filled part by part. */
  private final class Clusters {

    private final int[] ids;
    private final String[] labels;
    private final double[] cohesions;
    private final double[] outlierBounds;

    Clusters(int size) {
      ids = new int[size];
      labels = new String[size];
      cohesions = new double[size];
      outlierBounds = new double[size];
    }

    int size() {
      return ids.length;
    }

    /** Reads them, and what else a model has of them. */
    void read(Rows more) throws IOException {
      each(
          SavedFormat.TOPICS,
          (part, at) -> {
            part.read("topic_id", ids, at);
            part.read("label", labels, at);
            part.read("cohesion", cohesions, at);
            part.read("outlier_bound", outlierBounds, at);
            more.take(part, at);
          });
    }

    void addTo(List<SavedTopics.Known> known) {
      for (int cluster = 0; cluster < ids.length; cluster++) {
        if (ids[cluster] != 0) {
          known.add(
              new SavedTopics.Known(
                  ids[cluster],
                  language,
                  cluster,
                  labels[cluster],
                  cohesions[cluster],
                  outlierBounds[cluster]));
        }
      }
    }
  }

  /** Takes rows of a part. */
  private interface Rows {
    void take(PartReader part, int at) throws IOException;
  }

  /** The rows of a table, numbered as they come, a part of them after the other. */
  private void each(String table, Rows rows) throws IOException {
    int at = 0;
    for (Part part : parts) {
      if (part.table.equals(table)) {
        byte[] bytes = files.read(part.name, part.bytes);
        require(SavedFiles.sha256(bytes).equals(part.sha256), "the checksum of " + part.name);
        PartReader reader = new PartReader(bytes);
        require(reader.rows() == part.rows, "the rows of " + part.name);
        int[] numbers = new int[part.rows];
        reader.read("number", numbers, 0);
        for (int number : numbers) {
          require(number == at++, "the numbers in " + part.name);
        }
        rows.take(reader, at - part.rows);
      }
    }
  }

  private int rows(String table, int most) throws IOException {
    return rows(table, table, most);
  }

  /** How many rows a table has, which its parts and a number in the description agree on. */
  private int rows(String key, String table, int most) throws IOException {
    int rows = number(json, key, 1, most);
    long found = parts.stream().filter(p -> p.table.equals(table)).mapToLong(Part::rows).sum();
    require(found == rows, "the rows of " + table);
    return rows;
  }

  private double real(String key, double least, double most) throws IOException {
    JsonNode value = json.path(key);
    require(value.isNumber() && value.asDouble() >= least && value.asDouble() <= most, key);
    return value.asDouble();
  }

  private static int number(JsonNode json, String key, int least, int most) throws IOException {
    JsonNode value = json.path(key);
    require(
        value.isIntegralNumber()
            && value.canConvertToInt()
            && value.asInt() >= least
            && value.asInt() <= most,
        key);
    return value.asInt();
  }

  private static String text(JsonNode json, String key, Pattern pattern) throws IOException {
    JsonNode value = json.path(key);
    require(value.isTextual() && pattern.matcher(value.asText()).matches(), key);
    return value.asText();
  }

  private static JsonNode list(JsonNode json, String key, int most) throws IOException {
    JsonNode value = json.path(key);
    require(value.isArray() && value.size() <= most, key);
    return value;
  }

  private static void require(boolean met, String what) throws IOException {
    if (!met) {
      throw new IOException("not as it must be: " + what);
    }
  }
}
