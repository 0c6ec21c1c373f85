/**
 * Mail, after RFC 5322 and the standards of MIME: the bytes of a message come in, its parts,
 * decoded, go out. Begin at {@link org.broadsheet.ingest.mail.MailPart}; {@link
 * org.broadsheet.ingest.mail.Mailbox} cuts a file of many messages.
 */
package org.broadsheet.ingest.mail;
