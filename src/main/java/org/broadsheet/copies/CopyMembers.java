package org.broadsheet.copies;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.broadsheet.collections.Dictionary;

/**
 * Articles that have a copy, as columns of numbers: 32 bytes each. They are made into objects only
 * while they are looked at.
 */
final class CopyMembers extends AbstractList<CopyMember> implements RandomAccess, Serializable {

  private static final long NO_INSTANT = Long.MIN_VALUE;
  private static final int NO_DAY = Integer.MIN_VALUE;

  private final long[] ids;
  private final long[] instants;
  private final int[] days;
  private final int[] words;
  private final int[] sources;
  private final int[] agencies;
  private final ArrayList<String> sourceNames;
  private final ArrayList<List<String>> agencyNames;

  private CopyMembers(int size, Iterator<CopyMember> members) {
    this.ids = new long[size];
    this.instants = new long[size];
    this.days = new int[size];
    this.words = new int[size];
    this.sources = new int[size];
    this.agencies = new int[size];
    Dictionary<String> names = new Dictionary<>();
    Dictionary<List<String>> credits = new Dictionary<>();
    for (int i = 0; i < size; i++) {
      CopyMember member = members.next();
      ids[i] = ShingleBlocks.id(member.id());
      instants[i] =
          member.at() == null ? NO_INSTANT : ChronoUnit.MICROS.between(Instant.EPOCH, member.at());
      days[i] = member.date() == null ? NO_DAY : (int) member.date().toEpochDay();
      words[i] = member.words();
      sources[i] = names.id(member.source());
      agencies[i] = credits.id(member.agencies());
    }
    this.sourceNames = new ArrayList<>(names.values());
    this.agencyNames = new ArrayList<>(credits.values());
  }

  /** The same articles in columns. */
  static CopyMembers of(List<CopyMember> members) {
    return new CopyMembers(members.size(), members.iterator());
  }

  /** The articles of rows. */
  static CopyMembers of(Iterator<Row> rows) {
    List<CopyMember> members = new ArrayList<>();
    rows.forEachRemaining(row -> members.add(CopyMember.of(row)));
    return of(members);
  }

  /** The articles of several lists in the order of their ids. */
  static CopyMembers sorted(List<CopyMembers> lists) {
    CopyMembers all =
        new CopyMembers(
            lists.stream().mapToInt(List::size).sum(),
            lists.stream().flatMap(List::stream).iterator());
    int[] order = IntStream.range(0, all.size()).toArray();
    IntArrays.quickSort(order, (one, other) -> Long.compare(all.ids[one], all.ids[other]));
    return new CopyMembers(order.length, IntStream.of(order).mapToObj(all::get).iterator());
  }

  @Override
  public int size() {
    return ids.length;
  }

  @Override
  public CopyMember get(int i) {
    return new CopyMember(
        ShingleBlocks.articleId(ids[i]),
        sourceNames.get(sources[i]),
        instants[i] == NO_INSTANT ? null : Instant.EPOCH.plus(instants[i], ChronoUnit.MICROS),
        days[i] == NO_DAY ? null : LocalDate.ofEpochDay(days[i]),
        words[i],
        agencyNames.get(agencies[i]));
  }

  /** The id of an article, as {@link ShingleBlocks#id} makes it. */
  long id(int i) {
    return ids[i];
  }

  /** The sources of those that name one, as numbers. */
  ArticleNumbers sources() {
    ArticleNumbers.ArticleNumbersBuilder numbers = new ArticleNumbers.ArticleNumbersBuilder();
    for (int i = 0; i < ids.length; i++) {
      if (sourceNames.get(sources[i]) != null) {
        numbers.add(ids[i], sources[i]);
      }
    }
    return numbers.build();
  }
}
