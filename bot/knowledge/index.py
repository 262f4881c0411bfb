"""The index that answers, kept in step with the database."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import yaml
from sqlalchemy.orm import Session

import faq
from bot.knowledge import entries
from bot.knowledge.entries import Kept
from bot.texts.markdown import to_html
from bot.texts.render import Html
from faq.yaml_nodes import LOADER
from storage.database import Database


class Knowledge:
    """The FAQ in memory. Reading is thread-safe: a new index replaces the old one as a whole."""

    def __init__(self, synonyms: Path | None = None) -> None:
        """`synonyms`: a YAML file with groups of words that mean nearly the same."""
        self._synonyms = read_synonyms(synonyms)
        self.revision = 0
        self.index = faq.Index([], synonyms=self._synonyms)
        self._refreshing = asyncio.Lock()
        self._by_id: dict[str, Kept] = {}

    async def refresh(self, db: Database) -> bool:
        """Build the index anew when the FAQ changed. Returns whether it did. Not on the event loop."""
        async with self._refreshing:  # two at a time would do the work twice, and the older might end last
            revision = await db.read(entries.revision)
            if revision == self.revision:
                return False
            await asyncio.to_thread(self._build, *await db.read(_fetch))
            return True

    @property
    def synonyms(self) -> list[list[str]]:
        """Groups of words that mean nearly the same, as the index has them."""
        return self._synonyms

    def entry(self, entry_id: str) -> faq.Entry | None:
        """The entry with this id; None when it is not, or no longer, among the answers."""
        kept = self._by_id.get(entry_id)
        return kept.entry if kept is not None else None

    def checked_at(self, entry_id: str) -> datetime | None:
        """When staff last found this answer right; None when nobody said so."""
        kept = self._by_id.get(entry_id)
        return kept.checked_at if kept is not None else None

    def html(self, entry: faq.Entry, language: str | None = None) -> Html:
        """The entry's answer for Telegram, in that language if it has one in it; default its own."""
        return to_html(entry.told_in(language or entry.language).answer)

    def load(self, session: Session) -> None:
        """Build the index from the database, for programs without an event loop."""
        self._build(*_fetch(session))

    def _build(self, revision: int, found: Sequence[Kept]) -> None:
        """Not in a transaction: with very many answers it takes long, and PostgreSQL ends one that is idle so long."""
        index = build([kept.entry for kept in found], self._synonyms)
        self.index, self._by_id, self.revision = index, {kept.entry.id: kept for kept in found}, revision


def _fetch(session: Session) -> tuple[int, Sequence[Kept]]:
    return entries.revision(session), entries.kept_active(session)


def build(entries: Sequence[faq.Entry], synonyms: list[list[str]]) -> faq.Index:
    """The index of these entries. It takes a second of computing, so not on the event loop."""
    return faq.Index(entries, synonyms=synonyms)


def read_synonyms(path: Path | None) -> list[list[str]]:
    """Groups of words that mean nearly the same, from a YAML file; none without a file."""
    if path is None:
        return []
    groups = yaml.load(path.read_text(encoding="utf-8"), LOADER) or []
    return [list(map(str, group["words"])) for group in groups]
