"""Publishing to S3, and what readers find there when drivers halt, answers are lost, or two publish at once."""

import re
from concurrent.futures import Future, ThreadPoolExecutor

import pyarrow.parquet as parquet
import pyspark
import pytest

import runs
import stores

ARTICLES = [table for table in runs.TABLES if table.name == "articles"]
LOST = {"lose run.json", "lose latest.json 99"}
# Before latest.json is after run.json.
HALTED = {"halt-before run.json", "halt-after run.json", "halt-after latest.json"}
KILLED = 137


@pytest.fixture(scope="module")
def s3(tmp_path_factory) -> stores.S3:
    with stores.s3(tmp_path_factory.mktemp("s3") / "s3.log") as s3:
        yield s3


@pytest.fixture(scope="module")
def published(s3, cluster) -> stores.Output:
    """An output with one run, of all tables, made by a cluster; the job and its input are there, too."""
    output = s3.output("published")
    done = runs.finish(runs.submit([*cluster.options, *s3.by_jars()], runs.run_of(s3.put_sample(), output.uri)))
    assert done.returncode == 0, done.stdout
    return output


@pytest.fixture(scope="module")
def faulty(s3, published) -> dict[str, Future]:
    """Runs with a fault, and their outputs: two at a time, since each keeps one processor busy."""

    def run(fault):
        output = published.copy(fault.replace(" ", "-"))
        return publish(output, s3.by_class_path() if fault in LOST else s3.by_jars(), S3_FAULT=fault), output

    with ThreadPoolExecutor(2) as pool:
        yield {fault: pool.submit(run, fault) for fault in sorted(LOST | HALTED)}


def publish(output: stores.Output, options: list[str], **environment: str):
    arguments = runs.run_of(runs.SAMPLE_JOB, output.uri, ["tables=[articles]"])
    return runs.finish(runs.submit(["--master", "local[2]", *options], arguments), **environment)


def test_a_cluster_publishes_the_same_tables(sample, published, tmp_path):
    assert published.finished() == {published.latest()}
    assert runs.differences(sample, published.download(published.latest(), tmp_path)) == {}
    assert_by_the_magic_committer(published)


def assert_by_the_magic_committer(output):
    """It uploads files in parts, however small, and nothing is renamed: a copy is no upload in parts."""
    objects = output.store.etags(f"{output.name}/runs/{output.latest()}")
    assert [name for name in objects if "__magic" in name or "_temporary" in name] == []
    # The parts of topics.model are written by the driver, each at once.
    parts = [name for name in objects if name.endswith(".parquet") and "/topics.model/" not in name]
    tables = {name: objects[name] for name in parts}
    assert tables and [name for name, etag in tables.items() if not re.search(r"-\d+$", etag)] == []


@pytest.mark.parametrize(
    "fault, is_finished, is_latest",
    [
        ("halt-before run.json", False, False),
        ("halt-after run.json", True, False),
        ("halt-after latest.json", True, True),
    ],
)
def test_a_halted_driver_leaves_the_old_run_or_the_new_one(fault, is_finished, is_latest, published, faulty):
    done, output = faulty[fault].result()
    assert done.returncode == KILLED, done.stdout

    old = published.latest()
    new = output.finished() - {old}
    assert len(new) == is_finished
    assert output.latest() == (new.pop() if is_latest else old)


def test_two_runs_at_once_follow_halted_ones(s3, faulty):
    output = s3.output("two-at-once")
    for fault in HALTED:
        faulty[fault].result()[1].copy(output.name)
    before = output.finished()
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda _: publish(output, s3.by_jars()), range(2)))

    assert [done.returncode for done in both] == [0, 0], both
    new = output.finished() - before
    assert len(new) == 2 and output.latest() in new


@pytest.mark.parametrize("fault", sorted(LOST))
def test_a_lost_answer_is_no_failure(fault, sample, published, faulty, tmp_path):
    done, output = faulty[fault].result()

    assert "is lost" in done.stdout
    assert done.returncode == 0, done.stdout
    assert output.finished() - published.finished() == {output.latest()}
    assert runs.differences(sample, output.download(output.latest(), tmp_path), tables=ARTICLES) == {}
    assert_by_the_magic_committer(output)


def test_nothing_is_written_without_the_committer(s3):
    output = s3.output("refused")
    done = publish(output, s3.by_jars("spark-hadoop-cloud"))

    assert done.returncode == 2, done.stdout
    assert f"org.apache.spark:spark-hadoop-cloud_2.13:{pyspark.__version__}," in done.stdout
    assert "\tat " not in done.stdout
    assert s3.names(output.name) == []


def test_the_credentials_of_the_environment_open_the_input_and_the_topics_of_a_run(sample, s3, published, tmp_path):
    settings = ["tables=[article_topics]", f"topics.model={published.uri}"]
    arguments = runs.run_of(f"{s3.uri}/sample/jobs/sample.yaml", tmp_path / "output", settings)
    done = runs.finish(runs.submit(["--master", "local[2]", *s3.without_secrets()], arguments), **s3.credentials)

    assert done.returncode == 0, done.stdout
    run = runs.Run((tmp_path / "output" / "latest").resolve(strict=True), done.stdout)
    assert topics_of(run) == topics_of(sample)


def topics_of(run: runs.Run) -> set[tuple]:
    rows = parquet.read_table(run.folder / "article_topics", columns=["article_id", "topic_id"]).to_pylist()
    return {tuple(row.values()) for row in rows}


def test_check_reads_a_store(s3, published):
    submit = " ".join(["--submit=--master local[1]", *s3.by_jars()])
    done = runs.finish([runs.ROOT / "jobs" / "broadsheet", submit, "check", f"{s3.uri}/sample/jobs/sample.yaml"])

    assert done.returncode == 0, done.stdout
    assert "74 articles" in done.stdout


@pytest.mark.parametrize("pointer", ["right", "malformed"])
def test_show_reads_the_newest_finished_run_whatever_the_pointer_is(pointer, sample, s3, published):
    output = published.copy(f"pointer-{pointer}")
    if pointer == "malformed":
        output.add_newer_runs()
        s3.put(f"{output.name}/latest.json", b'{"run": ')

    assert runs.shown_articles(output.uri, *s3.by_jars()) == runs.article_ids(sample)
