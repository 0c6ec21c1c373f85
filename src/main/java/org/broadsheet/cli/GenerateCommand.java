package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.broadsheet.MachineException;
import org.broadsheet.UserException;
import org.broadsheet.generate.CorpusGenerator;
import org.broadsheet.generate.GeneratorSettings;
import org.broadsheet.job.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code generate}: an invented corpus whose truth is known. */
@Command(
    name = "generate",
    description =
        "Invent a corpus of any size, with a job file that runs on it and the truth about each record, outlet, topic"
            + " and burst of words as CSV. The same options make the same files.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class GenerateCommand implements Callable<Integer> {

  private static final int ARTICLES_PER_TOPIC = 20;
  private static final int DEFAULT_TOPICS = 10;
  private static final int MOST_TOPICS = 500;
  private static final int MOST_SOURCES = 1_000_000;
  private static final int MOST_WORDS = 100_000;
  private static final int MOST_PERCENT = 90;
  private static final int MOST_DAYS = 36_500;
  private static final long MOST_ARTICLES = 1_000_000_000;

  @Parameters(paramLabel = "FOLDER", description = "where to; must be new or empty")
  private Path folder;

  @Option(
      names = "--articles",
      paramLabel = "N",
      description = "records (default: ${DEFAULT-VALUE})")
  private long articles = 10_000;

  @Option(
      names = "--sources",
      paramLabel = "N",
      description = "outlets (default: ${DEFAULT-VALUE})")
  private int sources = 50;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "days from 2024-01-01 on (default: ${DEFAULT-VALUE})")
  private int days = 365;

  @Option(
      names = "--topics",
      paramLabel = "N",
      description = "topics of each language (default: 10, or fewer for few articles)")
  private Integer topics;

  @Option(
      names = "--languages",
      paramLabel = "CODES",
      split = ",",
      description =
          "for example en,de,fr,es,ru, the first one with the most articles (default: en)")
  private List<String> languages = List.of("en");

  @Option(
      names = "--words",
      paramLabel = "N",
      description = "words of a body, on average (default: ${DEFAULT-VALUE})")
  private int words = 250;

  @Option(
      names = "--copies",
      paramLabel = "PERCENT",
      description = "articles that repeat an earlier one's text (default: ${DEFAULT-VALUE})")
  private int copies = 10;

  @Option(
      names = "--defects",
      paramLabel = "PERCENT",
      description =
          "records that are cut off, empty, undated or repeated (default: ${DEFAULT-VALUE})")
  private int defects = 1;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "another number makes another corpus (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Override
  public Integer call() {
    GeneratorSettings settings = settings();
    requireEmptyFolder();
    long start = System.nanoTime();
    try {
      CorpusGenerator.write(settings, folder);
    } catch (IOException e) {
      throw new MachineException("the corpus could not be written: " + e, e);
    }
    System.err.printf(
        Locale.ROOT,
        "%,d records in %.1f s; run them with:%n  broadsheet run %s --verify%n",
        articles,
        (System.nanoTime() - start) / 1e9,
        folder.resolve("job.yaml"));
    return 0;
  }

  private GeneratorSettings settings() {
    List<String> different = knownLanguages();
    int mostTopics = mostTopics(different.size());
    // Two topics of each language.
    OptionChecks.between("--articles", articles, 2 * least(different.size()), MOST_ARTICLES);
    OptionChecks.between("--days", days, 1, MOST_DAYS);
    OptionChecks.between("--words", words, 1, MOST_WORDS);
    OptionChecks.between("--copies", copies, 0, MOST_PERCENT);
    OptionChecks.between("--defects", defects, 0, MOST_PERCENT - copies);
    if (topics != null) {
      OptionChecks.between("--topics", topics, 1, mostTopics);
    }
    // A copy is at another outlet of its language.
    OptionChecks.between("--sources", sources, 2L * different.size(), MOST_SOURCES);
    return new GeneratorSettings(
        articles,
        sources,
        days,
        topics == null ? Math.min(DEFAULT_TOPICS, mostTopics) : topics,
        different,
        words,
        copies / 100.0,
        defects / 100.0,
        seed);
  }

  private List<String> knownLanguages() {
    List<String> known = GeneratorSettings.knownLanguages();
    for (String language : languages) {
      if (!known.contains(language)) {
        throw UserException.of(
            "--languages: there is no invented language %s%s; there are %s",
            language, Suggestion.among(known, language), String.join(", ", known));
      }
    }
    return languages.stream().distinct().toList();
  }

  /** The articles that a topic of each language needs. */
  private static long least(int languages) {
    return (long) ARTICLES_PER_TOPIC * languages;
  }

  private int mostTopics(int languages) {
    return (int) Math.min(MOST_TOPICS, articles / least(languages));
  }

  private void requireEmptyFolder() {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw UserException.of("%s is a file; name a folder that is new or empty", folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw UserException.of("%s is not empty; name a folder that is new or empty", folder);
      }
    } catch (IOException e) {
      throw new MachineException(folder + " cannot be read: " + e, e);
    }
  }
}
