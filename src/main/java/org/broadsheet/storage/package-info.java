/**
 * Where runs are kept, on local disks, HDFS and object stores: run directories, the pointer to the
 * latest run, files that are replaced in one step, and how tasks commit tables. Begin with {@link
 * org.broadsheet.storage.RunDirectory}.
 */
package org.broadsheet.storage;
