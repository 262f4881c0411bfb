"""The catalogues: the same in both languages, all of it used, nothing missing, and within the writing rules."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

ROOT = Path(__file__).parents[1]
TEXTS = ROOT / "bot" / "texts"
LANGUAGES = ("nl", "en")
CODE = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")]

# Writing rules, in characters as people see them.
BUTTON, TOAST, MESSAGE, STAFF_MESSAGE = 32, 60, 360, 500
# What a variable counts for, unless it is known better: a name, a number, a date.
FILLED_IN = 8
ID = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")
# Functions that take the id of a text, and which of their arguments it is.
SPEAKERS = {"t": 0, "plain": 0, "say": 0, "replace": 0, "toast": 0, "tell": 2, "has": 0}


@cache
def catalogue(language: str) -> dict[str, ftl.Message]:
    """The messages of a language by id. AssertionError for what cannot be parsed, or is there twice."""
    found: dict[str, ftl.Message] = {}
    for file in sorted((TEXTS / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{file.name}: {entry.id.name} is there twice"
                found[entry.id.name] = entry
    return found


def names(node: object, kind: type) -> set[str]:
    """The names of all variables or references of this kind under a node of Fluent's syntax."""
    found: set[str] = set()
    for part in walk(node):
        if isinstance(part, kind):
            found.add(part.id.name)  # type: ignore[attr-defined]
    return found


def walk(node: object) -> Iterator[object]:
    yield node
    for value in vars(node).values() if isinstance(node, ftl.BaseNode) else ():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ftl.BaseNode):
                yield from walk(child)


def longest(pattern: ftl.Pattern, language: str) -> str:
    """The text at its longest: of each choice the longest variant, of each variable some characters."""
    parts = []
    for element in pattern.elements:
        if isinstance(element, ftl.TextElement):
            parts.append(element.value)
        else:
            parts.append(_placed(element.expression, language))
    return unescape(re.sub(r"<[^>]*>", "", "".join(parts)))


def _placed(expression: object, language: str) -> str:
    if isinstance(expression, ftl.SelectExpression):
        return max((longest(v.value, language) for v in expression.variants), key=len)
    if isinstance(expression, ftl.MessageReference):
        referred = catalogue(language)[expression.id.name].value
        return longest(referred, language) if referred else ""
    if isinstance(expression, ftl.StringLiteral):
        return str(expression.value)
    return "x" * FILLED_IN


@cache
def mentioned() -> tuple[set[str], set[str], dict[str, str]]:
    """Of the code: strings that could be ids, beginnings of ids made of parts, and ids that are surely spoken."""
    literals, beginnings, spoken = set(), set(), {}
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                beginnings.add(str(node.values[0].value))
            elif isinstance(node, ast.Call) and (name := _spoken(node)):
                spoken[name] = f"{file.relative_to(ROOT)}:{node.lineno}"
    return literals, {b for b in beginnings if re.fullmatch(r"[a-z]+-(?:[a-z0-9]+-)*", b)}, spoken


def _spoken(call: ast.Call) -> str | None:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    place = SPEAKERS.get(name)
    if place is None or len(call.args) <= place:
        return None
    given = call.args[place]
    if isinstance(given, ast.Constant) and isinstance(given.value, str) and ID.fullmatch(given.value):
        return given.value
    return None


def test_both_languages_have_the_same_texts() -> None:
    dutch, english = set(catalogue("nl")), set(catalogue("en"))
    assert dutch - english == set(), "not in English"
    assert english - dutch == set(), "not in Dutch"
    assert len(dutch) > 50


def test_texts_have_the_same_variables_in_both_languages() -> None:
    different = {
        name: (names(message, ftl.VariableReference), names(catalogue("en")[name], ftl.VariableReference))
        for name, message in catalogue("nl").items()
        if names(message, ftl.VariableReference) != names(catalogue("en")[name], ftl.VariableReference)
    }
    assert different == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_references_lead_somewhere(language: str) -> None:
    known = set(catalogue(language))
    referred = {ref for m in catalogue(language).values() for ref in names(m, ftl.MessageReference)}
    assert referred <= known


def test_every_text_is_used() -> None:
    literals, beginnings, _ = mentioned()
    referred = {ref for m in catalogue("nl").values() for ref in names(m, ftl.MessageReference)}
    unused = {
        name
        for name in catalogue("nl")
        if name not in literals and name not in referred and not any(name.startswith(b) for b in beginnings)
    }
    assert unused == set()


def test_every_text_that_the_code_names_is_there() -> None:
    spoken = mentioned()[2]
    assert len(spoken) > 100
    assert {name: where for name, where in spoken.items() if name not in catalogue("nl")} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_lengths(language: str) -> None:
    too_long = {}
    for name, message in catalogue(language).items():
        if message.value is not None:
            length, most = len(longest(message.value, language)), allowed(name)
            if length > most:
                too_long[name] = f"{length} of {most}"
    assert too_long == {}


def allowed(name: str) -> int:
    """How long a text may be, by what its id says that it is."""
    if name.endswith("-button"):
        return BUTTON
    if name.endswith("-toast"):
        return TOAST
    for_staff = name.startswith(("staff-", "queue-", "card-", "news-", "calendar-", "privacy", "profile-"))
    return STAFF_MESSAGE if for_staff else MESSAGE


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tone(language: str) -> None:
    """No exclamation marks, no words that the writing rules forbid."""
    loud = {name for name, text in plain_texts(language) if "!" in text}
    assert loud == set()
    if language == "nl":
        forbidden = re.compile(
            r"\b(ticket|agent|operator|helaas|indien|middels|betreffende|notificatie|klik)\w*", re.I
        )
        assert {name: found.group() for name, text in plain_texts("nl") if (found := forbidden.search(text))} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_tags_are_balanced_and_ones_that_telegram_knows(language: str) -> None:
    wrong = {}
    for name, message in catalogue(language).items():
        raw = "".join(p.value for p in walk(message) if isinstance(p, ftl.TextElement))
        opened = sorted(re.findall(r"<([a-z-]+)[^>]*>", raw))
        if opened != sorted(re.findall(r"</([a-z-]+)>", raw)) or not set(opened) <= {
            "b",
            "i",
            "a",
            "code",
            "pre",
            "blockquote",
        }:
            wrong[name] = raw
    assert wrong == {}


def plain_texts(language: str) -> list[tuple[str, str]]:
    """Every text without what is filled in, all variants together."""
    return [
        (name, " ".join(p.value for p in walk(message) if isinstance(p, ftl.TextElement)))
        for name, message in catalogue(language).items()
    ]
