"""What staff write in reply to a draft: "Vraag: …", "Antwoord: …", "Zoek: …", alone or together in one message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.desk.names import clean
from bot.knowledge import drafts
from bot.knowledge.drafts import Draft
from bot.texts.to_markdown import to_markdown

# The labels in both languages, since a group may use either.
LABELS = {
    "vraag": "question",
    "question": "question",
    "antwoord": "answer",
    "answer": "answer",
    "zoek": "phrasings",
    "zoekzin": "phrasings",
    "zoekzinnen": "phrasings",
    "search": "phrasings",
    "onderwerp": "themes",
    "onderwerpen": "themes",
    "theme": "themes",
    "themes": "themes",
    "weg": "remove",
    "remove": "remove",
}
# Someone may write a label in bold, with or without its colon.
_LABEL = re.compile(rf"^(?P<m>[*_]*)(?P<label>{'|'.join(LABELS)})(?:(?P=m)[ \t]?:|:(?P=m))[ \t]*", re.I | re.M)
_QUOTES = " \t\"'“”„‘’«»-•"
# What is asked for next in a new draft, when nothing of it was there.
NEXT = {"question": "answer", "answer": "phrasings"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a reply. `name`: a value of LABELS, or None for what stands before the first label."""

    name: str | None
    text: str


def parts(text: str) -> list[Part]:
    """The labelled parts of a text, in order; empty ones without a label are left out."""
    found, name, start = [], None, 0
    for label in _LABEL.finditer(text):
        found.append(Part(name, text[start : label.start()].strip()))
        name, start = LABELS[label["label"].casefold()], label.end()
    found.append(Part(name, text[start:].strip()))
    return [part for part in found if part.name or part.text]


def changes(draft: Draft, text: str, html: str) -> dict[str, object]:
    """What a reply changes of the draft, as `drafts.edit` takes it; nothing when it has no label and needs one.

    `html`: the reply as Telegram HTML, for the formatting of an answer.
    """
    plain, formatted = parts(text), parts(to_markdown(html))
    if [p.name for p in plain] != [p.name for p in formatted]:
        formatted = parts(to_markdown(_escaped(text)))
    values: dict[str, object] = {}
    for part, as_markdown in zip(plain, formatted, strict=False):
        name = part.name or draft.field
        if name is not None:  # else it is talk, since no reply without a label was asked for
            _take(values, draft, name, part.text, as_markdown.text)
    if values and draft.entry_id is None and draft.field in NEXT and draft.field in values:
        values["field"] = NEXT[draft.field]
    return values


def _take(values: dict[str, object], draft: Draft, name: str, text: str, markdown: str) -> None:
    have = values.get("phrasings", draft.phrasings)
    assert isinstance(have, list)
    match name:
        case "question":
            values["question"] = clean(text)
        case "answer":
            values["answer"] = markdown
        case "phrasings":
            lines = [clean(line).strip(_QUOTES) for line in text.splitlines()]
            values["phrasings"] = drafts.add_phrasings(have, str(values.get("question", draft.question)), lines)
        case "themes":
            themes = [clean(theme).strip(_QUOTES).casefold() for theme in re.split(r"[,\n]", text)]
            values["themes"] = list(dict.fromkeys(theme for theme in themes if theme))
        case "remove":
            values["phrasings"] = _without(have, text)


def _without(phrasings: Sequence[str], numbers: str) -> list[str]:
    gone = {int(n) for n in re.findall(r"\d{1,4}", numbers)}
    return [text for n, text in enumerate(phrasings, 1) if n not in gone]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
