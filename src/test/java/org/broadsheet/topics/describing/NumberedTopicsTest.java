package org.broadsheet.topics.describing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.copies.ArticleNumbers;
import org.broadsheet.counting.Counting;
import org.broadsheet.counting.Counting.Article;
import org.broadsheet.counting.Sums;
import org.broadsheet.counting.block.BagOfWordsBlock;
import org.broadsheet.topics.assigning.AssignedBlock;
import org.broadsheet.topics.assigning.BlockArticles;
import org.broadsheet.topics.assigning.BlockAssignment;
import org.broadsheet.topics.assigning.TopicAssigner;
import org.broadsheet.topics.learning.LanguageTopics;
import org.broadsheet.topics.learning.TopicFixtures;
import org.broadsheet.topics.learning.TopicVocabulary;
import org.broadsheet.topics.saved.SavedTopic;
import org.broadsheet.topics.saved.SavedTopics;
import org.junit.jupiter.api.Test;

/**
 * {@link TopicTally}, {@link TopicTermMatrix} and {@link NumberedTopics} on a corpus counted by
 * hand.
 */
class NumberedTopicsTest {

  private static final double EXACT = 1e-12;

  private static final TopicVocabulary VOCABULARY =
      TopicFixtures.vocabulary("ferry", "port", "court", "judge");

  /** Sea, law, and one without an article. */
  private static final LanguageTopics ENGLISH =
      TopicFixtures.language(
          VOCABULARY, TopicFixtures.model(List.of(List.of(0, 1), List.of(2, 3), List.of())), 0, 1);

  private static final Map<String, TopicAssigner> ASSIGNERS =
      Map.of("en", TopicAssigner.of(ENGLISH));

  private static final List<Article> ARTICLES =
      Counting.english(
          "Court judge judge ferry",
          "Ferry port ferry",
          "Judge court",
          "Court judge judge",
          "Rain");

  private static TopicTally tally(List<Article> articles) {
    BagOfWordsBlock block = Counting.block(1, articles);
    return tally(block, ASSIGNERS);
  }

  private static TopicTally tally(BagOfWordsBlock block, Map<String, TopicAssigner> assigners) {
    BlockArticles articles = new BlockArticles(block);
    BlockAssignment assignment = BlockAssignment.of(articles, assigners);
    return new TopicTally()
        .add(new AssignedBlock(articles, assignment, assigners, Counting.numbers(Map.of())));
  }

  private static long[] articles(LanguageTally counts) {
    return Arrays.stream(counts.topics()).mapToLong(TopicStats::articles).toArray();
  }

  private static String shown(TopicWordCounts tally) {
    StringBuilder shown = new StringBuilder();
    for (int slot : tally.slotsByWord()) {
      shown.append(VOCABULARY.terms()[tally.word(slot)]);
      shown.append(' ').append(tally.tf(slot)).append(' ').append(tally.df(slot)).append("; ");
    }
    return shown.toString();
  }

  @Test
  void tallyCountsWordsByTopic() {
    LanguageTally counts = tally(ARTICLES).of("en");
    assertArrayEquals(new long[] {1, 3, 0}, articles(counts));
    assertEquals("ferry 2 1; port 1 1; ", shown(counts.topics()[0].words()));
    assertEquals("ferry 1 1; court 3 3; judge 5 3; ", shown(counts.topics()[1].words()));
    assertEquals(9, counts.topics()[1].words().tokens());
    assertEquals("", shown(counts.topics()[2].words()));
    assertArrayEquals(new long[0], articles(tally(ARTICLES).of("de")));
  }

  /** All that is counted of the language, without the order of what has none. */
  private static String shown(TopicTally tally) {
    LanguageTally counts = tally.of("en");
    StringBuilder shown = new StringBuilder();
    for (TopicStats topic : counts.topics()) {
      shown.append(topic.articles()).append(' ').append(topic.similarity()).append(' ');
      shown.append(topic.firstDate()).append(' ').append(topic.lastDate()).append(' ');
      shown.append(topic.outlierBound(0.5)).append(' ').append(shown(topic.words())).append('\n');
    }
    shown.append(
        counts.byGroup().entrySet().stream().map(Object::toString).sorted().toList().toString());
    return shown.append(new TreeMap<>(counts.duplicates(copy -> copy.topic()))).toString();
  }

  @Test
  void talliesAddUpInAnyOrder() {
    List<AssignedBlock> blocks = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      List<Article> articles = new ArrayList<>();
      for (Article article : ARTICLES.subList(i % 3, 3 + i % 3)) {
        String day = i % 4 == 0 ? null : "2026-03-%02d".formatted(1 + i);
        String id = i + article.id();
        articles.add(new Article(id, "en", "source" + i % 2, day, article.text()));
      }
      BlockArticles block = new BlockArticles(Counting.block(1, articles));
      ArticleNumbers copies = Counting.numbers(Map.of(articles.get(0).id(), i % 5));
      blocks.add(new AssignedBlock(block, BlockAssignment.of(block, ASSIGNERS), ASSIGNERS, copies));
    }
    Sums.requireSame(blocks, TopicTally::new, NumberedTopicsTest::shown);
  }

  @Test
  void topicsAreNumberedBySizeAndDescribed() {
    NumberedTopics numbered =
        NumberedTopics.bySize(List.of(ENGLISH), tally(ARTICLES), 0).labelled(TopicPhrases.NONE);
    assertArrayEquals(new int[] {2, 1, 0}, numbered.ids().get("en"));
    assertEquals(Map.of("en", 4L), numbered.articles());
    Topic law = numbered.topics().get(0);
    assertEquals(3, law.articles());
    assertEquals("judge, court, ferry", law.label());
    assertEquals(List.of("judge", "court", "ferry"), terms(law));
    // 12 words in three topics: A = 4; five of the nine words, all five of the language.
    TopicTerm judge = law.terms().get(0);
    assertEquals(5.0 / 9 * Math.log(1 + 4.0 / 5), judge.weight(), EXACT);
    assertEquals(5, judge.tf());
    assertEquals(3, judge.df());
    assertEquals(5, judge.languageTf());
    // No other topic has it: as if it occurred once.
    assertEquals(5.0 / 9 * Math.log(5), judge.distinction(), EXACT);
    TopicTerm ferry = law.terms().get(2);
    assertEquals(3, ferry.languageTf());
    assertEquals(1.0 / 9 * Math.log(1.0 / 9 * 3 / 2), ferry.distinction(), EXACT);
    assertEquals(List.of("ferry", "port"), terms(numbered.topics().get(1)));
    assertEquals(
        2.0 / 3 * Math.log(2.0 / 3 / (1.0 / 3)),
        numbered.topics().get(1).terms().get(0).distinction(),
        EXACT);
  }

  private static List<String> terms(Topic topic) {
    return topic.terms().stream().map(TopicTerm::term).toList();
  }

  @Test
  void aSingleTopicIsNamedByItsWords() {
    LanguageTopics single =
        TopicFixtures.language(VOCABULARY, TopicFixtures.model(List.of(List.of(0, 1, 2, 3))), 0);
    Map<String, TopicAssigner> assigners = Map.of("en", TopicAssigner.of(single));
    BagOfWordsBlock block = Counting.block(1, ARTICLES);
    TopicTally tally = tally(block, assigners);
    NumberedTopics numbered =
        NumberedTopics.bySize(List.of(single), tally, 0).labelled(TopicPhrases.NONE);
    assertEquals(1, numbered.topics().size());
    assertEquals("judge, ferry, court", numbered.topics().get(0).label());
  }

  @Test
  void equalTopicsAreNumberedByTheirFirstTerm() {
    NumberedTopics numbered =
        NumberedTopics.bySize(List.of(ENGLISH), tally(Counting.english("Port", "Judge")), 0)
            .labelled(TopicPhrases.NONE);
    assertEquals(List.of("judge", "port"), numbered.topics().stream().map(Topic::label).toList());
    assertArrayEquals(new int[] {2, 1, 0}, numbered.ids().get("en"));
  }

  @Test
  void aLanguageWhoseArticlesAreAlikeToNoTopicHasNoNumbers() {
    NumberedTopics numbered =
        NumberedTopics.bySize(List.of(ENGLISH), tally(Counting.english("Rain")), 0);
    assertEquals(List.of(), numbered.topics());
    assertArrayEquals(new int[3], numbered.ids().get("en"));
  }

  @Test
  void topicsOfAnotherRunKeepTheirNumbersAndNames() {
    List<SavedTopic> known =
        List.of(
            new SavedTopic(1, "en", 0, "the sea", 0.5, 0.1),
            new SavedTopic(2, "en", 1, "the law", 0.4, 0.1));
    NumberedTopics numbered =
        NumberedTopics.asSaved(
            new SavedTopics("run-1", List.of(ENGLISH), known),
            tally(Counting.english("Court judge")));
    assertArrayEquals(new int[] {1, 2, 0}, numbered.ids().get("en"));
    assertEquals(
        List.of("the sea 0", "the law 1"),
        numbered.topics().stream().map(t -> t.label() + " " + t.articles()).toList());
    assertEquals(List.of(), numbered.topics().get(0).terms());
  }

  /** Of as many topics as there are words, a topic is described by its own two words only. */
  @Test
  void thousandsOfTopicsAreDescribed() {
    int k = 3_000;
    String[] words = new String[k];
    Arrays.setAll(words, i -> "word" + i);
    TopicWordCounts[] topics = new TopicWordCounts[k];
    for (int topic = 0; topic < k; topic++) {
      topics[topic] = new TopicWordCounts();
      topics[topic].add(TopicFixtures.article("a" + topic, topic, (topic + 1) % k));
    }
    TopicTermMatrix matrix = TopicTermMatrix.of(topics, TopicFixtures.vocabulary(words));
    List<TopicTerm> terms = matrix.terms(7, 30);
    assertEquals(List.of("word7", "word8"), terms.stream().map(t -> t.term()).toList());
    assertEquals(0, terms.get(0).distinction(), "topic 6 has it as well");
  }
}
