package org.broadsheet.job;

import java.util.List;
import org.broadsheet.topics.learning.TopicSettings;

/** The keys of a job file below {@code topics}. */
final class TopicKeys {

  /** The keys that say how topics are found. */
  private static final List<String> FINDING =
      List.of("algorithm", "k", "restarts", "seed", "sample", "smoothing", "outliers");

  private TopicKeys() {}

  static TopicSettings read(Section section, JobFolder folder) {
    TopicSettings usual = TopicSettings.DEFAULTS;
    Long k = section.numberOrAuto("k", 1, 10_000);
    TopicSettings.Algorithm algorithm =
        section.choice(
            "algorithm",
            TopicSettings.Algorithm.values(),
            TopicSettings.Algorithm::label,
            usual.algorithm());
    String model = section.text("model", null);
    if (model != null) {
      FINDING.stream()
          .filter(section::has)
          .forEach(key -> section.mistake(key, "has no effect where topics.model names a run"));
    }
    return new TopicSettings(
        algorithm,
        k == null ? null : k.intValue(),
        section.number("restarts", 1, 1_000, (long) usual.restarts()).intValue(),
        section.number("seed", Long.MIN_VALUE, Long.MAX_VALUE, usual.seed()),
        section.number("sample", 100, 1_000_000, (long) usual.sample()).intValue(),
        section.share("smoothing", usual.smoothing()),
        section.share("outliers", usual.outliers()),
        model == null ? null : folder.resolved(section, "model", model),
        section.text("label_field", null));
  }
}
