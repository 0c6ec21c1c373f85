package org.broadsheet.text;

import java.util.Locale;

/**
 * Follows the words of a text and tells how varied and how long they are, without an object a word:
 * forms are looked up by their characters. Words that differ in case only, or in the kind of their
 * apostrophe, are of one type.
 *
 * <p>Not safe for use by several threads.
 */
final class Wording {

  /** With so many forms, some megabytes, the dictionary starts over before the next text. */
  private static final int FULL = 1 << 17;

  private final int full;
  private final Mattr mattr = new Mattr();
  private CharsIntMap forms;
  private int formCount;
  private IntList typeSyllables;
  private long syllables;

  Wording() {
    this(FULL);
  }

  /** With another size at which the dictionary starts over. */
  Wording(int full) {
    this.full = full;
    forget();
  }

  private void forget() {
    forms = new CharsIntMap();
    formCount = 0;
    typeSyllables = new IntList();
  }

  /** Starts a text. */
  void start() {
    if (formCount >= full) {
      forget();
    }
    mattr.start();
    syllables = 0;
  }

  /** Adds the next word: what stands between two offsets. */
  void add(String text, int start, int end) {
    int type = forms.get(text, start, end);
    if (type == CharsIntMap.ABSENT) {
      type = newForm(text.substring(start, end));
    }
    mattr.add(type);
    syllables += typeSyllables.get(type);
  }

  private int newForm(String form) {
    String plain = form.replace('’', '\'').toLowerCase(Locale.ROOT);
    int type = forms.get(plain, 0, plain.length());
    if (type == CharsIntMap.ABSENT) {
      type = typeSyllables.size();
      typeSyllables.add(Syllables.of(plain));
      put(plain, type);
    }
    if (!plain.equals(form)) {
      put(form, type);
    }
    return type;
  }

  private void put(String form, int type) {
    forms.put(form, type);
    formCount++;
  }

  /** See {@link Mattr#windows}. */
  long mattrWindows() {
    return mattr.windows();
  }

  /** See {@link Mattr#types}. */
  long mattrTypes() {
    return mattr.types();
  }

  /** The syllables of the words, as if they were English. */
  long syllables() {
    return syllables;
  }
}
