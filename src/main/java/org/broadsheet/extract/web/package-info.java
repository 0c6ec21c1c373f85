/**
 * Reads web addresses: an address as printed comes in, its canonical form and its registrable
 * domain go out. Begin at {@link org.broadsheet.extract.web.WebAddress}.
 */
package org.broadsheet.extract.web;
