"""A standalone cluster of Spark on this machine."""

import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import runs

STOP_SECONDS = 20
START_SECONDS = 60


class Cluster:
    """A standalone Master on a port that the system chose; its log says what it is and what it did."""

    def __init__(self, log: Path):
        self.log = log
        self.master = self.wait_for(r"Starting Spark master at (spark://127\.0\.0\.1:\d+)", 1)[0]
        self.options = ["--master", self.master, "--executor-memory", "800m"]
        self.options += ["--conf", f"spark.executor.extraJavaOptions={runs.QUICK_START}"]

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


@contextmanager
def running(folder: Path) -> Iterator[Cluster]:
    """One Master and two Workers of one core each."""
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
