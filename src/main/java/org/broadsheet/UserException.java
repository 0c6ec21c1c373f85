package org.broadsheet;

/**
 * A mistake in what the user gave: the command line, the job file or the input. The message names
 * the value, the place and the remedy; it is shown as it is, without a stack trace, and the program
 * ends with exit code 2.
 */
public final class UserException extends RuntimeException {

  /**
   * Creates the exception.
   *
   * @param message what is wrong, where, and what to do
   */
  public UserException(String message) {
    super(message);
  }

  /**
   * Creates the exception from a formatted message.
   *
   * @param format as in {@link String#format}
   * @param arguments the values named in the message
   * @return the exception, to be thrown
   */
  public static UserException of(String format, Object... arguments) {
    return new UserException(String.format(java.util.Locale.ROOT, format, arguments));
  }
}
