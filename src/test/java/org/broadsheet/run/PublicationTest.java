package org.broadsheet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.Accounting;
import org.broadsheet.ingest.input.InputFile;
import org.broadsheet.storage.RunDirectory.Stored;
import org.broadsheet.table.ResultTable;
import org.junit.jupiter.api.Test;

/** What is compared before a run is published. */
class PublicationTest {

  private static WrittenTable table(String name, long written, Stored stored, String... findings) {
    return new WrittenTable(ResultTable.named(name), written, stored, List.of(findings));
  }

  private static Accounting account(long records, long accepted, long rejected, long duplicates) {
    InputFile file = new InputFile("file:/in/a.csv", "a.csv", 10, 0, 0, null);
    return new Accounting(
        List.of(new Accounting.FileAccount(file, "csv", records, accepted, rejected, duplicates)),
        Map.of());
  }

  @Test
  void aTableIsLostIfItsFilesHoldOtherRowsThanTasksWrote() {
    assertFalse(table("terms", 7, new Stored(2, 7, 100)).isLost());
    assertFalse(table("terms", 0, new Stored(1, 0, 100)).isLost());
    assertTrue(table("terms", 7, new Stored(1, 3, 50)).isLost());
    assertTrue(table("terms", 7, new Stored(2, 8, 100)).isLost());
    assertTrue(table("terms", 0, new Stored(0, 0, 0)).isLost());
  }

  @Test
  void whatIsLostIsSaidInNumbers() {
    assertEquals(
        "terms: tasks wrote 7 rows, but its files hold 3 rows",
        table("terms", 7, new Stored(1, 3, 50)).loss());
    assertEquals(
        "terms: tasks wrote 7 rows, but it has no file",
        table("terms", 7, new Stored(0, 0, 0)).loss());
  }

  @Test
  void tablesOfRecordsHaveTheRowsOfTheAccount() {
    Accounting account = account(9, 5, 3, 1);
    List<WrittenTable> whole =
        List.of(
            table("articles", 5, new Stored(1, 5, 1)),
            table("rejected_records", 3, new Stored(1, 3, 1)),
            table("exact_duplicates", 1, new Stored(1, 1, 1)),
            table("article_topics", 5, new Stored(1, 5, 1)),
            table("terms", 400, new Stored(1, 400, 1)));
    assertEquals(List.of(), Publication.findings(whole, account));
    for (String name :
        List.of("articles", "rejected_records", "exact_duplicates", "article_topics")) {
      List<String> findings =
          Publication.findings(List.of(table(name, 4, new Stored(1, 4, 1))), account);
      assertEquals(1, findings.size(), name);
      assertTrue(findings.get(0).startsWith("audit of " + name + ": 4 rows were written"), name);
    }
  }

  @Test
  void recordsWithoutAnOutcomeAreAFinding() {
    assertEquals(1, Publication.findings(List.of(), account(9, 5, 2, 1)).size());
  }

  @Test
  void whatBreaksADeclarationIsAFinding() {
    WrittenTable table = table("terms", 1, new Stored(1, 1, 1), "audit of terms: df is 0 in row 1");
    assertEquals(
        List.of("audit of terms: df is 0 in row 1"),
        Publication.findings(List.of(table), account(0, 0, 0, 0)));
  }
}
