package org.broadsheet.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Strips Korean words of the particles and endings that are attached to them, by the morphemes of
 * Lucene's Nori. Not safe for use by several threads.
 */
final class KoreanWords {

  /** Particles, endings, and suffixes that turn nouns into verbs and adjectives. */
  private static final Set<POS.Tag> ENDINGS =
      Set.of(POS.Tag.J, POS.Tag.E, POS.Tag.XSV, POS.Tag.XSA, POS.Tag.VCP, POS.Tag.VCN);

  private final KoreanTokenizer tokenizer =
      new KoreanTokenizer(
          KoreanTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null, DecompoundMode.NONE, false);
  private final PartOfSpeechAttribute speech = tokenizer.addAttribute(PartOfSpeechAttribute.class);
  private final OffsetAttribute offsets = tokenizer.addAttribute(OffsetAttribute.class);

  /** Cuts a word at its first ending; a word that begins with one is returned whole. */
  String withoutEndings(String word) {
    int end = 0;
    try (StringReader reader = new StringReader(word);
        KoreanTokenizer tokens = tokenizer) {
      tokens.setReader(reader);
      tokens.reset();
      while (tokens.incrementToken() && !ENDINGS.contains(speech.getLeftPOS())) {
        end = offsets.endOffset();
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return end == 0 ? word : word.substring(0, end);
  }
}
