"""What differs between two versions of an entry, told in short."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faq.entry import Entry

FIELDS = ("question", "phrasings", "answer", "themes", "language", "translations", "review", "picture", "voice")
AROUND, SHOWN = 20, 60  # characters before what differs, and of what differs
LISTED = 3  # items of a list that are shown


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs: `old` and `new` as a person can compare them on a line."""

    field: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.field}: {self.old} → {self.new}"


def differences(old: Entry, new: Entry) -> list[Difference]:
    """The fields that differ, each in short; none for entries that say the same."""
    return [Difference(name, *_short(a, b)) for name, a, b in _fields(old, new) if a != b]


def _fields(old: Entry, new: Entry) -> Iterator[tuple[str, object, object]]:
    for name in FIELDS:
        if name != "translations":
            yield name, getattr(old, name), getattr(new, name)
    for code in sorted({*old.translations, *new.translations}):
        before, after = old.translations.get(code), new.translations.get(code)
        for name in ("question", "phrasings", "answer"):
            absent = () if name == "phrasings" else ""
            yield f"translations.{code}.{name}", getattr(before, name, absent), getattr(after, name, absent)


def _short(old: object, new: object) -> tuple[str, str]:
    if isinstance(old, tuple) and isinstance(new, tuple):
        gone, come = [text for text in old if text not in new], [text for text in new if text not in old]
        return (_listed(gone), _listed(come)) if gone or come else ("(in another order)", _listed(list(new)))
    a, b = ("" if value is None else str(value) for value in (old, new))
    start = _alike(a, b)
    end = _alike(a[start:][::-1], b[start:][::-1])
    return _part(a, start, len(a) - end), _part(b, start, len(b) - end)


def _alike(a: str, b: str) -> int:
    """How many characters are the same from the start."""
    shortest = min(len(a), len(b))
    return next((n for n in range(shortest) if a[n] != b[n]), shortest)


def _listed(texts: Sequence[str]) -> str:
    shown = ", ".join(f"'{text[:SHOWN]}'" for text in texts[:LISTED])
    return (shown + (f" and {len(texts) - LISTED} more" if len(texts) > LISTED else "")) or "(nothing)"


def _part(text: str, start: int, end: int) -> str:
    """What differs, with some of what stands around it, on one line."""
    if not text:
        return "(nothing)"
    first, last = max(0, start - AROUND), min(len(text), max(end, start + 1) + AROUND)
    last = min(last, start + SHOWN)
    cut = " ".join(text[first:last].split())
    return f"'{'…' if first else ''}{cut}{'…' if last < len(text) else ''}'"
