"""A run that is killed at any moment leaves the last good one readable."""

import shutil
import subprocess

import duckdb
import pytest

import runs


@pytest.mark.parametrize("stage", ["start Spark", "read articles", "count terms", "find topics"])
def test_the_last_good_run_stays(sample, stage, tmp_path):
    output = tmp_path / "output"
    shutil.copytree(sample.folder.parents[1], output, symlinks=True)
    good = (output / "latest").resolve(strict=True)

    kill_after(stage, output)

    assert (output / "latest").resolve(strict=True) == good
    assert articles(output / "latest") == articles(sample.folder)
    assert [run for run in output.joinpath("runs").iterdir() if run.joinpath("run.json").exists()] == [good]

    next_run = runs.java_jar(output)
    assert articles(output / "latest") == articles(next_run.folder) == articles(sample.folder)


def kill_after(stage, output):
    """Starts a run and kills it as soon as it says that a stage is done."""
    command = [*runs.java(), "-jar", runs.JAR, "run", runs.SAMPLE_JOB, "--set", f"output={output}"]
    with subprocess.Popen([str(word) for word in command], stderr=subprocess.PIPE, text=True) as process:
        assert any(line.startswith(stage) for line in process.stderr), f"no stage {stage}"
        process.kill()
    assert process.returncode < 0


def articles(run):
    return duckdb.execute(f"SELECT article_id FROM '{run}/articles/*.parquet' ORDER BY 1").fetchall()
