package org.broadsheet.table;

/** Rows that tasks wrote are not in the output; nothing was published. */
public final class AuditException extends RuntimeException {

  /**
   * Creates the exception.
   *
   * @param message what is missing where
   */
  public AuditException(String message) {
    super(message);
  }
}
