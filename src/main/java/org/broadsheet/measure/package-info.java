/**
 * The formulas of the result tables, in plain Java: counts in, a number out. Logarithms are those
 * of {@link StrictMath}, so that every machine gives the same digits.
 */
package org.broadsheet.measure;
