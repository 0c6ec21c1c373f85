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

  private static final String EXPRESSIONS = "spark.sql.codegen.factoryMode";

  private static String expressions(SparkConf conf, long terms) {
    SparkSession spark = TestSession.start().newSession();
    try {
      for (String setting : List.of(EXPRESSIONS, "spark.broadsheet.interpreted")) {
        spark.conf().set(setting, conf.get(setting));
      }
      Tuning.fitToTerms(spark, terms);
      return spark.conf().get(EXPRESSIONS);
    } finally {
      spark.stop();
    }
  }

  /** What the user has set stays. */
  @Test
  void longTablesAreWrittenByCompiledExpressions() {
    SparkConf fitted = new SparkConf(false);
    Tuning.interpret(fitted);
    assertEquals("NO_CODEGEN", expressions(fitted, 20_000));
    assertEquals("FALLBACK", expressions(fitted, 400_000));
    SparkConf asked = new SparkConf(false).set(EXPRESSIONS, "NO_CODEGEN");
    Tuning.interpret(asked);
    assertEquals("NO_CODEGEN", expressions(asked, 400_000));
  }
}
