package org.broadsheet.extract.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.broadsheet.extract.PrintedText;

/**
 * When an article was published, as exactly as it says and no more.
 *
 * @param raw the text as given
 * @param at the instant; null unless {@link Precision#INSTANT}
 * @param date the day as printed, never moved to another zone; null for a month and for nothing. A
 *     number of seconds prints no day: its day is that of the zone, or of UTC without one
 * @param precision how much is known
 */
public record Published(String raw, Instant at, LocalDate date, Precision precision) {

  /** How exactly the time of publication is known. */
  public enum Precision {
    /** To the instant: an offset is printed, or the source's zone was given with a local time. */
    INSTANT,
    /** A time of day is printed, but in no known zone. */
    LOCAL,
    /** A day. A local midnight to the second is one too: programs pad days so. */
    DAY,
    /** A month; it has no day, so it dates nothing. */
    MONTH,
    /** Nothing that can be read as a date. */
    NONE;

    /** The published value. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads a printed date in any of the forms that corpora and sources use.
   *
   * <p>Where day and month cannot be told apart, {@code 03-04-2020} is month first, as in RealNews;
   * {@code 03.04.2020} is day first; {@code 03/04/2020} is month first, unless the zone is given
   * and lies outside the countries that write so. Beside words of another language than English
   * both are day first.
   *
   * @param raw the text; null, blank, "None" and the like give {@link Precision#NONE}
   * @param zone the source's zone, or null if it is unknown
   */
  public static Published parse(String raw, ZoneId zone) {
    return parse(raw, zone, DateHints.NONE);
  }

  /**
   * Reads a printed date as {@link #parse(String, ZoneId)} does, with what else is known of the
   * article where day and month cannot be told apart: the day that the address holds decides, then
   * the language.
   *
   * @param raw the text; null, blank, "None" and the like give {@link Precision#NONE}
   * @param zone the source's zone, or null if it is unknown
   * @param hints the article's language and address
   */
  public static Published parse(String raw, ZoneId zone, DateHints hints) {
    Moment moment = raw == null ? null : read(PrintedText.strip(raw), zone, hints);
    return moment == null ? new Published(raw, null, null, Precision.NONE) : of(raw, moment, zone);
  }

  private static Moment read(String text, ZoneId zone, DateHints hints) {
    Moment iso = IsoDate.read(text);
    return iso != null
        ? iso
        : DateText.read(text, zone, hints).map(DateText.DateReading::moment).orElse(null);
  }

  private static Published of(String raw, Moment moment, ZoneId given) {
    if (moment.date() == null) {
      return new Published(raw, null, null, Precision.MONTH);
    }
    ZoneId zone = moment.zone() != null ? moment.zone() : given;
    if (!moment.hasTime()) {
      return new Published(raw, null, moment.date(), Precision.DAY);
    }
    if (zone == null) {
      return new Published(raw, null, moment.date(), Precision.LOCAL);
    }
    Instant at = moment.date().atTime(moment.time()).atZone(zone).toInstant();
    return new Published(raw, at, moment.date(), Precision.INSTANT);
  }
}
