"""The benchmark works, in its smallest form: what it measures here means nothing."""

import re
from xml.etree import ElementTree

import benchmark_table


def test_all_tables_are_compared_with_a_pipeline_written_by_hand(tmp_path):
    benchmark_table.write(tmp_path, [benchmark_table.Workload("all tables", "", 1, 4)], 500)

    table = (tmp_path / "benchmark.md").read_text(encoding="utf-8")
    assert "| hand-written Spark | " in table


def test_words_are_compared_with_peers(tmp_path):
    benchmark_table.write(tmp_path, [benchmark_table.Workload("words alone", "words", 1, 4)], 500)

    table = (tmp_path / "benchmark.md").read_text(encoding="utf-8")
    assert "**500 articles of 4 outlets: words alone**" in table
    measured = dict(re.findall(r"^\| (\w+) \| (\d+) s \|", table, re.MULTILINE))
    assert set(measured) == {"Broadsheet", "DuckDB", "polars"}
    assert int(measured["Broadsheet"]) > 0

    picture = ElementTree.parse(tmp_path / "benchmark.svg")
    texts = {element.text for element in picture.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Broadsheet", "DuckDB", "polars"} < texts
