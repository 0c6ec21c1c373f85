import os

import pytest

import clusters
import runs


def pytest_collection_modifyitems(items):
    """The notebooks come last, so that they read the run that the tests have made."""
    items.sort(key=lambda item: item.path.suffix == ".ipynb")


@pytest.fixture(scope="session")
def sample(tmp_path_factory) -> runs.Run:
    """The sample job, run once with `java -jar` and the settings that a user gets."""
    assert runs.JAR.is_file(), "target/broadsheet.jar is missing: ./mvnw -DskipTests package"
    run = runs.java_jar(tmp_path_factory.mktemp("sample"))
    os.environ["BROADSHEET_RUN"] = str(run.folder)
    return run


@pytest.fixture(scope="session")
def sample_with_text(tmp_path_factory) -> runs.Run:
    """The sample job on one core, with the text of the articles as a column, so that words can be counted again."""
    return runs.java_jar(tmp_path_factory.mktemp("sample-with-text"), "-Dspark.master=local[1]", settings=["articles.text=true"])


@pytest.fixture(scope="session")
def cluster(tmp_path_factory):
    """One Master and two Workers of one core each."""
    with clusters.running(tmp_path_factory.mktemp("cluster")) as cluster:
        yield cluster
