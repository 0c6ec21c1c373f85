package org.broadsheet.corpus.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  void holdsTheWorldsAgenciesWithTheirCountries() {
    assertTrue(agencies.names().size() >= 65, "agencies: " + agencies.names().size());
    for (String name : agencies.names()) {
      assertTrue(agencies.country(name).orElse("").matches("[A-Z]{2,3}"), "country of " + name);
      assertEquals(Optional.of(name), agencies.find(name), "an alias of another agency");
    }
    assertEquals(Optional.of("NO"), agencies.country("NTB"));
    assertEquals(Optional.empty(), agencies.country("nobody"));
  }
}
