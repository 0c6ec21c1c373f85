/**
 * Words, sentences and languages of a text: title and body of an article come in; the positions of
 * its words, counts of words and sentences, and its language go out. Plain Java without Spark.
 * Begin with {@link org.broadsheet.text.TextScanner}; {@link org.broadsheet.text.WordAnalysis}
 * turns words into terms.
 */
package org.broadsheet.text;
