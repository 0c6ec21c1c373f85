"""Starts Broadsheet in the ways a user starts it, and reads the tables of a run without it."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as parquet
import pyspark
import yaml

ROOT = Path(__file__).resolve().parents[3]
JAR = ROOT / "target" / "broadsheet.jar"
CLASS_CACHE = JAR.parent / "class-cache"
SAMPLE_JOB = ROOT / "jobs" / "sample.yaml"
SPARK_HOME = Path(pyspark.__file__).parent
OLDEST_SPARK_HOME = ROOT / "target" / "oldest-spark" / "pyspark"

TIMEOUT_SECONDS = 600
QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


@dataclass(frozen=True)
class Table:
    """A result table as src/main/resources/tables declares it."""

    name: str
    grain: list[str]
    columns: list[dict]
    about: str


def declared_tables() -> list[Table]:
    folder = ROOT / "src" / "main" / "resources" / "tables"
    tables = []
    for file in sorted(folder.glob("*.yaml")):
        if file.stem != "index":
            declaration = yaml.safe_load(file.read_text(encoding="utf-8"))
            tables.append(Table(file.stem, declaration["grain"], declaration["columns"], declaration["about"].strip()))
    return tables


TABLES = declared_tables()


@dataclass(frozen=True)
class Run:
    folder: Path
    printed: str

    def rows(self, table: Table, ignoring: tuple[str, ...] = ()) -> list[tuple]:
        """Every row of a table, as (column, value) pairs, in the order of the grain."""
        columns = [c for c in self.columns(table) if c not in ignoring]
        grain = [c for c in table.grain if c not in ignoring]
        rows = parquet.read_table(self.folder / table.name, columns=columns).to_pylist()
        rows.sort(key=lambda row: ([row[c] for c in grain], repr(row)))
        return [tuple(row.items()) for row in rows]

    def columns(self, table: Table) -> list[str]:
        return parquet.read_schema(self.files(table)[0]).names

    def files(self, table: Table) -> list[Path]:
        return sorted((self.folder / table.name).glob("*.parquet"))


def differences(one: Run, other: Run, ignoring: tuple[str, ...] = (), tables: Sequence[Table] = TABLES) -> dict[str, tuple]:
    """For every table that is not the same in both runs: the number of rows, and the first rows that differ."""
    found = {}
    for table in tables:
        ours, theirs = one.rows(table, ignoring), other.rows(table, ignoring)
        if ours != theirs:
            pairs = ((a, b) for a, b in zip(ours, theirs) if a != b)
            found[table.name] = (len(ours), len(theirs), next(pairs, None))
    return found


def java() -> list:
    """Java with the classes that `jobs/broadsheet --cache-classes` has kept, if it has."""
    java = Path(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else shutil.which("java")
    # Java 25 has another kind of cache.
    kept = [f"-XX:SharedArchiveFile={cache}" for cache in CLASS_CACHE.glob("java-*") if cache.is_file() and int(cache.name[5:7]) < 25]
    return [java, *QUICK_START.split(), "-Xlog:disable", *kept[:1]]


def java_jar(output: Path, *java_options: str, job: Path = SAMPLE_JOB, settings: Sequence[str] = ()) -> Run:
    return _local_run(output, finish([*java(), *java_options, "-jar", JAR, *run_of(job, output, settings)]))


def spark_submit(output: Path, *options: str, spark_home: Path = SPARK_HOME) -> Run:
    command = submit(options, run_of(SAMPLE_JOB, output), spark_home)
    return _local_run(output, finish(command, SPARK_HOME=str(spark_home)))


def submit(options: Sequence, arguments: Sequence, spark_home: Path = SPARK_HOME) -> list:
    """The command of a spark-submit."""
    # As in a terminal: what the class needs (module opens, class path) comes from spark-submit itself.
    command = [spark_home / "bin" / "spark-submit", *options, "--driver-java-options", QUICK_START]
    return [*command, "--class", "org.broadsheet.Broadsheet", JAR, *arguments]


def run_of(job, output, settings: Sequence[str] = ()) -> list:
    """The arguments of a run."""
    overrides = [word for setting in settings for word in ("--set", setting)]
    return ["run", job, "--set", f"output={output}", *overrides]


def finish(command: Sequence, **environment: str) -> subprocess.CompletedProcess:
    """What a command printed, and its exit code."""
    return subprocess.run(
        [str(word) for word in command],
        env=spark_environment() | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=TIMEOUT_SECONDS,
    )


def kill_after(stage: str, command: Sequence) -> None:
    """Starts a run and kills it as soon as it says that a stage is done."""
    command = [str(word) for word in command]
    with subprocess.Popen(command, env=spark_environment(), stderr=subprocess.PIPE, text=True) as process:
        assert any(line.startswith(stage) for line in process.stderr), f"no stage {stage}"
        process.kill()
    assert process.returncode < 0


def article_ids(run: Run) -> set[str]:
    return set(parquet.read_table(run.folder / "articles", columns=["article_id"]).column(0).to_pylist())


def shown_articles(output: str, *options: str) -> set[str]:
    """The articles that `show` prints with the help of spark-submit."""
    submit = " ".join(["--submit=--master local[1]", *options])
    shown = ["show", output, "articles", "--columns", "article_id", "--format", "csv", "--limit", "1000"]
    done = finish([ROOT / "jobs" / "broadsheet", submit, *shown])
    assert done.returncode == 0, done.stdout
    _, _, rows = done.stdout.partition("article_id\n")
    return set(rows.splitlines())


def spark_environment() -> dict[str, str]:
    """This interpreter's Spark, whatever other Spark the machine has, on the loopback address."""
    return os.environ | {"SPARK_HOME": str(SPARK_HOME), "SPARK_LOCAL_IP": "127.0.0.1"}


def _local_run(output: Path, done: subprocess.CompletedProcess) -> Run:
    assert done.returncode == 0, done.stdout
    return Run((output / "latest").resolve(strict=True), done.stdout)
