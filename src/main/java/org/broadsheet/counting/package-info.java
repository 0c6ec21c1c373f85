/**
 * Counts the terms of a corpus: words and n-grams. Articles with the positions of their words come
 * in; the frequencies of each term by language, source, period and more go out. {@link
 * org.broadsheet.counting.CountedTerms#of} is the data flow; begin reading there.
 *
 * <p>The way of one word from the text to a row of the table {@code term_sources}:
 *
 * <ol>
 *   <li>{@link org.broadsheet.text.TokenSpans}: where the word stands in the text.
 *   <li>{@link org.broadsheet.counting.block.TokenIdBlock}: the word as the id of its printed form;
 *       {@link org.broadsheet.text.WordAnalysis} has mapped that form to a term. A block holds the
 *       tokens of many articles.
 *   <li>{@link org.broadsheet.counting.block.BlockTermCounts}: how often the term occurs in the
 *       articles of a block, by group of articles. {@link
 *       org.broadsheet.counting.block.TermCounter} counts the terms and divides the counts among
 *       partitions, by term.
 *   <li>{@link org.broadsheet.counting.PartitionTermCounts}: the counts of all blocks, added up for
 *       the terms of one partition.
 *   <li>{@link org.broadsheet.counting.TermStatsBlock}: the sums, kept for all tables; {@link
 *       org.broadsheet.counting.TermStats} shows one of its terms with all its counts in the
 *       corpus.
 *   <li>{@code terms.KeynessComparison}: the term at one source, compared with the rest of the
 *       corpus, as a row.
 * </ol>
 *
 * <p>The denominators of all rates are {@link org.broadsheet.counting.CorpusTotals}. Sums that
 * tasks compute in parts are {@link org.broadsheet.counting.MergeableSum}s.
 */
package org.broadsheet.counting;
