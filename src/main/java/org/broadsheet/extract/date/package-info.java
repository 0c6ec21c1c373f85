/**
 * Reads dates in the forms and languages that news sites print: a date as printed comes in, the day
 * or instant and how exactly it is known go out. Begin at {@link
 * org.broadsheet.extract.date.Published}; {@code IsoDate} reads most records, {@code DateText} all
 * others.
 */
package org.broadsheet.extract.date;
