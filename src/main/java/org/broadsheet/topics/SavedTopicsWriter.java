package org.broadsheet.topics;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.topics.PartWriter.Column;

/** Writes {@link SavedTopics}: the tables of each language in parts, then what describes them. */
final class SavedTopicsWriter {

  /** A part is made in memory, and read into it. */
  private static final int PART_BYTES = 1 << 25;

  /** What a row takes beside its lists, about. */
  private static final int ROW_BYTES = 64;

  private final SavedTopics.Parts parts;
  private final int partBytes;

  SavedTopicsWriter(SavedTopics.Parts parts) {
    this(parts, PART_BYTES);
  }

  /** Writes parts of about so many bytes at most, but of one row at least. */
  SavedTopicsWriter(SavedTopics.Parts parts, int partBytes) {
    this.parts = parts;
    this.partBytes = partBytes;
  }

  void write(SavedTopics saved, OutputStream description) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", SavedFormat.NAME);
    json.put("format_version", SavedFormat.VERSION);
    json.put("run_id", saved.run());
    ArrayNode languages = json.putArray("languages");
    for (SavedTopics.Language language : saved.languages()) {
      write(language, saved.topics(), languages.addObject());
    }
    byte[] text = text(json);
    String checksum = SavedFiles.checksumLine(text);
    parts.write(
        SavedTopics.FOLDER + "/" + SavedFormat.CHECKSUM,
        out -> out.write(checksum.getBytes(StandardCharsets.US_ASCII)));
    description.write(text);
  }

  /** The JSON, with lines that end in the same way on every machine. */
  private static byte[] text(ObjectNode json) throws IOException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    String text = new ObjectMapper().writer(printer).writeValueAsString(json) + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void write(SavedTopics.Language language, List<SavedTopics.Known> known, ObjectNode json)
      throws IOException {
    TopicVocabulary vocabulary = language.vocabulary();
    TopicModel model = language.model();
    json.put("language", language.code());
    json.put("kind", kind(model));
    json.put("articles", vocabulary.articles());
    json.put("mean_length", vocabulary.meanLength());
    json.put("terms", vocabulary.terms().length);
    json.put("topics", model.topics());
    Table terms = new Table(SavedFormat.TERMS, vocabulary.terms().length);
    terms.add(new Column("term", vocabulary.terms()));
    terms.add(new Column("surface", vocabulary.surfaces()));
    terms.add(new Column("df", vocabulary.df()));
    Table topics = topics(language, known);
    List<Table> tables = new ArrayList<>(List.of(terms, topics));
    if (model instanceof SemanticModel semantic) {
      SemanticSpace.Parts space = semantic.space().parts();
      int dimensions = space.projection().dimensions();
      json.put("dimensions", dimensions);
      json.put("smoothing", (double) space.smoothing());
      json.put("sample", space.sample().ids().length);
      json.put("sample_terms", space.sample().weights().terms().length);
      terms.add(new Column("idf", space.weighting().idf()));
      terms.add(new Column("coordinates", space.projection().byTerm()), 4 * dimensions);
      topics.add(new Column("centre", semantic.centres()), 4 * dimensions);
      tables.add(articles(space.sample(), dimensions));
      tables.add(articleTerms(space.sample().weights()));
    } else if (model instanceof CentreModel centres) {
      terms.add(new Column("idf", centres.weighting().idf()));
      topics.add(new Column("centre", centres.centres()), 4 * vocabulary.terms().length);
    } else if (model instanceof LdaModel lda) {
      terms.add(new Column("topic_weights", lda.byTerm()), 8 * lda.topics());
      topics.add(new Column("alpha", lda.alpha()));
    }
    ArrayNode written = json.putArray("parts");
    for (Table table : tables) {
      table.write(language.code(), written);
    }
  }

  private static String kind(TopicModel model) {
    if (model instanceof SemanticModel) {
      return SavedFormat.SEMANTIC;
    } else if (model instanceof CentreModel) {
      return SavedFormat.CENTRES;
    } else if (model instanceof LdaModel) {
      return SavedFormat.LDA;
    }
    throw new IllegalArgumentException("no format for " + model.getClass());
  }

  private Table topics(SavedTopics.Language language, List<SavedTopics.Known> known) {
    int clusters = language.model().topics();
    int[] ids = new int[clusters];
    String[] labels = new String[clusters];
    Arrays.fill(labels, "");
    double[] cohesions = new double[clusters];
    double[] outlierBounds = new double[clusters];
    for (SavedTopics.Known topic : known) {
      if (topic.language().equals(language.code())) {
        ids[topic.cluster()] = topic.id();
        labels[topic.cluster()] = topic.label();
        cohesions[topic.cluster()] = topic.cohesion();
        outlierBounds[topic.cluster()] = topic.outlierBound();
      }
    }
    Table table = new Table(SavedFormat.TOPICS, clusters);
    table.add(new Column("topic_id", ids));
    table.add(new Column("label", labels));
    table.add(new Column("cohesion", cohesions));
    table.add(new Column("outlier_bound", outlierBounds));
    return table;
  }

  private Table articles(SemanticSpace.Sample sample, int dimensions) {
    Table table = new Table(SavedFormat.ARTICLES, sample.ids().length);
    table.add(new Column("article_id", sample.ids()));
    table.add(new Column("known", sample.known()));
    table.add(new Column("unmoved", sample.unmoved()), 4 * dimensions);
    table.add(new Column("point", sample.points()), 4 * dimensions);
    return table;
  }

  private Table articleTerms(SparseRows weights) {
    int[] articles = new int[weights.terms().length];
    for (int row = 0; row < weights.rows(); row++) {
      Arrays.fill(articles, weights.start(row), weights.end(row), row);
    }
    Table table = new Table(SavedFormat.ARTICLE_TERMS, articles.length);
    table.add(new Column("article", articles));
    table.add(new Column("term", weights.terms()));
    table.add(new Column("weight", weights.values()));
    return table;
  }

  /** A table in the making. */
  private final class Table {

    private final String name;
    private final int rows;
    private final List<Column> columns = new ArrayList<>();
    private int rowBytes = ROW_BYTES;

    /** A table whose first column numbers its rows. */
    Table(String name, int rows) {
      this.name = name;
      this.rows = rows;
      add(new Column("number", IntStream.range(0, rows).toArray()));
    }

    void add(Column column) {
      columns.add(column);
    }

    void add(Column lists, int bytes) {
      columns.add(lists);
      rowBytes += bytes;
    }

    void write(String language, ArrayNode written) throws IOException {
      int step = Math.max(1, partBytes / rowBytes);
      for (int from = 0, part = 1; from < rows; from += step, part++) {
        int to = Math.min(rows, from + step);
        byte[] bytes = PartWriter.write(name, columns, from, to);
        String file = name + "-" + language + "-" + part + ".parquet";
        parts.write(SavedTopics.FOLDER + "/" + file, out -> out.write(bytes));
        ObjectNode json = written.addObject();
        json.put("table", name);
        json.put("name", file);
        json.put("rows", to - from);
        json.put("bytes", bytes.length);
        json.put("sha256", SavedFiles.sha256(bytes));
      }
    }
  }
}
