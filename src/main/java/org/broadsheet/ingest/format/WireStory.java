package org.broadsheet.ingest.format;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.extract.credit.Trailer;

/**
 * The text of an agency's message, taken apart.
 *
 * @param title the headline; null for a flash, which has none
 * @param byline the byline's line; null without one
 * @param source whom the author works for, if a line of its own says so; else null
 * @param paragraphs the paragraphs
 * @param trailers notes to editors, and the lines below the text about who worked on it
 */
record WireStory(
    String title, String byline, String source, List<String> paragraphs, List<String> trailers) {

  private static final int TAIL = 3;

  /** The story with the credits among its last paragraphs as trailers. */
  WireStory withoutCredits() {
    List<String> kept = new ArrayList<>(paragraphs);
    List<String> taken = new ArrayList<>(trailers);
    for (int i = kept.size() - 1; i > 0 && i >= paragraphs.size() - TAIL; i--) {
      if (Trailer.is(kept.get(i))) {
        taken.add(kept.remove(i));
      }
    }
    return new WireStory(title, byline, source, kept, taken);
  }
}
