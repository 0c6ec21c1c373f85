package org.broadsheet.run;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.broadsheet.UserException;
import org.broadsheet.job.Job;
import org.broadsheet.job.JobFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

  @TempDir Path folder;

  /** Else the second run would count the tables of the first as articles. */
  @Test
  void aLinkWithinTheInputMayNotLeadToTheResults() throws IOException {
    Path table = Files.createDirectories(folder.resolve("results/runs/1/articles"));
    Files.writeString(table.resolve("part.parquet"), "x");
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(in.resolve("a.txt"), "A title\n\nA word.");
    Files.createSymbolicLink(in.resolve("link"), Path.of("../results"));
    Path file = folder.resolve("job.yaml");
    Files.writeString(
        file, "name: links\ninput: [{path: in, follow_links: true}]\noutput: results\n");
    Job job = JobFile.read(file.toString(), List.of());
    Progress progress = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
    String message =
        assertThrows(
                UserException.class,
                () ->
                    Workspace.with(
                        job,
                        progress,
                        workspace -> {
                          throw new AssertionError("not refused");
                        }))
            .getMessage();
    assertTrue(message.startsWith("input: link/runs/1/articles/part.parquet is a result"), message);
  }
}
