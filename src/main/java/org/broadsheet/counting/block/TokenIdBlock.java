package org.broadsheet.counting.block;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.Serializable;
import org.broadsheet.collections.Texts;

/**
 * The tokens of a block of articles in the order of the text, as ids of the forms in a dictionary.
 * It is what remains of the text once it has been read, and small enough to keep for any corpus:
 * all counts are made from it.
 *
 * @param words the dictionary of words: what tokens count as
 * @param forms the dictionary of forms: words as printed
 * @param formWords for each form, the id of its word; both are of one language
 * @param articles the articles
 * @param offsets article i has the tokens {@code offsets[i]} to {@code offsets[i + 1]}
 * @param tokens for each token, the id of its form; {@link #BREAK} after a run of neighbours: where
 *     a sentence ends or a word does not count
 */
public record TokenIdBlock(
    Texts words,
    Texts forms,
    int[] formWords,
    ArticleMetadata articles,
    int[] offsets,
    int[] tokens)
    implements Serializable {

  /** Stands for no token: no n-gram reaches over it. */
  public static final int BREAK = -1;

  /**
   * Counts the words of each article, without their order.
   *
   * @return the articles as bags of words, the words in the order of their first tokens
   */
  public BagOfWordsBlock bagsOfWords() {
    IntArrayList entries = new IntArrayList();
    IntArrayList tfs = new IntArrayList();
    int[] bagOffsets = new int[offsets.length];
    // For each word, one more than its latest entry: below the offset it is of an earlier article.
    int[] entryOf = new int[words.size()];
    for (int article = 0; article < articles.size(); article++) {
      for (int i = offsets[article]; i < offsets[article + 1]; i++) {
        if (tokens[i] == BREAK) {
          continue;
        }
        int word = formWords[tokens[i]];
        if (entryOf[word] <= bagOffsets[article]) {
          entries.add(word);
          tfs.add(0);
          entryOf[word] = entries.size();
        }
        tfs.elements()[entryOf[word] - 1]++;
      }
      bagOffsets[article + 1] = entries.size();
    }
    return new BagOfWordsBlock(words, articles, bagOffsets, entries.toIntArray(), tfs.toIntArray());
  }
}
