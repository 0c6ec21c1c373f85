package org.broadsheet.extract.agency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgenciesTest {
  private final Agencies agencies = Agencies.load();

  @ParameterizedTest
  @CsvSource({
    "AFP, AFP",
    "afp, AFP",
    "A.F.P., AFP",
    "Agence France-Presse, AFP",
    "agence france presse, AFP",
    "The Associated Press, AP",
    "Reuter, Reuters",
    "Reuters’, Reuters",
    "ТАСС, TASS",
    "РИА Новости, RIA Novosti",
    "РИА «Новости», RIA Novosti",
    "Telam, Télam",
    "新华社, Xinhua"
  })
  void findsAnyPrintedName(String printed, String name) {
    assertEquals(Optional.of(name), agencies.find(printed));
  }

  @Test
  void findsNothingElse() {
    for (String other : new String[] {null, "", " ", "told AFP", "Jane Doe", "the", "—"}) {
      assertEquals(Optional.empty(), agencies.find(other), other);
    }
  }

  @Test
  void findsSeveral() {
    assertEquals(List.of("dpa", "AFP"), agencies.findAll("dpa/AFP"));
    assertEquals(List.of("Reuters", "AP"), agencies.findAll("Reuters and The Associated Press"));
    assertEquals(List.of("AFP", "Jiji"), agencies.findAll("AFP-Jiji"));
    assertEquals(List.of("AFP"), agencies.findAll("Jane Doe/AFP"));
    assertEquals(List.of(), agencies.findAll(null));
  }

  @Test
  void knowsACreditFromAWord() {
    for (String other :
        new String[] {"AP-NORC", "Reuters-owned", "AFP/Jane Doe", "Jane Doe – AP"}) {
      assertEquals(List.of(), agencies.findOnly(other), other);
    }
    assertEquals(List.of("dpa"), agencies.findOnly("dpa/lno"));
    assertEquals(List.of("dpa"), agencies.findOnly("dpa-tmn"));
    assertEquals(List.of("dpa", "AFP"), agencies.findOnly("dpa/AFP"));
    assertEquals(List.of("ANSA"), agencies.findMarked("Ansa"));
    assertEquals(List.of(), agencies.findMarked("map"));
    assertEquals(List.of("MAP"), agencies.findMarked("MAP"));
    for (String word : new String[] {"Petra", "Mehr", "Map", "app", "Getty", "afp"}) {
      assertEquals(List.of(), agencies.findBare(word), word);
    }
    assertEquals(List.of("Reuters"), agencies.findBare("REUTERS"));
  }

  @Test
  void holdsTheWorldsAgenciesWithTheirCountries() throws IOException {
    JsonNode entries =
        new YAMLMapper().readTree(Agencies.class.getResourceAsStream("/agencies.yaml"));
    assertTrue(entries.size() >= 65, "agencies: " + entries.size());
    for (JsonNode entry : entries) {
      String name = entry.path("name").asText();
      assertTrue(entry.path("country").asText().matches("[A-Z]{2,3}"), "country of " + name);
      assertEquals(Optional.of(name), agencies.find(name), "an alias of another agency");
      for (JsonNode word : entry.path("words")) {
        assertEquals(Optional.of(name), agencies.find(word.asText()), "a word of " + name);
      }
    }
  }
}
