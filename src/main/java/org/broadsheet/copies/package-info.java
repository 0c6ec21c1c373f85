/**
 * Which articles are copies of one another: texts as sets of shingles, candidates by MinHash,
 * verified pairs, groups around a centre, and who printed what first.
 */
package org.broadsheet.copies;
