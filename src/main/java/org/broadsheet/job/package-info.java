/**
 * The job file: YAML goes in, a {@link org.broadsheet.job.Job} comes out, or one error with all
 * mistakes of the file, each with its line. Begin with {@link org.broadsheet.job.JobFile}; the
 * larger sections of the file have classes of their own.
 */
package org.broadsheet.job;
