"""What DuckDB, pandas, pyarrow and Spark find in a published run, against what the declarations say."""

import json

import duckdb
import pandas
import pyarrow.parquet as parquet
import pytest
from pyspark.sql import SparkSession

import runs

ARROW_TYPES = {
    "string": "string",
    "int": "int32",
    "long": "int64",
    "double": "double",
    "boolean": "bool",
    "date": "date32[day]",
    "timestamp": "timestamp[us, tz=UTC]",
    "strings": "list<element: string>",
    "longs": "list<element: int64>",
    "string_map": "map<string, string ('{name}')>",
    "count_map": "map<string, int64 ('{name}')>",
}

every_table = pytest.mark.parametrize("table", runs.TABLES, ids=lambda table: table.name)


@pytest.fixture(params=["sample", "sample_with_text"])
def run(request) -> runs.Run:
    """A run without the optional column `articles.text`, and one with it."""
    return request.getfixturevalue(request.param)


@every_table
def test_duckdb_and_pandas_read_as_many_rows_as_the_manifest_says(sample, table):
    manifest = json.loads((sample.folder / "run.json").read_text(encoding="utf-8"))
    rows = {entry["name"]: entry["rows"] for entry in manifest["tables"]}[table.name]

    counted = duckdb.execute(f"SELECT count(*) FROM read_parquet('{sample.folder}/{table.name}/*.parquet')")
    assert counted.fetchone()[0] == rows
    assert len(pandas.read_parquet(sample.folder / table.name)) == rows


@every_table
def test_columns_have_the_declared_names_types_and_order(sample_with_text, table):
    schema = parquet.read_schema(sample_with_text.files(table)[0])

    found = [(field.name, str(field.type)) for field in schema]
    assert found == [(column["name"], ARROW_TYPES[column["type"]].format(name=column["name"])) for column in table.columns]


@every_table
def test_timestamps_are_not_int96(sample, table):
    for file in sample.files(table):
        leaves = parquet.ParquetFile(file).schema
        assert "INT96" not in [leaves.column(i).physical_type for i in range(len(leaves))]


@every_table
def test_grain_is_unique_and_orders_the_rows(sample, table):
    rows = parquet.read_table(sample.files(table), columns=table.grain).to_pylist()
    keys = [tuple(row.values()) for row in rows]

    assert len(set(keys)) == len(keys)
    assert keys == sorted(keys)


@every_table
def test_grain_and_required_columns_have_no_nulls(sample, table):
    required = [c["name"] for c in table.columns if c.get("required") or c["name"] in table.grain]
    data = parquet.read_table(sample.folder / table.name, columns=required)

    assert {name: data[name].null_count for name in required} == dict.fromkeys(required, 0)


def test_an_optional_column_is_only_there_where_the_job_asks(sample, sample_with_text, articles):
    assert set(sample_with_text.columns(articles)) - set(sample.columns(articles)) == {"text"}


def test_open_sql_makes_a_view_per_table_with_its_comments_in_duckdb(run, monkeypatch):
    monkeypatch.chdir(run.folder)
    database = duckdb.connect()
    database.execute((run.folder / "open.sql").read_text(encoding="utf-8"))

    views = database.execute("SELECT view_name, comment FROM duckdb_views() WHERE NOT internal").fetchall()
    assert dict(views) == {table.name: table.about for table in runs.TABLES}
    columns = database.execute(
        "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal ORDER BY column_index"
    ).fetchall()
    for table in runs.TABLES:
        comments = [(column, comment) for name, column, comment in columns if name == table.name]
        assert comments == published_comments(run, table)
        assert database.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0] == len(run.rows(table))


def test_open_spark_sql_makes_a_view_per_table_with_its_comments_in_spark(sample, spark):
    script = (sample.folder / "open-spark.sql").read_text(encoding="utf-8")
    for statement in script.split(";\n"):
        if statement.strip():
            spark.sql(statement)

    assert {view.name for view in spark.catalog.listTables()} == {table.name for table in runs.TABLES}
    for table in runs.TABLES:
        view = spark.table(table.name)
        comments = [(field.name, field.metadata["comment"]) for field in view.schema]
        assert comments == published_comments(sample, table)
        assert view.count() == len(sample.rows(table))


def published_comments(run: runs.Run, table: runs.Table) -> list[tuple[str, str]]:
    published = run.columns(table)
    return [(c["name"], c["about"].strip()) for c in table.columns if c["name"] in published]


def test_datapackage_lists_exactly_the_published_tables_and_columns(run):
    package = json.loads((run.folder / "datapackage.json").read_text(encoding="utf-8"))
    listed = {r["name"]: [field["name"] for field in r["schema"]["fields"]] for r in package["resources"]}

    published = {folder.name for folder in run.folder.iterdir() if folder.is_dir()} - {"topics.model"}
    assert set(listed) == published
    assert listed == {table.name: run.columns(table) for table in runs.TABLES}
    for resource in package["resources"]:
        assert all(any(run.folder.glob(pattern)) for pattern in resource["path"])


@pytest.mark.parametrize("word", ["herring", "flood", "passengers", "election", "water"])
def test_tf_and_df_are_what_a_regular_expression_counts(sample_with_text, word):
    counted = duckdb.execute(
        f"""
        WITH found AS (
          SELECT len(regexp_extract_all(concat_ws(' ', title, text), '(?i)\\b{word}\\b')) AS times
          FROM read_parquet('{sample_with_text.folder}/articles/*.parquet') WHERE language = 'en')
        SELECT sum(times)::BIGINT, count(*) FILTER (times > 0) FROM found
        """
    ).fetchone()

    published = duckdb.execute(
        f"""
        SELECT tf, df FROM read_parquet('{sample_with_text.folder}/terms/*.parquet')
        WHERE term = '{word}' AND language = 'en' AND n = 1
        """
    ).fetchone()
    assert published == counted
    assert published[0] > published[1] > 1


def test_a_term_of_the_corpus_is_the_sum_of_its_outlets(tmp_path):
    """Where every copy counts; a story that counts once does so on either side, see test_sources.py."""
    run = runs.java_jar(tmp_path, settings=["syndication.count=all", "tables=[terms, term_sources]"])
    unequal = duckdb.execute(
        f"""
        SELECT language, n, term, t.tf, sum(s.tf), t.df, sum(s.df), t.sources, count(*)
        FROM read_parquet('{run.folder}/terms/*.parquet') t
        LEFT JOIN read_parquet('{run.folder}/term_sources/*.parquet') s USING (language, n, term)
        GROUP BY ALL
        HAVING t.tf <> sum(s.tf) OR t.df <> sum(s.df) OR t.sources <> count(nullif(s.source, 'unknown'))
            OR bool_or(s.tf + s.rest_tf <> t.tf) OR bool_or(s.df + s.rest_df <> t.df)
        """
    ).fetchall()
    assert unequal == []


def test_every_record_is_accepted_rejected_or_an_exact_duplicate(sample):
    files = parquet.read_table(sample.folder / "input_files").to_pylist()

    for file in files:
        outcomes = file["accepted"] + file["rejected"] + file["exact_duplicates"]
        assert file["records"] == outcomes, file["input_file"]
    for outcome, table in [("accepted", "articles"), ("rejected", "rejected_records"), ("exact_duplicates",) * 2]:
        rows = parquet.read_table(sample.folder / table, columns=["input_file"])["input_file"].to_pylist()
        assert {f["input_file"]: f[outcome] for f in files if f[outcome]} == {name: rows.count(name) for name in rows}


def test_every_file_of_the_sample_and_every_line_of_its_feeds_is_accounted_for(sample):
    files = parquet.read_table(sample.folder / "input_files").to_pylist()
    records = {file["input_file"]: file["records"] for file in files}

    on_disk = [*(runs.ROOT / "data" / "articles").rglob("*.txt"), *(runs.ROOT / "data" / "feed").iterdir()]
    assert set(records) == {path.relative_to(runs.ROOT / "data").as_posix() for path in on_disk}
    for path in (runs.ROOT / "data" / "feed").iterdir():
        assert records[f"feed/{path.name}"] == len(path.read_text(encoding="utf-8").splitlines())


@pytest.fixture
def articles() -> runs.Table:
    return next(table for table in runs.TABLES if table.name == "articles")


@pytest.fixture(scope="module")
def spark():
    session = (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.extraJavaOptions", runs.QUICK_START)
        .getOrCreate()
    )
    yield session
    session.stop()
