import pytest

import clusters
import runs


@pytest.fixture(scope="session")
def sample(tmp_path_factory) -> runs.Run:
    """The sample job, run once with `java -jar` and the settings that a user gets."""
    assert runs.JAR.is_file(), "target/broadsheet.jar is missing: ./mvnw -DskipTests package"
    return runs.java_jar(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def sample_with_text(tmp_path_factory) -> runs.Run:
    """The sample job on one core, with the text of the articles as a column, so that words can be counted again."""
    return runs.java_jar(tmp_path_factory.mktemp("sample-with-text"), "-Dspark.master=local[1]", settings=["articles.text=true"])


@pytest.fixture(scope="session")
def cluster(tmp_path_factory):
    """One Master and two Workers of one core each."""
    with clusters.running(tmp_path_factory.mktemp("cluster")) as cluster:
        yield cluster
