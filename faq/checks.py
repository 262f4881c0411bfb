"""What is wrong with an FAQ, or could be better, beyond what makes a file unreadable."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from faq.confusion import confusions
from faq.entry import Entry, Translation
from faq.lexicon import Groups
from faq.markup import bad_url, mistakes
from faq.readability import HARD, LONG, TOO_LONG, reading
from faq.reading import MAX_ID, SLUG
from faq.text import fold

ERROR, WARNING = "error", "warning"
FEW_PHRASINGS = 5  # with fewer the matcher finds an entry clearly less often (docs/matching.md)
MAX_MESSAGE = 4096  # characters that Telegram shows in a message, as UTF-16 counts them
OUR_MESSAGE = 900  # characters that people read to the end on a phone
_MARKS = re.compile(r"\*\*|__|`|(?<=\])\([^)\n]*\)|[\[\]]")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: an ERROR, which must not go out, or a WARNING. `field` as in a file, None for all of it."""

    level: str
    entry_id: str
    field: str | None
    message: str


def check(entries: Sequence[Entry], today: date, synonyms: Groups | None = None) -> list[Finding]:
    """Everything that is found, entry by entry in their order; within an entry the errors first.

    With more than a handful of entries most of the time goes into what the matcher confuses.
    """
    found = [finding for entry in entries for finding in check_entry(entry, today)]
    found += [*_ids(entries), *_phrasings_asked_twice(entries), *_confused(entries, synonyms)]
    order = {entry.id: number for number, entry in enumerate(entries)}
    return sorted(found, key=lambda finding: (order[finding.entry_id], finding.level != ERROR))


def check_entry(entry: Entry, today: date) -> Iterator[Finding]:
    """What can be seen of an entry by itself."""
    yield from _texts(entry)
    yield from _answer(entry, "answer", entry.answer, entry.language)
    for code, translation in entry.translations.items():
        yield from _answer(entry, f"translations.{code}.answer", translation.answer, code)
    if entry.review and entry.review < today:
        yield Finding(WARNING, entry.id, "review", f"it should have been checked by {entry.review.isoformat()}")
    for name, value in (("picture", entry.picture), ("voice", entry.voice)):
        if value and "/" in value and (why := bad_url(value)):
            yield Finding(ERROR, entry.id, name, f"'{value[:60]}' {why}")


def _texts(entry: Entry) -> Iterator[Finding]:
    for prefix, part in _parts(entry):
        for name, text in (("question", part.question), ("answer", part.answer)):
            if not fold(text):
                yield Finding(ERROR, entry.id, prefix + name, "is empty, or has no letters or digits")
        for number, phrasing in enumerate(part.phrasings, 1):
            if not fold(phrasing):
                yield Finding(ERROR, entry.id, f"{prefix}phrasings[{number}]", "is empty, or has no letters or digits")
    if len(entry.phrasings) < FEW_PHRASINGS:
        few = f"has {len(entry.phrasings)} other ways to ask it; {FEW_PHRASINGS} is good, {2 * FEW_PHRASINGS} better"
        yield Finding(WARNING, entry.id, "phrasings", few)


def _parts(entry: Entry) -> list[tuple[str, Entry | Translation]]:
    return [("", entry), *((f"translations.{code}.", part) for code, part in entry.translations.items())]


def _answer(entry: Entry, field: str, answer: str, language: str) -> Iterator[Finding]:
    length = len(_MARKS.sub("", answer).encode("utf-16-le")) // 2
    if length > MAX_MESSAGE:
        too_long = f"has {length} characters; a message of Telegram holds {MAX_MESSAGE}"
        yield Finding(ERROR, entry.id, field, too_long)
    elif length > OUR_MESSAGE:
        yield Finding(WARNING, entry.id, field, f"has {length} characters; people read {OUR_MESSAGE}")
    for mistake in mistakes(answer):
        yield Finding(ERROR, entry.id, field, mistake)
    if language in ("nl", "en"):
        yield from _hard_to_read(entry, field, answer, language)


def _hard_to_read(entry: Entry, field: str, answer: str, language: str) -> Iterator[Finding]:
    found = reading(answer, language)
    longest = max(found.sentences, key=lambda sentence: sentence[1], default=("", 0))
    if found.score is not None and found.score < HARD:
        hard = f"is hard to read: {found.score:.0f} on the scale of Flesch–Douma, where {HARD} and more is B1"
        yield Finding(WARNING, entry.id, field, f"{hard}. Its longest sentence: {longest[0]}")
    if found.mean_words > LONG and longest[1] <= TOO_LONG:
        many = f"has {found.mean_words:.0f} words a sentence; at most {LONG} on average is B1"
        yield Finding(WARNING, entry.id, field, f"{many}. Its longest: {longest[0]}")
    for sentence, count in found.sentences:
        if count > TOO_LONG:
            yield Finding(WARNING, entry.id, field, f"has a sentence of {count} words; make two of it: {sentence}")


def _ids(entries: Sequence[Entry]) -> Iterator[Finding]:
    for identifier, count in Counter(entry.id for entry in entries).items():
        if not SLUG.fullmatch(identifier) or len(identifier) > MAX_ID:
            rule = f"may have only a-z, 0-9 and hyphens, and at most {MAX_ID} of them"
            yield Finding(ERROR, identifier, "id", rule)
        if count > 1:
            yield Finding(ERROR, identifier, "id", f"is used by {count} entries")


def _phrasings_asked_twice(entries: Iterable[Entry]) -> Iterator[Finding]:
    asked: dict[tuple[str, str], tuple[str, str]] = {}
    for entry in entries:
        for prefix, part in _parts(entry):
            language = prefix.split(".")[1] if prefix else entry.language
            texts = [("question", part.question), *((f"phrasings[{n}]", t) for n, t in enumerate(part.phrasings, 1))]
            for name, text in texts:
                here = (entry.id, prefix + name)
                owner, place = asked.setdefault((language, fold(text)), here)
                if fold(text) and (owner, place) != here:
                    whose = "this entry" if owner == entry.id else f"'{owner}'"
                    yield Finding(ERROR, entry.id, prefix + name, f"'{text[:60]}' is asked by {whose} too ({place})")


def _confused(entries: Sequence[Entry], synonyms: Groups | None) -> Iterator[Finding]:
    for pair in confusions(entries, synonyms):
        said = ", ".join(f"'{text}'" for text in pair.phrasings[:3])
        because = f" (the words {', '.join(pair.words)})" if pair.words else ""
        what = "is answered with" if pair.sure else "is taken for"
        message = f"what is like {said} {what} '{pair.other.id}'{because}; add phrasings that tell them apart"
        yield Finding(WARNING, pair.entry.id, None, message)


__all__ = ["ERROR", "WARNING", "Finding", "check", "check_entry"]
