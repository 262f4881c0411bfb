"""What staff read when the bot learns: a case with its choices, what was decided, and the weekly message."""

from __future__ import annotations

from collections.abc import Sequence

import faq
from bot.desk.names import clean, cut
from bot.knowledge import Knowledge
from bot.knowledge.learning import Case
from bot.knowledge.trial import Trial
from bot.texts import Texts
from bot.texts.render import Html
from handlers.desk.desk_card import who
from handlers.learning.learn_presses import (
    LearnBack,
    LearnBelongs,
    LearnIgnore,
    LearnNew,
    LearnOther,
    LearnPage,
    LearnRefuse,
    LearnUndo,
    key,
)
from handlers.presses import Button, Rows
from storage.learning import ADDED, DRAFTED, OPEN, PROPOSAL, REFUSED

# A question is recognised by its beginning; a message for staff has some 500 characters.
LONGEST_QUESTION, LONGEST_LINE = 120, 60
DIGEST_LINES = 5

# Entries that a question may belong to, each with its probability.
Likely = Sequence[tuple[faq.Entry, float]]


def case_html(t: Texts, case: Case, total: int, knowledge: Knowledge) -> Html:
    """A case that waits: what was asked, how often, and where it may belong."""
    title = f"learn-title-{'proposal' if case.kind == PROPOSAL else 'unanswered'}"
    lines = [t(title, page=str(case.page + 1), total=str(total)), *_asked(t, case), ""]
    entry = knowledge.entry(case.entry_id) if case.entry_id else None
    if case.kind == PROPOSAL and entry is not None:
        lines.append(t("learn-proposed", question=entry.question))
    else:
        lines += likely_lines(t, likely(case, knowledge))
    if not case.phrasings:
        lines.append(t("learn-too-long"))
    return Html("\n".join(lines))


def case_rows(t: Texts, case: Case, total: int, knowledge: Knowledge) -> Rows:
    """What can be done with it. First what is most often right; other pages last."""
    entry = knowledge.entry(case.entry_id) if case.entry_id else None
    turn_page = _pages(t, case, total)
    if case.kind == PROPOSAL and entry is not None:
        add = Button(t.plain("learn-add-button"), LearnBelongs(case.id, key(entry.id)))
        rows = [[add, Button(t.plain("learn-no-button"), LearnRefuse(case.id))], turn_page]
    else:
        other = [
            *([Button(t.plain("learn-other-button"), LearnOther(case.id))] if case.phrasings else []),
            Button(t.plain("learn-new-button"), LearnNew(case.id)),
        ]
        ignore = Button(t.plain("learn-ignore-button"), LearnIgnore(case.id))
        rows = [belongs_row(t, case, likely(case, knowledge)), other, [ignore, *turn_page]]
    return [row for row in rows if row]


def likely(case: Case, knowledge: Knowledge) -> Likely:
    """Where the case may belong, among the answers of now."""
    found = [(knowledge.entry(entry_id), score) for entry_id, score in case.likely]
    return [(entry, score) for entry, score in found if entry is not None]


def likely_lines(t: Texts, found: Likely) -> list[Html]:
    """Whole questions do not fit on buttons: they are numbered in the text."""
    if not found:
        return [t("learn-fits-none")]
    head = t("learn-fits") if len(found) > 1 else t("learn-fits-one")
    return [head, *numbered(t, found)]


def numbered(t: Texts, found: Likely) -> list[Html]:
    """Entries, each on a line."""
    return [
        t("learn-likely", number=str(n), question=_line(entry.question), percent=str(round(score * 100)))
        for n, (entry, score) in enumerate(found, 1)
    ]


def belongs_row(t: Texts, case: Case, found: Likely) -> list[Button]:
    """[ Hoort bij 1 ] [ Hoort bij 2 ] [ Hoort bij 3 ]; none when no wording can become a phrasing."""
    if not case.phrasings:
        return []
    return [
        Button(t.plain("learn-belongs-button", number=str(n)), LearnBelongs(case.id, key(entry.id)))
        for n, (entry, _) in enumerate(found, 1)
    ]


def decided_html(t: Texts, case: Case, entry: faq.Entry | None, trial: Trial | None = None) -> Html:
    """What was decided, by whom. `trial`: what the bot finds from now on."""
    by, text = who(case.by), _first(case)
    if case.state == ADDED and entry is not None and case.revisions:
        html = t("learn-added", by=by, question=entry.question, wordings=_quoted(case.phrasings))
        return Html(f"{html}\n{proof(t, entry, trial)}") if trial is not None else html
    if case.state == ADDED:
        return t("learn-known", question=entry.question if entry else "", text=text)
    name = {REFUSED: "learn-refused", DRAFTED: "learn-drafted"}.get(case.state, "learn-ignored")
    return t(name, by=by, text=text)


def decided_rows(t: Texts, case: Case, total: int) -> Rows:
    """[ Ongedaan maken ] [ Volgende ]: the next case stands where this one stood."""
    row = [Button(t.plain("learn-undo-button"), LearnUndo(case.id))]
    if total:
        row.append(Button(t.plain("learn-next-button"), LearnPage(min(case.page, total - 1))))
    return [row]


def proof(t: Texts, entry: faq.Entry, trial: Trial) -> Html:
    """What the bot finds for a question of this case from now on."""
    text = _short(trial.text)
    if trial.found is None:
        return t("learn-proof-none", text=text)
    if trial.found.entry.id != entry.id:
        return t("learn-proof-other", text=text, question=trial.found.entry.question)
    return t("learn-proof", text=text, percent=str(round(trial.found.score * 100)))


def warning_html(t: Texts, case: Case, entry: faq.Entry, rival: faq.Entry) -> Html:
    """The phrasing is like another entry too."""
    return t("learn-warning", text=_first(case), question=entry.question, rival=rival.question)


def warning_rows(t: Texts, case: Case, entry: faq.Entry) -> Rows:
    """[ Terug ] first: a warning is there to be heeded."""
    anyway = Button(t.plain("learn-anyway-button"), LearnBelongs(case.id, key(entry.id), 1))
    return [[Button(t.plain("learn-back-button"), LearnBack(case.id)), anyway]]


def search_html(t: Texts, case: Case, words: str | None = None, found: Likely = ()) -> Html:
    """Which answer is it? `words`: what staff searched by, and `found` what that gave."""
    if words is None:
        return t("learn-search", text=_first(case))
    if not found:
        return t("learn-search-none", words=_short(words), text=_first(case))
    head = t("learn-search-found", words=_short(words), text=_first(case))
    return Html("\n".join([head, *numbered(t, found)]))


def search_rows(t: Texts, case: Case, found: Likely = ()) -> Rows:
    """The entries found, and [ Terug ]."""
    back = [Button(t.plain("learn-back-button"), LearnBack(case.id))]
    return [row for row in (belongs_row(t, case, found), back) if row]


def digest_html(t: Texts, first: Sequence[Case], unanswered: int, proposals: int) -> Html:
    """What waits. `first`: the cases without a good answer that are asked most, of so many; and so many proposals."""
    lines = [t("learn-digest-title")] if first else []
    lines += [_digest_line(t, case) for case in first if case.wordings]
    if unanswered > len(first):
        lines.append(t("learn-digest-more", count=unanswered - len(first)))
    if proposals:
        lines.append(t("learn-digest-proposals", count=proposals))
    return Html("\n".join([*lines, t("learn-digest-how")]))


def digest_rows(t: Texts) -> Rows:
    """[ Begin ]"""
    return [[Button(t.plain("learn-begin-button"), LearnPage(0))]]


def _digest_line(t: Texts, case: Case) -> Html:
    return t("learn-digest-line", count=case.count, question=_line(case.wordings[0]))


def _asked(t: Texts, case: Case) -> list[Html]:
    lines = [t("learn-asked", count=case.count, question=_first(case))]
    if len(case.wordings) > 1:
        lines.append(t("learn-also", wordings=_quoted(case.wordings[1:])))
    return lines


def _pages(t: Texts, case: Case, total: int) -> list[Button]:
    row = [Button(t.plain("learn-next-button"), LearnPage(case.page + 1))] if case.page + 1 < total else []
    if case.page and case.state == OPEN:
        row.append(Button(t.plain("learn-previous-button"), LearnPage(case.page - 1)))
    return row


def _first(case: Case) -> str:
    return _short(case.wordings[0]) if case.wordings else ""


def _quoted(wordings: Sequence[str]) -> str:
    return ", ".join(f'"{_line(text)}"' for text in wordings)


def _line(text: str) -> str:
    return cut(clean(text), LONGEST_LINE)


def _short(text: str) -> str:
    return cut(clean(text), LONGEST_QUESTION)
