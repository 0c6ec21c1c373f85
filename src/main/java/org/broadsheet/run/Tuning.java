package org.broadsheet.run;

import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.broadsheet.ingest.compression.Compression;
import org.broadsheet.ingest.input.InputFile;

/**
 * Fits Spark's way of working to the size of the input. None of it changes a row, only the time and
 * the number of files.
 *
 * @param partitions partitions of a shuffle
 * @param isAsked whether the job asks for that many
 * @param isShort whether the run takes seconds, so that compiling code for it takes longer than
 *     running it
 */
record Tuning(int partitions, boolean isAsked, boolean isShort) {

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final long PARTITION_BYTES = 16L << 20;
  private static final long MOST_PARTITIONS = 2_000;
  private static final long COMPRESSION = 4;

  /**
   * Measured on two cores: up to about this size, interpreted queries are done before compiled
   * ones.
   */
  private static final long SHORT_BYTES = 48L << 20;

  /**
   * Measured with 430,000 terms: their tables are written in two thirds of the time if expressions
   * are compiled.
   */
  private static final long MANY_TERMS = 150_000;

  private static final String EXPRESSIONS = "spark.sql.codegen.factoryMode";

  /** Whether this class, and not the user, chose to interpret expressions. */
  private static final String IS_INTERPRETED = "spark.broadsheet.interpreted";

  /**
   * Fits the work to files.
   *
   * @param files the input
   * @param partitions partitions that the job asks for; null to fit them to the input
   * @return the tuning
   */
  static Tuning of(List<InputFile> files, Integer partitions) {
    long bytes = files.stream().mapToLong(Tuning::plainBytes).sum();
    long fitting = Math.min(MOST_PARTITIONS, 1 + bytes / PARTITION_BYTES);
    boolean asked = partitions != null;
    return new Tuning(asked ? partitions : (int) fitting, asked, bytes <= SHORT_BYTES);
  }

  private static long plainBytes(InputFile file) {
    return Compression.isPacked(file.name()) ? COMPRESSION * file.bytes() : file.bytes();
  }

  void apply(SparkConf conf) {
    if (isAsked) {
      conf.set(PARTITIONS, String.valueOf(partitions));
    } else {
      conf.setIfMissing(PARTITIONS, String.valueOf(partitions));
    }
    if (isShort) {
      interpret(conf);
      // Spark takes 64 MB at a time for each sort and each sum, and has them zeroed.
      conf.setIfMissing("spark.buffer.pageSize", "1m");
      ShortRun.useFirstCompilerOnly();
    }
  }

  /** A run makes some four hundred generated classes: fifteen seconds of compiling. */
  static void interpret(SparkConf conf) {
    conf.setIfMissing("spark.sql.codegen.wholeStage", "false");
    conf.set(IS_INTERPRETED, String.valueOf(!conf.contains(EXPRESSIONS)));
    conf.setIfMissing(EXPRESSIONS, "NO_CODEGEN");
  }

  /**
   * Compiles expressions from now on if the tables will be so long that it pays, as they are with
   * every term of even a small input.
   *
   * @param spark the session
   * @param terms the number of terms that are published
   */
  static void fitToTerms(SparkSession spark, long terms) {
    if (terms > MANY_TERMS && spark.conf().get(IS_INTERPRETED, "false").equals("true")) {
      spark.conf().set(EXPRESSIONS, "FALLBACK");
    }
  }
}
