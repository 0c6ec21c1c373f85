package org.broadsheet.text;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.IntPredicate;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.util.StringUtil;
import opennlp.tools.util.normalizer.CharSequenceNormalizer;
import opennlp.tools.util.normalizer.EmojiCharSequenceNormalizer;
import opennlp.tools.util.normalizer.NumberCharSequenceNormalizer;
import opennlp.tools.util.normalizer.ShrinkCharSequenceNormalizer;
import opennlp.tools.util.normalizer.TwitterCharSequenceNormalizer;
import opennlp.tools.util.normalizer.UrlCharSequenceNormalizer;
import org.broadsheet.table.Resources;

/**
 * OpenNLP's maximum entropy model of the letters, pairs and triples of 103 languages. It says what
 * OpenNLP's own {@code LanguageDetectorME} says, which makes several objects of each n-gram; this
 * looks them up by number. Not safe for use by several threads; the model itself is shared.
 */
final class LanguageModel {

  private static final int LONGEST = 3;

  /**
   * When this many n-grams are known, the next text starts afresh: enough for all languages of one
   * alphabet.
   */
  private static final int MANY_KNOWN = 1 << 16;

  private static final class Model {
    private static final GISModel SHARED = load();

    private static GISModel load() {
      try (InputStream in = Resources.open("langdetect-183.bin")) {
        return (GISModel) new LanguageDetectorModel(in).getMaxentModel();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * What OpenNLP does to a text before it looks at its letters, in this order. A normalizer is
   * tried only on a text that has what it looks for.
   */
  private enum Normalizer {
    // Its expression also takes hyphens, and all letters from here on.
    EMOJI(EmojiCharSequenceNormalizer.getInstance(), c -> c == '-' || c >= 0xd83c),
    URL(UrlCharSequenceNormalizer.getInstance(), c -> c == '@' || c == ':'),
    TWITTER(TwitterCharSequenceNormalizer.getInstance(), c -> true),
    NUMBER(NumberCharSequenceNormalizer.getInstance(), c -> c >= '0' && c <= '9'),
    SHRINK(ShrinkCharSequenceNormalizer.getInstance(), c -> true);

    private static final Normalizer[] IN_ORDER = values();

    private final CharSequenceNormalizer normalizer;
    private final IntPredicate looksFor;

    Normalizer(CharSequenceNormalizer normalizer, IntPredicate looksFor) {
      this.normalizer = normalizer;
      this.looksFor = looksFor;
    }

    static CharSequence normalized(CharSequence text) {
      CharSequence normalized = text;
      for (Normalizer each : IN_ORDER) {
        if (each.isOfUse(normalized)) {
          normalized = each.normalizer.normalize(normalized);
        }
      }
      return normalized;
    }

    private boolean isOfUse(CharSequence text) {
      for (int i = 0; i < text.length(); i++) {
        if (looksFor.test(text.charAt(i))) {
          return true;
        }
      }
      return false;
    }
  }

  /** What the model says about an n-gram, and the last text that had it. */
  private static final class Ngram {
    private static final int[] NO_LANGUAGES = {};
    private static final double[] NO_WEIGHTS = {};

    /** The languages that have weights; null if nearly all have one. */
    private final int[] languages;

    private final double[] weights;
    private int lastText;

    /** Takes what the model says; null if it does not have the n-gram. */
    Ngram(Context context, int allLanguages) {
      if (context == null) {
        languages = NO_LANGUAGES;
        weights = NO_WEIGHTS;
      } else if (context.getOutcomes().length > allLanguages / 2) {
        languages = null;
        weights = new double[allLanguages];
        for (int i = 0; i < context.getOutcomes().length; i++) {
          weights[context.getOutcomes()[i]] = context.getParameters()[i];
        }
      } else {
        languages = context.getOutcomes();
        weights = context.getParameters();
      }
    }

    void addTo(double[] logs) {
      if (languages == null) {
        for (int language = 0; language < logs.length; language++) {
          logs[language] += weights[language];
        }
      } else {
        for (int i = 0; i < languages.length; i++) {
          logs[languages[i]] += weights[i];
        }
      }
    }
  }

  /**
   * The most probable language of a text.
   *
   * @param code three letters, as OpenNLP names it
   * @param probability between 0 and 1
   */
  record Best(String code, double probability) {}

  private final Map<String, Context> contexts = contexts();
  private final Long2ObjectOpenHashMap<Ngram> ngrams = new Long2ObjectOpenHashMap<>();
  private final int manyKnown;
  private int texts;

  LanguageModel() {
    this(MANY_KNOWN);
  }

  LanguageModel(int manyKnown) {
    this.manyKnown = manyKnown;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Context> contexts() {
    return (Map<String, Context>) Model.SHARED.getDataStructures()[1];
  }

  /** Finds the language of a text, which may have no letter. */
  Best best(String text) {
    double[] logs = new double[Model.SHARED.getNumOutcomes()];
    addNgrams(StringUtil.toLowerCaseCharBuffer(Normalizer.normalized(text)).toString(), logs);
    double sum = 0;
    int best = 0;
    for (int language = 0; language < logs.length; language++) {
      sum += StrictMath.exp(logs[language]);
      best = logs[language] > logs[best] ? language : best;
    }
    return new Best(Model.SHARED.getOutcome(best), StrictMath.exp(logs[best]) / sum);
  }

  /** Adds the weights of each different n-gram of a text, in the order of the text. */
  private void addNgrams(String text, double[] logs) {
    // Never within a text, whose n-grams must be known as met.
    if (ngrams.size() >= manyKnown) {
      ngrams.clear();
    }
    texts++;
    for (int start = 0; start < text.length(); start++) {
      long number = 1;
      int end = Math.min(text.length(), start + LONGEST);
      for (int i = start; i < end; i++) {
        number = number << Character.SIZE | text.charAt(i);
        Ngram ngram = ngram(number, text, start, i + 1);
        if (ngram.lastText != texts) {
          ngram.lastText = texts;
          ngram.addTo(logs);
        }
      }
    }
  }

  private Ngram ngram(long number, String text, int start, int end) {
    Ngram known = ngrams.get(number);
    if (known != null) {
      return known;
    }
    Ngram ngram =
        new Ngram(contexts.get(text.substring(start, end)), Model.SHARED.getNumOutcomes());
    ngrams.put(number, ngram);
    return ngram;
  }
}
