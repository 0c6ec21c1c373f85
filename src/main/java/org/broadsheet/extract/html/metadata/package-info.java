/**
 * Reads what a page says about its article: title, byline, date, address, section and keywords, as
 * printed. JSON-LD comes first, then meta elements, then the page itself. Begin at {@code
 * MetadataReader}.
 */
package org.broadsheet.extract.html.metadata;
