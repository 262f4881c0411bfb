"""Questions that ask the same come together, whatever their order."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from faq import clusters
from faq.clusters import Likeness, group
from faq.text import fold

WORDS = [
    "straat",
    "afsluiten",
    "dicht",
    "feest",
    "vog",
    "gratis",
    "aanvragen",
    "subsidie",
    "geld",
    "de",
    "hoe",
    "buurt",
]
TEXTS = st.lists(
    st.one_of(st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join), st.text(max_size=20)), max_size=12
)


def as_words(texts: list[str]) -> set[tuple[str, ...]]:
    """Which wordings are together."""
    return {tuple(sorted(texts[n] for n in c.members)) for c in group(texts)}


@given(TEXTS)
def test_every_text_is_in_one_cluster_and_the_typical_one_in_its_own(texts: list[str]) -> None:
    found = group(texts)
    assert sorted(n for c in found for n in c.members) == list(range(len(texts)))
    assert all(c.typical in c.members and list(c.members) == sorted(c.members) for c in found)
    assert [len(c.members) for c in found] == sorted((len(c.members) for c in found), reverse=True)


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_texts_does_not_matter(texts: list[str], chance: random.Random) -> None:
    shuffled = list(texts)
    chance.shuffle(shuffled)
    assert as_words(shuffled) == as_words(texts)
    assert [shuffled[c.typical] for c in group(shuffled)] == [texts[c.typical] for c in group(texts)]
    assert group(texts) == group(texts)


@given(TEXTS)
def test_each_member_is_like_the_typical_text(texts: list[str]) -> None:
    ruler = Likeness("nl")
    for cluster in group(texts):
        for n in cluster.members:
            assert ruler(texts[n], texts[cluster.typical]) >= clusters.ALIKE


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_symmetric_and_a_share(one: str, other: str) -> None:
    ruler = Likeness("nl")
    assert 0.0 <= ruler(one, other) <= 1.0
    assert abs(ruler(one, other) - ruler(other, one)) < 1e-9
    assert ruler(one, fold(one).upper()) == 1.0 or fold(fold(one).upper()) != fold(one)


def test_words_that_carry_no_subject_say_nothing() -> None:
    assert Likeness("nl")("hoe is het", "wat kan ik") == 0.0
    assert len(group(["hoe is het", "wat kan ik", "???", ""])) == 3


def test_the_same_question_in_other_words_comes_together() -> None:
    texts = [
        "mag de straat dicht voor een feest",
        "hoe vraag ik een vog aan",
        "Mag de straat dicht voor een feest?",
        "straat dicht feest",
        "mag de staat dicht voor een feest",  # a typing error
    ]
    found = group(texts)
    assert [c.members for c in found] == [(0, 2, 3, 4), (1,)]
    assert fold(texts[found[0].typical]) == "mag de straat dicht voor een feest"


def test_what_is_asked_most_is_the_typical_wording() -> None:
    texts = ["straat dicht feest", "de straat dicht voor ons feest", "Straat dicht: feest?", "straat dicht, feest"]
    (cluster,) = group(texts)
    assert fold(texts[cluster.typical]) == "straat dicht feest"


def test_a_matcher_that_takes_both_for_the_same_entry_brings_them_together() -> None:
    texts = ["kan de weg eruit", "mogen wij de rijbaan versperren"]
    assert len(group(texts)) == 2
    (together,) = group(texts, meaning=lambda _text: {"straat": 0.9})
    assert together.members == (0, 1)
    assert len(group(texts, meaning=lambda text: {"straat" if "weg" in text else "bus": 0.9})) == 2


MEANT = {
    "hoe krijgen wij subsidie van de gemeente": {"subsidie-gemeente": 0.85},
    "wij willen geld vragen bij het stadhuis": {"subsidie-gemeente": 0.86},
    "mijn hond is weggelopen bij de sloot": {"subsidie-gemeente": 0.86},
}


def test_the_same_entry_proposes_one_answer_only_when_the_words_point_the_same_way_too() -> None:
    ruler = Likeness("nl", meaning=MEANT.__getitem__)
    subsidy, money, dog = MEANT
    assert ruler.surely(subsidy, money)
    assert not ruler.surely(subsidy, dog)


def test_what_is_written_by_ear_is_the_same() -> None:
    ruler = Likeness("nl")
    assert ruler("moete wij fergunning hebbe voor de markt", "moeten wij vergunning hebben voor de markt") == 1
