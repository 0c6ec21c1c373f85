package org.broadsheet.ingest;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of the one parsed, persisted data set: a row for every record with its outcome, and a
 * row for the end of every split with the number of its lines.
 */
final class RecordSchema {

  /** Outcomes of a record. */
  static final String ARTICLE = "article";

  static final String REJECTED = "rejected";
  static final String END = "end";

  private static final DataType STRINGS = createArrayType(StringType);

  static final StructType SCHEMA =
      new StructType()
          .add("input_file", StringType)
          .add("split", IntegerType)
          .add("record_no", LongType)
          .add("format", StringType)
          .add("bytes", LongType)
          .add("outcome", StringType)
          .add("reason", StringType)
          .add("detail", StringType)
          .add("raw", StringType)
          .add("article_id", StringType)
          .add("url", StringType)
          .add("canonical_url", StringType)
          .add("source", StringType)
          .add("source_name", StringType)
          .add("title", StringType)
          .add("byline", StringType)
          .add("byline_kind", StringType)
          .add("authors", STRINGS)
          .add("agencies", STRINGS)
          .add("agency_evidence", StringType)
          .add("photo_agencies", STRINGS)
          .add("published_raw", StringType)
          .add("published_at", TimestampType)
          .add("published_date", DateType)
          .add("published_precision", StringType)
          .add("period", DateType)
          .add("language", StringType)
          .add("language_guess", StringType)
          .add("script", StringType)
          .add("language_confidence", DoubleType)
          .add("is_language_detected", BooleanType)
          .add("section", StringType)
          .add("keywords", STRINGS)
          .add("body_status", StringType)
          .add("text_rule", StringType)
          .add("words", IntegerType)
          .add("sentences", IntegerType)
          .add("paragraphs", IntegerType)
          .add("mattr_windows", LongType)
          .add("mattr_types", LongType)
          .add("syllables", LongType)
          .add("content_hash", StringType)
          .add("extra", createMapType(StringType, StringType))
          .add("mapping", StringType)
          .add("analysed_text", StringType)
          .add("token_spans", BinaryType);

  private RecordSchema() {}
}
