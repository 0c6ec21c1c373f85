package org.broadsheet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

  @Test
  void theTestsRunOnWhatIsAccepted() {
    assertEquals(Optional.empty(), Versions.obstacle());
  }

  @ParameterizedTest
  @CsvSource({"4.0.5,17", "4.1.0,21", "4.2.0,17", "4.2.1,25", "4.3.0,25", "4.3.0-SNAPSHOT,21"})
  void theseAreAccepted(String spark, int java) {
    assertEquals(Optional.empty(), Versions.obstacle(spark, java));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.5.7", "4.10.0", "4.20.1", "5.0.0", "14.2.0"})
  void anotherSparkIsRefusedInOneLine(String spark) {
    String obstacle = Versions.obstacle(spark, 17).orElseThrow();
    assertTrue(
        obstacle.startsWith(
            "this is Spark " + spark + ", and Broadsheet runs on Spark 4.0, 4.1, 4.2, 4.3;"));
    assertEquals(1, obstacle.lines().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.0.5", "4.1.4"})
  void anOlderSparkIsRefusedOnJava25(String spark) {
    assertEquals(
        "this is Java 25, on which Spark "
            + spark
            + " cannot write Parquet; use Java 17 or 21, or Spark 4.2 or later",
        Versions.obstacle(spark, 25).orElseThrow());
  }
}
