"""The benchmark works, in its smallest form: what it measures here means nothing."""

import re

import runs


def test_words_are_compared_with_peers():
    done = runs.finish([runs.ROOT / "jobs" / "benchmark", "generated:500:4", "1", "words"])
    assert done.returncode == 0, done.stdout
    measured = {name: float(wall) for name, wall in re.findall(r"^median +(\w+) +([\d.]+)", done.stdout, re.MULTILINE)}
    assert set(measured) == {"words", "duckdb", "polars"}
    assert all(wall > 0 for wall in measured.values())
