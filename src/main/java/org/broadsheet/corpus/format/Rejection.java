package org.broadsheet.corpus.format;

/**
 * Why a record was rejected.
 *
 * @param reason the reason
 * @param detail the particulars: what was found where, and what would help
 */
public record Rejection(Reason reason, String detail) {}
