package org.broadsheet.ingest.record;

/**
 * Why a record was rejected.
 *
 * @param reason the reason
 * @param detail the particulars: what was found where, and what would help
 */
public record Rejection(Reason reason, String detail) {

  /**
   * The rejection of a record that this program failed at.
   *
   * @param failure what was thrown
   * @return the rejection; the record is kept with it, so that it can be reported
   */
  public static Rejection of(Throwable failure) {
    return new Rejection(
        Reason.PROGRAM_ERROR,
        "this is a bug of Broadsheet; report it with the record: "
            + failure.getClass().getSimpleName()
            + (failure.getMessage() == null ? "" : ": " + failure.getMessage()));
  }
}
