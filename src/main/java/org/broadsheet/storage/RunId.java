package org.broadsheet.storage;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The names of runs. They start with the time of their start, so that they sort by age. */
public final class RunId {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
  private static final Pattern ID = Pattern.compile("(\\d{8}T\\d{6}Z)-[0-9a-f]{4}");

  private RunId() {}

  /**
   * A new id.
   *
   * @param started when the run started
   * @return the id; two runs of the same second get different ones
   */
  public static String of(Instant started) {
    int tail = ThreadLocalRandom.current().nextInt(1 << 16);
    return TIME.withZone(ZoneOffset.UTC).format(started)
        + String.format(Locale.ROOT, "-%04x", tail);
  }

  /**
   * When a run started.
   *
   * @param name the name of a file or directory
   * @return the start, to the second; empty if the name is not an id
   */
  static Optional<Instant> started(String name) {
    var id = ID.matcher(name);
    try {
      return id.matches()
          ? Optional.of(LocalDateTime.parse(id.group(1), TIME).toInstant(ZoneOffset.UTC))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
