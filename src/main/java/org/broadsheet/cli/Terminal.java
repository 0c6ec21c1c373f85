package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.broadsheet.run.Progress;

/** What the program knows about the screen. */
final class Terminal {

  /** Where Linux says what the standard error is connected to. */
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private Terminal() {}

  static Progress progress() {
    String kind = System.getenv("TERM");
    boolean moves = kind != null && !kind.equals("dumb");
    return new Progress(System.err, moves && isTerminal());
  }

  /** Whether the standard error, which progress is written to, is a terminal. */
  private static boolean isTerminal() {
    try {
      String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
      return device.startsWith("/dev/pts/") || device.matches("/dev/(tty|console).*");
    } catch (IOException | UnsupportedOperationException e) {
      // Java itself knows only of the standard input and output.
      return System.console() != null;
    }
  }
}
