package org.broadsheet.ingest;

/**
 * The language of an article, and how it is known.
 *
 * @param code the language; null where detection is not certain, so that {@link UndecidedLanguages}
 *     decides it later
 * @param guess the likeliest language; null where the language is declared
 * @param script the script of the text; null where the job declares the language
 * @param confidence the confidence of the detection, from 0 to 1; null where the language is
 *     declared
 * @param isDetected whether the language was detected, not declared
 */
record ArticleLanguage(
    String code, String guess, String script, Double confidence, boolean isDetected) {}
