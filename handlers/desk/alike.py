"""Answer once, reach everyone: staff answered a question that others wait for too (conversation 9)."""

from __future__ import annotations

from bot.desk import alike, greeting, replies, sharing, tickets
from bot.desk.names import clean, cut
from bot.desk.sharing import Candidate, Share, Source
from bot.desk.tickets import Actor
from bot.texts import parts
from bot.texts.render import Html
from handlers.desk.alike_presses import AlikeLook, AlikeNot, AlikeSend, AlikeShow, AlikeStop, AlikeSwitch
from handlers.desk.alike_sending import content, personal
from handlers.desk.desk_answers import staff
from handlers.desk.desk_card import who
from handlers.desk.desk_group import StaffGroup
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.turn import Turn
from storage.sharing import LEAVING, UNSENT

A_PAGE = 3
LONGEST_QUESTION = 80
# Of a longer answer the preview shows the beginning, in UTF-16 units.
LONGEST_PREVIEW = 900


def register(front: Front) -> None:
    """All of them are for staff only."""
    front.press(AlikeLook, look, staff=True)
    front.press(AlikeShow, show_from_card, staff=True)
    front.press(AlikeSwitch, switch, staff=True)
    front.press(AlikeSend, send, staff=True)
    front.press(AlikeStop, stop, staff=True)
    front.press(AlikeNot, refuse, staff=True)


def offer(turn: Turn, ticket_id: int, source: Source, by: Actor) -> None:
    """Staff answered a ticket: do others wait for the same? Said once a ticket, without a sound."""
    ticket = tickets.get(turn.session, ticket_id)
    if not ticket.is_open or ticket.answered_at is None or ticket.urgent is not None:
        return
    share = sharing.offer(turn.session, ticket, source, by)
    if share is None:
        return
    group, count = StaffGroup.of(turn), len(alike.linked(turn.session, ticket))
    rows = [
        [
            Button(group.t.plain("alike-look-button"), AlikeLook(share.id, 0)),
            Button(group.t.plain("alike-not-now-button"), AlikeNot(share.id)),
        ]
    ]
    group.say(ticket, "alike-offer", rows, key=f"alike:{share.id}", count=count)


def look(turn: Turn, press: AlikeLook) -> None:
    """[ Bekijk ]: the message shows who gets it too."""
    if not sharing.look(turn.session, press.share, turn.pressed_id):
        return _too_late(turn, press.share)
    show(turn, press.share, press.page)


def show_from_card(turn: Turn, press: AlikeShow) -> None:
    """[ Stuur ook aan anderen ]: the offer comes back, below the card."""
    share = sharing.get(turn.session, press.share)
    if share is None or share.state not in UNSENT:
        return _too_late(turn, press.share)
    group, ticket = StaffGroup.of(turn), tickets.get(turn.session, share.ticket_id)
    count = len(alike.linked(turn.session, ticket))
    if not count:
        return turn.toast("alike-none")
    rows = [[Button(group.t.plain("alike-look-button"), AlikeLook(share.id, 0))]]
    group.say(ticket, "alike-offer", rows, count=count)


def switch(turn: Turn, press: AlikeSwitch) -> None:
    """[ Wissel 2 ]: it goes along, or not. Of a question that a colleague has, that is said."""
    share = sharing.get(turn.session, press.share)
    if share is None or share.state not in UNSENT:
        return _too_late(turn, press.share)
    along = sharing.switch(turn.session, press.share, press.ticket)
    ticket = tickets.get(turn.session, press.ticket)
    if along and ticket.claimed_by not in (None, share.by.id):
        turn.toast("alike-colleague-hears", by=who(ticket.claimed_name))
    show(turn, press.share, press.page)


def send(turn: Turn, press: AlikeSend) -> None:
    """[ Stuur aan 5 ]: in a moment, so that it can be stopped. Pressed twice, it is sent once."""
    share = sharing.get(turn.session, press.share)
    if share is None or not sharing.leave(turn.session, press.share, turn.now):
        return _too_late(turn, press.share)
    tickets.audit(turn.session, "share", share.ticket_id, staff(turn), turn.now, share=share.id)
    _show_leaving(turn, share)


def stop(turn: Turn, press: AlikeStop) -> None:
    """[ Stop ]: back to the list, as long as it did not leave."""
    if not sharing.stop(turn.session, press.share):
        return turn.toast("alike-too-late")
    turn.toast("alike-stopped")
    show(turn, press.share, 0)


def refuse(turn: Turn, press: AlikeNot) -> None:
    """[ Niet nu ], [ Niet doen ]: the message goes away, the card keeps a button."""
    share = sharing.get(turn.session, press.share)
    if share is None or not sharing.refuse(turn.session, press.share):
        return _too_late(turn, press.share)
    turn.send(turn.chat.id, "deleteMessage", {"message_id": turn.pressed_id})
    StaffGroup.of(turn).refresh(tickets.get(turn.session, share.ticket_id))


def show(turn: Turn, share_id: int, page: int) -> None:
    """The list, a page of it, with what they would get."""
    share = sharing.get(turn.session, share_id)
    assert share is not None
    found = sharing.candidates(turn.session, share)
    if not found:
        turn.replace("alike-nobody")
        return
    page = page if 0 <= page * A_PAGE < len(found) else 0
    shown = found[page * A_PAGE : (page + 1) * A_PAGE]
    along = [candidate for candidate in found if candidate.along]
    lines = [turn.t("alike-title"), *(_line(turn, share, candidate) for candidate in shown)]
    lines.append(turn.t("alike-count", along=len(along), total=len(found)))
    lines += _preview(turn, share, along or found)
    turn.replace_html(Html("\n".join(lines)), _rows(turn, share, found, shown, page))


def _line(turn: Turn, share: Share, candidate: Candidate) -> Html:
    ticket = candidate.ticket
    taken = ticket.claimed_by not in (None, share.by.id)
    return turn.t(
        "alike-line",
        number=str(candidate.number),
        name=who(ticket.name),
        question=cut(clean(ticket.text), LONGEST_QUESTION),
        by=(ticket.claimed_name or "nameless") if taken else "none",
        along="yes" if candidate.along else "no",
    )


def _preview(turn: Turn, share: Share, receivers: list[Candidate]) -> list[Html]:
    """What the first of them would get; and a word when it names the one it was written to."""
    said, first = share.source, receivers[0].ticket
    head = turn.t("desk-answer-head", by=turn.services.signed(share.by.name))
    if said.entry_id is not None:
        entry = turn.services.knowledge.entry(said.entry_id)
        whole = turn.services.knowledge.html(entry, first.language) if entry else Html("")
        question = entry.told_in(first.language).question if entry else ""
        shown, more = parts.head(turn.t("desk-faq-answer", question=question, answer=whole), LONGEST_PREVIEW)
        return [turn.t("alike-preview", head=head, answer=_cut(shown, more))]
    if said.html is not None:
        shown, more = parts.head(replies.filled(said.html, first.name), LONGEST_PREVIEW)
        return [turn.t("alike-preview", head=head, answer=_cut(shown, more))]
    source = tickets.get(turn.session, share.ticket_id)
    what = personal(content(turn.session, said), source.name, first.name)
    kind = Html(f"[{turn.t('desk-kind', kind=what.kind)}] ") if what.kind != "text" else Html("")
    shown, more = parts.head(Html(what.html or ""), LONGEST_PREVIEW)
    lines = [turn.t("alike-preview", head=head, answer=Html(f"{kind}{_cut(shown, more)}"))]
    if source.name and greeting.names_elsewhere(said.text or "", source.name):
        lines.append(turn.t("alike-named", name=source.name))
    return lines


def _cut(shown: Html, more: bool) -> Html:
    return Html(f"{shown} (…)") if more else shown


def _rows(turn: Turn, share: Share, found: list[Candidate], shown: list[Candidate], page: int) -> Rows:
    t = turn.t
    switches = [
        Button(t.plain("alike-switch-button", number=str(c.number)), AlikeSwitch(share.id, c.ticket.id, page))
        for c in shown
    ]
    count = sum(c.along for c in found)
    last = [Button(t.plain("queue-next-button"), AlikeLook(share.id, page + 1))] if len(found) > A_PAGE else []
    last += [Button(t.plain("alike-send-button", count=str(count)), AlikeSend(share.id))] if count else []
    return [switches, [*last, Button(t.plain("alike-drop-button"), AlikeNot(share.id))]]


def _show_leaving(turn: Turn, share: Share) -> None:
    count = sum(c.along for c in sharing.candidates(turn.session, share))
    stop_button = Button(turn.t.plain("alike-stop-button"), AlikeStop(share.id))
    turn.replace("alike-leaving", [[stop_button]], count=count, seconds=int(sharing.A_MOMENT.total_seconds()))


def _too_late(turn: Turn, share_id: int) -> None:
    """Someone pressed before: what they did is shown already, or will be in a moment."""
    share = sharing.get(turn.session, share_id)
    if share is None:
        return turn.toast("button-outdated")
    turn.toast("alike-leaves" if share.state == LEAVING else "alike-too-late")
