"""How many of the planted copies a process of jobs/benchmark has put with their originals.

    copy_recall.py PLANTED KIND FOUND

PLANTED is what plant_copies.py wrote. KIND says what FOUND is: broadsheet, the folder of a run with the tables articles and
copy_pairs, which keeps the field id; datasketch, a folder with pairs.csv; text-dedup, a folder with uf.pkl. Prints, as CSV,
the recall, how many copies were planted, how many articles the largest group has, and how many seconds the search took
once the articles were read, where that is known. A pair counts as found in any group,
too; pairs without groups are joined into connected ones, which is what text-dedup does by itself.
"""

import csv
import json
import pickle
import sys
from collections import Counter
from pathlib import Path


def main(planted, kind, found):
    with open(planted, encoding="utf-8") as file:
        copies = json.load(file)
    pairs, groups, seconds = READERS[kind](Path(found))
    hits = sum(
        (original, copy) in pairs or (copy, original) in pairs or original in groups and groups.get(copy) == groups[original]
        for original, copy, _ in copies
    )
    largest = max(Counter(groups.values()).values(), default=0)
    print(f"{hits / len(copies)},{len(copies)},{largest},{seconds}")


def broadsheet(folder):
    import pyarrow.parquet as parquet

    columns = ["article_id", "copy_group_id", "extra"]
    articles = parquet.read_table(folder / "articles", columns=columns).to_pylist()
    ids = {row["article_id"]: dict(row["extra"])["id"] for row in articles}
    pairs = parquet.read_table(folder / "copy_pairs", columns=["article_id", "other_article_id"]).to_pylist()
    seconds = json.loads((folder / "run.json").read_text())["stage_seconds"]["find copies"]
    groups = {ids[row["article_id"]]: row["copy_group_id"] for row in articles if row["copy_group_id"]}
    return {(ids[pair["article_id"]], ids[pair["other_article_id"]]) for pair in pairs}, groups, seconds


def datasketch(folder):
    with open(folder / "pairs.csv", encoding="utf-8", newline="") as file:
        pairs = {tuple(pair) for pair in csv.reader(file)}
    return pairs, connected(pairs), (folder / "seconds").read_text()


def connected(pairs):
    parents = {}

    def root(article):
        while parents.setdefault(article, article) != article:
            article = parents[article]
        return article

    for one, other in pairs:
        parents[root(one)] = root(other)
    return {article: root(article) for article in list(parents)}


def text_dedup(folder):
    with open(folder / "uf.pkl", "rb") as file:
        union = pickle.load(file)
    return set(), {article: union.find(article) for article in list(union.parent)}, ""


READERS = {"broadsheet": broadsheet, "datasketch": datasketch, "text-dedup": text_dedup}

if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[2] not in READERS:
        sys.exit("usage: copy_recall.py PLANTED broadsheet|datasketch|text-dedup FOUND")
    main(*sys.argv[1:])
