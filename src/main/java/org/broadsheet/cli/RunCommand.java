package org.broadsheet.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.UserException;
import org.broadsheet.job.Job;
import org.broadsheet.job.JobFile;
import org.broadsheet.run.Progress;
import org.broadsheet.run.Publishing;
import org.broadsheet.run.Run;
import org.broadsheet.run.RunResult;
import org.broadsheet.run.Workspace;
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
          "compare the run with the numbers under expect: in the job file; if one differs, the run is not published"
              + " and the exit code is 3")
  private boolean verify;

  @Option(
      names = "--publish-anyway",
      description =
          "publish the run even if --verify or an audit fails; the exit code is 3 all the same")
  private boolean publishAnyway;

  @Option(
      names = "--keep-runs",
      paramLabel = "N",
      description = "remove older runs, so that N finished ones stay, this one included")
  private Integer keepRuns;

  @Override
  public Integer call() {
    Job job = JobFile.read(jobFile, overrides);
    OptionChecks.atLeastOne("--keep-runs", keepRuns);
    if (verify && !job.expectsSomething()) {
      throw new UserException(
          "--verify: expect: names no table that the job writes; add one, for example expect: {articles: 120}");
    }
    Progress progress = Terminal.progress();
    RunResult result =
        Workspace.publishing(
            job,
            progress,
            workspace ->
                new Run(workspace, job, progress)
                    .execute(new Publishing(verify, publishAnyway, keepRuns)));
    progress.say("");
    result.summary().forEach(progress::say);
    result.problems().forEach(progress::say);
    if (result.isPublished()) {
      progress.say("results: " + result.directory());
      progress.say("latest:  " + result.latest());
    } else {
      progress.say("not published; the tables are in " + result.directory());
      progress.say("--publish-anyway publishes a run in spite of that");
    }
    if (verify && result.problems().isEmpty()) {
      progress.say("verified: every number that was compared is as expected");
    }
    return result.problems().isEmpty() ? 0 : NOT_AS_EXPECTED;
  }
}
