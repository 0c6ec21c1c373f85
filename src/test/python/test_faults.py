"""Executors, disks, memory and folders that fail: the rows are the same, or the run ends with a sentence."""

import gzip
import json
import os
import shutil
import subprocess
from contextlib import contextmanager

import pyarrow
import pyarrow.parquet as parquet
import pytest

import clusters
import runs

FAULTS = runs.ROOT / "src" / "test" / "faults"
STAGES = ["read articles", "find copies", "count terms", "find topics", "write terms"]

is_root = pytest.mark.skipif(os.geteuid() != 0 or shutil.which("unshare") is None, reason="only root mounts a disk of its own")


@pytest.fixture(scope="module")
def halting(tmp_path_factory):
    """A plugin of Spark that halts executors, as a jar."""
    folder = tmp_path_factory.mktemp("plugin")
    spark = f"{runs.SPARK_HOME}/jars/*"
    subprocess.run(["javac", "-cp", spark, "-d", folder / "classes", *FAULTS.glob("*.java")], check=True)
    subprocess.run(["jar", "cf", folder / "halting.jar", "-C", folder / "classes", "."], check=True)
    return folder / "halting.jar"


def conf(settings):
    return [word for name, value in settings.items() for word in ("--conf", f"{name}={value}")]


def test_an_executor_halted_in_each_stage_changes_no_row(sample, cluster, halting, tmp_path):
    marks = tmp_path / "marks"
    marks.mkdir()
    plugin = {
        "spark.plugins": "org.broadsheet.faults.HaltingPlugin",
        "spark.faults.stages": ",".join(STAGES),
        "spark.faults.folder": marks,
    }
    options = [*cluster.options, "--jars", str(halting), *conf(plugin)]
    done = runs.finish(runs.submit(options, runs.run_of(runs.SAMPLE_JOB, tmp_path / "output")))

    assert done.returncode == 0, done.stdout
    assert sorted(mark.name for mark in marks.iterdir()) == sorted(STAGES), done.stdout
    run = runs.Run((tmp_path / "output" / "latest").resolve(strict=True), done.stdout)
    assert runs.differences(sample, run) == {}
    assert json.loads((run.folder / "run.json").read_text(encoding="utf-8"))["lost_executors"] == len(STAGES)
    assert done.stdout.count("was lost (") == len(STAGES), done.stdout
    assert f"{len(STAGES)} executors lost on the way" in done.stdout


@pytest.fixture(scope="module")
def hiding(tmp_path_factory):
    """A cluster where a folder is an empty disk for the second worker, and another one for both."""
    folder = tmp_path_factory.mktemp("hiding")
    hidden = {1: ["from-both"], 2: ["from-both", "from-one"]}
    wrappers = []
    for names in hidden.values():
        mounts = [f'mount -t tmpfs none "{folder / name}"' for name in names]
        wrappers.append(["unshare", "--mount", "sh", "-c", " && ".join([*mounts, 'exec "$@"']), "sh"])
    for name in hidden[2]:
        (folder / name).mkdir()
    with clusters.running(folder, wrappers) as cluster:
        yield cluster, folder


@is_root
def test_an_output_that_executors_do_not_share_is_refused(hiding):
    cluster, folder = hiding
    done = runs.finish(runs.submit(cluster.options, runs.run_of(runs.SAMPLE_JOB, folder / "from-both" / "output")))

    assert_refused(done, 2, "do not see ", "give an output that all machines share")
    assert list((folder / "from-both").iterdir()) == []


@is_root
def test_an_input_that_one_worker_does_not_see_is_read_by_the_other(sample, hiding, tmp_path):
    cluster, folder = hiding
    job = copied_sample(tmp_path, folder / "from-one" / "feed")
    done = runs.finish(runs.submit(cluster.options, runs.run_of(job, tmp_path / "output", ["tables=[articles]"])))

    assert done.returncode == 0, done.stdout
    run = runs.Run((tmp_path / "output" / "latest").resolve(strict=True), done.stdout)
    articles = [table for table in runs.TABLES if table.name == "articles"]
    assert runs.differences(sample, run, tables=articles) == {}


@is_root
def test_an_input_that_no_worker_sees_ends_the_run_with_the_name_of_a_file(hiding, tmp_path):
    cluster, folder = hiding
    job = copied_sample(tmp_path, folder / "from-both" / "feed")
    soon = conf({"spark.scheduler.excludeOnFailure.unschedulableTaskSetTimeout": "1s"})
    arguments = runs.run_of(job, tmp_path / "output", ["tables=[articles]"])
    done = runs.finish(runs.submit([*cluster.options, *soon], arguments))

    assert_refused(done, 1, "feed/", "cannot be opened: java.io.FileNotFoundException", "tolerate some such files by limits.unreadable")
    assert not (tmp_path / "output").exists()


@is_root
def test_an_input_that_no_worker_sees_is_rejected_where_the_job_tolerates_it(sample, hiding, tmp_path):
    cluster, folder = hiding
    job = copied_sample(tmp_path, folder / "from-both" / "tolerated")
    settings = ["tables=[articles,rejected_records,input_files]", "limits.unreadable=50%"]
    done = runs.finish(runs.submit(cluster.options, runs.run_of(job, tmp_path / "output", settings)))

    assert done.returncode == 0, done.stdout
    feed = len(list((folder / "from-both" / "tolerated").iterdir()))
    assert f"warning: {feed} files not read" in done.stdout
    run = runs.Run((tmp_path / "output" / "latest").resolve(strict=True), done.stdout)
    rejected = rows_of(run, "rejected_records")
    assert len([row for row in rejected if row["reason"] == "file-not-read" and row["record_no"] == 1]) == feed
    articles = rows_of(run, "articles")
    assert articles == [row for row in rows_of(sample, "articles") if row["article_id"] in {a["article_id"] for a in articles}]
    assert 30 < len(articles) < 74


def rows_of(run, name):
    columns = {"articles": ["article_id", "input_file", "record_no", "title"]}.get(name)
    rows = parquet.read_table(run.folder / name, columns=columns).to_pylist()
    return sorted(rows, key=repr)


def copied_sample(folder, feed):
    """The sample with a part of its input elsewhere."""
    shutil.copytree(runs.ROOT / "data", folder / "data")
    shutil.move(folder / "data" / "feed", feed)
    (folder / "jobs").mkdir()
    job = folder / "jobs" / "sample.yaml"
    text = runs.SAMPLE_JOB.read_text(encoding="utf-8")
    assert "../data/feed" in text
    job.write_text(text.replace("../data/feed", str(feed)), encoding="utf-8")
    return job


def local_run(job, *settings, java_options=()):
    """A run by `java -jar`, whatever comes of it."""
    overrides = [word for setting in settings for word in ("--set", setting)]
    return runs.finish([*runs.java(), *java_options, "-jar", runs.JAR, "run", job, *overrides])


def test_a_file_that_nobody_may_read_ends_the_run_or_is_borne(tmp_path):
    """Nobody can read the first byte of a process's memory; permissions do not stop root."""
    good = tmp_path / "in" / "good.jsonl"
    good.parent.mkdir()
    good.write_text('{"title": "Ferry plan", "text": "The council agreed to the ferry plan."}\n', encoding="utf-8")
    (tmp_path / "in" / "bad.jsonl").symlink_to("/proc/self/mem")
    job = tmp_path / "job.yaml"
    job.write_text("input: [{path: in, follow_links: true}]\noutput: out\nlanguage: en\ntables: [articles, rejected_records]\n")

    done = local_run(job)
    assert_refused(done, 1, "bad.jsonl cannot be read: java.io.IOException: Input/output error")
    assert not (tmp_path / "out").exists()

    borne = local_run(job, "limits.unreadable=50%")
    assert borne.returncode == 0, borne.stdout
    assert "rejected: file-not-read 1" in borne.stdout
    assert "warning: 1 file not read" in borne.stdout


def assert_refused(done, code, *said):
    assert done.returncode == code, done.stdout
    for words in said:
        assert words in done.stdout
    assert "\tat " not in done.stdout, done.stdout


@contextmanager
def small_disk(folder, size):
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@is_root
def test_a_full_disk_of_the_output_is_said(tmp_path):
    with small_disk(tmp_path / "disk", "1m") as disk:
        done = local_run(runs.SAMPLE_JOB, f"output={disk}/output")
        assert_refused(done, 1, f"the disk is full: {disk}/output, where the results go")
        assert list(disk.iterdir()) == []


@is_root
def test_a_full_disk_of_what_spark_spills_is_said(tmp_path):
    with small_disk(tmp_path / "disk", "600k") as disk:
        scratch = f"-Dspark.local.dir={disk}"
        done = local_run(runs.SAMPLE_JOB, f"output={tmp_path}/output", java_options=[scratch])
        assert_refused(done, 1, f"the disk is full: {disk}, Spark's spark.local.dir")
    assert not (tmp_path / "output").exists()


@is_root
def test_a_disk_without_room_to_unpack_is_no_fault_of_the_input(tmp_path):
    """Parquet is read from its end, so that a packed file is unpacked first."""
    titles = [f"Ferry plan {number * 7919 % 100_003}" for number in range(100_000)]
    plain = tmp_path / "plain.parquet"
    parquet.write_table(pyarrow.table({"title": titles}), plain, compression="none", use_dictionary=False)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "packed.parquet.gz").write_bytes(gzip.compress(plain.read_bytes()))
    job = tmp_path / "job.yaml"
    job.write_text("input: [{path: in}]\noutput: out\nlanguage: en\ntables: [articles]\n")
    with small_disk(tmp_path / "disk", "400k") as disk:
        folders = [f"-Djava.io.tmpdir={disk}", f"-Dorg.xerial.snappy.tempdir={tmp_path}", f"-Dspark.local.dir={tmp_path}"]
        done = local_run(job, java_options=folders)
        assert list(disk.glob("*.parquet")) == []
    assert_refused(done, 1, "the disk is full")
    assert not (tmp_path / "out").exists()


@is_root
def test_a_disk_that_cannot_be_written_is_said_before_spark_starts(tmp_path):
    with small_disk(tmp_path / "disk", "1m") as disk:
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        output = local_run(runs.SAMPLE_JOB, f"output={disk}/output")
        scratch = local_run(runs.SAMPLE_JOB, f"output={tmp_path}/output", java_options=[f"-Dspark.local.dir={disk}"])
    assert_refused(output, 2, f"output: {disk}/output cannot be written")
    assert_refused(scratch, 2, f"spark.local.dir: {disk} cannot be written", "Read-only file system")
    assert "start Spark" not in output.stdout + scratch.stdout


@pytest.mark.parametrize("memory", ["64m", "200m"])
def test_too_little_memory_is_said_with_the_remedy(memory, tmp_path):
    done = local_run(runs.SAMPLE_JOB, f"output={tmp_path}/output", java_options=[f"-Xmx{memory}"])

    assert done.returncode in (1, 2), done.stdout
    assert "is not enough; give more, for example BROADSHEET_JAVA_OPTS=-Xmx8g" in done.stdout
    assert "\tat " not in done.stdout, done.stdout
    assert not (tmp_path / "output").exists()
