package org.broadsheet.table;

/** Computed tables break their declaration or the accounting identity; nothing was published. */
public final class AuditException extends RuntimeException {

  /**
   * Creates the exception.
   *
   * @param message what does not hold
   */
  public AuditException(String message) {
    super(message);
  }
}
