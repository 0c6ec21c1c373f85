"""Stores to publish to: an S3 server and an HDFS on this machine, which end with the tests. src/test/stores builds them."""

import getpass
import io
import json
import subprocess
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

import pyarrow.parquet as parquet

import runs

STORES = runs.ROOT / "target" / "stores"
ANSWER_SECONDS = 30
STOP_SECONDS = 20


class Store:
    """Files below a URI, as anybody reads and writes them who has neither Hadoop nor Spark."""

    uri: str

    def names(self, folder: str) -> list[str]:
        """The files below a folder, at any depth."""
        raise NotImplementedError

    def get(self, name: str) -> bytes:
        raise NotImplementedError

    def put(self, name: str, content: bytes) -> None:
        raise NotImplementedError

    def delete(self, name: str) -> None:
        raise NotImplementedError

    def output(self, name: str) -> "Output":
        return Output(self, name)

    def put_sample(self) -> str:
        """The sample, input and all; returns where its job file is."""
        for folder in ("data", "jobs"):
            for file in (runs.ROOT / folder).rglob("*"):
                if file.is_file():
                    self.put(f"sample/{file.relative_to(runs.ROOT).as_posix()}", file.read_bytes())
        return f"{self.uri}/sample/{runs.SAMPLE_JOB.relative_to(runs.ROOT).as_posix()}"


class S3(Store):
    """A bucket of an S3 server that asks nobody who they are."""

    BUCKET = "broadsheet"
    XML = "{http://s3.amazonaws.com/doc/2006-03-01/}"

    def __init__(self, address: str):
        self.address = f"{address}/{self.BUCKET}"
        self.uri = f"s3a://{self.BUCKET}"
        self.credentials = {"AWS_ACCESS_KEY_ID": "reader", "AWS_SECRET_ACCESS_KEY": "secret"}
        self.options = _conf(
            {
                "fs.s3a.endpoint": address,
                "fs.s3a.endpoint.region": "eu-west-1",
                "fs.s3a.path.style.access": "true",
                "fs.s3a.attempts.maximum": "2",
                "fs.s3a.retry.limit": "2",
                "fs.s3a.retry.interval": "100ms",
                "fs.s3a.connection.timeout": f"{ANSWER_SECONDS}s",
                "fs.s3a.audit.execution.interceptors": "org.broadsheet.stores.Fault",
            }
        )
        key, secret = self.credentials.values()
        self.secrets = _conf({"fs.s3a.access.key": key, "fs.s3a.secret.key": secret})

    @staticmethod
    def jars(*without: str) -> list[Path]:
        """What Spark has not of its own, but for the jars that begin so."""
        return [jar for jar in sorted((STORES / "s3-client").glob("*.jar")) if not jar.name.startswith(without)]

    def by_jars(self, *without: str) -> list[str]:
        return [*self.secrets, *self.without_secrets(*without)]

    def without_secrets(self, *without: str) -> list[str]:
        """For a user whose credentials are in the environment."""
        return [*self.options, "--jars", ",".join(map(str, self.jars(*without)))]

    def by_class_path(self) -> list[str]:
        path = ":".join(map(str, self.jars()))
        return [*self.secrets, *self.options, "--driver-class-path", path, "--conf", f"spark.executor.extraClassPath={path}"]

    def names(self, folder):
        return list(self.etags(folder))

    def etags(self, folder: str) -> dict[str, str]:
        """The objects below a folder, and what the server calls their content: of an upload in parts, it says how many."""
        found = {}
        query = {"list-type": "2", "prefix": folder + "/"}
        while True:
            page = ElementTree.fromstring(_answer("GET", f"{self.address}?{urllib.parse.urlencode(query)}"))
            for entry in page.iter(self.XML + "Contents"):
                name = entry.findtext(self.XML + "Key")
                if not name.endswith("/"):
                    found[name] = entry.findtext(self.XML + "ETag").strip('"')
            if page.findtext(self.XML + "IsTruncated") != "true":
                return found
            query["continuation-token"] = page.findtext(self.XML + "NextContinuationToken")

    def get(self, name):
        return _answer("GET", self._url(name))

    def put(self, name, content):
        _answer("PUT", self._url(name), content)

    def delete(self, name):
        _answer("DELETE", self._url(name))

    def _url(self, name: str) -> str:
        return f"{self.address}/{urllib.parse.quote(name)}"


class Hdfs(Store):
    """An HDFS of one data node, read and written by its web interface."""

    def __init__(self, address: str, web: str):
        self.uri = address
        self.web = f"{web}/webhdfs/v1"

    def names(self, folder):
        found = []
        for entry in json.loads(_answer("GET", self._url(folder, "LISTSTATUS")))["FileStatuses"]["FileStatus"]:
            path = f"{folder}/{entry['pathSuffix']}"
            found += self.names(path) if entry["type"] == "DIRECTORY" else [path]
        return found

    def get(self, name):
        return _answer("GET", self._url(name, "OPEN"))

    def put(self, name, content):
        place = json.loads(_answer("PUT", self._url(name, "CREATE", overwrite="true", noredirect="true")))
        _answer("PUT", place["Location"], content)

    def delete(self, name):
        _answer("DELETE", self._url(name, "DELETE"))

    def _url(self, name: str, operation: str, **parameters: str) -> str:
        query = urllib.parse.urlencode({"op": operation, "user.name": getpass.getuser(), **parameters})
        return f"{self.web}/{urllib.parse.quote(name)}?{query}"


class Output:
    """The output of a job in a store, and the runs that a reader finds there."""

    def __init__(self, store: Store, name: str):
        self.store = store
        self.name = name
        self.uri = f"{store.uri}/{name}"

    def latest(self) -> str:
        """The run that the pointer names."""
        pointer = json.loads(self.store.get(f"{self.name}/latest.json"))
        assert pointer == {"run": pointer["run"], "path": f"runs/{pointer['run']}"}
        return pointer["run"]

    def finished(self) -> set[str]:
        """The runs that have a manifest, each of which is complete."""
        names = self.store.names(f"{self.name}/runs")
        found = {name.split("/")[2] for name in names if name.endswith("/run.json") and name.count("/") == 3}
        for run in found:
            self._check(run, names)
        return found

    def _check(self, run: str, names: list[str]) -> None:
        folder = f"{self.name}/runs/{run}"
        manifest = json.loads(self.store.get(f"{folder}/run.json"))
        assert manifest["run_id"] == run
        for table in manifest["tables"]:
            files = [name for name in names if name.startswith(f"{folder}/{table['name']}/") and name.endswith(".parquet")]
            rows = sum(parquet.read_metadata(io.BytesIO(self.store.get(file))).num_rows for file in files)
            assert rows == table["rows"], table["name"]

    def download(self, run: str, folder: Path) -> runs.Run:
        prefix = f"{self.name}/runs/{run}/"
        for name in self.store.names(prefix.rstrip("/")):
            file = folder / name.removeprefix(prefix)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(self.store.get(name))
        return runs.Run(folder, "")

    def copy(self, name: str) -> "Output":
        """Another output with the same runs, as if they had published nothing but the articles; what is there stays."""
        for file in self.store.names(self.name):
            path = file.removeprefix(f"{self.name}/").split("/")
            if path[-1] == "run.json":
                manifest = json.loads(self.store.get(file))
                manifest["tables"] = [table for table in manifest["tables"] if table["name"] == "articles"]
                self.store.put(f"{name}/{'/'.join(path)}", json.dumps(manifest).encode())
            elif path[-1] == "latest.json" or "articles" in path:
                self.store.put(f"{name}/{'/'.join(path)}", self.store.get(file))
        return Output(self.store, name)

    def add_newer_runs(self) -> None:
        """Runs of the next two years, the last of which is not finished; of the one before, only the manifest is whole."""
        old = self.latest()
        newer, unfinished = (f"{int(old[:4]) + years}{old[4:]}" for years in (1, 2))
        for name in self.store.names(f"{self.name}/runs/{old}"):
            content = self.store.get(name)
            if name.endswith("/run.json"):
                manifest = json.loads(content)
                for time in ("started_at", "finished_at"):
                    manifest[time] = f"{newer[:4]}{manifest[time][4:]}"
                self.store.put(name.replace(old, newer), json.dumps(manifest | {"run_id": newer}).encode())
            else:
                self.store.put(name.replace(old, newer), content)
                self.store.put(name.replace(old, unfinished), b"")
                self.store.put(name, b"")


@contextmanager
def s3(log: Path) -> Iterator[S3]:
    with _server("s3-server", "S3Server", log, S3.BUCKET) as (address,):
        yield S3(address)


@contextmanager
def hdfs(folder: Path) -> Iterator[Hdfs]:
    with _server("hdfs", "HdfsServer", folder / "hdfs.log", folder / "hdfs") as (address, web):
        yield Hdfs(address, web)


@contextmanager
def _server(kind: str, program: str, log: Path, *arguments) -> Iterator[list[str]]:
    """A program of src/test/stores. It says where it is, and ends when nobody can write to it any more."""
    assert (STORES / "built").is_file(), "target/stores is missing: src/test/python/run makes it"
    command = [*runs.java(), "-Xmx256m", "-cp", STORES / kind / "*", f"org.broadsheet.stores.{program}", *arguments]
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True
        )
    try:
        said = process.stdout.readline().split()
        assert said, log.read_text(encoding="utf-8")
        yield said
    finally:
        process.stdin.close()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(STOP_SECONDS)
        process.stdout.close()


def _conf(settings: dict[str, str]) -> list[str]:
    return [word for name, value in settings.items() for word in ("--conf", f"spark.hadoop.{name}={value}")]


def _answer(method: str, url: str, content: bytes | None = None) -> bytes:
    headers = {"Content-Type": "application/octet-stream"}
    request = urllib.request.Request(url, data=content, method=method, headers=headers)
    with urllib.request.urlopen(request, timeout=ANSWER_SECONDS) as response:
        return response.read()
