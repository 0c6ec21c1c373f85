"""A yardstick of jobs/benchmark: how often each word occurs, and in how many articles, as a data scientist would count it
with DuckDB or polars. The product does not use it, and it knows nothing of the product.

    word_counts.py duckdb|polars CORPUS.jsonl[.gz] OUTPUT_DIR
"""

import os
import sys
from pathlib import Path

# Words of two letters or more, of any alphabet.
WORD = r"[\p{L}\p{M}\p{N}_]{2,}"


def count_with_duckdb(corpus, file):
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"set threads = {len(os.sched_getaffinity(0))}")
    records = connection.read_json(corpus, format="newline_delimited", columns={"title": "varchar", "body": "varchar"})
    records.create_view("records")
    connection.sql(
        f"""
        with words as (
          select row_number() over () as article,
                 regexp_extract_all(lower(coalesce(title, '') || ' ' || coalesce(body, '')), '{WORD}') as words
          from records)
        select word, count(*) as tf, count(distinct article) as df
        from (select article, unnest(words) as word from words)
        group by word
        order by word
        """
    ).write_csv(str(file))


def count_with_polars(corpus, file):
    import polars

    text = polars.concat_str(["title", "body"], separator=" ", ignore_nulls=True).str.to_lowercase()
    schema = {"title": polars.String, "body": polars.String}
    (
        polars.scan_ndjson(corpus, schema=schema)
        .with_row_index("article")
        .select("article", word=text.str.extract_all(WORD))
        .explode("word")
        .drop_nulls("word")
        .group_by("word")
        .agg(tf=polars.len(), df=polars.col("article").n_unique())
        .sort("word")
        .collect()
        .write_csv(file)
    )


COUNTERS = {"duckdb": count_with_duckdb, "polars": count_with_polars}


def main(counter, corpus, output):
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    COUNTERS[counter](corpus, folder / "terms.csv")


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in COUNTERS:
        sys.exit("usage: word_counts.py duckdb|polars CORPUS.jsonl[.gz] OUTPUT_DIR")
    main(*sys.argv[1:])
