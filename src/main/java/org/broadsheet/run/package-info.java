/**
 * One execution of a job: Spark is started, articles are read, tables are computed and published.
 * {@link org.broadsheet.run.Run#execute} is the flow of data through all other packages; {@link
 * org.broadsheet.run.Workspace} is what is there before and after it.
 */
package org.broadsheet.run;
