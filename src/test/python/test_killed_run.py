"""A run that is killed at any moment leaves the last good one readable."""

import shutil

import duckdb
import pytest

import runs


@pytest.mark.parametrize("stage", ["start Spark", "read articles", "count terms", "find topics"])
def test_the_last_good_run_stays(sample, stage, tmp_path):
    output = tmp_path / "output"
    shutil.copytree(sample.folder.parents[1], output, symlinks=True)
    good = (output / "latest").resolve(strict=True)

    runs.kill_after(stage, [*runs.java(), "-jar", runs.JAR, *runs.run_of(runs.SAMPLE_JOB, output)])

    assert (output / "latest").resolve(strict=True) == good
    assert articles(output / "latest") == articles(sample.folder)
    assert [run for run in output.joinpath("runs").iterdir() if run.joinpath("run.json").exists()] == [good]

    next_run = runs.java_jar(output)
    assert articles(output / "latest") == articles(next_run.folder) == articles(sample.folder)


def articles(run):
    return duckdb.execute(f"SELECT article_id FROM '{run}/articles/*.parquet' ORDER BY 1").fetchall()
