package org.broadsheet.ingest.input;

/**
 * A listed file that its store does not give: it cannot be opened or read, or it is another one by
 * now. It says nothing about the content, so that Spark tries the task again elsewhere.
 */
public final class UnreadableFileException extends RuntimeException {

  /**
   * Creates the exception.
   *
   * @param file the published name of the file
   * @param what what happened to it
   */
  public UnreadableFileException(String file, String what) {
    super(file + " " + what);
  }
}
