/**
 * Finds which articles are copies of one another. Articles with their words come in; pairs, groups
 * around a centre, and who printed a story first go out. {@link org.broadsheet.copies.Copies#find}
 * is the data flow: texts become sets of shingles, MinHash proposes pairs, the shingles of these
 * are compared, and pairs become groups.
 */
package org.broadsheet.copies;
