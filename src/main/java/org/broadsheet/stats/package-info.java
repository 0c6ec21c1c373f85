/**
 * The formulas of the result tables: counts in, a number out, each with its source. Logarithms are
 * those of {@link StrictMath}, so that every machine gives the same digits.
 */
package org.broadsheet.stats;
