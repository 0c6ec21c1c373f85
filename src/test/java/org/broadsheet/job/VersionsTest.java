package org.broadsheet.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

  @Test
  void theTestsRunOnWhatIsNeeded() {
    assertEquals(Optional.empty(), Versions.sparkObstacle());
    assertEquals(Optional.empty(), Versions.javaObstacle());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.5.7", "4.0.1", "4.10.0", "5.0.0"})
  void anotherSparkIsRefusedInOneLine(String spark) {
    String obstacle = Versions.sparkObstacle(spark).orElseThrow();
    assertTrue(obstacle.startsWith("this is Spark " + spark + ", and Broadsheet needs Spark 4.1;"));
    assertEquals(1, obstacle.lines().count());
  }
}
