"""Words of crisis: which kind of help a text asks for, by a file that coordinators can change.

Read completely or not at all: every mistake by line and field, as for the FAQ's files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from bot.safety.phrases import PhraseError, Phrases, sentences
from faq.problems import Problems
from faq.yaml_nodes import Mapping as YamlMapping
from faq.yaml_nodes import Node, Scalar, Sequence, YamlError, parse

NUMBERS = ("emergency", "suicide", "suicide-free", "suicide-chat", "home", "child", "talk")
SECTIONS = ("checked", "numbers", "fillers", "groups", "exceptions", "kinds", "low")
EXCEPTION = "exception"
_MOST_BYTES = 2**20


class Kind(StrEnum):
    """What kind of crisis, most pressing first: with several at once the first decides which numbers are given."""

    SUICIDE = "suicide"
    CHILD = "child"
    HOME = "home"
    DANGER = "danger"


# Sadness: a kind word and a number, no alarm.
LOW = "low"


@dataclass(frozen=True, slots=True)
class Crisis:
    """What the file holds. `numbers`: of each help line; `checked`: when they were last checked at the source."""

    numbers: Mapping[str, str]
    checked: date
    phrases: Phrases

    def kind(self, text: str) -> Kind | None:
        """The kind of crisis that the text speaks of; None for an ordinary one."""
        labels = _labels(self.phrases, text)
        return next((kind for kind in Kind if kind in labels), None)

    def is_low(self, text: str) -> bool:
        """Whether someone is sad or alone, and would like to hear that talking helps."""
        return LOW in _labels(self.phrases, text)


@lru_cache(maxsize=64)  # of one message it is asked several times
def _labels(phrases: Phrases, text: str) -> frozenset[str]:
    """What exceptions cover does not count: it is taken out, and nothing reaches over the gap."""
    labels: set[str] = set()
    for sentence in sentences(text):
        hits = phrases.find(sentence)
        covered = {n for hit in hits if hit.label == EXCEPTION for n in range(hit.start, hit.end)}
        labels |= {
            hit.label for hit in hits if hit.label != EXCEPTION and covered.isdisjoint(range(hit.start, hit.end))
        }
    return frozenset(labels)


def load(path: Path) -> Crisis:
    """Read the file. Raises faq.FileError with every mistake, by line and field."""
    problems = Problems(str(path))
    root: Node | None = None
    try:
        root = parse(path.read_bytes()[:_MOST_BYTES].decode("utf-8-sig"))
    except YamlError as error:
        problems.add(error.line, None, error.message)
    except UnicodeDecodeError:
        problems.add_for_file("is not UTF-8 text; save the file as UTF-8")
    except OSError as error:
        problems.add_for_file(f"cannot be read: {error.strerror}")
    problems.raise_if_any()
    if not isinstance(root, YamlMapping):
        problems.add_for_file(f"must hold the fields {', '.join(SECTIONS)}")
        problems.raise_if_any()
    assert isinstance(root, YamlMapping)
    return _Reader(problems).read(root)


class _Reader:
    """Reads the tree, and notes every problem on the way."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems

    def read(self, root: YamlMapping) -> Crisis:
        """What the file holds. Raises FileError."""
        found: dict[str, Node] = {}
        for key, node in root.items:
            if key.text not in SECTIONS:
                self._problems.add(key.line, key.text, f"is not a field; there are {', '.join(SECTIONS)}")
            found[key.text] = node
        for missing in (name for name in SECTIONS if name not in found and name not in ("exceptions", "fillers")):
            self._problems.add(1, missing, "is missing")
        checked = self._month(found.get("checked"))
        numbers = self._numbers(found.get("numbers"))
        groups = {name: [text for _, text in texts] for name, texts in self._lists(found, "groups").items()}
        fillers = [text for _, text in self._texts(found.get("fillers"), "fillers")]
        phrases = self._phrases(found, groups)
        self._problems.raise_if_any()
        return Crisis(numbers, checked, Phrases(phrases, groups, fillers))

    def _phrases(self, found: Mapping[str, Node], groups: Mapping[str, list[str]]) -> list[tuple[str, str]]:
        by_label = self._lists(found, "kinds")
        for kind in by_label.keys() - set(Kind):
            self._problems.add(found["kinds"].line, f"kinds.{kind}", f"is not a kind; there are {', '.join(Kind)}")
        by_label[EXCEPTION] = self._texts(found.get("exceptions"), "exceptions")
        by_label[LOW] = self._texts(found.get("low"), "low")
        pairs = []
        for label, texts in by_label.items():
            for line, text in texts:
                try:
                    Phrases([(text, label)], groups, [])
                except PhraseError as error:
                    self._problems.add(line, label, str(error))
                pairs.append((text, label))
        return pairs

    def _month(self, node: Node | None) -> date:
        found = re.fullmatch(r"(\d{4})-(\d{2})", node.text) if isinstance(node, Scalar) else None
        if found is not None and 1 <= int(found[2]) <= 12:
            return date(int(found[1]), int(found[2]), 1)
        if node is not None:
            self._problems.add(node.line, "checked", "must be a year and a month, as 2026-11")
        return date.min

    def _numbers(self, node: Node | None) -> dict[str, str]:
        found: dict[str, str] = {}
        for key, value in self._pairs(node, "numbers"):
            field = f"numbers.{key.text}"
            if key.text not in NUMBERS:
                self._problems.add(key.line, field, f"is not a number we use; there are {', '.join(NUMBERS)}")
            elif not isinstance(value, Scalar) or not self._right(key.text)(value.text):
                self._problems.add(
                    value.line, field, "must be a telephone number in quotes, or for a chat a https address"
                )
            else:
                found[key.text] = value.text
        if node is not None:
            for name in (name for name in NUMBERS if name not in {k.text for k, _ in self._pairs(node, "")}):
                self._problems.add(node.line, f"numbers.{name}", "is missing")
        return found

    @staticmethod
    def _right(name: str) -> Callable[[str], object]:
        pattern = r"https://\S+" if name.endswith("chat") else r"\+?\d[\d -]+"
        return lambda text: re.fullmatch(pattern, text)

    def _lists(self, found: Mapping[str, Node], field: str) -> dict[str, list[tuple[int, str]]]:
        return {
            key.text: self._texts(node, f"{field}.{key.text}") for key, node in self._pairs(found.get(field), field)
        }

    def _pairs(self, node: Node | None, field: str) -> list[tuple[Scalar, Node]]:
        if isinstance(node, YamlMapping):
            return node.items
        if node is not None and field:
            self._problems.add(node.line, field, "must hold names with what belongs to them")
        return []

    def _texts(self, node: Node | None, field: str) -> list[tuple[int, str]]:
        items = node.items if isinstance(node, Sequence) else []
        texts = [(item.line, item.text) for item in items if isinstance(item, Scalar) and not item.is_null]
        if node is not None and (not isinstance(node, Sequence) or len(texts) < len(items)):
            self._problems.add(node.line, field, "must be a list of texts")
        return texts
