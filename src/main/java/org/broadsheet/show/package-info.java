/**
 * Published tables read back by DuckDB and printed: a query goes in, lines of text come out. Begin
 * with {@link org.broadsheet.show.TableReader}.
 */
package org.broadsheet.show;
