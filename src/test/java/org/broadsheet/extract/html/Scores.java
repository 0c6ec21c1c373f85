package org.broadsheet.extract.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How well a text agrees with the one expected, in the two ways that extractors are judged. */
final class Scores {
  private static final Pattern TOKEN = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int SHINGLE = 4;

  private double precision;
  private double recall;
  private int pages;
  private int inFound;
  private int inMissed;
  private int outFound;

  /** Adds one page's text, and returns its own F1. */
  double add(Fixture fixture, String text) {
    Map<List<String>, Integer> expected = shingles(fixture.body());
    Map<List<String>, Integer> got = shingles(text);
    int same = 0;
    for (Map.Entry<List<String>, Integer> entry : expected.entrySet()) {
      same += Math.min(entry.getValue(), got.getOrDefault(entry.getKey(), 0));
    }
    int all = sum(expected);
    int found = sum(got);
    double p = found == 0 ? (all == 0 ? 1 : 0) : (double) same / found;
    double r = all == 0 ? (found == 0 ? 1 : 0) : (double) same / all;
    precision += p;
    recall += r;
    pages++;
    count(fixture, text);
    return f1(p, r);
  }

  private void count(Fixture fixture, String text) {
    String flat = text.replaceAll("\\s+", " ");
    for (String snippet : fixture.in()) {
      if (flat.contains(snippet)) {
        inFound++;
      } else {
        inMissed++;
      }
    }
    outFound += (int) fixture.out().stream().filter(flat::contains).count();
  }

  double precision() {
    return precision / pages;
  }

  double recall() {
    return recall / pages;
  }

  double meanF1() {
    return f1(precision(), recall());
  }

  double snippetF1() {
    return f1((double) inFound / (inFound + outFound), (double) inFound / (inFound + inMissed));
  }

  private static double f1(double p, double r) {
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }

  private static int sum(Map<List<String>, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<List<String>, Integer> shingles(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    Map<List<String>, Integer> shingles = new HashMap<>();
    for (int i = 0; i + SHINGLE <= Math.max(tokens.size(), SHINGLE); i++) {
      List<String> shingle = tokens.subList(i, Math.min(i + SHINGLE, tokens.size()));
      if (!shingle.isEmpty()) {
        shingles.merge(List.copyOf(shingle), 1, Integer::sum);
      }
    }
    return shingles;
  }
}
