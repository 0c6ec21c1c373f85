"""The same input and job give the same rows, whatever started Spark and whatever the order of the input."""

import json
import random
import shutil
import subprocess
import threading
from pathlib import Path

import pyarrow.parquet as parquet
import pytest

import runs

SECONDS_TO_WAIT = 120


def test_one_core_gives_the_same_rows(sample, sample_with_text):
    assert "local[1]" in sample_with_text.printed
    assert runs.differences(sample, sample_with_text, ignoring=("text",)) == {}


def test_spark_submit_in_local_mode_gives_the_same_rows(sample, tmp_path):
    run = runs.spark_submit(tmp_path, "--master", "local[2]")

    assert "local[2]" in run.printed
    assert runs.differences(sample, run) == {}


@pytest.mark.skipif(not runs.OLDEST_SPARK_HOME.exists(), reason="src/test/python/run installs the oldest Spark")
def test_the_oldest_spark_gives_the_same_rows(sample, tmp_path):
    run = runs.spark_submit(tmp_path, "--master", "local[2]", spark_home=runs.OLDEST_SPARK_HOME)

    assert json.loads((run.folder / "run.json").read_text())["versions"]["spark"].startswith("4.0.")
    assert runs.differences(sample, run) == {}


def test_a_cluster_of_two_workers_gives_the_same_rows(sample, cluster, tmp_path):
    run = runs.spark_submit(tmp_path, *cluster.options)

    assert cluster.master in run.printed
    assert "waiting: " not in run.printed
    assert cluster.executors_launched() == {0, 1}
    assert runs.differences(sample, run) == {}


def test_a_cluster_that_gives_no_executor_is_named(cluster, tmp_path):
    """Its workers have 1 GB each."""
    options = ["--master", cluster.master, "--executor-memory", "8g"]
    command = [str(word) for word in runs.submit(options, runs.run_of(runs.SAMPLE_JOB, tmp_path / "output"))]
    with subprocess.Popen(command, env=runs.spark_environment(), stderr=subprocess.PIPE, text=True) as process:
        give_up = threading.Timer(SECONDS_TO_WAIT, process.kill)
        give_up.start()
        try:
            line = next((line for line in process.stderr if line.startswith("waiting: ")), "nothing was said")
        finally:
            give_up.cancel()
            process.terminate()

    assert "see whether it has a worker with free cores and 8,192 MB of free memory" in line
    assert not (tmp_path / "output").exists()


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
