package org.broadsheet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.TestSession;
import org.broadsheet.ingest.input.InputFile;
import org.junit.jupiter.api.Test;

class TuningTest {

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  /** Too large for the settings of a short run, which would slow the tests after this. */
  private static final List<InputFile> FILES =
      List.of(new InputFile("file:/a.jsonl", "a.jsonl", 100L << 20, 0, 0, null));

  private static String partitions(SparkConf conf, Integer asked) {
    Tuning.of(FILES, asked).apply(conf);
    return conf.get(PARTITIONS);
  }

  @Test
  void theUsersPartitionsStayUnlessTheJobNamesOthers() {
    assertEquals("7", partitions(new SparkConf(false), null));
    assertEquals("40", partitions(new SparkConf(false).set(PARTITIONS, "40"), null));
    assertEquals("3", partitions(new SparkConf(false).set(PARTITIONS, "40"), 3));
  }

  private static String expressions(SparkSession spark, String chosenByTuning, long terms) {
    spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    spark.conf().set("spark.broadsheet.interpreted", chosenByTuning);
    Tuning.fitToTerms(spark, terms);
    return spark.conf().get("spark.sql.codegen.factoryMode");
  }

  /** What the user has set stays. */
  @Test
  void longTablesAreWrittenByCompiledExpressions() {
    SparkSession spark = TestSession.start();
    try {
      assertEquals("NO_CODEGEN", expressions(spark, "true", 20_000));
      assertEquals("FALLBACK", expressions(spark, "true", 400_000));
      assertEquals("NO_CODEGEN", expressions(spark, "false", 400_000));
    } finally {
      spark.stop();
    }
  }
}
