package org.broadsheet.job;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A path or address as the steps that lead to it, to tell whether one lies inside another.
 *
 * @param steps scheme, host, folders and name, without {@code .} and {@code ..}; may hold globs
 */
public record PathSteps(List<String> steps) {

  /**
   * Takes a path apart.
   *
   * @param path an absolute path or a URI; links of a local one are followed as far as it exists
   * @return its steps
   */
  public static PathSteps of(String path) {
    List<String> steps = new ArrayList<>();
    for (String step : path.replaceFirst("^file:", "").split("/")) {
      if (step.equals("..") && !steps.isEmpty()) {
        steps.remove(steps.size() - 1);
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    boolean local = path.matches("(?s)(file:)?/.*");
    return new PathSteps(local ? real(steps) : steps);
  }

  /** The steps of a local path, those that exist replaced by where they lead. */
  private static List<String> real(List<String> steps) {
    for (int there = steps.size(); there > 0; there--) {
      try {
        List<String> real = new ArrayList<>();
        Path.of("/", steps.subList(0, there).toArray(String[]::new))
            .toRealPath()
            .forEach(step -> real.add(step.toString()));
        real.addAll(steps.subList(there, steps.size()));
        return real;
      } catch (IOException | InvalidPathException e) {
        // It does not exist: its parent may.
      }
    }
    return steps;
  }

  /**
   * Whether a listing of this path, which may be a glob, would come to another.
   *
   * @param other a path without globs
   * @return true for the path itself and for what is below it
   */
  public boolean contain(PathSteps other) {
    if (other.steps.size() < steps.size()) {
      return false;
    }
    for (int i = 0; i < steps.size(); i++) {
      if (!matches(steps.get(i), other.steps.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String glob, String name) {
    if (glob.equals(name)) {
      return true;
    }
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(name));
    } catch (IllegalArgumentException e) {
      // No glob after all, or one that the listing will refuse with its reason.
      return false;
    }
  }
}
