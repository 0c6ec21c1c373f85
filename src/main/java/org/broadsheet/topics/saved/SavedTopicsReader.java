package org.broadsheet.topics.saved;

import static org.broadsheet.topics.saved.SavedFormat.require;

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
import org.broadsheet.topics.learning.CentreModel;
import org.broadsheet.topics.learning.LanguageTopics;
import org.broadsheet.topics.learning.LatentSpace;
import org.broadsheet.topics.learning.LdaModel;
import org.broadsheet.topics.learning.SemanticModel;
import org.broadsheet.topics.learning.SemanticSpace;
import org.broadsheet.topics.learning.SparseMatrix;
import org.broadsheet.topics.learning.TopicModel;
import org.broadsheet.topics.learning.TopicVocabulary;

/**
 * Reads {@link SavedTopics}, one language after the other. Nothing is trusted: every number is
 * within a bound, and no array is longer than the bytes that were found for it.
 */
final class SavedTopicsReader {

  private static final int LONGEST_DESCRIPTION = 1 << 22;
  private static final int MOST_LANGUAGES = 1_000;
  private static final int MOST_TERMS = 1_000_000;
  private static final int MOST_TOPICS = 100_000;
  private static final int MOST_DIMENSIONS = 10_000;
  private static final int MOST_ARTICLES = 10_000_000;
  private static final int MOST_ARTICLE_TERMS = 1_000_000_000;

  private static final Pattern RUN = Pattern.compile("[\\w.:-]{1,100}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,8}");

  private final CheckedJson json;
  private final String language;
  private final SavedParts parts;

  /** Prepares to read a language, whose parts are there and have the right length. */
  private SavedTopicsReader(SavedFiles files, CheckedJson json) throws IOException {
    this.json = json;
    this.language = json.text("language", LANGUAGE);
    this.parts = new SavedParts(files, json);
  }

  /**
   * Reads topics.
   *
   * @param files the files
   * @return the topics
   * @throws IOException or a RuntimeException if the files are damaged
   * @throws UserException if a newer version wrote them, or the file system fails
   */
  static SavedTopics read(SavedFiles files) throws IOException {
    CheckedJson json = CheckedJson.parse(description(files));
    require(json.anyText("format").equals(SavedFormat.NAME), "the format");
    if (json.number("format_version", 1, Integer.MAX_VALUE) > SavedFormat.VERSION) {
      throw UserException.of(
          "topics.model: %s was written by a newer Broadsheet; use that one, or run the job that made it again with"
              + " this one",
          files.folder());
    }
    String run = json.text("run_id", RUN);
    List<LanguageTopics> languages = new ArrayList<>();
    List<SavedTopic> topics = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (CheckedJson described : json.list("languages", MOST_LANGUAGES)) {
      SavedTopicsReader reader = new SavedTopicsReader(files, described);
      require(codes.add(reader.language), "a language twice");
      languages.add(reader.readLanguage(topics));
    }
    topics.sort(Comparator.comparingInt(SavedTopic::id));
    for (int i = 0; i < topics.size(); i++) {
      require(topics.get(i).id() == i + 1, "the ids of topics");
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

  /** Reads a language, and adds its topics to those of others. */
  private LanguageTopics readLanguage(List<SavedTopic> topics) throws IOException {
    SavedTerms terms = new SavedTerms(rows(SavedFormat.TERMS, MOST_TERMS));
    SavedClusters clusters = new SavedClusters(rows(SavedFormat.TOPICS, MOST_TOPICS));
    TopicModel model =
        switch (json.anyText("kind")) {
          case SavedFormat.SEMANTIC -> semantic(terms, clusters);
          case SavedFormat.CENTRES -> centres(terms, clusters);
          case SavedFormat.LDA -> lda(terms, clusters);
          default -> throw new IOException("a kind of model that is not known");
        };
    clusters.addTo(topics);
    return LanguageTopics.ofPublished(terms.vocabulary(), model, clusters.ids);
  }

  private SemanticModel semantic(SavedTerms terms, SavedClusters clusters) throws IOException {
    int dimensions = json.number("dimensions", 1, MOST_DIMENSIONS);
    float[] idf = new float[terms.size()];
    float[][] coordinates = new float[terms.size()][];
    float[][] centres = new float[clusters.size()][];
    terms.read(
        (part, at) -> {
          part.read("idf", idf, at);
          part.read("coordinates", coordinates, at, dimensions);
        });
    clusters.read((part, at) -> part.read("centre", centres, at, dimensions));
    SemanticSpace.SavedSpace space =
        new SemanticSpace.SavedSpace(
            new Bm25(idf, terms.meanLength),
            new LatentSpace(dimensions, coordinates),
            (float) json.real("smoothing", 0, 1),
            sample(terms.size(), dimensions));
    return new SemanticModel(SemanticSpace.of(space), centres);
  }

  private SemanticSpace.SampleVectors sample(int terms, int dimensions) throws IOException {
    int articles = rows("sample", SavedFormat.ARTICLES, MOST_ARTICLES);
    String[] ids = new String[articles];
    double[] lengths = new double[articles];
    float[][] unsmoothed = new float[articles][];
    float[][] vectors = new float[articles][];
    parts.read(
        SavedFormat.ARTICLES,
        (part, at) -> {
          part.read("article_id", ids, at);
          part.read("known", lengths, at);
          part.read("unmoved", unsmoothed, at, dimensions);
          part.read("point", vectors, at, dimensions);
        });
    require(new HashSet<>(List.of(ids)).size() == articles, "an article twice");
    return new SemanticSpace.SampleVectors(
        ids, lengths, unsmoothed, vectors, weights(articles, terms));
  }

  private SparseMatrix weights(int articles, int terms) throws IOException {
    int cells = rows("sample_terms", SavedFormat.ARTICLE_TERMS, MOST_ARTICLE_TERMS);
    SparseMatrix.CellsBuilder weights = new SparseMatrix.CellsBuilder(articles, terms, cells);
    parts.read(
        SavedFormat.ARTICLE_TERMS,
        (part, at) -> {
          int[] ofArticle = new int[part.rows()];
          int[] ofTerm = new int[part.rows()];
          float[] values = new float[part.rows()];
          part.read("article", ofArticle, 0);
          part.read("term", ofTerm, 0);
          part.read("weight", values, 0);
          weights.add(at, ofArticle, ofTerm, values);
        });
    return weights.build();
  }

  private CentreModel centres(SavedTerms terms, SavedClusters clusters) throws IOException {
    float[] idf = new float[terms.size()];
    float[][] centres = new float[clusters.size()][];
    terms.read((part, at) -> part.read("idf", idf, at));
    clusters.read((part, at) -> part.read("centre", centres, at, terms.size()));
    return new CentreModel(new Bm25(idf, terms.meanLength), centres);
  }

  private LdaModel lda(SavedTerms terms, SavedClusters clusters) throws IOException {
    double[][] weights = new double[terms.size()][];
    double[] alpha = new double[clusters.size()];
    terms.read((part, at) -> part.read("topic_weights", weights, at, alpha.length));
    clusters.read((part, at) -> part.read("alpha", alpha, at));
    return LdaModel.of(alpha, weights);
  }

  /** The words of the language, filled part by part. */
  private final class SavedTerms {

    private final String[] terms;
    private final String[] surfaces;
    private final long[] df;
    private final double meanLength = json.real("mean_length", Double.MIN_VALUE, Double.MAX_VALUE);

    SavedTerms(int size) throws IOException {
      terms = new String[size];
      surfaces = new String[size];
      df = new long[size];
    }

    int size() {
      return terms.length;
    }

    /** Reads them, and what else the model has in the same table. */
    void read(SavedParts.RowConsumer more) throws IOException {
      parts.read(
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
      int articles = json.number("articles", 0, Integer.MAX_VALUE);
      return new TopicVocabulary(language, terms, surfaces, df, articles, meanLength);
    }
  }

  /** The topics of the language, filled part by part. */
  private final class SavedClusters {

    private final int[] ids;
    private final String[] labels;
    private final double[] cohesions;
    private final double[] outlierBounds;

    SavedClusters(int size) {
      ids = new int[size];
      labels = new String[size];
      cohesions = new double[size];
      outlierBounds = new double[size];
    }

    int size() {
      return ids.length;
    }

    /** Reads them, and what else the model has in the same table. */
    void read(SavedParts.RowConsumer more) throws IOException {
      parts.read(
          SavedFormat.TOPICS,
          (part, at) -> {
            part.read("topic_id", ids, at);
            part.read("label", labels, at);
            part.read("cohesion", cohesions, at);
            part.read("outlier_bound", outlierBounds, at);
            more.take(part, at);
          });
    }

    void addTo(List<SavedTopic> topics) {
      for (int cluster = 0; cluster < ids.length; cluster++) {
        if (ids[cluster] != 0) {
          topics.add(
              new SavedTopic(
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

  private int rows(String table, int most) throws IOException {
    return rows(table, table, most);
  }

  /** The rows of a table, of which its parts have as many as the description says under a key. */
  private int rows(String key, String table, int most) throws IOException {
    int rows = json.number(key, 1, most);
    require(parts.rows(table) == rows, "the rows of " + table);
    return rows;
  }
}
