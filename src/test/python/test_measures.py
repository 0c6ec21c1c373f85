"""The measures of the tables about terms, computed again by scipy, NLTK and plain Python from the counts beside them.

Run on the sample and on larger corpora.
"""

import math

import duckdb
import numpy
import pandas
import pytest
from nltk.metrics import BigramAssocMeasures, TrigramAssocMeasures
from scipy import stats

import corpora
import runs

AT_MOST = 3_000  # rows of a table that are compared one by one


@pytest.fixture(scope="module", params=["sample", *corpora.available("bbc", "uk-immigration-2014", "reuters")])
def run(request, tmp_path_factory) -> runs.Run:
    """A run with all terms and every copy of a story, so that every count can be found again."""
    output = tmp_path_factory.mktemp("measures")
    # Longer n-grams of the largest corpus would take minutes, and show nothing that those of the others do not.
    ngrams = 2 if request.param == "reuters" else 3
    settings = [f"terms.ngrams={ngrams}", "terms.min_df=1", "terms.collocations={min_count: 3}", "syndication.count=all"]
    if request.param == "sample":
        return runs.java_jar(output, settings=settings)
    corpus = corpora.file(request.param, output)
    job = output / "job.yaml"
    job.write_text(f"input: [{{path: '{corpus}'}}]\noutput: out\nlanguage: en\nterms: {{compare: [label]}}\n")
    tables = "tables=[terms, term_sources, term_groups, periods, term_periods, term_bursts, collocations]"
    return runs.java_jar(output / "out", job=job, settings=[*settings, tables])


def table(run: runs.Run, name: str, where: str = "true", columns: str = "*") -> pandas.DataFrame:
    return duckdb.execute(f"SELECT {columns} FROM '{run.folder}/{name}/*.parquet' WHERE {where}").df()


def some(rows: pandas.DataFrame) -> pandas.DataFrame:
    return rows if len(rows) <= AT_MOST else rows.sample(AT_MOST, random_state=7)


def contrasts(run: runs.Run) -> list[tuple[pandas.DataFrame, list[str], str]]:
    """The tables that compare two sides, with the columns of a family of tests and of its size."""
    found = [(table(run, "term_sources", "g2 IS NOT NULL"), ["source", "language", "n"], "source_tokens")]
    if (run.folder / "term_groups").is_dir():
        groups = table(run, "term_groups", "g2 IS NOT NULL")
        found.append((groups, ["field", "value", "language", "n"], "group_tokens"))
    return [(rows, family, size) for rows, family, size in found if len(rows) > 0]


def test_log_likelihood_is_that_of_scipy(run):
    for rows, _, size in contrasts(run):
        for row in some(rows).to_dict("records"):
            tokens, rest = row[size], row["rest_tokens"]
            cells = [[row["tf"], row["rest_tf"]], [tokens - row["tf"], rest - row["rest_tf"]]]
            if 0 in numpy.sum(cells, axis=1):
                continue  # scipy refuses a table with an empty row
            expected = stats.chi2_contingency(cells, correction=False, lambda_="log-likelihood")
            sign = 1 if row["tf"] * rest >= row["rest_tf"] * tokens else -1
            assert row["g2"] == pytest.approx(sign * expected.statistic, rel=1e-7, abs=1e-7)
            assert row["p"] == pytest.approx(expected.pvalue, rel=1e-6, abs=1e-300)
            ratio = (row["tf"] / tokens) / ((row["rest_tf"] or 0.5) / rest)
            assert row["log_ratio"] == pytest.approx(math.log2(ratio), abs=1e-9)


def test_intervals_and_corrections_are_those_of_scipy(run):
    for rows, family, size in contrasts(run):
        for _, terms in rows.groupby(family):
            assert numpy.allclose(terms["p_bonferroni"], numpy.minimum(1, terms["p"] * len(terms)))
            assert numpy.allclose(terms["p_bh"], stats.false_discovery_control(terms["p"]), rtol=1e-9)
            tf, rest_tf = terms["tf"].to_numpy(), terms["rest_tf"].to_numpy()
            tail = 0.025 / len(terms)
            scale = numpy.log2(terms["rest_tokens"] / terms[size]).to_numpy()
            low = stats.beta.ppf(tail, tf, rest_tf + 1)
            assert numpy.allclose(terms["log_ratio_low"], scale + numpy.log2(low / (1 - low)), atol=1e-6)
            both = rest_tf > 0
            # The upper bound by its mirror image, which does not round to 1.
            high = stats.beta.ppf(tail, rest_tf[both], tf[both] + 1)
            expected = scale[both] + numpy.log2((1 - high) / high)
            assert numpy.allclose(terms["log_ratio_high"][both], expected, atol=1e-6)
            assert terms["log_ratio_high"][~both].isna().all()


def test_dispersion_is_that_of_its_definition(run):
    terms = table(run, "terms").set_index(["language", "n", "term"])
    by_source = table(run, "term_sources")
    # All terms are published, so that the n-grams of an outlet are those of its terms.
    sizes = by_source.groupby(["language", "n", "source"])["printed_tf"].sum()
    parts = {key: group.droplevel([0, 1]) for key, group in sizes.groupby(["language", "n"])}
    for key, group in some_groups(by_source, ["language", "n", "term"]):
        tokens = parts[key[:2]]
        shares = group.set_index("source")["printed_tf"].reindex(tokens.index, fill_value=0) / group["printed_tf"].sum()
        # Outlets without a published term of this n are in corpus_tokens only: there are none with min_df 1.
        dp = (shares - tokens / tokens.sum()).abs().sum() / 2
        assert terms.loc[key, "dp_sources"] == pytest.approx(dp, abs=1e-9)
        if len(tokens) > 1:
            norm = dp / (1 - tokens.min() / tokens.sum())
            assert terms.loc[key, "dp_sources_norm"] == pytest.approx(norm, abs=1e-9)


def some_groups(rows: pandas.DataFrame, columns: list[str]):
    keys = some(rows[columns].drop_duplicates())
    return rows.merge(keys, on=columns).groupby(columns)


def test_association_of_pairs_is_that_of_nltk(run):
    pairs = some(table(run, "collocations", "n = 2"))
    assert len(pairs) > 50
    for row in pairs.to_dict("records"):
        margins = (row["count"], tuple(int(c) for c in row["part_counts"]), row["corpus_tokens"])
        assert row["pmi"] == pytest.approx(BigramAssocMeasures.pmi(*margins), abs=1e-9)
        assert abs(row["g2"]) == pytest.approx(BigramAssocMeasures.likelihood_ratio(*margins), rel=1e-6, abs=1e-6)
        assert row["t_score"] == pytest.approx(BigramAssocMeasures.student_t(*margins), abs=1e-9)
        assert row["log_dice"] == pytest.approx(14 + math.log2(BigramAssocMeasures.dice(*margins)), abs=1e-9)


def test_association_of_triples_is_that_of_nltk(run, request):
    if "[reuters]" in request.node.name:
        pytest.skip("only pairs are counted in the largest corpus")
    counts = {
        (n, language, term): tf
        for n, language, term, tf in table(run, "terms")[["n", "language", "term", "tf"]].itertuples(index=False)
    }
    outer: dict[tuple, int] = {}
    for (n, language, term), tf in counts.items():
        if n == 3:
            first, _, last = term.split(" ")
            outer[language, first, last] = outer.get((language, first, last), 0) + tf
    triples = some(table(run, "collocations", "n = 3"))
    assert len(triples) > 5
    for row in triples.to_dict("records"):
        a, b, c = row["term"].split(" ")
        language = row["language"]
        pairs = (counts[2, language, f"{a} {b}"], outer[language, a, c], counts[2, language, f"{b} {c}"])
        margins = (row["count"], pairs, tuple(int(x) for x in row["part_counts"]), row["corpus_tokens"])
        assert row["pmi"] == pytest.approx(TrigramAssocMeasures.pmi(*margins), abs=1e-9)
        assert row["t_score"] == pytest.approx(TrigramAssocMeasures.student_t(*margins), abs=1e-9)
        if len({a, b, c}) == 3:  # NLTK takes the logarithm of a cell below zero for "bora bora bora"
            assert abs(row["g2"]) == pytest.approx(TrigramAssocMeasures.likelihood_ratio(*margins), rel=1e-6)


def test_periods_are_compared_with_the_others(run):
    rows = table(run, "term_periods")
    if len(rows) == 0:
        pytest.skip("no article has a date")
    tokens = table(run, "periods").groupby(["language", "n"])["tokens"].sum()
    for key, term in some_groups(rows, ["language", "n", "term"]):
        others = tokens[key[:2]] - term["period_tokens"]
        baseline = term["period_tokens"] * (term["tf"].sum() - term["tf"]) / others
        assert numpy.allclose(term["baseline"], baseline)
        z = (term["tf"] - baseline) / numpy.sqrt(baseline * (1 + term["period_tokens"] / others))
        enough = baseline >= 5
        assert numpy.allclose(term["z"][enough], z[enough])
        assert term["z"][~enough & (baseline < 4.999)].isna().all()


def test_bursts_are_those_of_the_automaton(run):
    rows = table(run, "term_periods")
    if len(rows) == 0:
        pytest.skip("no article has a date")
    calendars = {key: g.set_index("period")["articles"].sort_index() for key, g in table(run, "periods").groupby(["language", "n"])}
    bursts = table(run, "term_bursts").groupby(["language", "n", "term"])["weight"].sum()
    compared = 0
    for key, term in some_groups(rows, ["language", "n", "term"]):
        articles = calendars[key[:2]]
        having = term.set_index("period")["df"].reindex(articles.index, fill_value=0)
        expected = burst_weight(having.to_numpy(), articles.to_numpy())
        assert bursts.get(key, 0) == pytest.approx(expected, abs=1e-6)
        compared += expected > 0
    assert compared > 0


def burst_weight(having: numpy.ndarray, articles: numpy.ndarray) -> float:
    """What the burst state gains on the cheapest path through both states (Kleinberg 2002, s = 2, gamma = 1)."""
    base = having.sum() / articles.sum()
    if base >= 0.9999 or len(having) < 2:
        return 0
    burst = min(2 * base, 0.9999)
    gains = having * math.log(burst / base) + (articles - having) * math.log((1 - burst) / (1 - base))
    up = math.log(len(having))
    best = {0: (0.0, 0.0), 1: (-math.inf, 0.0)}  # state: score of the path, weight of its bursts
    for gain in gains:
        start, stay = (best[0][0] - up, best[0][1]), best[1]
        into = max(start, stay)
        best = {0: max(best.values()), 1: (into[0] + gain, into[1] + gain)}
    return max(best.values())[1]


def test_a_regular_expression_counts_the_same(sample_with_text):
    """Words and phrases without a stop word, in English: possessives count with their word."""
    articles = duckdb.execute(
        f"SELECT lower(title || chr(10) || text) AS text FROM '{sample_with_text.folder}/articles/*.parquet' WHERE language = 'en'"
    ).df()["text"]
    terms = table(sample_with_text, "terms", "language = 'en'").set_index("term")
    for term in ["ferry", "harbour", "council", "flood", "premier", "coast alliance", "night", "wend"]:
        pattern = r"(?<![\w.'’])" + term.replace(" ", r"(?:['’]s)?\s+") + r"(?:['’]s)?(?![\w'’]|\.\w)"
        found = articles.str.count(pattern)
        assert (found.sum(), (found > 0).sum()) == (terms.loc[term, "tf"], terms.loc[term, "df"]), term
