package org.broadsheet.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is true of all articles of a corpus: its days, languages, outlets and bursts. */
final class InventedWorld {

  static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

  private static final double WEEKEND = 0.5;

  private static final int BURSTS = 5;

  /** Shorter corpora have neither bursts nor gaps. */
  private static final int FEWEST_DAYS = 140;

  private static final int DAYS_OF_WEEK = 7;

  /** One outlet in so many has a gap. */
  private static final int GAP_EVERY = 5;

  private static final int AUTHORS = 8;

  private final GeneratorSettings settings;
  private final List<InventedLanguage> languages = new ArrayList<>();
  private final List<List<InventedSource>> sources = new ArrayList<>();
  private final List<List<InventedBurst>> bursts = new ArrayList<>();
  private final List<ZipfSampler> sourceRanks = new ArrayList<>();
  private final ZipfSampler languageRanks;
  private final double[] untilDay;

  InventedWorld(GeneratorSettings settings) {
    this.settings = settings;
    untilDay = shareUntilDay(settings.days());
    languageRanks = new ZipfSampler(settings.languages().size(), 1);
    SplittableRandom random = new SplittableRandom(settings.seed());
    for (int language = 0; language < settings.languages().size(); language++) {
      add(language, random.split());
    }
  }

  private void add(int language, SplittableRandom random) {
    String code = settings.languages().get(language);
    InventedLanguage words = new InventedLanguage(code, settings.topics(), BURSTS, random);
    languages.add(words);
    List<InventedSource> here = new ArrayList<>();
    for (int i = language; i < settings.sources(); i += settings.languages().size()) {
      here.add(source(i, language, here.size(), words, random));
    }
    sources.add(here);
    sourceRanks.add(new ZipfSampler(here.size(), 0.8));
    bursts.add(
        settings.days() < FEWEST_DAYS
            ? List.of()
            : IntStream.range(0, BURSTS)
                .mapToObj(i -> burst(language, words.burstWord(i), random))
                .toList());
  }

  private InventedSource source(
      int number, int language, int rank, InventedLanguage words, SplittableRandom random) {
    // The largest outlet of a language never pauses, so that each day has its news.
    boolean pauses = settings.days() >= FEWEST_DAYS && rank % GAP_EVERY == GAP_EVERY - 1;
    int start = pauses ? monday(random) : -1;
    int end = pauses ? start + DAYS_OF_WEEK * random.nextInt(4, 9) : -1;
    List<String> authors =
        Stream.generate(() -> words.name(random) + " " + words.name(random))
            .limit(AUTHORS)
            .toList();
    String name = String.format(Locale.ROOT, "daily%d.example", number + 1);
    return new InventedSource(
        name, language, random.nextInt(settings.topics()), authors, start, end);
  }

  private InventedBurst burst(int language, String word, SplittableRandom random) {
    int start = monday(random);
    return new InventedBurst(language, word, start, start + DAYS_OF_WEEK * random.nextInt(2, 5));
  }

  /** A Monday that is neither near the first day nor near the last one. */
  private int monday(SplittableRandom random) {
    int weeks = settings.days() / DAYS_OF_WEEK;
    return DAYS_OF_WEEK * random.nextInt(weeks / 5, weeks * 3 / 5);
  }

  private static double[] shareUntilDay(int days) {
    double[] until = new double[days];
    double sum = 0;
    for (int day = 0; day < days; day++) {
      DayOfWeek weekday = FIRST_DAY.plusDays(day).getDayOfWeek();
      sum += weekday.compareTo(DayOfWeek.SATURDAY) < 0 ? 1 : WEEKEND;
      until[day] = sum;
    }
    for (int day = 0; day < days; day++) {
      until[day] /= sum;
    }
    return until;
  }

  GeneratorSettings settings() {
    return settings;
  }

  /** The day of an article, from 0 on: articles are numbered in the order of their days. */
  int day(long article) {
    int day = Arrays.binarySearch(untilDay, (article + 0.5) / settings.articles());
    return day >= 0 ? day : -1 - day;
  }

  /** The outlet of an article of any language, which publishes on its day. */
  InventedSource drawSource(int day, SplittableRandom random) {
    return drawSource(languageRanks.draw(random), day, random);
  }

  /** The outlet of an article of a language, which publishes on its day. */
  InventedSource drawSource(int language, int day, SplittableRandom random) {
    InventedSource source;
    do {
      source = sources.get(language).get(sourceRanks.get(language).draw(random));
    } while (!source.publishesOn(day));
    return source;
  }

  InventedLanguage language(int place) {
    return languages.get(place);
  }

  List<InventedBurst> bursts(int language) {
    return bursts.get(language);
  }

  Stream<InventedSource> sources() {
    return sources.stream().flatMap(List::stream);
  }

  Stream<InventedBurst> bursts() {
    return bursts.stream().flatMap(List::stream);
  }
}
