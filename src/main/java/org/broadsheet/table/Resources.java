package org.broadsheet.table;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Data files of the program, read from the class path. */
public final class Resources {

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private Resources() {}

  /**
   * Reads a YAML file.
   *
   * @param name the path on the class path
   * @param type what it holds
   * @param <T> what it holds
   * @return its content
   * @throws IllegalStateException if the file is missing from the program
   */
  public static <T> T yaml(String name, TypeReference<T> type) {
    try (InputStream in = open(name)) {
      return YAML.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + name + ": " + e.getMessage(), e);
    }
  }

  /**
   * Opens a file of the class path.
   *
   * @param name the path on the class path
   * @return its bytes; the caller closes it
   * @throws IllegalStateException if the file is missing from the program
   */
  public static InputStream open(String name) {
    InputStream in = Resources.class.getClassLoader().getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("resource " + name + " is missing from the program");
    }
    return in;
  }
}
