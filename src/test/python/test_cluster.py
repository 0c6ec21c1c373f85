"""The same input and job give the same rows, whatever started Spark and whatever the order of the input."""

import json
import random
import re
import shutil
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import pyarrow.parquet as parquet
import pytest

import runs

STOP_SECONDS = 20
START_SECONDS = 60


def test_one_core_gives_the_same_rows(sample, sample_with_text):
    assert "local[1]" in sample_with_text.printed
    assert runs.differences(sample, sample_with_text, ignoring=("text",)) == {}


def test_spark_submit_in_local_mode_gives_the_same_rows(sample, tmp_path):
    run = runs.spark_submit(tmp_path, "--master", "local[2]")

    assert "local[2]" in run.printed
    assert runs.differences(sample, run) == {}


def test_a_cluster_of_two_workers_gives_the_same_rows(sample, cluster, tmp_path):
    run = runs.spark_submit(
        tmp_path,
        *("--master", cluster.master),
        *("--executor-memory", "800m"),
        *("--conf", f"spark.executor.extraJavaOptions={runs.QUICK_START}"),
    )

    assert cluster.master in run.printed
    assert cluster.executors_launched() == {0, 1}
    assert runs.differences(sample, run) == {}


def test_shuffled_lines_give_the_same_rows_but_for_the_line_numbers(sample, shuffled):
    assert runs.differences(sample, shuffled.run, ignoring=("record_no",)) == {}


def test_record_no_is_the_line_number_in_the_shuffled_file(shuffled):
    articles = parquet.read_table(shuffled.run.folder / "articles", columns=["input_file", "record_no", "title"])
    from_feeds = [row for row in articles.to_pylist() if row["input_file"].startswith("feed/")]

    assert len(from_feeds) == 30
    for row in from_feeds:
        record = json.loads(shuffled.lines[row["input_file"]][row["record_no"] - 1])
        assert row["title"] == (record.get("title") or record["headline"])


class Shuffled:
    """The sample, copied to another folder, with the lines of its JSON Lines files in another order."""

    def __init__(self, folder: Path):
        shutil.copytree(runs.ROOT / "data", folder / "data")
        (folder / "jobs").mkdir()
        job = Path(shutil.copy(runs.SAMPLE_JOB, folder / "jobs"))
        self.lines = {}
        for file in (folder / "data" / "feed").glob("*.jsonl"):
            lines = file.read_text(encoding="utf-8").splitlines()
            random.Random(7).shuffle(lines)
            file.write_text("\n".join(lines) + "\n", encoding="utf-8")
            self.lines[f"feed/{file.name}"] = lines
        self.run = runs.java_jar(folder / "output", job=job)


@pytest.fixture(scope="module")
def shuffled(tmp_path_factory):
    return Shuffled(tmp_path_factory.mktemp("shuffled"))


class Cluster:
    """A standalone Master on a port that the system chose; its log says what it is and what it did."""

    def __init__(self, log: Path):
        self.log = log
        self.master = self.wait_for(r"Starting Spark master at (spark://127\.0\.0\.1:\d+)", 1)[0]

    def wait_for(self, pattern: str, times: int) -> list[str]:
        give_up = time.monotonic() + START_SECONDS
        while time.monotonic() < give_up:
            found = re.findall(pattern, self.log.read_text(encoding="utf-8"))
            if len(found) >= times:
                return found
            time.sleep(0.2)
        raise TimeoutError(f"no {pattern!r} in the Master's log:\n{self.log.read_text(encoding='utf-8')}")

    def executors_launched(self) -> set[int]:
        launched = re.findall(r"Launching executor app-\S+/(\d+) on worker", self.log.read_text(encoding="utf-8"))
        return {int(executor) for executor in launched}


@pytest.fixture
def cluster(tmp_path_factory):
    """One Master and two Workers of one core each."""
    folder = tmp_path_factory.mktemp("cluster")
    with daemon("master.Master", folder / "master.log", "--port", "0"):
        cluster = Cluster(folder / "master.log")
        options = ("--cores", "1", "--memory", "1g", cluster.master)
        with daemon("worker.Worker", folder / "worker-1.log", "--work-dir", folder / "worker-1", *options):
            with daemon("worker.Worker", folder / "worker-2.log", "--work-dir", folder / "worker-2", *options):
                cluster.wait_for(r"Registering worker 127\.0\.0\.1:\d+", 2)
                yield cluster


@contextmanager
def daemon(name: str, log: Path, *options):
    command = [runs.SPARK_HOME / "bin" / "spark-class", f"org.apache.spark.deploy.{name}"]
    command += ["--host", "127.0.0.1", "--webui-port", "0", *options]
    environment = runs.spark_environment() | {"SPARK_DAEMON_MEMORY": "256m", "SPARK_DAEMON_JAVA_OPTS": runs.QUICK_START}
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen([str(w) for w in command], env=environment, stdout=output, stderr=output)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(STOP_SECONDS)
