package org.broadsheet.generate;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/**
 * A record of the corpus and the truth about it.
 *
 * @param number its number in the corpus, from 0 on
 * @param role what it is
 * @param original the number of the article that it repeats; its own where it repeats none
 * @param source its outlet
 * @param published when, in UTC
 * @param topic the number of its topic within its language
 * @param agency the news agency that it credits; null for none
 * @param title its title
 * @param byline its byline
 * @param paragraphs its body
 */
record InventedArticle(
    long number,
    Role role,
    long original,
    InventedSource source,
    LocalDateTime published,
    int topic,
    String agency,
    String title,
    String byline,
    List<String> paragraphs) {

  /** Where it stands on the web; its number makes it the only one there. */
  String url() {
    return String.format(Locale.ROOT, "https://%s/%tF/%d", source.name(), published, number);
  }
}
