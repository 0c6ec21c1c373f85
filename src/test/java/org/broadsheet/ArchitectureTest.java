package org.broadsheet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.broadsheet.extract.html.LooksAhead;
import org.broadsheet.table.TableLooksAhead;
import org.junit.jupiter.api.Test;

/** Data flows one way: a package imports only packages above it in this list. */
class ArchitectureTest {

  private static final List<String> IN_ORDER =
      List.of(
          "org.broadsheet.table",
          "org.broadsheet.storage",
          "org.broadsheet.show",
          "org.broadsheet.stats",
          "org.broadsheet.stats.keyness",
          "org.broadsheet.collections",
          "org.broadsheet.lexicon",
          "org.broadsheet.text",
          "org.broadsheet.extract",
          "org.broadsheet.extract.web",
          "org.broadsheet.extract.date",
          "org.broadsheet.extract.agency",
          "org.broadsheet.extract.byline",
          "org.broadsheet.extract.credit",
          "org.broadsheet.extract.savedtext",
          "org.broadsheet.extract.html.tree",
          "org.broadsheet.extract.html.metadata",
          "org.broadsheet.extract.html.body",
          "org.broadsheet.extract.html",
          "org.broadsheet.ingest.encoding",
          "org.broadsheet.ingest.compression",
          "org.broadsheet.ingest.document",
          "org.broadsheet.ingest.record",
          "org.broadsheet.ingest.mapping",
          "org.broadsheet.ingest.mail",
          "org.broadsheet.ingest.format",
          "org.broadsheet.ingest.input",
          "org.broadsheet.ingest",
          "org.broadsheet.copies",
          "org.broadsheet.counting.block",
          "org.broadsheet.counting",
          "org.broadsheet.terms",
          "org.broadsheet.topics.learning",
          "org.broadsheet.topics.mllib",
          "org.broadsheet.topics.saved",
          "org.broadsheet.topics.assigning",
          "org.broadsheet.topics.describing",
          "org.broadsheet.topics.quality",
          "org.broadsheet.topics",
          "org.broadsheet.topics.tables",
          "org.broadsheet.sources",
          "org.broadsheet.generate",
          "org.broadsheet.job",
          "org.broadsheet.run",
          "org.broadsheet.cli");

  private static final List<ArchRule> RULES = rules();

  private static List<ArchRule> rules() {
    List<ArchRule> rules = new ArrayList<>();
    for (int i = 0; i < IN_ORDER.size() - 1; i++) {
      String[] later = IN_ORDER.subList(i + 1, IN_ORDER.size()).toArray(String[]::new);
      rules.add(
          noClasses()
              .that()
              .resideInAPackage(IN_ORDER.get(i))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(later));
    }
    rules.add(
        noClasses()
            .that()
            .resideInAnyPackage(
                "org.broadsheet.stats..",
                "org.broadsheet.collections",
                "org.broadsheet.lexicon",
                "org.broadsheet.text",
                "org.broadsheet.extract..",
                "org.broadsheet.ingest.*..",
                "org.broadsheet.counting.block",
                "org.broadsheet.topics.learning")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark..")
            .because("plain Java knows no Spark"));
    return rules;
  }

  private static JavaClasses program() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("org.broadsheet");
  }

  @Test
  void packagesImportOnlyThoseAboveThem() {
    JavaClasses program = program();
    RULES.forEach(rule -> rule.check(program));
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    Set<String> packages = new TreeSet<>(IN_ORDER);
    packages.add("org.broadsheet");
    Set<String> found = new TreeSet<>();
    program().forEach(one -> found.add(one.getPackageName()));
    assertEquals(packages, found);
  }

  /** Nested classes too: one word for one thing. */
  @Test
  void noTwoClassesShareASimpleName() {
    Map<String, Set<String>> byName = new TreeMap<>();
    program().stream()
        .filter(one -> !one.getSimpleName().isEmpty() && !one.getName().contains("$$"))
        .forEach(
            one ->
                byName
                    .computeIfAbsent(one.getSimpleName(), n -> new TreeSet<>())
                    .add(one.getName()));
    byName.remove("package-info");
    byName.values().removeIf(classes -> classes.size() == 1);
    assertEquals(Map.of(), byName);
  }

  /** The rules are of use only if a class deep in a package breaks them. */
  @Test
  void aClassThatLooksAheadBreaksThem() {
    JavaClasses planted = new ClassFileImporter().importPackages("org.broadsheet");
    String report = CompositeArchRule.of(RULES).evaluate(planted).getFailureReport().toString();
    assertTrue(report.contains(LooksAhead.class.getName() + ".row"), report);
    assertTrue(report.contains(LooksAhead.class.getName() + ".settings"), report);
    assertTrue(report.contains(TableLooksAhead.class.getName()), report);
  }
}
