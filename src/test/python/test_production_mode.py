"""What long runs get - compiled queries, many partitions - gives the rows of what short runs get."""

import corpora
import runs

ARTICLES, UNREAD = 600, 96_000
COMPILED = ["-Dspark.sql.codegen.wholeStage=true", "-Dspark.sql.codegen.factoryMode=FALLBACK"]
INTERPRETED = ["-Dspark.sql.codegen.wholeStage=false", "-Dspark.sql.codegen.factoryMode=NO_CODEGEN"]
JOB = "input: [{path: articles.jsonl}]\noutput: out\nterms: {ngrams: 3, compare: [label]}\ntopics: {k: 5, label_field: label}\n"


def test_a_long_run_gives_the_rows_of_a_short_one(tmp_path):
    corpus = corpora.write(tmp_path / "articles.jsonl", ARTICLES, UNREAD)
    # Beyond the size up to which queries are interpreted.
    assert corpus.stat().st_size > 55_000_000
    job = tmp_path / "job.yaml"
    job.write_text(JOB)

    long = runs.java_jar(tmp_path / "long", *COMPILED, job=job, settings=["partitions=7"])
    short = runs.java_jar(tmp_path / "short", *INTERPRETED, job=job, settings=["partitions=1"])

    written = [table for table in runs.TABLES if long.files(table)]
    assert len(written) == len(runs.TABLES) - 1  # No list of words to compare with.
    assert len(long.files(next(table for table in written if table.name == "terms"))) == 7
    assert runs.differences(long, short, tables=written) == {}
