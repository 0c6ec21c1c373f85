/**
 * Documents of office programs: the bytes of a file come in, its text or the rows of its tables go
 * out. {@link org.broadsheet.ingest.document.DocumentKind} tells them apart.
 */
package org.broadsheet.ingest.document;
