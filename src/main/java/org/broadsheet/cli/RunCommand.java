package org.broadsheet.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.UserException;
import org.broadsheet.job.Job;
import org.broadsheet.job.JobFile;
import org.broadsheet.job.Progress;
import org.broadsheet.job.Run;
import org.broadsheet.job.RunResult;
import org.broadsheet.job.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}: the job. */
@Command(
    name = "run",
    description = "Run a job: read, compute, publish.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class RunCommand implements Callable<Integer> {

  private static final int NOT_AS_EXPECTED = 3;

  @Parameters(paramLabel = "JOB.yaml", description = "the job file; any Hadoop URI works")
  private String jobFile;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "override a key of the job file, for example --set topics.k=20; may be repeated")
  private List<String> overrides = List.of();

  @Option(
      names = "--verify",
      description =
          "compare the run with the numbers under expect: in the job file; exit code 3 if one differs")
  private boolean verify;

  @Option(
      names = "--keep-runs",
      paramLabel = "N",
      description = "remove older runs, so that N finished ones stay, this one included")
  private Integer keepRuns;

  @Override
  public Integer call() {
    Job job = JobFile.read(jobFile, overrides);
    Checks.atLeastOne("--keep-runs", keepRuns);
    if (verify && !job.expectsSomething()) {
      throw new UserException(
          "--verify: the job expects nothing of what it publishes; add expect: to it, for example expect: {articles: 120}");
    }
    Progress progress = Terminal.progress();
    RunResult result =
        Workspace.publishing(
            job,
            progress,
            workspace -> new Run(workspace, job, progress).execute(verify, keepRuns));
    progress.say("");
    result.summary().forEach(progress::say);
    progress.say("results: " + result.directory());
    progress.say("latest:  " + result.latest());
    return report(result, progress);
  }

  private int report(RunResult result, Progress progress) {
    result.failedExpectations().forEach(failed -> progress.say("not as expected: " + failed));
    if (verify && result.failedExpectations().isEmpty()) {
      progress.say("verified: every number that was compared is as expected");
    }
    return result.failedExpectations().isEmpty() ? 0 : NOT_AS_EXPECTED;
  }
}
