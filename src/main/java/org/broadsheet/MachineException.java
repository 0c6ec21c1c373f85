package org.broadsheet;

/**
 * A failure of what the program runs on: a disk, memory, a store, a cluster. The message says which
 * and what to do; it is shown as it is, without a stack trace, and the program ends with exit code
 * 1.
 */
public final class MachineException extends RuntimeException {

  /**
   * Creates the exception.
   *
   * @param message what failed, and what to do
   * @param cause what was thrown
   */
  public MachineException(String message, Throwable cause) {
    super(message, cause);
  }
}
