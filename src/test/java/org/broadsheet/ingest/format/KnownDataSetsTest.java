package org.broadsheet.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.broadsheet.ingest.record.BodyStatus;
import org.broadsheet.ingest.record.Cut;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.table.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record of every known data set becomes the article that it holds: see data-sets.yaml. */
class KnownDataSetsTest {

  record DataSet(String name, String format, String file, Map<String, Object> expect) {
    @Override
    public String toString() {
      return name + ", " + format;
    }
  }

  static List<DataSet> dataSets() {
    return Resources.yaml("data-sets.yaml", new TypeReference<List<DataSet>>() {});
  }

  @ParameterizedTest
  @MethodSource("dataSets")
  void aRecordBecomesItsArticle(DataSet set) {
    byte[] bytes = set.file.getBytes(StandardCharsets.UTF_8);
    assertEquals(Optional.of(set.format), FormatRecognition.of("a." + set.format, bytes));
    FoundArticle article = Cut.articles(Formats.named(set.format), bytes).get(0);
    assertEquals(set.expect, found(article));
    if (set.name != null) {
      assertTrue(article.mapping().startsWith(set.name + ": "), article.mapping());
    }
  }

  private static Map<String, Object> found(FoundArticle article) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("title", article.title());
    found.put("body", article.body());
    found.put("status", (article.body() == null ? BodyStatus.NONE : article.status()).label());
    found.put("url", article.url());
    found.put("source", article.source());
    found.put("byline", article.byline());
    found.put("published", article.published());
    found.put("language", article.language());
    found.put("section", article.section());
    found.put("keywords", article.keywords().isEmpty() ? null : article.keywords());
    found.values().removeIf(value -> value == null);
    return found;
  }

  @Test
  void everyMappingButTheGeneralOneHasAFixture() {
    List<Map<String, Object>> declared =
        Resources.yaml("mappings.yaml", new TypeReference<List<Map<String, Object>>>() {});
    List<String> names = dataSets().stream().map(DataSet::name).toList();
    List<String> missing =
        IntStream.range(0, declared.size() - 1)
            .mapToObj(i -> (String) declared.get(i).get("name"))
            .filter(name -> !names.contains(name))
            .toList();
    assertEquals(List.of(), missing);
  }
}
