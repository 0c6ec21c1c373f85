"""Publishing to HDFS, and what readers find there when drivers are killed or two publish at once."""

from concurrent.futures import Future, ThreadPoolExecutor

import pytest

import runs
import stores

STAGES = ["find copies", "write tables"]
NAMES = ["articles", "terms", "copy_groups"]
TABLES = [table for table in runs.TABLES if table.name in NAMES]


@pytest.fixture(scope="module")
def hdfs(tmp_path_factory) -> stores.Hdfs:
    with stores.hdfs(tmp_path_factory.mktemp("hdfs")) as hdfs:
        yield hdfs


@pytest.fixture(scope="module")
def published(hdfs, cluster) -> stores.Output:
    """An output with one run, made by a cluster; the job and its input are there, too."""
    output = hdfs.output("published")
    arguments = runs.run_of(hdfs.put_sample(), output.uri, [f"tables=[{','.join(NAMES)}]"])
    done = runs.finish(runs.submit(cluster.options, arguments))
    assert done.returncode == 0, done.stdout
    return output


@pytest.fixture(scope="module")
def killed(published) -> dict[str, Future]:
    """Outputs where a second run was killed behind a stage: two at a time, since each keeps one processor busy."""

    def kill(stage):
        output = published.copy(stage.replace(" ", "-"))
        runs.kill_after(stage, publishing(output))
        return output

    with ThreadPoolExecutor(2) as pool:
        yield {stage: pool.submit(kill, stage) for stage in STAGES}


def publishing(output: stores.Output) -> list:
    return runs.submit(["--master", "local[2]"], runs.run_of(runs.SAMPLE_JOB, output.uri, ["tables=[articles]"]))


def test_a_cluster_publishes_the_same_tables(sample, published, tmp_path):
    assert published.finished() == {published.latest()}
    assert runs.differences(sample, published.download(published.latest(), tmp_path), tables=TABLES) == {}


@pytest.mark.parametrize("stage", STAGES)
def test_a_killed_driver_leaves_the_old_run_or_the_new_one(stage, published, killed):
    output = killed[stage].result()

    old = published.latest()
    assert old in output.finished()
    # Behind the last stage, the run may be finished by the time that its end comes.
    assert output.latest() == old if stage != STAGES[-1] else output.latest() in output.finished()


def test_two_runs_at_once_follow_a_killed_one(killed):
    output = killed[STAGES[0]].result().copy("two-at-once")
    before = output.finished()
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(runs.finish, [publishing(output)] * 2))

    assert [done.returncode for done in both] == [0, 0], both
    new = output.finished() - before
    assert len(new) == 2 and output.latest() in new


@pytest.mark.parametrize("pointer", ["missing", "dangling"])
def test_show_reads_the_newest_finished_run_whatever_the_pointer_is(pointer, sample, hdfs, published):
    output = published.copy(f"pointer-{pointer}")
    output.add_newer_runs()
    if pointer == "missing":
        hdfs.delete(f"{output.name}/latest.json")
    else:
        hdfs.put(f"{output.name}/latest.json", b'{"run": "none", "path": "runs/none"}')

    assert runs.shown_articles(output.uri) == runs.article_ids(sample)
