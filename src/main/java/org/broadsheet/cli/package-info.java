/** The command line: one class for each command, which reads its options and prints its outcome. */
package org.broadsheet.cli;
