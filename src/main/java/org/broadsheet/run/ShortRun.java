package org.broadsheet.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Makes the JVM fit for a run of seconds. Most of such a run is the JVM compiling Spark: its second
 * compiler takes more processor time than all the rest, for code that is hardly used again. A
 * compiler directive keeps it out, as the flag {@code -XX:TieredStopAtLevel=1} would, but from
 * inside, when the size of the input is known, and for all but the learning of topics. Long runs
 * keep both compilers.
 */
final class ShortRun {

  /** The first directive that fits a method counts. Learning topics is arithmetic in long loops. */
  private static final String DIRECTIVES =
      "[{match: [\"org/broadsheet/topics/*.*\", \"org/broadsheet/stats/*.*\"], c2: {Exclude: false}}, {match: \"*.*\", c2: {Exclude: true}}]";

  private ShortRun() {}

  /** Keeps the second compiler out from now on; a JVM without this command runs as usual. */
  static void useFirstCompilerOnly() {
    try {
      Path directives = Files.createTempFile("broadsheet", ".json");
      try {
        Files.writeString(directives, DIRECTIVES);
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "compilerDirectivesAdd",
                new Object[] {new String[] {directives.toString()}},
                new String[] {String[].class.getName()});
      } finally {
        Files.delete(directives);
      }
    } catch (IOException | JMException e) {
      // Slower, and nothing else.
    }
  }
}
