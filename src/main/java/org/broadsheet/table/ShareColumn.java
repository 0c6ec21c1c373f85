package org.broadsheet.table;

import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Shares that Spark computes. */
public final class ShareColumn {

  private ShareColumn() {}

  /**
   * Divides a count by another.
   *
   * @param part the numerator
   * @param whole the denominator
   * @return {@code part / whole} as a double; null where the denominator is zero
   */
  public static Column of(Column part, Column whole) {
    return when(whole.gt(0), part.cast("double").divide(whole));
  }
}
