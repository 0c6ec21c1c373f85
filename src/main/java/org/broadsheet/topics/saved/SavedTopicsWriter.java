package org.broadsheet.topics.saved;

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
import org.broadsheet.topics.learning.CentreModel;
import org.broadsheet.topics.learning.LanguageTopics;
import org.broadsheet.topics.learning.LdaModel;
import org.broadsheet.topics.learning.SemanticModel;
import org.broadsheet.topics.learning.SemanticSpace;
import org.broadsheet.topics.learning.SparseMatrix;
import org.broadsheet.topics.learning.TopicModel;
import org.broadsheet.topics.learning.TopicVocabulary;
import org.broadsheet.topics.saved.PartWriter.Column;

/** Writes {@link SavedTopics}: the tables of each language in parts, then the description. */
final class SavedTopicsWriter {

  /** The size of a part, which is made in memory and read into memory as a whole. */
  private static final int PART_BYTES = 1 << 25;

  /** The approximate size of a row without its lists. */
  private static final int ROW_BYTES = 64;

  private final SavedTopics.FileWriter files;
  private final int partBytes;

  SavedTopicsWriter(SavedTopics.FileWriter files) {
    this(files, PART_BYTES);
  }

  /** Limits the size of parts, which have at least one row. */
  SavedTopicsWriter(SavedTopics.FileWriter files, int partBytes) {
    this.files = files;
    this.partBytes = partBytes;
  }

  void write(SavedTopics saved, OutputStream description) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", SavedFormat.NAME);
    json.put("format_version", SavedFormat.VERSION);
    json.put("run_id", saved.run());
    ArrayNode languages = json.putArray("languages");
    for (LanguageTopics language : saved.languages()) {
      write(language, saved.topics(), languages.addObject());
    }
    byte[] text = text(json);
    String checksum = SavedFiles.checksumLine(text);
    files.write(
        SavedTopics.FOLDER + "/" + SavedFormat.CHECKSUM,
        out -> out.write(checksum.getBytes(StandardCharsets.US_ASCII)));
    description.write(text);
  }

  /** The JSON, with the same line ends on every machine. */
  private static byte[] text(ObjectNode json) throws IOException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    String text = new ObjectMapper().writer(printer).writeValueAsString(json) + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void write(LanguageTopics language, List<SavedTopic> saved, ObjectNode json)
      throws IOException {
    TopicVocabulary vocabulary = language.vocabulary();
    TopicModel model = language.model();
    json.put("language", language.language());
    json.put("kind", kind(model));
    json.put("articles", vocabulary.articles());
    json.put("mean_length", vocabulary.meanLength());
    json.put("terms", vocabulary.size());
    json.put("topics", model.topics());
    Table terms = new Table(SavedFormat.TERMS, vocabulary.size());
    terms.add(new Column("term", vocabulary.terms()));
    terms.add(new Column("surface", vocabulary.surfaces()));
    terms.add(new Column("df", vocabulary.df()));
    Table topics = topics(language, saved);
    List<Table> tables = new ArrayList<>(List.of(terms, topics));
    if (model instanceof SemanticModel semantic) {
      SemanticSpace.SavedSpace space = semantic.space().parts();
      int dimensions = space.projection().dimensions();
      json.put("dimensions", dimensions);
      json.put("smoothing", (double) space.smoothing());
      json.put("sample", space.sample().ids().length);
      json.put("sample_terms", space.sample().weights().indices().length);
      terms.add(new Column("idf", space.weighting().idf()));
      terms.add(new Column("coordinates", space.projection().byTerm()), 4 * dimensions);
      topics.add(new Column("centre", semantic.centres()), 4 * dimensions);
      tables.add(articles(space.sample(), dimensions));
      tables.add(articleTerms(space.sample().weights()));
    } else if (model instanceof CentreModel centres) {
      terms.add(new Column("idf", centres.weighting().idf()));
      topics.add(new Column("centre", centres.centres()), 4 * vocabulary.size());
    } else if (model instanceof LdaModel lda) {
      terms.add(new Column("topic_weights", lda.byTerm()), 8 * lda.topics());
      topics.add(new Column("alpha", lda.alpha()));
    }
    ArrayNode written = json.putArray("parts");
    for (Table table : tables) {
      table.write(language.language(), written);
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

  private Table topics(LanguageTopics language, List<SavedTopic> saved) {
    int clusters = language.model().topics();
    int[] ids = new int[clusters];
    String[] labels = new String[clusters];
    Arrays.fill(labels, "");
    double[] cohesions = new double[clusters];
    double[] outlierBounds = new double[clusters];
    for (SavedTopic topic : saved) {
      if (topic.language().equals(language.language())) {
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

  private Table articles(SemanticSpace.SampleVectors sample, int dimensions) {
    Table table = new Table(SavedFormat.ARTICLES, sample.ids().length);
    table.add(new Column("article_id", sample.ids()));
    table.add(new Column("known", sample.lengths()));
    table.add(new Column("unmoved", sample.unsmoothed()), 4 * dimensions);
    table.add(new Column("point", sample.vectors()), 4 * dimensions);
    return table;
  }

  private Table articleTerms(SparseMatrix weights) {
    int[] articles = new int[weights.indices().length];
    for (int row = 0; row < weights.rows(); row++) {
      Arrays.fill(articles, weights.start(row), weights.end(row), row);
    }
    Table table = new Table(SavedFormat.ARTICLE_TERMS, articles.length);
    table.add(new Column("article", articles));
    table.add(new Column("term", weights.indices()));
    table.add(new Column("weight", weights.values()));
    return table;
  }

  /** A table that is being made. */
  private final class Table {

    private final String name;
    private final int rows;
    private final List<Column> columns = new ArrayList<>();
    private int rowBytes = ROW_BYTES;

    /** Begins a table whose first column numbers its rows. */
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
        files.write(SavedTopics.FOLDER + "/" + file, out -> out.write(bytes));
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
