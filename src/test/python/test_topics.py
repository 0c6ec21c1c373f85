"""The tables about topics, computed again by scipy and plain Python from each other and from the articles.

Run on the sample and on larger corpora.
"""

from collections import Counter
from math import sqrt

import duckdb
import numpy
import pandas
import pytest
from scipy import stats

import corpora
import runs
from test_measures import table

FEWEST_ARTICLES, FEWEST_PERIODS, OUTLIERS = 5, 8, 0.05


@pytest.fixture(scope="module", params=["sample", *corpora.available("bbc", "uk-immigration-2014")])
def run(request, tmp_path_factory) -> runs.Run:
    output = tmp_path_factory.mktemp("topics")
    # Topics are learned from all articles, so that the scores of runs are those of the tables.
    all_copies = "syndication.count=all"
    if request.param == "sample":
        return runs.java_jar(output, settings=[all_copies])
    corpus = corpora.file(request.param, output)
    job = output / "job.yaml"
    topics = "topics: {k: 5, label_field: label}\n"
    job.write_text(f"input: [{{path: '{corpus}'}}]\noutput: out\nlanguage: en\n{topics}")
    tables = ["articles", *(t.name for t in runs.TABLES if "topic" in t.name)]
    return runs.java_jar(output / "out", job=job, settings=[all_copies, f"tables=[{', '.join(tables)}]"])


def test_trends_are_those_of_mann_and_kendall(run):
    periods = table(run, "topic_periods", f"period_articles >= {FEWEST_ARTICLES}").sort_values("period")
    topics = table(run, "topics").set_index("topic_id")
    for topic, rows in periods.groupby("topic_id"):
        shares = (rows["articles"] / rows["period_articles"]).to_numpy()
        n = len(shares)
        said = topics.loc[topic]
        assert said["trend_periods"] == n
        if n < FEWEST_PERIODS:
            assert pandas.isna(said["trend_p"])
            continue
        s = numpy.sign(shares[None, :] - shares[:, None])[numpy.triu_indices(n, 1)].sum()
        ties = sum(t * (t - 1) * (2 * t + 5) for t in Counter(shares).values())
        z = max(0, abs(s) - 1) / sqrt((n * (n - 1) * (2 * n + 5) - ties) / 18)
        assert said["trend_tau"] == pytest.approx(s / (n * (n - 1) / 2), abs=1e-12)
        assert said["trend_p"] == pytest.approx(2 * stats.norm.sf(z), rel=1e-6)
    tested = topics[topics["trend_p"].notna()]
    if len(tested) > 0:
        corrected = stats.false_discovery_control(tested["trend_p"])
        assert tested["trend_p_bh"].to_numpy() == pytest.approx(corrected, rel=1e-9)
        named = tested["trend"].map({"rising": 1, "falling": -1, "none": 0})
        assert (named == numpy.sign(tested["trend_tau"]) * (corrected < 0.05)).all()


def test_every_article_is_counted_where_it_belongs(run):
    where = f"read_parquet('{run.folder}/{{}}/*.parquet')"
    articles, assigned = where.format("articles"), where.format("article_topics")
    periods, outlets = where.format("topic_periods"), where.format("topic_source_periods")
    weeks = f"""
        SELECT topic_id, source, date_trunc('week', published_date)::DATE AS period, count(*) AS articles
        FROM {assigned} JOIN {articles} USING (article_id)
        WHERE topic_id IS NOT NULL AND published_date IS NOT NULL GROUP BY ALL"""
    both = f"SELECT topic_id, source, period, articles FROM {outlets} WHERE articles > 0"
    assert duckdb.sql(f"({both} EXCEPT {weeks}) UNION ALL ({weeks} EXCEPT {both})").fetchall() == []
    by_period = f"SELECT topic_id, period, sum(articles)::BIGINT AS articles FROM ({weeks}) GROUP BY ALL"
    same = f"SELECT topic_id, period, articles FROM {periods} WHERE articles > 0"
    assert duckdb.sql(f"({same} EXCEPT {by_period}) UNION ALL ({by_period} EXCEPT {same})").fetchall() == []
    denominators = f"SELECT DISTINCT source, period, source_period_articles FROM {outlets}"
    published = f"""
        SELECT source, date_trunc('week', published_date)::DATE AS period, count(*) AS n
        FROM {articles} WHERE published_date IS NOT NULL
        AND language = (SELECT any_value(language) FROM {where.format("topics")}) GROUP BY ALL"""
    assert duckdb.sql(f"({denominators}) EXCEPT ({published})").fetchall() == []


def test_outliers_are_those_that_fit_worst(run):
    topics = table(run, "topics").set_index("topic_id")
    for topic, rows in table(run, "article_topics", "topic_id IS NOT NULL").groupby("topic_id"):
        bound = topics.loc[topic, "outlier_similarity"]
        assert (rows["is_outlier"] == (rows["similarity"] < bound)).all()
        assert rows["is_outlier"].sum() <= OUTLIERS * len(rows)
        # One thousandth more would leave out too many.
        assert (rows["similarity"] < bound + 0.001).sum() > OUTLIERS * len(rows)
        assert topics.loc[topic, "cohesion"] == pytest.approx(rows["similarity"].mean(), abs=1e-8)


def test_classes_are_counted_and_scored(run):
    classes = table(run, "topic_classes")
    if classes.empty:
        pytest.skip("the corpus has no known classes")
    assert classes["topic_share"].groupby(classes["topic_id"]).sum().to_numpy() == pytest.approx(1)
    assert classes["class_share"].groupby(classes["class"]).sum().to_numpy() == pytest.approx(1)
    chosen = table(run, "topic_runs", "is_chosen").iloc[0]
    # A sample of all articles: the scores are those of the whole table.
    cells = classes.pivot_table(index="topic_id", columns="class", values="articles", fill_value=0).to_numpy()
    joint = stats.entropy(cells.ravel())
    entropies = stats.entropy(cells.sum(0)) + stats.entropy(cells.sum(1))
    assert chosen["nmi"] == pytest.approx(2 * (entropies - joint) / entropies, abs=0.02)
    assert chosen["purity"] == pytest.approx(cells.max(1).sum() / cells.sum(), abs=0.02)


def test_pairs_share_the_terms_that_they_say(run):
    terms = table(run, "topic_terms").groupby("topic_id")["surface"].agg(list)
    for row in table(run, "topic_pairs").to_dict("records"):
        others = set(terms[row["other_topic_id"]])
        assert list(row["shared_terms"]) == [t for t in terms[row["topic_id"]] if t in others]
