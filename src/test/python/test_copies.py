"""Copies, found again in plain Python, and found where they were planted.

Run on the sample, whose copies data/README.md lists, and with planted copies on larger corpora.
"""

import re
from collections import Counter, defaultdict
from functools import cache
from itertools import combinations

import pandas
import pytest

import copy_likeness
import corpora
import plant_copies
import runs
from test_measures import some, table

PLANTED = 900
LEAST_RECALL, LEAST_PRECISION = 0.97, 0.95
TABLES = "tables=[articles, copy_groups, copy_pairs, copy_flows]"
NO_OUTLET = "unknown"

# The sample has to be the same to the shingle. Elsewhere a web address or an odd mark may be divided differently.
TOLERANCE, LEAST_AGREEMENT = 0.02, 0.99


class Corpus:
    """A run, the articles by their ids, and what was planted."""

    def __init__(self, run, planted=()):
        self.run = run
        self.is_sample = not planted
        self.articles = articles_of(run)
        self.pairs = table(run, "copy_pairs")
        self.groups = table(run, "copy_groups").set_index("copy_group_id")
        ids = {row["extra"].get("id"): article for article, row in self.articles.items()}
        known = [plant for plant in planted if plant.original in ids and plant.copy in ids]
        self.planted = [(ids[plant.original], ids[plant.copy], plant.kind) for plant in known]

    @cache
    def shingles(self, article):
        row = self.articles[article]
        return copy_likeness.shingles(row["title"], row["text"])

    def members(self):
        """The articles of each group."""
        groups = defaultdict(list)
        for article, row in self.articles.items():
            if row["copy_group_id"]:
                groups[row["copy_group_id"]].append(article)
        return groups

    def are_copies(self, article, other):
        """Whether the definition says so, dates and outlets included."""
        one, two = self.articles[article], self.articles[other]
        facts = (one["source"], one["published_date"], two["source"], two["published_date"])
        size = min(len(self.shingles(article)), len(self.shingles(other)))
        return copy_likeness.are_near(facts[1], facts[3], size) and copy_likeness.is_copy(
            self.shingles(article), self.shingles(other), copy_likeness.is_late(*facts)
        )


def articles_of(run) -> dict[str, dict]:
    columns = "article_id, source, published_date, title, text, extra, copy_group_id, copy_role, input_file, record_no"
    rows = table(run, "articles", columns=columns).astype(object).to_dict("records")
    for row in rows:
        missing = pandas.isna(row["published_date"])
        row["published_date"] = None if missing else row["published_date"].date()
        row["source"] = None if row["source"] == NO_OUTLET else row["source"]
        for column in ("title", "text", "copy_group_id"):
            row[column] = row[column] if isinstance(row[column], str) else None
    return {row["article_id"]: row for row in rows}


@pytest.fixture(scope="module", params=["sample", *corpora.available("bbc", "uk-immigration-2014", "reuters")])
def corpus(request, tmp_path_factory) -> Corpus:
    if request.param == "sample":
        return Corpus(request.getfixturevalue("sample_with_text"))
    folder = tmp_path_factory.mktemp("copies")
    articles = plant_copies.read(corpora.file(request.param, folder))
    copies, planted = plant_copies.plant(articles, PLANTED)
    plant_copies.write(folder / "planted.jsonl", articles + copies)
    job = folder / "job.yaml"
    job.write_text("input: [{path: planted.jsonl, keep: [id]}]\noutput: out\nlanguage: en\narticles: {text: true}\n")
    return Corpus(runs.java_jar(folder / "out", job=job, settings=[TABLES]), planted)


@pytest.fixture(scope="module")
def sample(sample_with_text) -> Corpus:
    return Corpus(sample_with_text)


def test_pairs_have_in_common_what_they_say(corpus):
    agree = []
    pairs = some(corpus.pairs)
    for pair in pairs.to_dict("records"):
        one, other = corpus.shingles(pair["article_id"]), corpus.shingles(pair["other_article_id"])
        said = (pair["shared_shingles"], pair["shingles"], pair["other_shingles"])
        # The table's own arithmetic is exact in any case.
        assert pair["jaccard"] == pytest.approx(said[0] / (said[1] + said[2] - said[0]), abs=1e-9)
        assert pair["containment"] == pytest.approx(said[0] / min(said[1:]), abs=1e-9)
        assert pair["kind"] == kind(corpus, pair)
        if corpus.is_sample:
            assert said == (len(one & other), len(one), len(other))
        agree.append(
            abs(pair["jaccard"] - copy_likeness.jaccard(one, other)) <= TOLERANCE
            and abs(pair["containment"] - copy_likeness.containment(one, other)) <= TOLERANCE
        )
    assert sum(agree) >= LEAST_AGREEMENT * len(pairs)


def kind(corpus, pair):
    one, other = (corpus.articles[pair[column]] for column in ("article_id", "other_article_id"))
    sizes = sorted([pair["shingles"], pair["other_shingles"]])
    if one["source"] is not None and one["source"] == other["source"]:
        return "own_update"
    if pair["shared_shingles"] == sizes[0] == sizes[1]:
        return "exact"
    return "abridged" if sizes[0] <= 0.75 * sizes[1] and pair["shared_shingles"] >= 0.6 * sizes[0] else "near"


def test_no_pair_of_the_sample_is_missing(sample):
    sets = {article: sample.shingles(article) for article in sample.articles}
    expected = {pair for pair in copy_likeness.pairs_with_common(sets) if sample.are_copies(*pair)}
    assert expected == set(sample.pairs[["article_id", "other_article_id"]].itertuples(index=False, name=None))


def test_groups_of_the_sample_are_those_of_its_list(sample):
    listed = listed_groups(sample)
    assert sorted(map(sorted, listed.values())) == sorted(map(sorted, sample.members().values()))


def test_roles_in_the_sample_are_those_of_its_list(sample):
    for name, group in listed_groups(sample).items():
        # Of the wire copies two outlets or more printed each on the first day, and no clock tells which was first.
        first = None if name.startswith("W") else group[0]
        later = "own_update" if name.startswith("U") else "copy"
        roles = ["first" if article == first else later for article in group]
        assert [sample.articles[article]["copy_role"] for article in group] == roles, name
        said = sample.groups.loc[min(group), "first_article_id"]
        assert (None if pandas.isna(said) else said) == first, name


def listed_groups(sample) -> dict[str, list[str]]:
    """The section "Copy groups" of data/README.md in its order, without what is saved twice."""
    places = {(row["input_file"], row["record_no"]): article for article, row in sample.articles.items()}
    section = (runs.ROOT / "data" / "README.md").read_text(encoding="utf-8").split("## Copy groups")[1].split("\n## ")[0]
    groups = defaultdict(list)
    for name, file, line in re.findall(r"^\| ([WAU]\d) \|[^|]*\| `(\S+?)(?: line (\d+))?` \|", section, re.MULTILINE):
        groups[name].append(places[file, int(line or 1)])
    assert len(groups) == 5
    return groups


def test_planted_copies_are_found(corpus):
    if corpus.is_sample:
        pytest.skip("nothing is planted in the sample")
    pairs = set(corpus.pairs[["article_id", "other_article_id"]].itertuples(index=False, name=None))
    planted, found = Counter(), Counter()
    for original, copy, kind in corpus.planted:
        group = corpus.articles[original]["copy_group_id"]
        in_group = group is not None and group == corpus.articles[copy]["copy_group_id"]
        planted[kind] += 1
        found[kind] += in_group or tuple(sorted((original, copy))) in pairs
    print({kind: round(found[kind] / planted[kind], 4) for kind in planted})
    assert planted.total() >= 0.99 * PLANTED
    assert found.total() >= LEAST_RECALL * planted.total()


def test_planted_copies_are_with_their_own_only(corpus):
    if corpus.is_sample:
        pytest.skip("nothing is planted in the sample")
    origins = {copy: original for original, copy, _ in corpus.planted}
    right, wrong = 0, 0
    for members in corpus.members().values():
        for pair in combinations(members, 2):
            if origins.keys() & set(pair):
                is_right = are_of_one_text(corpus, *(origins.get(article, article) for article in pair))
                right += is_right
                wrong += not is_right
    print({"right": right, "wrong": wrong})
    assert right >= LEAST_PRECISION * (right + wrong)


def are_of_one_text(corpus, article, other):
    """Or of two that were copies before anything was planted."""
    return article == other or copy_likeness.is_copy(corpus.shingles(article), corpus.shingles(other))


def test_groups_are_what_their_articles_say(corpus):
    members = corpus.members()
    assert set(members) == set(corpus.groups.index)
    for row in corpus.articles.values():
        assert (row["copy_role"] == "single") == (row["copy_group_id"] is None)
    for name, group in members.items():
        said = corpus.groups.loc[name]
        rows = [corpus.articles[article] for article in group]
        sources = {row["source"] for row in rows if row["source"] is not None}
        roles = Counter(row["copy_role"] for row in rows)
        days = [row["published_date"] for row in rows if row["published_date"] is not None]
        assert name == min(group)
        assert (said["articles"], said["sources"]) == (len(group), len(sources))
        assert said["own_updates"] == roles["own_update"]
        firsts = [row for row in rows if row["copy_role"] == "first"]
        assert len(firsts) <= 1
        assert [row["article_id"] for row in firsts] == [a for a in [said["first_article_id"]] if not pandas.isna(a)]
        printed = Counter(row["source"] for row in rows if row["copy_role"] != "own_update")
        printed.pop(None, None)
        assert printed == Counter(sources)
        if days:
            assert (said["first_date"].date(), said["last_date"].date()) == (min(days), max(days))


def test_pairs_go_with_groups(corpus):
    pairs = corpus.pairs[["article_id", "other_article_id"]].itertuples(index=False, name=None)
    partners = defaultdict(set)
    for article, other in pairs:
        assert article < other
        one, two = corpus.articles[article], corpus.articles[other]
        assert copy_likeness.are_near(one["published_date"], two["published_date"])
        # One may be left alone: it is like the edge of a group, and not like its middle.
        assert one["copy_group_id"] or two["copy_group_id"]
        partners[article].add(other)
        partners[other].add(article)
    if "with the very words" in corpus.run.printed:
        return  # not all of these are in pairs
    for group in corpus.members().values():
        assert any(set(group) <= partners[article] | {article} for article in group)


def test_flows_are_the_copies_of_first_articles(corpus):
    firsts = corpus.groups["first_source"].dropna().to_dict()
    expected = Counter(
        (firsts[row["copy_group_id"]], row["source"])
        for row in corpus.articles.values()
        if row["copy_role"] == "copy" and row["copy_group_id"] in firsts and row["source"] is not None
    )
    flows = table(corpus.run, "copy_flows")
    assert dict(zip(zip(flows["from_source"], flows["to_source"]), flows["articles"], strict=True)) == expected
    assert (flows["latency_articles"] <= flows["articles"]).all()
    assert (flows["latency_hours_p50"].isna() == (flows["latency_articles"] == 0)).all()
