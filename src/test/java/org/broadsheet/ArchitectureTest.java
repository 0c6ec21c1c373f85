package org.broadsheet;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import org.broadsheet.corpus.parse.html.LooksAhead;
import org.broadsheet.table.TableLooksAhead;
import org.broadsheet.text.WordBlocks;
import org.junit.jupiter.api.Test;

/** Data flows one way: a folder imports only folders to its left. */
@AnalyzeClasses(packages = "org.broadsheet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule FOLDERS_IN_ORDER =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("table")
          .definedBy("org.broadsheet.table..")
          .layer("measure")
          .definedBy("org.broadsheet.measure..")
          .layer("text")
          .definedBy("org.broadsheet.text..")
          .layer("parse")
          .definedBy("org.broadsheet.corpus.parse..")
          .layer("format")
          .definedBy("org.broadsheet.corpus.format..")
          .layer("corpus")
          .definedBy("org.broadsheet.corpus")
          .layer("copies")
          .definedBy("org.broadsheet.copies..")
          .layer("terms")
          .definedBy("org.broadsheet.terms..")
          .layer("topics")
          .definedBy("org.broadsheet.topics..")
          .layer("sources")
          .definedBy("org.broadsheet.sources..")
          .layer("job")
          .definedBy("org.broadsheet.job..")
          .layer("cli")
          .definedBy("org.broadsheet.cli..")
          .whereLayer("table")
          .mayNotAccessAnyLayer()
          .whereLayer("text")
          .mayOnlyAccessLayers("table")
          .whereLayer("parse")
          .mayOnlyAccessLayers("table", "text")
          .whereLayer("format")
          .mayOnlyAccessLayers("table", "text", "parse")
          .whereLayer("corpus")
          .mayOnlyAccessLayers("table", "measure", "text", "parse", "format")
          .whereLayer("measure")
          .mayNotAccessAnyLayer()
          .whereLayer("copies")
          .mayOnlyAccessLayers("table", "measure", "text", "corpus")
          .whereLayer("terms")
          .mayOnlyAccessLayers("table", "measure", "text", "corpus", "copies")
          .whereLayer("topics")
          .mayOnlyAccessLayers("table", "measure", "text", "corpus", "copies", "terms")
          .whereLayer("sources")
          .mayOnlyAccessLayers("table", "measure", "text", "corpus", "copies", "terms", "topics")
          .whereLayer("job")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("cli")
          .mayOnlyAccessLayers("table", "job");

  @ArchTest
  static final ArchRule PLAIN_JAVA_KNOWS_NO_SPARK =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAnyPackage(
              "org.broadsheet.text..",
              "org.broadsheet.corpus.parse..",
              "org.broadsheet.corpus.format..")
          .and()
          .doNotBelongToAnyOf(WordBlocks.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..");

  /** The rules are of use only if a class deep in a folder breaks them. */
  @Test
  void aClassThatLooksAheadBreaksThem() {
    JavaClasses planted = new ClassFileImporter().importPackages("org.broadsheet");
    for (ArchRule rule : List.of(FOLDERS_IN_ORDER, PLAIN_JAVA_KNOWS_NO_SPARK)) {
      String report = rule.evaluate(planted).getFailureReport().toString();
      assertTrue(report.contains(LooksAhead.class.getName()), report);
    }
    String report = FOLDERS_IN_ORDER.evaluate(planted).getFailureReport().toString();
    assertTrue(report.contains(TableLooksAhead.class.getName()), report);
  }
}
