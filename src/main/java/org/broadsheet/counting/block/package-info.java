/**
 * Counts the terms in one block of articles: texts with the positions of their words come in; token
 * ids, bags of words and term counts go out. Plain Java without Spark; the inner loops work on
 * primitive arrays. Begin with {@link org.broadsheet.counting.block.TokenIdBlock}, which all counts
 * are made from.
 */
package org.broadsheet.counting.block;
