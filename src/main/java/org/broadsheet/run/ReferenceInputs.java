package org.broadsheet.run;

import org.apache.spark.sql.SparkSession;
import org.broadsheet.UserException;
import org.broadsheet.job.Job;
import org.broadsheet.table.ResultTable;
import org.broadsheet.terms.ReferenceList;
import org.broadsheet.topics.saved.SavedTopics;

/**
 * The inputs of a job beside its articles, opened before the articles are read so that a mistake in
 * them is reported at once.
 *
 * @param reference the list to compare terms with; null for none
 * @param topics the topics of another run; null to find topics
 */
record ReferenceInputs(ReferenceList reference, SavedTopics topics) {

  /**
   * Opens what the tables of a job need.
   *
   * @throws UserException if one of them is not there or cannot be read
   */
  static ReferenceInputs open(SparkSession spark, Job job) {
    String list = job.wants("term_reference") ? job.terms().reference() : null;
    String run = job.wantsAny(ResultTable.inGroup("topics")) ? job.topics().model() : null;
    return new ReferenceInputs(
        list == null ? null : ReferenceList.open(spark, list),
        run == null ? null : SavedTopics.read(run, spark.sparkContext().hadoopConfiguration()));
  }
}
