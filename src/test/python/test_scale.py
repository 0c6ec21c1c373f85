"""A run on an invented corpus in many parts, whose driver may be sent little at a time.

The short form is for every build. BROADSHEET_SCALE=full takes 200,000 articles and the limit that a small driver would have.
"""

import os

import pytest

import runs

FULL = os.environ.get("BROADSHEET_SCALE") == "full"
ARTICLES = 200_000 if FULL else 3_000
PARTS = 200 if FULL else 40
MOST_SENT = "64m" if FULL else "4m"
HEAP = "4g" if FULL else "1g"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scale") / "corpus"
    options = f"--articles {ARTICLES} --sources 60 --days 365 --words 60 --topics 6".split()
    done = runs.finish([*runs.java(), "-jar", runs.JAR, "generate", folder, *options])
    assert done.returncode == 0, done.stdout
    return folder


def test_the_driver_is_sent_little_at_a_time(corpus):
    settings = f"--conf spark.driver.maxResultSize={MOST_SENT} --conf spark.default.parallelism={PARTS}".split()
    command = [*runs.java(), f"-Xmx{HEAP}", "-jar", runs.JAR, "run", corpus / "job.yaml", "--verify", *settings]
    done = runs.finish([*command, "--set", f"partitions={PARTS}"])
    assert done.returncode == 0, done.stdout
    assert "verified: every number that was compared is as expected" in done.stdout
