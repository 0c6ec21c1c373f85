package org.broadsheet.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableCommitterTest {

  /** The library for S3 is that of the same Spark; of 4.1.0 there is none. */
  @ParameterizedTest
  @CsvSource({"4.1.0, 4.1.1", "4.1.1, 4.1.1", "4.1.2, 4.1.2", "4.0.1, 4.0.1", "4.2.0, 4.2.0"})
  void aMissingLibraryIsNamedInTheVersionThatWasPublished(String spark, String library) {
    assertEquals(library, TableCommitter.cloudVersion(spark));
  }
}
