/**
 * The program. {@link org.broadsheet.Broadsheet} parses the command line and turns failures into
 * exit codes; the packages below follow the data from input files to result tables.
 */
package org.broadsheet;
