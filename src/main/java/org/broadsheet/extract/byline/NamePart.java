package org.broadsheet.extract.byline;

import java.util.List;

/**
 * The words between two commas or "and"s of a byline.
 *
 * @param words the words
 * @param listed whether it stands after a comma, where places stand too
 */
record NamePart(List<String> words, boolean listed) {}
