"""What tickets are about: guessed from the answers that are most like the question, put right by staff."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

import faq
from bot.desk import tickets
from bot.desk.ticket import Actor

# So probable must a theme be to be guessed. Of questions whose answer is not in our list half get a guess, and two
# thirds of those are right (docs/matching.md).
SURE_ENOUGH = 0.6
LONGEST = 64


def guess(text: str, index: faq.Index) -> str | None:
    """The theme of the answers that a question is most like, all of them together; None when that tells little."""
    found: Counter[str] = Counter()
    for match in index.search(text):
        for theme in match.entry.themes:
            found[theme] += match.score  # type: ignore[assignment]
    best = max(found.items(), key=lambda item: (item[1], item[0]), default=(None, 0.0))
    return best[0][:LONGEST] if best[0] is not None and best[1] >= SURE_ENOUGH else None


def known(index: faq.Index, named: Iterable[str]) -> list[str]:
    """The themes to choose from: those of the answers, most used first, then those that only have a name."""
    return [theme for theme in dict.fromkeys([*faq.themes(index.entries), *named]) if len(theme) <= LONGEST]


def choose(session: Session, ticket_id: int, theme: str | None, by: Actor, now: datetime) -> None:
    """Staff say what the ticket is about; None: nothing in particular."""
    tickets.put(session, ticket_id, theme=theme, theme_sure=True)
    tickets.audit(session, "theme", ticket_id, by, now, theme=theme)
