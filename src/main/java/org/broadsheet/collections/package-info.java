/**
 * Collections of primitive values, and dictionaries that give values ids, for loops over the tokens
 * of a corpus: no object for each entry. They know nothing of text. Begin with {@link
 * org.broadsheet.collections.Dictionary}.
 */
package org.broadsheet.collections;
