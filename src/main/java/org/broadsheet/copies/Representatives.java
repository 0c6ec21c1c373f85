package org.broadsheet.copies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.broadsheet.ingest.Corpus;

/**
 * Decides which articles of a copy group represent the story: the longest, which shows most of it;
 * of articles of the same length the earlier one.
 */
final class Representatives {

  private Representatives() {}

  /**
   * Weighs the articles of a copy group.
   *
   * @param group the group
   * @param fields the values of the compared fields of its articles
   * @param weights takes the weight of each article, by article_id
   */
  static void weigh(
      CopyGroup group,
      ArticleValues<List<String>> fields,
      BiConsumer<String, DuplicateWeight> weights) {
    // A stable sort: of equally long articles the one that comes first in the group.
    List<CopyMember> members =
        group.members().stream()
            .sorted(Comparator.comparing(CopyMember::words).reversed())
            .toList();
    List<List<String>> targets = members.stream().map(member -> targets(member, fields)).toList();
    List<List<DuplicateWeight.InContrast>> contrasts = new ArrayList<>();
    for (int number = 0; number < targets.get(0).size(); number++) {
      contrasts.add(inContrast(column(targets, number)));
    }
    for (int i = 0; i < members.size(); i++) {
      weights.accept(members.get(i).id(), new DuplicateWeight(i == 0, column(contrasts, i)));
    }
  }

  /** The targets that an article belongs to: its source, then its value of each field. */
  private static List<String> targets(CopyMember member, ArticleValues<List<String>> fields) {
    List<String> targets = new ArrayList<>();
    targets.add(member.source() == null ? Corpus.UNKNOWN_SOURCE : member.source());
    targets.addAll(fields.getOrDefault(member.id(), List.of()));
    return targets;
  }

  private static <T> List<T> column(List<List<T>> rows, int number) {
    return rows.stream().map(row -> row.get(number)).toList();
  }

  /**
   * Weighs the articles of a group in one comparison.
   *
   * @param targets the target of each, the corpus representative first; null for none
   */
  private static List<DuplicateWeight.InContrast> inContrast(List<String> targets) {
    String first = targets.get(0);
    List<DuplicateWeight.InContrast> weights = new ArrayList<>();
    Set<String> met = new HashSet<>();
    boolean restHasOne = first == null;
    for (String target : targets) {
      boolean isFirstOfRest = !restHasOne && !Objects.equals(target, first);
      restHasOne |= isFirstOfRest;
      weights.add(
          new DuplicateWeight.InContrast(
              target == null || met.add(target), isFirstOfRest ? first : null));
    }
    return weights;
  }
}
