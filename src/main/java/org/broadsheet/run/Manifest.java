package org.broadsheet.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.Accounting;
import org.broadsheet.ingest.input.InputFile;
import org.broadsheet.job.Job;
import org.broadsheet.topics.learning.TopicSettings;

/**
 * How a run was made: {@code run.json}.
 *
 * @param id the id of the run
 * @param started when it started
 * @param job the job
 * @param files the input files
 * @param accounting what became of the records
 * @param tables the written tables
 * @param topics why there are so many topics, a sentence for each language
 * @param progress the stages
 * @param warnings what the user should know
 * @param problems failed checks: why it was not published, unless publishing was asked for anyway
 * @param expectations what the job expects, compared with what was found; empty without {@code
 *     --verify}
 */
record Manifest(
    String id,
    Instant started,
    Job job,
    List<InputFile> files,
    Accounting accounting,
    List<WrittenTable> tables,
    List<String> topics,
    Progress progress,
    List<String> warnings,
    List<String> problems,
    List<Expectation> expectations) {

  String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run_id", id);
    json.put("started_at", started.truncatedTo(ChronoUnit.MILLIS).toString());
    json.put("finished_at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    json.put("versions", Versions.all());
    json.put("job", job.effective());
    json.put("seed", job.topics().seed());
    json.put("same_rows_on_any_machine", job.topics().algorithm() == TopicSettings.Algorithm.AUTO);
    json.put("input", input());
    json.put("accounting", account());
    json.put("tables", tables.stream().map(Manifest::table).toList());
    json.put("topics", topics);
    json.put("stage_seconds", progress.seconds());
    json.put("spark_jobs", progress.sparkWork().jobs());
    json.put("shuffled_bytes", progress.sparkWork().shuffledBytes());
    json.put("kept_bytes", progress.sparkWork().keptBytes());
    json.put("lost_executors", progress.lostExecutors());
    json.put("warnings", warnings);
    json.put("problems", problems);
    json.put("expectations", expectations.stream().map(Manifest::expectation).toList());
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> input() {
    StringBuilder text = new StringBuilder();
    files.forEach(
        file ->
            text.append(file.name())
                .append('\t')
                .append(file.bytes())
                .append('\t')
                .append(file.modified())
                .append('\n'));
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("files", files.size());
    input.put("bytes", files.stream().mapToLong(InputFile::bytes).sum());
    input.put("fingerprint", sha256(text.toString()));
    return input;
  }

  private Map<String, Object> account() {
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("records", accounting.records());
    account.put("accepted", accounting.accepted());
    account.put("rejected", accounting.rejected());
    account.put("exact_duplicates", accounting.exactDuplicates());
    account.put("rejected_by_reason", accounting.reasons());
    return account;
  }

  private static Map<String, Object> table(WrittenTable written) {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("name", written.name());
    table.put("rows", written.rows());
    table.put("files", written.stored().files());
    table.put("bytes", written.stored().bytes());
    table.put("schema_hash", sha256(written.table().schema().toDDL()).substring(0, 16));
    return table;
  }

  private static Map<String, Object> expectation(Expectation expectation) {
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("expectation", expectation.toString());
    outcome.put("met", expectation.isCompared() ? expectation.isMet() : null);
    return outcome;
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
