package org.broadsheet.job;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.counting.CountSettings;
import org.broadsheet.counting.Vocabulary;
import org.broadsheet.stats.FrequencyThreshold;
import org.broadsheet.terms.TermSettings;
import org.broadsheet.text.AnalysisSettings;

/** The keys of a job file below {@code terms}. */
final class TermKeys {

  private TermKeys() {}

  static TermSettings read(Section section, JobFolder folder) {
    String reference = section.text("reference", null);
    Section collocations = section.section("collocations");
    return new TermSettings(
        new CountSettings(
            section.number("ngrams", 1, 5, 2L).intValue(),
            new AnalysisSettings(section.flag("stemming", false), stopWords(section, folder)),
            new Vocabulary(
                section.bound("min_df", FrequencyThreshold.of(2)),
                section.bound("max_df", null),
                section.bound("min_tf", FrequencyThreshold.of(1)),
                section.bound("max_terms", null)),
            section.texts("compare")),
        section.number("series", 0, 1_000_000, 1_000L).intValue(),
        section.number("keywords", 1, 1_000, 10L).intValue(),
        section.choice(
            "keyword_weight",
            TermSettings.Weight.values(),
            TermSettings.Weight::label,
            TermSettings.Weight.TF_IDF),
        collocations.number("min_count", 1, Integer.MAX_VALUE, 5L).intValue(),
        reference == null ? null : folder.resolved(section, "reference", reference));
  }

  private static List<String> stopWords(Section section, JobFolder folder) {
    List<String> words = new ArrayList<>(section.texts("stop_words"));
    words.addAll(folder.lines(section, "stop_words_file"));
    return words;
  }
}
