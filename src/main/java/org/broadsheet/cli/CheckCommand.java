package org.broadsheet.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.Printable;
import org.broadsheet.job.Job;
import org.broadsheet.job.JobFile;
import org.broadsheet.run.InputReport;
import org.broadsheet.run.Progress;
import org.broadsheet.run.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: what a run would see. */
@Command(
    name = "check",
    description =
        "Read the input of a job, or a sample of it, and say what a run would see. Writes nothing.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class CheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "JOB.yaml", description = "the job file; any Hadoop URI works")
  private String jobFile;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "override a key of the job file; may be repeated")
  private List<String> overrides = List.of();

  @Option(names = "--all", description = "read all of the input, not the beginnings of its files")
  private boolean all;

  @Override
  public Integer call() {
    Job job = JobFile.read(jobFile, overrides);
    Progress progress = Terminal.progress();
    Workspace.with(job, progress, workspace -> InputReport.of(workspace, job, all, progress))
        .forEach(line -> System.out.println(Printable.line(line)));
    return 0;
  }
}
