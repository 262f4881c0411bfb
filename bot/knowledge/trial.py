"""What a phrasing would do, before it is added: does its question find the answer then, and whom does it harm?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import faq
from faq.clusters import Likeness
from faq.lexicon import Groups

# An entry that a phrasing finds with this probability, while it is meant for another, is what it looks like too.
# Lower, and a quarter of the right taps would be doubted: these are questions that the bot did not know well.
LOOKS_LIKE = 0.7
# A phrasing that finds its entry, when left out itself, with less than this would not even be suggested by it (as
# faq.index.WORTH_ASKING): there is nothing to lose, and such losses come and go with any change.
WORTH_KEEPING = 0.36
# How many other entries, and how many of their phrasings, are looked at: those most like the new phrasing.
RIVALS, RIVAL_TEXTS = 3, 6


# A question, by its id.
Numbered = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of it.

    `rival`: an entry that the phrasings look like as well, or whose own phrasings they would take away.
    `text`: a question to show it by, one that is not added itself where there is one. `found`: what the bot finds
    for it then. `elsewhere`: those questions (by their ids) that find something else even then.
    """

    rival: faq.Entry | None
    text: str
    found: faq.Match | None
    elsewhere: tuple[int, ...] = ()


def try_out(
    index: faq.Index,
    entry_id: str,
    phrasings: Sequence[Numbered],
    others: Sequence[Numbered] = (),
    synonyms: Groups = (),
) -> Trial:
    """Try phrasings for an entry, on a copy of the index: takes a second or so. `synonyms`: as the index has them.

    The first phrasing is the one that staff judged. The others, and `others`, were put with it by a program: those
    that find something else although the first is there, ask something else.
    """
    after = _index_with(index, entry_id, [text for _, text in phrasings[:1]], synonyms)
    elsewhere = {number for number, text in (*phrasings[1:], *others) if not _finds(after, entry_id, text)}
    added = [text for number, text in phrasings if number not in elsewhere]
    if len(added) > 1:
        after = _index_with(index, entry_id, added, synonyms)
    text = next((text for number, text in others if number not in elsewhere), (added or [""])[0])
    found = after.search(text, 1)
    harmed = rival(index, entry_id, added, synonyms)
    return Trial(harmed, text, found[0] if found else None, tuple(sorted(elsewhere)))


def rival(index: faq.Index, entry_id: str, phrasings: Sequence[str], synonyms: Groups = ()) -> faq.Entry | None:
    """The entry that these phrasings look like too, or would harm; None when they do no harm that we can see.

    Harm is: a phrasing of that entry, had it not been there, finds that entry well enough now, and would not find it
    with the new phrasings. It is looked for among the nearest entries only.
    """
    for text in phrasings:
        matches = [m for m in index.search(text, RIVALS + 1) if m.entry.id != entry_id][:RIVALS]
        if matches and matches[0].score >= LOOKS_LIKE:
            return matches[0].entry
    near = {m.entry.id: m.entry for text in phrasings for m in index.search(text, RIVALS + 1)}
    target = next((entry for entry in index.entries if entry.id == entry_id), None)
    if target is None:
        return None
    others = [entry for entry in near.values() if entry.id != entry_id]
    for entry, text in _nearest_texts(others, phrasings, index.language):
        few = [_without(e, text) for e in others]
        before = faq.Index([target, *few], synonyms)
        if not _finds(before, entry.id, text, WORTH_KEEPING):
            continue
        if not _finds(faq.Index([_with(target, phrasings), *few], synonyms), entry.id, text):
            return entry
    return None


def _nearest_texts(
    entries: Sequence[faq.Entry], phrasings: Sequence[str], language: str
) -> list[tuple[faq.Entry, str]]:
    """The phrasings of these entries that are most like the new ones, the nearest first."""
    ruler = Likeness(language)
    texts = [(entry, text) for entry in entries for text in entry.phrasings]
    found = [(max(ruler(text, new) for new in phrasings), entry, text) for entry, text in texts]
    near = sorted((item for item in found if item[0] > 0), key=lambda item: (-item[0], item[1].id, item[2]))
    return [(entry, text) for _, entry, text in near[:RIVAL_TEXTS]]


def _index_with(index: faq.Index, entry_id: str, phrasings: Sequence[str], synonyms: Groups) -> faq.Index:
    changed = (_with(entry, phrasings) if entry.id == entry_id else entry for entry in index.entries)
    return faq.Index(changed, synonyms)


def _finds(index: faq.Index, entry_id: str, text: str, least: float = 0.0) -> bool:
    found = index.search(text, 1)
    return bool(found) and found[0].entry.id == entry_id and found[0].score >= least


def _with(entry: faq.Entry, phrasings: Sequence[str]) -> faq.Entry:
    return replace(entry, phrasings=(*entry.phrasings, *phrasings))


def _without(entry: faq.Entry, text: str) -> faq.Entry:
    return replace(entry, phrasings=tuple(p for p in entry.phrasings if p != text))
