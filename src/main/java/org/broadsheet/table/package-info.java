/**
 * What a result table is: its declaration, read from {@code tables/NAME.yaml}, the encoder that
 * makes rows by column name, and the audit that checks rows while they are written. Begin with
 * {@link org.broadsheet.table.ResultTable} and {@link org.broadsheet.table.RowEncoder}.
 */
package org.broadsheet.table;
