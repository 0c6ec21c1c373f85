/**
 * Dictionaries that give values ids, and a map whose keys are ranges of a text: what fastutil,
 * which has all other collections of primitive values, lacks. They know nothing of text. Begin with
 * {@link org.broadsheet.collections.Dictionary}.
 */
package org.broadsheet.collections;
