package org.broadsheet.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.broadsheet.ingest.format.Formats;
import org.broadsheet.ingest.input.InputFile;
import org.broadsheet.ingest.input.InputSpec;
import org.broadsheet.ingest.input.Split;
import org.broadsheet.ingest.input.UnreadableFileException;
import org.broadsheet.ingest.record.FieldChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records are read when they are asked for: no file is held in memory. */
class SplitRecordsTest {

  @TempDir Path folder;

  @Test
  void aFileIsOpenedWhenTheOneBeforeItIsRead() throws IOException {
    String line = "{\"title\": \"Ferry plan\", \"text\": \"It sails.\"}\n";
    Path first = Files.writeString(folder.resolve("a.jsonl"), line.repeat(3));
    List<InputFile> files =
        List.of(
            new InputFile(first.toUri().toString(), "a.jsonl", 3L * line.length(), 0, 0, null),
            new InputFile(folder.resolve("gone").toUri().toString(), "gone", 1, 0, 0, null));
    InputSpec input = new InputSpec("", Formats.AUTO, null, new FieldChoice(Map.of(), List.of()));
    CorpusSettings settings =
        new CorpusSettings(
            List.of(input),
            "en",
            Period.WEEK,
            1_000,
            null,
            null,
            false,
            false,
            Map.of(),
            List.of());
    try (SplitRecords records =
        new SplitRecords(
            Split.beginnings(files),
            settings,
            ReadExtent.ALL,
            new Tolerance(false, 4, 1, "0.0", 0),
            new Configuration())) {
      for (int number = 1; number <= 3; number++) {
        assertTrue(records.hasNext());
        ParsedRecord record = records.next();
        assertEquals(Outcome.ARTICLE, record.outcome());
        assertEquals(number, record.position().number());
      }
      assertEquals(Outcome.END, records.next().outcome());
      assertThrows(UnreadableFileException.class, records::hasNext);
    }
  }
}
