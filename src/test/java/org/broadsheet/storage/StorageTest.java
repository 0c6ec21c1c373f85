package org.broadsheet.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.broadsheet.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageTest {

  private static String refusal(String path) {
    return assertThrows(
            IOException.class, () -> Storage.of(new Path(path), new Configuration()), path)
        .getMessage();
  }

  @Test
  void aMissingLibraryIsToldApartFromOtherFailures() {
    assertTrue(refusal("s3a://bucket/in").startsWith("a library for s3a:// is not there"));
    assertEquals("UnknownHostException: nowhere.invalid", refusal("hdfs://nowhere.invalid/in"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a.example/x", "https://a.example/x", "ftp://a.example/x"})
  void whatIsOnTheWebIsToBeDownloadedFirst(String path) {
    UserException e =
        assertThrows(
            UserException.class, () -> Storage.of(new Path(path), new Configuration()), path);
    assertEquals(
        path + " is on the web; download it first, and give the path of the file", e.getMessage());
  }

  /** Half a pair of surrogates is the name of nothing in any encoding. */
  @Test
  void whatCannotBeEncodedCannotBeNamed() {
    assertTrue(Storage.isNameable("articles/a.txt"));
    assertFalse(Storage.isNameable("\ud83d"));
    UserException e =
        assertThrows(UserException.class, () -> Storage.requireNameable("a\ud83d.yaml"));
    assertTrue(e.getMessage().endsWith("; set LC_ALL=C.UTF-8"), e.getMessage());
  }
}
