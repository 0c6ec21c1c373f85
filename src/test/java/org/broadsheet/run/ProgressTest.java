package org.broadsheet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

  /** The bar is wiped by commands of the program's own; a line has none. */
  @Test
  void aTerminalObeysTheBarAndNotTheLines() {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    Progress progress = new Progress(new PrintStream(shown, true, StandardCharsets.UTF_8), true);
    progress.say("warning: \u001b]0;other\u0007\nbroadsheet: done");
    assertEquals(
        "\r\u001b[Kwarning: \ufffd]0;other\ufffd\ufffdbroadsheet: done\n",
        shown.toString(StandardCharsets.UTF_8));
  }
}
