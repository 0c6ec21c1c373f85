package org.broadsheet.counting;

import java.io.Serializable;

/**
 * The terms of one language and one n: they are ranked, cut and counted together.
 *
 * @param language the language
 * @param n the number of words in a term
 */
public record NgramClass(String language, int n) implements Serializable {}
