package org.broadsheet.generate;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.broadsheet.stats.Hashes;

/** Invents the articles of a corpus, each from its number. */
final class ArticleInventor {

  /** No article before this one repeats another, or is broken: there is always one to repeat. */
  private static final int FIRST_UNUSUAL = 100;

  /** A copy repeats an article from the last few days. */
  private static final int DAYS_OF_NEWS = 3;

  private static final int MOST_NEWS = 2_000;

  private static final double AGENCY_SHARE = 0.15;
  private static final List<String> AGENCIES = List.of("Reuters", "AP", "AFP", "dpa");
  private static final double BURST_SHARE = 0.3;
  private static final double QUIET_SHARE = 0.005;
  private static final int SECONDS_OF_DAY = 86_400;

  private final InventedWorld world;
  private final GeneratorSettings settings;

  /** How many articles back the original of a copy may be. */
  private final int news;

  ArticleInventor(InventedWorld world) {
    this.world = world;
    settings = world.settings();
    long ofDays = DAYS_OF_NEWS * settings.articles() / settings.days();
    news = (int) Math.max(1, Math.min(MOST_NEWS, ofDays));
  }

  /**
   * Invents an article.
   *
   * @param number its number, from 0 on
   * @return the article, the same at each call
   */
  InventedArticle article(long number) {
    SplittableRandom random = random(number);
    Role role = role(number, random);
    if (role == Role.REPEATED) {
      return repeated(article(originalBefore(number, random)));
    }
    return role.isCopy() ? copy(number, role, random) : original(number, role, random);
  }

  private static InventedArticle repeated(InventedArticle original) {
    return new InventedArticle(
        Role.REPEATED,
        original.url(),
        original.url(),
        original.source(),
        original.published(),
        original.topic(),
        original.agency(),
        original.title(),
        original.byline(),
        original.paragraphs());
  }

  private SplittableRandom random(long number) {
    return new SplittableRandom(Hashes.added(Hashes.added(0, settings.seed()), number));
  }

  private Role role(long number, SplittableRandom random) {
    double draw = random.nextDouble();
    int variant = random.nextInt(4);
    if (number < FIRST_UNUSUAL || draw >= settings.copies() + settings.defects()) {
      return Role.ORIGINAL;
    }
    if (draw < settings.copies()) {
      return List.of(Role.COPY, Role.COPY, Role.ABRIDGED, Role.REWRITTEN).get(variant);
    }
    return List.of(Role.REPEATED, Role.UNDATED, Role.EMPTY, Role.CUT).get(variant);
  }

  private long originalBefore(long number, SplittableRandom random) {
    long original = number - 1 - random.nextInt((int) Math.min(number, news));
    while (role(original, random(original)) != Role.ORIGINAL) {
      original--;
    }
    return original;
  }

  private InventedArticle copy(long number, Role role, SplittableRandom random) {
    InventedArticle original = article(originalBefore(number, random));
    int language = original.source().language();
    int day = world.day(number);
    InventedSource source;
    do {
      source = world.drawSource(language, day, random);
    } while (source.name().equals(original.source().name()));
    LocalDateTime published = instant(day, number);
    boolean isTooShort = role == Role.ABRIDGED && original.paragraphs().size() == 1;
    return new InventedArticle(
        isTooShort ? Role.COPY : role,
        url(source, published, number),
        original.url(),
        source,
        published,
        original.topic(),
        original.agency(),
        text(source, original.topic(), random).title(),
        byline(source, random),
        changed(original, isTooShort ? Role.COPY : role, random));
  }

  private List<String> changed(InventedArticle original, Role role, SplittableRandom random) {
    List<String> paragraphs = original.paragraphs();
    if (role == Role.ABRIDGED) {
      return paragraphs.subList(0, paragraphs.size() - Math.max(1, paragraphs.size() / 3));
    }
    if (role == Role.REWRITTEN) {
      List<String> rewritten = new ArrayList<>();
      rewritten.add(text(original.source(), original.topic(), random).sentence());
      rewritten.addAll(paragraphs);
      return rewritten;
    }
    return paragraphs;
  }

  private InventedArticle original(long number, Role role, SplittableRandom random) {
    int day = world.day(number);
    InventedSource source = world.drawSource(day, random);
    int topic = random.nextBoolean() ? source.favourite() : random.nextInt(settings.topics());
    TextInventor text = text(source, topic, random);
    for (InventedBurst burst : world.bursts(source.language())) {
      if (random.nextDouble() < (burst.isOn(day) ? BURST_SHARE : QUIET_SHARE)) {
        text.mention(burst.word());
      }
    }
    String agency =
        random.nextDouble() < AGENCY_SHARE ? AGENCIES.get(random.nextInt(AGENCIES.size())) : null;
    String title = text.title();
    List<String> paragraphs = text.paragraphs(length(random));
    if (agency != null) {
      paragraphs.set(0, dateline(source, agency, random) + paragraphs.get(0));
    }
    LocalDateTime published = instant(day, number);
    return new InventedArticle(
        role,
        url(source, published, number),
        "",
        source,
        published,
        topic,
        agency,
        title,
        byline(source, random),
        paragraphs);
  }

  private TextInventor text(InventedSource source, int topic, SplittableRandom random) {
    return new TextInventor(world.language(source.language()), topic, random);
  }

  private String dateline(InventedSource source, String agency, SplittableRandom random) {
    String city = world.language(source.language()).name(random).toUpperCase(Locale.ROOT);
    return city + " (" + agency + ") - ";
  }

  private String byline(InventedSource source, SplittableRandom random) {
    String author = source.authors().get(random.nextInt(source.authors().size()));
    return world.language(source.language()).authorsBy() + " " + author;
  }

  /** Close to a log-normal distribution with the mean of the settings. */
  private int length(SplittableRandom random) {
    double deviation = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
    return (int) Math.ceil(settings.words() * StrictMath.exp(deviation - 0.125));
  }

  /** The number makes the address the only one there. */
  private static String url(InventedSource source, LocalDateTime published, long number) {
    return String.format(Locale.ROOT, "https://%s/%tF/%d", source.name(), published, number);
  }

  /** Articles of a day are spread over its hours. */
  private LocalDateTime instant(int day, long number) {
    int second = (int) (number * 997 % SECONDS_OF_DAY);
    return InventedWorld.FIRST_DAY.plusDays(day).atStartOfDay().plusSeconds(second);
  }
}
