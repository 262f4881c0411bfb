"""From YAML nodes to entries: which fields there are, and what each may hold."""

import re
from datetime import date

from faq.entry import Entry, Translation
from faq.fields import Fields, is_nothing
from faq.problems import Problems
from faq.text import fold
from faq.yaml_nodes import Mapping, Node, Sequence

FIELDS = (
    "id",
    "question",
    "phrasings",
    "answer",
    "themes",
    "language",
    "translations",
    "review",
    "picture",
    "voice",
)
TRANSLATION_FIELDS = ("question", "phrasings", "answer")
MAX_ID = 48  # "?start=faq_<id>" may have 64 characters, and so may the data of a button
MAX_ANSWER = 20_000  # characters: five messages of Telegram

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2}")
# What Telegram takes for a picture or a voice (Bot API, "Sending files"): a web address, or the id of a file it has.
_FILE = re.compile(r"https?://[^\s/]+(/\S*)?|[A-Za-z0-9_-]{20,}")


def read_entries(root: Node | None, problems: Problems) -> list[Entry]:
    """All entries of a parsed file. What is wrong goes to `problems`; broken entries are left out."""
    if root is None or is_nothing(root) or (isinstance(root, Sequence) and not root.items):
        problems.add_for_file("is empty; it needs at least one entry, starting with '- id: ...'")
        return []
    if not isinstance(root, Sequence):
        problems.add(root.line, None, "must be a list of entries; start each entry with '- id: ...'")
        return []
    reader = _Reader(problems)
    return [entry for node in root.items if (entry := reader.entry(node)) is not None]


class _Reader:
    """Reads entry after entry and remembers which ids and phrasings it has met."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._ids: dict[str, int] = {}
        self._asked: dict[tuple[str, str], tuple[str, int]] = {}

    def entry(self, node: Node) -> Entry | None:
        if not isinstance(node, Mapping):
            self._problems.add(node.line, None, "an entry must have fields such as 'id: ...' and 'question: ...'")
            return None
        fields = Fields(node, FIELDS, self._problems)
        identifier = self._id(fields)
        answer = fields.required("answer", MAX_ANSWER)
        language = self._language(fields)
        question, phrasings = self._questions(fields, identifier, language)
        entry = Entry(
            id=identifier,
            question=question,
            phrasings=phrasings,
            answer=answer,
            themes=tuple(theme.casefold() for theme, _ in fields.texts("themes")),
            language=language,
            translations=self._translations(fields, identifier, language),
            review=_review(fields),
            picture=_file(fields, "picture"),
            voice=_file(fields, "voice"),
        )
        return entry if identifier and question and answer else None

    def _id(self, fields: Fields) -> str:
        identifier = fields.required("id", MAX_ID)
        if not identifier:
            return ""
        if not SLUG.fullmatch(identifier):
            fields.add("id", f"'{identifier}' may have only a-z, 0-9 and hyphens, as in 'vog-aanvragen'")
        if identifier in self._ids:
            first = f"{self._problems.place} {self._ids[identifier]}"
            fields.add("id", f"'{identifier}' is used by the entry on {first} too")
        self._ids.setdefault(identifier, fields.line)
        return identifier

    def _questions(self, fields: Fields, identifier: str, language: str) -> tuple[str, tuple[str, ...]]:
        question = fields.required("question")
        phrasings = fields.texts("phrasings")
        if question:
            self._asked_once("question", question, None, fields, (identifier, language))
        for n, (phrasing, line) in enumerate(phrasings, 1):
            self._asked_once(f"phrasings[{n}]", phrasing, line, fields, (identifier, language))
        return question, tuple(text for text, _ in phrasings)

    def _asked_once(self, name: str, text: str, line: int | None, fields: Fields, owner: tuple[str, str]) -> None:
        identifier, language = owner
        folded = fold(text)
        if not folded:
            fields.add(name, "has no letters or digits", line)
            return
        if (language, folded) not in self._asked:
            self._asked[language, folded] = (identifier, line or fields.line)
            return
        other, there = self._asked[language, folded]
        whose = "this entry" if other == identifier else f"'{other}'"
        fields.add(name, f"'{text[:60]}' is asked by {whose} too, on {self._problems.place} {there}", line)

    def _language(self, fields: Fields) -> str:
        code = fields.optional("language") or "nl"
        if not _LANGUAGE.fullmatch(code):
            fields.add("language", f"'{code}' must be a code of two letters, as 'nl' or 'en'")
        return code

    def _translations(self, fields: Fields, identifier: str, language: str) -> dict[str, Translation]:
        node = fields.node("translations")
        if node is None:
            return {}
        if not isinstance(node, Mapping):
            fields.add("translations", "must have a language code with fields, as 'en:'")
            return {}
        found: dict[str, Translation] = {}
        for key, value in node.items:
            name = f"translations.{key.text}"
            if not _LANGUAGE.fullmatch(key.text):
                fields.add(name, "must be a code of two letters, as 'en'", key.line)
            elif key.text == language or key.text in found:
                fields.add(name, "this language is there already", key.line)
            elif not isinstance(value, Mapping):
                fields.add(name, "must have the fields question and answer", value.line)
            else:
                inner = Fields(value, TRANSLATION_FIELDS, self._problems, f"{name}.")
                question, phrasings = self._questions(inner, identifier, key.text)
                found[key.text] = Translation(question, phrasings, inner.required("answer", MAX_ANSWER))
        return found


def _review(fields: Fields) -> date | None:
    text = fields.optional("review")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        fields.add("review", f"'{text}' must be a date as 2027-01-31")
        return None


def _file(fields: Fields, name: str) -> str | None:
    text = fields.optional(name)
    if text and not _FILE.fullmatch(text):
        fields.add(name, f"'{text[:60]}' must be a web address (https://…) or a file id of Telegram")
        return None
    return text or None
