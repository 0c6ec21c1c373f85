package org.broadsheet.show;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.broadsheet.UserException;

/** DuckDB, which lies beside the jar: {@code spark-submit} does not put it on the class path. */
final class DuckDb {

  private static final String DRIVER = "org.duckdb.DuckDBDriver";

  private DuckDb() {}

  /**
   * Opens an empty database in memory.
   *
   * @return a connection whose results are read row by row: a whole table may be longer than the
   *     memory
   * @throws SQLException if it does not start
   * @throws UserException if the library is not there
   */
  static Connection open() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    return driver().connect("jdbc:duckdb:", properties);
  }

  private static Driver driver() {
    try {
      return driver(DuckDb.class.getClassLoader());
    } catch (ReflectiveOperationException e) {
      try {
        URL library = besideTheJar().orElseThrow(() -> e);
        return driver(new URLClassLoader(new URL[] {library}, DuckDb.class.getClassLoader()));
      } catch (ReflectiveOperationException missing) {
        throw new UserException(
            "show needs DuckDB, whose library lies in the folder lib beside broadsheet.jar; leave it there");
      }
    }
  }

  private static Driver driver(ClassLoader classes) throws ReflectiveOperationException {
    return Class.forName(DRIVER, true, classes)
        .asSubclass(Driver.class)
        .getConstructor()
        .newInstance();
  }

  private static Optional<URL> besideTheJar() {
    try {
      Path jar = Path.of(DuckDb.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path lib = jar.resolveSibling("lib");
      try (DirectoryStream<Path> found = Files.newDirectoryStream(lib, "duckdb_jdbc-*.jar")) {
        for (Path library : found) {
          return Optional.of(library.toUri().toURL());
        }
      }
      return Optional.empty();
    } catch (URISyntaxException | MalformedURLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
