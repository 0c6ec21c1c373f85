package org.broadsheet.generate;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A record of the corpus and the truth about it.
 *
 * @param role what it is
 * @param url where it stands on the web
 * @param originalUrl where the article stands that it repeats; empty where it repeats none
 * @param source its outlet
 * @param published when, in UTC
 * @param topic the number of its topic within its language
 * @param agency the news agency that it credits; null for none
 * @param title its title
 * @param byline its byline
 * @param paragraphs its body
 */
record InventedArticle(
    Role role,
    String url,
    String originalUrl,
    InventedSource source,
    LocalDateTime published,
    int topic,
    String agency,
    String title,
    String byline,
    List<String> paragraphs) {}
