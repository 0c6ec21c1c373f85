package org.broadsheet.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.broadsheet.corpus.Accounting;
import org.broadsheet.table.Audit;
import org.broadsheet.table.AuditException;
import org.broadsheet.table.ResultTable;
import org.broadsheet.table.RunDirectory;
import org.broadsheet.table.TableReference;

/** Writes the tables that a job asks for, checks them, and puts what explains them beside them. */
final class Publication {

  /** Tables in the making at once: while one is planned, another keeps the processors busy. */
  private static final int AT_ONCE = 3;

  private final RunDirectory directory;
  private final Job job;
  private final Map<String, Supplier<Dataset<Row>>> tables;

  Publication(RunDirectory directory, Job job, Map<String, Supplier<Dataset<Row>>> tables) {
    this.directory = directory;
    this.job = job;
    this.tables = tables;
  }

  /** Writes and audits the tables, in the order of the reference. */
  List<WrittenTable> write() {
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<WrittenTable>> writing = new ArrayList<>();
      for (ResultTable table : ResultTable.all()) {
        if (job.wants(table.name())) {
          writing.add(pool.submit(() -> write(table)));
        }
      }
      List<WrittenTable> written = new ArrayList<>();
      for (Future<WrittenTable> future : writing) {
        written.add(future.get());
      }
      return written;
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing tables", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private WrittenTable write(ResultTable table) throws IOException {
    Dataset<Row> rows = tables.get(table.name()).get();
    directory.write(table, rows);
    return new WrittenTable(
        table.publishedFrom(rows), directory.rows(table.name()), directory.bytes(table.name()));
  }

  private static RuntimeException failure(Throwable cause) {
    Optional<AuditException> finding = Audit.finding(cause);
    if (finding.isPresent()) {
      return finding.get();
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }

  /** Compares the written tables with the account of the records. */
  void checkAccounts(List<WrittenTable> written, Accounting accounting) {
    Map<String, Long> expected =
        Map.of(
            "articles", accounting.accepted(),
            "rejected_records", accounting.rejected(),
            "exact_duplicates", accounting.exactDuplicates(),
            "article_topics", accounting.accepted());
    for (WrittenTable table : written) {
      Long rows = expected.get(table.table().name());
      if (rows != null && rows != table.rows()) {
        throw new AuditException(
            "audit of "
                + table.table().name()
                + ": "
                + table.rows()
                + " rows were written, the account says "
                + rows);
      }
    }
  }

  /** Writes the companions, the manifest, and moves the pointer. */
  void finish(Manifest manifest) throws IOException {
    Map<ResultTable, Long> rows = new LinkedHashMap<>();
    manifest.tables().forEach(table -> rows.put(table.table(), table.rows()));
    List<ResultTable> published = List.copyOf(rows.keySet());
    directory.writeText("datapackage.json", TableReference.dataPackage(job.name(), published));
    directory.writeText("open.sql", TableReference.duckDbScript(published));
    directory.writeText(
        "open-spark.sql", TableReference.sparkScript(published, directory.path().toString()));
    directory.writeText(
        "README.md", TableReference.readme(job.name(), directory.path().getName(), rows));
    directory.publish(manifest.json());
  }
}
