"""Writing an answer in the staff group: a draft, changed by replies, published or not (conversation 4)."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import Message

import faq
from bot.desk import tickets
from bot.desk.names import clean
from bot.knowledge import asked, drafts, entries, revisions
from bot.knowledge.drafts import Draft, Overtaken, Published
from faq.text import fold
from handlers.curating import faq_changes, faq_reply
from handlers.curating.faq_draft_view import (
    draft_view,
    dropped_html,
    dropped_rows,
    overtaken_note,
    themes_html,
    themes_rows,
)
from handlers.curating.faq_entry import open_entry
from handlers.curating.faq_presses import (
    DraftContinue,
    DraftDrop,
    DraftPublish,
    DraftShow,
    DraftTheme,
    DraftThemes,
    FaqEdit,
    FaqEditThemes,
)
from handlers.desk.desk_answers import staff
from handlers.desk.desk_content import content
from handlers.desk.desk_group import OK, TOPIC, StaffGroup
from handlers.front import Front
from handlers.topics_of import replied_to
from handlers.turn import Turn, text_payload
from storage import topics
from storage.desk import Ticket
from storage.knowledge import ACTIVE


def register(front: Front) -> None:
    """All of them are for staff only. Replies come by handlers.desk.staff_talk."""
    front.press(FaqEdit, edit_entry, staff=True)
    front.press(FaqEditThemes, edit_themes, staff=True)
    front.press(DraftShow, show, staff=True)
    front.press(DraftPublish, publish, staff=True)
    front.press(DraftDrop, drop, staff=True)
    front.press(DraftContinue, go_on, staff=True)
    front.press(DraftThemes, choose_themes, staff=True)
    front.press(DraftTheme, switch_theme, staff=True)


def edit_entry(turn: Turn, press: FaqEdit) -> None:
    """[ Antwoord ], [ Vraag ] or [ Zoekzinnen ]: the message becomes a draft that changes the entry."""
    draft = _of_entry(turn, press.entry, press.field)
    if draft is not None:
        _show(turn, draft)


def edit_themes(turn: Turn, press: FaqEditThemes) -> None:
    """[ Onderwerpen ] of an entry."""
    draft = _of_entry(turn, press.entry, None)
    if draft is not None:
        drafts.shown_as(turn.session, draft.id, None, turn.pressed_id)
        choose_themes(turn, DraftThemes(0, draft.id))


def show(turn: Turn, press: DraftShow) -> None:
    """The draft as it is now."""
    draft = _open(turn, press.draft)
    if draft is not None:
        _show(turn, draft)


def publish(turn: Turn, press: DraftPublish) -> None:
    """[ Publiceer ]: of two who change an entry, the later one first sees what the other did."""
    language = turn.services.settings.locale.language
    done = drafts.publish(turn.session, press.draft, staff(turn).name, turn.now, language)
    match done:
        case Published(revision=number, changed=True):
            revision = revisions.must(turn.session, number)
            shown = faq_changes.show_change(turn, revision)
            _keep_open(turn, False)
            if revision.after["state"] != ACTIVE:
                return faq_changes.follow(turn)
            question = _to_try(turn, press.draft, revision.after["phrasings"])
            faq_changes.follow_and_try(turn, revision, question, shown)
        case Published(entry_id=entry_id):
            turn.toast("faq-undone-before")
            open_entry(turn, entry_id)
        case Overtaken() as told:
            draft = drafts.get(turn.session, press.draft)
            assert draft is not None
            _show(turn, draft, overtaken_note(StaffGroup.of(turn), told))
        case None:
            show(turn, DraftShow(press.draft))


def drop(turn: Turn, press: DraftDrop) -> None:
    """[ Niet doen ]: nothing changes, and the draft is kept."""
    draft = drafts.get(turn.session, press.draft)
    if draft is None or not drafts.drop(turn.session, press.draft):
        return turn.toast("faq-draft-in-list")
    group = StaffGroup.of(turn)
    turn.replace_html(dropped_html(group, draft), dropped_rows(group, draft))
    _keep_open(turn, False)


def go_on(turn: Turn, press: DraftContinue) -> None:
    """[ Toch verder ]"""
    drafts.reopen(turn.session, press.draft)
    show(turn, DraftShow(press.draft))


def choose_themes(turn: Turn, press: DraftThemes) -> None:
    """[ Onderwerpen ]: the message shows the themes, each with whether the draft has it."""
    draft = _open(turn, press.draft)
    if draft is not None:
        known = list(faq.themes(turn.services.knowledge.index.entries))
        turn.replace_html(themes_html(turn.t, draft), themes_rows(turn.t, draft, known, press.first))


def switch_theme(turn: Turn, press: DraftTheme) -> None:
    """One theme on or off."""
    draft = _open(turn, press.draft)
    if draft is None:
        return
    on = press.theme in draft.themes
    themes = [t for t in draft.themes if t != press.theme] if on else [*draft.themes, press.theme]
    drafts.edit(turn.session, draft.id, themes=themes)
    choose_themes(turn, DraftThemes(press.first, draft.id))


def on_reply(turn: Turn) -> bool:
    """A reply to a draft changes it: True. False: this message is no reply to a draft."""
    replied = replied_to(turn.message)
    draft = _replied_draft(turn, replied) if replied is not None else None
    if draft is None:
        return False
    if not draft.is_open:
        turn.say("faq-draft-closed")
        return True
    what = content(turn.message)
    if what is None or turn.message.text is None:
        turn.say("faq-draft-text-only")
        return True
    values = faq_reply.changes(draft, turn.message.text, what.html or "")
    if not values:
        turn.say("faq-draft-label")
        return True
    drafts.edit(turn.session, draft.id, **values)
    _refresh(turn, draft.id)
    turn.react(OK)
    return True


def say_draft(turn: Turn, draft_id: int) -> None:
    """Show a draft in a message of its own."""
    draft = drafts.get(turn.session, draft_id)
    assert draft is not None
    _keep_open(turn, True)
    html, rows = draft_view(StaffGroup.of(turn), draft)
    drafts.shown_as(turn.session, draft_id, turn.say_html(html, rows, disable_notification=True))


def _of_entry(turn: Turn, entry_id: str, field: str | None) -> Draft | None:
    kept = entries.get(turn.session, entry_id)
    if kept is None:
        turn.toast("faq-entry-gone")
        return None
    number = drafts.open(
        turn.session,
        staff(turn).name,
        turn.now,
        question=kept.entry.question,
        answer=kept.entry.answer,
        phrasings=kept.entry.phrasings,
        themes=kept.entry.themes,
        entry_id=entry_id,
        field=field,
    )
    return drafts.get(turn.session, number)


def _open(turn: Turn, draft_id: int) -> Draft | None:
    """The draft, when it can still be changed; else the person hears that it cannot."""
    draft = drafts.get(turn.session, draft_id, lock=True)
    if draft is None or not draft.is_open:
        turn.toast("button-outdated")
        return None
    return draft


def _show(turn: Turn, draft: Draft, note: str = "") -> None:
    """The pressed message becomes the draft."""
    _keep_open(turn, True)
    turn.replace_html(*draft_view(StaffGroup.of(turn), draft, note))
    drafts.shown_as(turn.session, draft.id, None, turn.pressed_id)


def _refresh(turn: Turn, draft_id: int) -> None:
    """The message that shows the draft follows, without a sound."""
    draft = drafts.get(turn.session, draft_id)
    assert draft is not None
    payload = text_payload(*draft_view(StaffGroup.of(turn), draft))
    if draft.message_id is not None:
        turn.send(turn.chat.id, "editMessageText", payload | {"message_id": draft.message_id})
    else:
        turn.send(turn.chat.id, "editMessageText", payload, target_id=draft.row_id)


def _replied_draft(turn: Turn, replied: Message) -> Draft | None:
    if replied.from_user is None or replied.from_user.username != turn.services.bot_username:
        return None
    found = drafts.of_message(turn.session, turn.chat.id, replied.message_id)
    return drafts.get(turn.session, found.id, lock=True) if found is not None else None


def _keep_open(turn: Turn, is_open: bool) -> None:
    """In a topic that is closed, since its question is done, most of staff cannot reply: it is open for as long as
    a draft is written there."""
    message = turn.update.effective_message
    if message is None or not message.is_topic_message or message.message_thread_id is None:
        return
    topic = topics.by_thread(turn.session, turn.chat.id, message.message_thread_id)
    ticket = tickets.find(turn.session, Ticket.topic_id == topic.id) if topic is not None else None
    if ticket is not None and not ticket.is_open:
        method = "reopenForumTopic" if is_open else "closeForumTopic"
        StaffGroup.of(turn).call(ticket, method, {}, purpose=TOPIC)


def _to_try(turn: Turn, draft_id: int, phrasings: Sequence[str]) -> str:
    """A question that the entry should now answer: as someone asked it, or else the newest way to ask it."""
    draft = drafts.get(turn.session, draft_id)
    assert draft is not None
    ticket = tickets.find(turn.session, Ticket.id == draft.ticket_id) if draft.ticket_id else None
    question = asked.get(turn.session, draft.asked_id) if draft.asked_id else None
    for text in (question.text if question else None, ticket.text if ticket else None):
        if text and fold(text):
            return clean(text)
    return phrasings[-1] if phrasings else draft.question
