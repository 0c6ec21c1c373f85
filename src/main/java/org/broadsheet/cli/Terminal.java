package org.broadsheet.cli;

import org.broadsheet.job.Progress;

/** What the program knows about the screen. */
final class Terminal {

  private Terminal() {}

  static Progress progress() {
    String kind = System.getenv("TERM");
    boolean terminal = System.console() != null && kind != null && !kind.equals("dumb");
    return new Progress(System.err, terminal);
  }

  /** Characters in a line, where the shell says so. */
  static int width() {
    String columns = System.getenv("COLUMNS");
    boolean known = columns != null && columns.matches("[1-9]\\d{1,3}");
    return known ? Math.max(60, Integer.parseInt(columns)) : 100;
  }
}
