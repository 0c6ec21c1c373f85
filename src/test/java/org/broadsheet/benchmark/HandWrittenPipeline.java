package org.broadsheet.benchmark;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.parse_url;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import java.io.IOException;
import java.util.List;
import org.apache.spark.ml.clustering.LDA;
import org.apache.spark.ml.clustering.LDAModel;
import org.apache.spark.ml.feature.CountVectorizer;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.feature.RegexTokenizer;
import org.apache.spark.ml.feature.StopWordsRemover;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * The yardstick of {@code jobs/benchmark}: the pipeline that a data engineer would write by hand in
 * an afternoon, out of Spark's own parts and with Spark's own defaults. JSON Lines in; term
 * frequencies, topics and source statistics out, as Parquet. The product does not use it, and it
 * knows nothing of the product.
 *
 * <p>It is meant to be a fair opponent: what is read more than once is cached, and nothing is
 * computed that no table needs.
 */
public final class HandWrittenPipeline {

  private static final int DEFAULT_TOPICS = 5;

  private HandWrittenPipeline() {}

  /**
   * Runs the pipeline.
   *
   * @param args the JSON Lines file, the folder to write to, and optionally the number of topics
   * @throws IOException if the session does not close
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2 || args.length > 3) {
      System.err.println("usage: HandWrittenPipeline INPUT.jsonl OUTPUT_DIR [TOPICS]");
      System.exit(2);
    }
    int topics = args.length == 3 ? Integer.parseInt(args[2]) : DEFAULT_TOPICS;
    try (SparkSession spark =
        SparkSession.builder().appName("hand-written").master("local[*]").getOrCreate()) {
      Dataset<Row> articles = tokenized(spark.read().json(args[0])).cache();
      write(termFrequencies(articles), args[1], "terms");
      write(topics(articles, topics), args[1], "topics");
      write(sourceStatistics(articles), args[1], "sources");
    }
  }

  private static Dataset<Row> tokenized(Dataset<Row> records) {
    List<String> fields = List.of(records.columns());
    Column id = col(fields.contains("id") ? "id" : "url");
    Column source = fields.contains("source") ? col("source") : parse_url(col("url"), lit("HOST"));
    Dataset<Row> texts =
        records.select(
            id.as("id"), source.as("source"), concat_ws(" ", col("title"), col("body")).as("text"));
    Dataset<Row> tokens =
        new RegexTokenizer()
            .setInputCol("text")
            .setOutputCol("tokens")
            .setPattern("\\W+")
            .setMinTokenLength(2)
            .transform(texts);
    return new StopWordsRemover()
        .setInputCol("tokens")
        .setOutputCol("words")
        .transform(tokens)
        .select(col("id"), col("source"), size(col("tokens")).as("length"), col("words"));
  }

  private static Dataset<Row> termFrequencies(Dataset<Row> articles) {
    return articles
        .select(col("id"), explode(col("words")).as("term"))
        .groupBy("term")
        .agg(count(lit(1)).as("tf"), count_distinct(col("id")).as("df"));
  }

  private static Dataset<Row> topics(Dataset<Row> articles, int topics) {
    CountVectorizerModel counter =
        new CountVectorizer().setInputCol("words").setOutputCol("features").fit(articles);
    Dataset<Row> vectors = counter.transform(articles).select("id", "features").cache();
    LDAModel model = new LDA().setK(topics).fit(vectors);
    return topicTerms(model, counter.vocabulary())
        .join(
            articlesOfTopics(model.transform(vectors)),
            col("topic").equalTo(col("top_topic")),
            "left")
        .drop("top_topic")
        .na()
        .fill(0, new String[] {"articles"});
  }

  /** A row for each topic and each of its ten heaviest terms. */
  private static Dataset<Row> topicTerms(LDAModel model, String[] vocabulary) {
    UserDefinedFunction term =
        udf((UDF1<Integer, String>) index -> vocabulary[index], DataTypes.StringType);
    return model
        .describeTopics()
        .select(col("topic"), posexplode(arrays_zip(col("termIndices"), col("termWeights"))))
        .select(
            col("topic"),
            col("pos").plus(1).as("rank"),
            term.apply(col("col.termIndices")).as("term"),
            col("col.termWeights").as("weight"));
  }

  /** How many articles each topic is the strongest of. */
  private static Dataset<Row> articlesOfTopics(Dataset<Row> transformed) {
    return transformed
        .withColumn("shares", vector_to_array(col("topicDistribution"), "float64"))
        .withColumn("top_topic", array_position(col("shares"), array_max(col("shares"))).minus(1))
        .groupBy("top_topic")
        .agg(count(lit(1)).as("articles"));
  }

  private static Dataset<Row> sourceStatistics(Dataset<Row> articles) {
    return articles
        .groupBy("source")
        .agg(
            count(lit(1)).as("articles"),
            sum("length").as("words"),
            avg("length").as("mean_words"),
            min("length").as("shortest"),
            max("length").as("longest"));
  }

  private static void write(Dataset<Row> table, String folder, String name) {
    table.write().mode("overwrite").parquet(folder + "/" + name);
  }
}
