"""Entries as YAML that people read and compare: the same entries always give the same text.

Answers stand in blocks, so that Markdown looks as it was written; a text that a block or a plain line would
not give back to the letter is put in quotes.
"""

import json
import re
from collections.abc import Iterable, Sequence

from faq.entry import Entry, Translation
from faq.text import printable

# Other programs read these, when plain, as something else than a text.
_WORDS = frozenset(["y", "n", "yes", "no", "true", "false", "on", "off", "null"])
_PLAIN = re.compile(r"[^\W\d_](?:[^\n\t#:]|:(?=\S)|(?<=\S)#)*")
_IN_LIST = re.compile(r"[^\W\d_][^\n\t#:,\[\]{}]*")
# Line breaks to YAML and invisible marks: only in quotes do they come back as they were.
_ODD = re.compile("[\x85\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
# Invisible, or able to make the rest of the line read backwards: shown as a code rather than as it is.
_HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def dump(entries: Iterable[Entry], comments: Sequence[str] = ()) -> str:
    """YAML text that `faq.load` reads back as the same entries. `comments` are lines for its top, without '#'."""
    head = "".join(f"# {line}".rstrip() + "\n" for line in comments)
    blocks = ["\n".join(_entry(entry)) + "\n" for entry in entries]
    return head + "\n".join(blocks) if blocks else head + "[]\n"


def _entry(entry: Entry) -> list[str]:
    lines = [f"id: {_scalar(entry.id)}", *_questions(entry)]
    if entry.themes:
        lines.append(f"themes: [{', '.join(_scalar(theme, _IN_LIST) for theme in entry.themes)}]")
    if entry.language != "nl":
        lines.append(f"language: {_scalar(entry.language)}")
    for name, value in (("review", entry.review), ("picture", entry.picture), ("voice", entry.voice)):
        if value is not None:
            lines.append(f"{name}: {_scalar(value) if isinstance(value, str) else value.isoformat()}")
    if entry.translations:
        lines.append("translations:")
    for code, translation in sorted(entry.translations.items()):
        lines += [f"  {_scalar(code)}:", *("    " + line if line else "" for line in _questions(translation))]
    first, *rest = lines
    return [f"- {first}", *("  " + line if line else "" for line in rest)]


def _questions(part: Entry | Translation) -> list[str]:
    lines = [f"question: {_scalar(part.question)}"]
    if part.phrasings:
        lines += ["phrasings:", *(f"  - {_scalar(text)}" for text in part.phrasings)]
    return [*lines, *_block("answer", part.answer)]


def _block(name: str, text: str) -> list[str]:
    text = printable(text)
    if not text or _ODD.search(text):
        return [f"{name}: {_quoted(text)}"]
    return [f"{name}: |", *(f"  {line}" if line else "" for line in text.split("\n"))]


def _scalar(text: str, plain: re.Pattern[str] = _PLAIN) -> str:
    text = printable(text)
    if plain.fullmatch(text) and not text.endswith(":") and text.lower() not in _WORDS and not _ODD.search(text):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    """JSON's quotes are YAML's too, when what YAML cannot hold is a code."""
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
