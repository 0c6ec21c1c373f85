package org.broadsheet.extract;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.broadsheet.extract.agency.Agencies;
import org.broadsheet.extract.byline.Byline;
import org.broadsheet.extract.credit.AgencyCredit;
import org.broadsheet.extract.credit.Captions;
import org.broadsheet.extract.date.DateHints;
import org.broadsheet.extract.date.Published;
import org.broadsheet.extract.savedtext.SavedArticle;
import org.broadsheet.extract.savedtext.SavedText;
import org.broadsheet.extract.web.WebAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes, every reader answers, and in a time that grows with the size only. */
class RobustnessTest {
  private static final int STRINGS = 20_000;
  private static final int HALF_A_MEGABYTE = 500_000;
  private static final ZoneId ZONE = ZoneId.of("Asia/Bishkek");
  private static final String MARKS = " \n#*[]()/|-.,:;0123456789";
  private static final List<String> FIXTURES =
      List.of(
          "By [Jane Doe for AFP](#)",
          "By JANE DOE, AP Business Writer | Photos by John Smith",
          "Von Max Müller und Anna Schmidt (dpa)",
          "BISHKEK, Oct 7 (Reuters) - The ferry left.",
          "МОСКВА, 7 окт — РИА Новости. Паром ушёл.",
          "2020-10-07T15:01:02.123+03:00",
          "Tuesday 7 October 2020 10.15 BST",
          "26-FEB-1987 15:01:01.79",
          "20201007150102",
          "10/7/20",
          "https://www.google.com/amp/s/www.a.example/x?utm_source=b&id=3#c",
          "<https://сайт.рф/a>",
          "---\ntitle: 'Ferry'\ntags: [a, b]\n---\n# Ferry\n\nBy Jane Doe\n\nThe ferry left.\n",
          "Ferry\n\n"
              + "The pier. **Ann Roe / TASS**\n\n"
              + "Related: [Pier](#)\n\n"
              + "***\n\n"
              + "Pier\n\n"
              + "2020-10-07",
          "Original url:\n\n<https://a.example/2020/10/07/x>",
          "(Reporting by A; Editing by B)",
          "© 2020 The Associated Press. All rights reserved.",
          "Le Monde avec AFP",
          "['Doe, Jane', \"Ann \\\"A\\\" Roe\"]",
          "---\nauthor: \"\\u00e9\"\ndate: 7. října 2020\n---\nFerry\n\nIt left.\n\nBy Jane Doe",
          "Ferry\n\nIt left.\n\nURL: https://a.example\n---\nPier\n\nIt left.\n\nTASS",
          "Publié le 07/10/2020 à 15h04",
          "7 ต.ค. 2563");

  @Test
  void answersToRandomText() {
    Random random = new Random(17);
    for (int i = 0; i < STRINGS; i++) {
      readAll(
          random
              .ints(random.nextInt(80), 0, 0x110000)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString());
    }
  }

  @Test
  void answersToMutatedText() {
    Random random = new Random(18);
    for (int i = 0; i < STRINGS; i++) {
      readAll(mutated(FIXTURES.get(random.nextInt(FIXTURES.size())), random));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        " ",
        "\n",
        "a ",
        "A\n",
        "[",
        "[a](",
        "*",
        "**a ",
        "_",
        "# ",
        "---\n",
        "1",
        "1 ",
        "(AP) ",
        "By ",
        "By Jane Doe, ",
        "Jane and ",
        "/",
        "a/",
        ".",
        "https://a.",
        "@",
        "<",
        "(",
        "ж",
        "😀",
        "Oct 7, ",
        "&amp;",
        "photo by ",
        "--- ",
        "a: b\n",
        "The ferry left. ",
        "The ferry left\n\n",
        "- [a](#)\n",
        "Related: a\n",
        "Oct 7, 2020\n",
        "\"",
        "\u0300",
        "\uD800",
        "Reuters, ",
        "; ",
        "'a', ",
        "[a](b(c)",
        "(c) 2020 ",
        "Reporting by A; ",
        "Le Monde avec ",
        "tháng ",
        "Deireadh 7 ",
        "Related\n",
        "By Jane Doe and\n",
        "https://a.example/2020/10/07\n---\n"
      })
  void isLinearInTheSizeOfTheText(String piece) {
    String text = piece.repeat(HALF_A_MEGABYTE / piece.length());
    assertTimeoutPreemptively(ofSeconds(60), () -> readAll(text));
  }

  @Test
  void readsALineOfTwoMegabytes() {
    String line = "By Jane Doe, AFP. PARIS (AFP) — The ferry left on Oct 7, 2020. ".repeat(33_000);
    assertTimeoutPreemptively(ofSeconds(60), () -> readAll(line));
    assertEquals(line.strip(), SavedText.parse("Ferry\n\n" + line).get(0).body());
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int edits = 1 + random.nextInt(6); edits > 0 && !mutated.isEmpty(); edits--) {
      int at = random.nextInt(mutated.length());
      switch (random.nextInt(4)) {
        case 0 -> mutated.deleteCharAt(at);
        case 1 -> mutated.insert(at, (char) random.nextInt(0x10000));
        case 2 -> mutated.insert(at, MARKS.charAt(random.nextInt(MARKS.length())));
        default -> mutated.insert(at, mutated.substring(at));
      }
    }
    return mutated.toString();
  }

  private static void readAll(String text) {
    Byline byline = Byline.parse(text, text);
    assertNotNull(AgencyCredit.of(byline, text, text, List.of()));
    assertNotNull(AgencyCredit.of(null, null, null, List.of(text)));
    assertNotNull(Published.parse(text, null, new DateHints(text, text)));
    for (ZoneId zone : new ZoneId[] {null, ZONE}) {
      Published published = Published.parse(text, zone);
      boolean instant = published.precision() == Published.Precision.INSTANT;
      assertEquals(instant, published.at() != null, () -> published.precision() + " of " + text);
    }
    assertNotNull(WebAddress.domainOf(text));
    WebAddress.parse(text).ifPresent(address -> assertNotNull(address.domain()));
    Agencies.load().findAll(text);
    for (SavedArticle article : SavedText.parse(text)) {
      assertNotNull(article.title());
      assertNotNull(Captions.photoAgencies(article.captions()));
    }
  }
}
