"""All of an entry as JSON, as revisions keep it: to show what changed, and to go back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import faq
from storage.knowledge import ACTIVE, EntryRow, Phrasing

Snapshot = dict[str, Any]

# What staff and imports change, in the order in which a change is told.
CONTENT = ("question", "answer", "phrasings", "themes", "language", "translations", "review", "picture", "voice")
# Fields whose change means that someone looked at the answer.
LOOKED_AT = frozenset({"question", "answer", "translations", "review", "picture", "voice"})


def of_entry(entry: faq.Entry) -> Snapshot:
    """The entry's content; revisions of before `translations` and the rest were kept lack those keys."""
    return {
        "question": entry.question,
        "phrasings": list(entry.phrasings),
        "answer": entry.answer,
        "language": entry.language,
        "themes": list(entry.themes),
        "translations": {code: _translation(t) for code, t in sorted(entry.translations.items())},
        "review": entry.review.isoformat() if entry.review else None,
        "picture": entry.picture,
        "voice": entry.voice,
    }


def of_row(row: EntryRow) -> Snapshot:
    """All of the row: its content, whether it is among the answers, and when it was checked."""
    checked = row.checked_at.isoformat() if row.checked_at else None
    return {**of_entry(entry(row)), "state": row.state, "checked": checked}


def entry(row: EntryRow) -> faq.Entry:
    """The row as the matcher knows it."""
    return faq.Entry(
        id=row.id,
        question=row.question,
        phrasings=tuple(p.text for p in row.phrasings),
        answer=row.answer,
        themes=tuple(row.themes),
        language=row.language,
        translations={code: _read_translation(t) for code, t in (row.translations or {}).items()},
        review=row.review,
        picture=row.picture,
        voice=row.voice,
        revision=row.revision or None,
    )


def put(row: EntryRow, snapshot: Mapping[str, Any]) -> None:
    """Make the row say what the snapshot says. What the snapshot does not name stays."""
    for name in ("question", "answer", "language", "picture", "voice", "state"):
        if name in snapshot:
            setattr(row, name, snapshot[name])
    if "themes" in snapshot:
        row.themes = list(snapshot["themes"])
    if "translations" in snapshot:
        row.translations = dict(snapshot["translations"])
    if "phrasings" in snapshot and snapshot["phrasings"] != [p.text for p in row.phrasings]:
        row.phrasings = [Phrasing(text=text) for text in snapshot["phrasings"]]
    if "review" in snapshot:
        row.review = date.fromisoformat(snapshot["review"]) if snapshot["review"] else None
    if "checked" in snapshot:
        row.checked_at = datetime.fromisoformat(snapshot["checked"]) if snapshot["checked"] else None


def changed(before: Snapshot | None, after: Snapshot) -> list[str]:
    """The names of the content that differs, and "state"; all of it when there was nothing before."""
    if before is None:
        return list(CONTENT)
    return [name for name in (*CONTENT, "state") if _get(before, name) != _get(after, name)]


def as_json(value: Any) -> Any:
    """A field's value as snapshots have it: tuples become lists, dates and translations JSON."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {code: _translation(t) if isinstance(t, faq.Translation) else t for code, t in sorted(value.items())}
    return value if value is None or isinstance(value, str) else list(value)


def _get(snapshot: Snapshot, name: str) -> Any:
    absent = {"translations": {}, "state": ACTIVE}.get(name)
    return snapshot.get(name, absent)


def _translation(t: faq.Translation) -> dict[str, Any]:
    return {"question": t.question, "phrasings": list(t.phrasings), "answer": t.answer}


def _read_translation(t: Mapping[str, Any]) -> faq.Translation:
    return faq.Translation(t["question"], tuple(t["phrasings"]), t["answer"])
