"""The measures by which matchers are compared, and the matcher in the shape that a scorer wants."""

import pytest

from benchmarks import matching
from benchmarks.matching_data import to_entry
from benchmarks.matching_large import invented, questions_about
from benchmarks.matching_peers import PEERS
from benchmarks.matching_quality import Outcome, summary, threshold

ENTRIES = [
    {"id": "vog", "question": "Hoe vraag ik een VOG aan?", "variants": ["verklaring omtrent gedrag"], "answer": "Zo."},
    {"id": "zaal", "question": "Hoe huren we de zaal?", "variants": ["zaal reserveren"], "answer": ""},
]


def test_the_matcher_ranks_for_a_scorer() -> None:
    ranked = matching.build(ENTRIES).rank("zaal huren", 10)
    assert ranked[0][0] == "zaal"
    assert [score for _, score in ranked] == sorted((score for _, score in ranked), reverse=True)
    assert len(matching.build(ENTRIES).rank("zaal huren", 1)) == 1


@pytest.mark.parametrize("name", PEERS)
def test_every_peer_finds_an_easy_question(name: str) -> None:
    entries = [to_entry(entry) for entry in ENTRIES]
    ranked = PEERS[name](entries).rank("zaal reserveren", 3)
    assert ranked[0][0] == "zaal"
    assert 0 < ranked[0][1] <= 1


def test_quality_counts_places_and_scores() -> None:
    found = summary(
        [
            Outcome(True, 1, 0.9),
            Outcome(True, 3, 0.5),
            Outcome(True, 0, 0.2),
            Outcome(True, 1, 0.8),
            Outcome(False, 0, 0.5),
        ]
    )
    assert (found.top1, found.top3) == (0.5, 0.75)
    assert found.auroc == pytest.approx((1 + 0.5 + 0 + 1) / 4)
    assert (found.covered, found.strayed) == (0.5, 0.0)


def test_no_threshold_is_good_enough_when_the_surest_is_wrong() -> None:
    assert threshold([Outcome(True, 2, 0.9), Outcome(True, 1, 0.8)]) > 1


def test_the_large_faq_is_the_same_each_time() -> None:
    entries = invented(30)
    assert entries == invented(30)
    assert questions_about(entries, 5) == questions_about(entries, 5)
    found = [matching.Ranker(entries).rank(entry.question, 1)[0][0] for entry in entries]
    assert found == [entry.id for entry in entries]
