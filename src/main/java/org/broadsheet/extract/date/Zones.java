package org.broadsheet.extract.date;

import static java.util.Map.entry;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Time zones as dates print them. */
final class Zones {
  private static final int MOST_HOURS = 18;

  /**
   * Abbreviations that news sites print. CST and EST are American, as in RFC 822, and BST British;
   * IST has three meanings and is not here: its times stay local.
   */
  private static final Map<String, ZoneId> NAMES =
      Map.ofEntries(
          entry("z", ZoneOffset.UTC),
          entry("utc", ZoneOffset.UTC),
          entry("gmt", ZoneOffset.UTC),
          entry("ut", ZoneOffset.UTC),
          entry("wet", ZoneOffset.UTC),
          entry("est", ZoneOffset.ofHours(-5)),
          entry("edt", ZoneOffset.ofHours(-4)),
          entry("cst", ZoneOffset.ofHours(-6)),
          entry("cdt", ZoneOffset.ofHours(-5)),
          entry("mst", ZoneOffset.ofHours(-7)),
          entry("mdt", ZoneOffset.ofHours(-6)),
          entry("pst", ZoneOffset.ofHours(-8)),
          entry("pdt", ZoneOffset.ofHours(-7)),
          entry("et", ZoneId.of("America/New_York")),
          entry("ct", ZoneId.of("America/Chicago")),
          entry("mt", ZoneId.of("America/Denver")),
          entry("pt", ZoneId.of("America/Los_Angeles")),
          entry("bst", ZoneOffset.ofHours(1)),
          entry("west", ZoneOffset.ofHours(1)),
          entry("cet", ZoneOffset.ofHours(1)),
          entry("cest", ZoneOffset.ofHours(2)),
          entry("mez", ZoneOffset.ofHours(1)),
          entry("mesz", ZoneOffset.ofHours(2)),
          entry("eet", ZoneOffset.ofHours(2)),
          entry("eest", ZoneOffset.ofHours(3)),
          entry("msk", ZoneOffset.ofHours(3)),
          entry("мск", ZoneOffset.ofHours(3)),
          entry("trt", ZoneOffset.ofHours(3)),
          entry("eat", ZoneOffset.ofHours(3)),
          entry("cat", ZoneOffset.ofHours(2)),
          entry("sast", ZoneOffset.ofHours(2)),
          entry("wat", ZoneOffset.ofHours(1)),
          entry("gst", ZoneOffset.ofHours(4)),
          entry("pkt", ZoneOffset.ofHours(5)),
          entry("wib", ZoneOffset.ofHours(7)),
          entry("ict", ZoneOffset.ofHours(7)),
          entry("hkt", ZoneOffset.ofHours(8)),
          entry("sgt", ZoneOffset.ofHours(8)),
          entry("myt", ZoneOffset.ofHours(8)),
          entry("awst", ZoneOffset.ofHours(8)),
          entry("jst", ZoneOffset.ofHours(9)),
          entry("kst", ZoneOffset.ofHours(9)),
          entry("aest", ZoneOffset.ofHours(10)),
          entry("aedt", ZoneOffset.ofHours(11)),
          entry("nzst", ZoneOffset.ofHours(12)),
          entry("nzdt", ZoneOffset.ofHours(13)));

  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?:US|Canada)/.*|America/(?:(?:Indiana|Kentucky|North_Dakota)/.*|New_York|Detroit"
              + "|Chicago|Menominee|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Nome"
              + "|Yakutat|Metlakatla|Adak|Puerto_Rico|St_Thomas|Toronto|Winnipeg|Edmonton|Vancouver|Halifax"
              + "|Regina|St_Johns)|Pacific/(?:Honolulu|Guam|Saipan|Palau|Pago_Pago)|Asia/Manila"
              + "|[ECMP]ST|[ECMP]ST[56789]?[ECMP]DT");

  private Zones() {}

  /** The zone of this abbreviation; null if it is unknown or ambiguous. */
  static ZoneId find(String name) {
    return NAMES.get(name.toLowerCase(Locale.ROOT));
  }

  /** The offset, or null when no place on earth has it. */
  static ZoneOffset offset(boolean west, int hours, int minutes) {
    boolean exists = hours >= 0 && minutes >= 0 && minutes < 60;
    if (!exists || hours * 60 + minutes > MOST_HOURS * 60) {
      return null;
    }
    int seconds = (hours * 60 + minutes) * 60;
    return ZoneOffset.ofTotalSeconds(west ? -seconds : seconds);
  }

  /**
   * Whether sources of the zone write the month first: those of the United States and their like.
   */
  static boolean isMonthFirst(ZoneId zone) {
    return MONTH_FIRST.matcher(zone.getId()).matches();
  }
}
