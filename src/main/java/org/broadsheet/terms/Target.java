package org.broadsheet.terms;

import java.io.Serializable;

/**
 * A part of the corpus that is compared with the rest.
 *
 * @param field the field that divides the corpus
 * @param value its value in this part
 */
record Target(String field, String value) implements Serializable {}
