"""An answer changed: tell exactly the people who have the old one, once, after seeing what they would get."""

from __future__ import annotations

from typing import Any

from bot.knowledge import entries, recall, revisions
from bot.texts import Texts, texts
from bot.texts.markdown import to_html
from bot.texts.render import Html
from faq import Entry
from handlers.asker.asker import person_button
from handlers.asking.answers import ShowEntry
from handlers.curating.faq_presses import FaqChange, FaqRecall, FaqTell
from handlers.curating.faq_views import LONGEST_ANSWER
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.turn import Turn, text_payload


def register(front: Front) -> None:
    """Its buttons, for staff only."""
    front.press(FaqRecall, preview, staff=True)
    front.press(FaqTell, tell, staff=True)


def preview(turn: Turn, press: FaqRecall) -> None:
    """[ Vertel het 14 mensen ]: what they would get, and to how many it goes."""
    entry = _entry(turn, press.revision)
    reach = recall.reach(turn.session, press.revision, turn.now)
    back = Button(turn.t.plain("faq-drop-button"), FaqChange(press.revision))
    if entry is None or not reach:
        return _nobody(turn)
    html, _ = message(turn.t, entry)
    send = Button(turn.t.plain("faq-recall-send-button", count=reach), FaqTell(press.revision))
    # One row: whoever presses twice in the same place finds nothing there.
    turn.replace("faq-recall-preview", [[send, back]], count=reach, message=html)


def tell(turn: Turn, press: FaqTell) -> None:
    """[ Stuur aan 14 ]: pressed twice, nobody gets it twice."""
    entry = _entry(turn, press.revision)
    if entry is None:
        return _nobody(turn)

    def payload(language: str) -> dict[str, Any]:
        return text_payload(*message(texts(language), entry))

    count = recall.tell(turn.session, press.revision, payload, turn.now, turn.services.settings.zone)
    if not count:
        return _nobody(turn)
    turn.replace("faq-recall-sent", [], count=count)


def message(t: Texts, entry: Entry) -> tuple[Html, Rows]:
    """What they get, in their language where the entry has it. A very long answer comes by a button."""
    translated = entry.translations.get(t.language)
    question, answer = (translated.question, translated.answer) if translated else (entry.question, entry.answer)
    html = to_html(answer)
    person = [person_button(t)]
    if len(html) <= LONGEST_ANSWER:
        return t("recall-told", question=question, answer=html), [person]
    look = [Button(t.plain("recall-look-button"), ShowEntry(entry.id))]
    return t("recall-told-long", question=question), [look, person]


def _entry(turn: Turn, revision_id: int) -> Entry | None:
    revision = revisions.get(turn.session, revision_id)
    kept = entries.get(turn.session, revision.entry_id) if revision is not None else None
    return kept.entry if kept is not None and kept.active else None


def _nobody(turn: Turn) -> None:
    turn.toast("faq-recall-nobody")
    turn.rebutton([])
