package org.broadsheet.job;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A path or address as the steps that lead to it, to tell whether one lies inside another.
 *
 * @param steps scheme, host, folders and name, without {@code .} and {@code ..}; may hold globs
 */
record PathSteps(List<String> steps) {

  /**
   * Takes a path apart.
   *
   * @param path an absolute path or a URI
   * @return its steps
   */
  static PathSteps of(String path) {
    List<String> steps = new ArrayList<>();
    for (String step : path.replaceFirst("^file:", "").split("/")) {
      if (step.equals("..") && !steps.isEmpty()) {
        steps.remove(steps.size() - 1);
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return new PathSteps(steps);
  }

  /**
   * Whether a listing of this path, which may be a glob, would come to another.
   *
   * @param other a path without globs
   * @return true for the path itself and for what is below it
   */
  boolean contain(PathSteps other) {
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
