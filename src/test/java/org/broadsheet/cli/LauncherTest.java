package org.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher, in a checkout where Java, Maven and Spark only say how they were called. */
class LauncherTest {

  @TempDir private Path folder;
  private Path home;
  private Path launcher;

  @BeforeEach
  void makeCheckout() throws IOException {
    // As the launcher sees it, without links of the system.
    home = Files.createDirectories(folder.toRealPath().resolve("it's a home/jobs")).getParent();
    launcher = Files.copy(Path.of("jobs/broadsheet"), home.resolve("jobs/broadsheet"));
    Files.createDirectories(home.resolve("target/lib"));
    Files.createDirectories(home.resolve("src/main"));
    Files.writeString(home.resolve("pom.xml"), "");
    Files.writeString(home.resolve("src/main/A.java"), "");
    Files.writeString(home.resolve("target/broadsheet.jar"), "");
    changed("target/broadsheet.jar", 60);
    script("mvnw", "echo built");
    script("java", "echo LC_ALL=$LC_ALL; printf '%s\\n' \"$@\"");
  }

  private void changed(String file, int secondsFromNow) throws IOException {
    FileTime time = FileTime.from(Instant.now().plusSeconds(secondsFromNow));
    Files.setLastModifiedTime(home.resolve(file), time);
  }

  private void script(String name, String command) throws IOException {
    Path script = home.resolve(name);
    Files.createDirectories(script.getParent());
    Files.writeString(script, "#!/usr/bin/env bash\n" + command + "\n");
    assertTrue(script.toFile().setExecutable(true));
  }

  private List<String> launch(Path file, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", file.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeAll(List.of("BROADSHEET_JAVA_OPTS", "BROADSHEET_CLASS_CACHE", "SPARK_HOME"));
    builder.environment().put("BROADSHEET_JAVA", home.resolve("java").toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      return out.lines().toList();
    }
  }

  @Test
  void aLinkToItFindsTheCheckout() throws IOException {
    Path link = Files.createDirectory(folder.resolve("bin")).resolve("broadsheet");
    Files.createSymbolicLink(link, Path.of("../it's a home/jobs/broadsheet"));
    Path further = Files.createSymbolicLink(folder.resolve("b"), link);
    List<String> said = launch(further, Map.of(), "tables");
    assertTrue(said.contains(home + "/target/broadsheet.jar"), said.toString());
    assertEquals("tables", said.get(said.size() - 1));
  }

  @Test
  void javaReadsFileNamesInUtf8() throws IOException {
    assertEquals("LC_ALL=C.UTF-8", launch(launcher, Map.of("LC_ALL", "C"), "tables").get(0));
  }

  @Test
  void onlyCommandsThatEndAtOnceDoWithoutTheSecondCompiler() throws IOException {
    String first = "-XX:TieredStopAtLevel=1";
    assertTrue(launch(launcher, Map.of(), "show", "out", "terms").contains(first));
    assertFalse(launch(launcher, Map.of(), "run", "job.yaml").contains(first));
    List<String> own =
        launch(launcher, Map.of("BROADSHEET_JAVA_OPTS", "-Xmx3g -Da=b"), "run", "job.yaml");
    assertEquals(List.of("-Xmx3g", "-Da=b", "-jar"), own.subList(1, 4));
  }

  @Test
  void theJarIsBuiltAgainWhereItsSourcesAreNewer() throws IOException {
    assertFalse(launch(launcher, Map.of(), "tables").contains("built"));
    changed("src/main/A.java", 120);
    assertTrue(launch(launcher, Map.of(), "tables").contains("built"));
  }

  /** A version that is followed by much text must not be lost with the pipe that it is read by. */
  @Test
  void sparkSubmitIsUsedIfItIsOfTheRightVersion() throws IOException {
    Map<String, String> environment = Map.of("SPARK_HOME", home.resolve("spark").toString());
    String banner =
        "if [[ $1 == --version ]]; then echo version %s; seq 100000; else echo \"$@\"; fi";
    for (String version : List.of("4.0.5", "4.2.0", "4.3.0")) {
      script("spark/bin/spark-submit", banner.formatted(version));
      assertEquals(
          "--master local --class org.broadsheet.Broadsheet "
              + home
              + "/target/broadsheet.jar run job.yaml",
          launch(launcher, environment, "--submit=--master local", "run", "job.yaml").get(0));
    }
    for (String version : List.of("3.5.1", "4.20.0")) {
      script("spark/bin/spark-submit", banner.formatted(version));
      assertEquals(
          List.of(
              "broadsheet: this spark-submit is not one of Spark 4.0 4.1 4.2 4.3; put one of these on the"
                  + " PATH or set SPARK_HOME"),
          launch(launcher, environment, "--submit", "run", "job.yaml"));
    }
  }

  /** A Java of a version that says how it was called, and writes the file that it is told to. */
  private Map<String, String> javaOf(String version) throws IOException {
    script(
        "jdk/bin/java",
        "for option; do case $option in *AtExit=*|*CacheOutput=*) touch \"${option#*=}\";; esac; done\n"
            + "printf '%s\\n' \"$@\"");
    Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
    changed("src/main/A.java", -120);
    changed("src/main", -120);
    changed("pom.xml", -120);
    changed("target/broadsheet.jar", -60);
    return Map.of("BROADSHEET_JAVA", home.resolve("jdk/bin/java").toString());
  }

  private static boolean usesCache(List<String> said, String option) {
    return said.stream().anyMatch(line -> line.startsWith(option));
  }

  private List<String> caches() throws IOException {
    Path folder = home.resolve("target/class-cache");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> left = Files.list(folder)) {
      return left.map(path -> path.getFileName().toString()).toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "17.0.15, 17.0.16, -XX:SharedArchiveFile=",
    "21.0.1, 21.0.2, -XX:SharedArchiveFile=",
    "25, 25.0.1, -XX:AOTCache="
  })
  void classesAreKeptForTheJarAndTheJava(String version, String other, String option)
      throws IOException {
    Map<String, String> java = javaOf(version);
    assertFalse(usesCache(launch(launcher, java, "show", "out"), option));
    launch(launcher, java, "--cache-classes");
    assertTrue(usesCache(launch(launcher, java, "run", "job.yaml"), option));
    assertTrue(usesCache(launch(launcher, java, "show", "out"), option));
    assertEquals(1, caches().size(), "the cache alone");
    changed("target/broadsheet.jar", 60);
    assertFalse(usesCache(launch(launcher, java, "show", "out"), option), "another jar");
    launch(launcher, java, "--cache-classes");
    assertEquals(1, caches().size(), "in place of the one before it");
    Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"" + other + "\"\n");
    assertFalse(usesCache(launch(launcher, java, "show", "out"), option), "another Java");
  }

  private static boolean isMade(List<String> caches) {
    return caches.size() == 1 && !caches.get(0).endsWith(".making");
  }

  @Test
  void theFirstRunKeepsTheClassesInTheBackground() throws Exception {
    Map<String, String> java = javaOf("17.0.15");
    List<String> said = launch(launcher, java, "run", "job.yaml");
    assertTrue(said.get(0).contains("in the background, once"), said.toString());
    for (int i = 0; i < 300 && !isMade(caches()); i++) {
      Thread.sleep(100);
    }
    assertTrue(usesCache(launch(launcher, java, "run", "job.yaml"), "-XX:SharedArchiveFile="));
  }

  @Test
  void whereNoClassesCanBeKeptJavaStartsAsUsual() throws IOException {
    Map<String, String> java = new HashMap<>(javaOf("17.0.15"));
    String jar = home + "/target/broadsheet.jar";
    List<String> usual =
        List.of(
            "-XX:+UseParallelGC",
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=2400",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=160000",
            "-jar",
            jar,
            "run");
    script("jdk/bin/java", "printf '%s\\n' \"$@\"");
    List<String> said = launch(launcher, java, "--cache-classes");
    assertTrue(said.get(said.size() - 1).contains("could not be kept"), said.toString());
    assertEquals(usual, launch(launcher, java, "run"), "it is not tried again");

    launch(launcher, javaOf("17.0.15"), "--cache-classes");
    java.put("BROADSHEET_CLASS_CACHE", "no");
    assertEquals(usual, launch(launcher, java, "run"));
    java.remove("BROADSHEET_CLASS_CACHE");
    java.put("BROADSHEET_JAVA_OPTS", "-Xmx1g");
    assertEquals(
        List.of("-Xmx1g", "-jar", jar, "run"),
        launch(launcher, java, "run"),
        "the user's options alone");
    java.remove("BROADSHEET_JAVA_OPTS");
    Files.delete(home.resolve("jdk/release"));
    assertEquals(usual, launch(launcher, java, "run"));
  }
}
