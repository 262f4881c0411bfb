"""The card of a message that may come from someone in need (conversation 11)."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from bot.desk.names import cut
from bot.desk.states import State
from bot.desk.tickets import TicketView
from bot.texts import Texts, when
from bot.texts.render import Html
from handlers.desk.desk_card import LONGEST_QUESTION, is_cut, who
from handlers.desk.desk_presses import Claim, Done, Example, Release, Reopen, SendExample, ShowCard
from handlers.presses import Button, Rows


def card_html(t: Texts, ticket: TicketView, zone: ZoneInfo, given: Mapping[str, str]) -> Html:
    """The card as it is now: what was said, which numbers the bot gave (of those `given`), and what helps."""
    kind, name = ticket.urgent or "", who(ticket.name)
    clock = when.clock(ticket.opened_at.astimezone(zone), t.language)
    lines: list[str] = [t("crisis-card-title", number=str(ticket.id)), *_stands(t, ticket, zone)]
    if ticket.text:
        lines.append(t("crisis-card-said", name=name, text=cut(ticket.text, LONGEST_QUESTION)))
    if is_cut(ticket):
        lines.append(t("staff-card-more-below"))
    numbers = {"suicide": given["suicide"], "emergency": given["emergency"]}
    lines.append(t("crisis-card-gave", clock=clock, kind=kind, **numbers))
    if ticket.is_open:
        lines += [t("crisis-card-how", name=name, kind=kind, **numbers), t("staff-card-how", name=name)]
    return Html("\n".join(lines))


def card_rows(t: Texts, ticket: TicketView) -> Rows:
    """What can be done now."""
    if not ticket.is_open:
        return [[Button(t.plain("staff-reopen-button"), Reopen(ticket.id))]]
    example = Button(t.plain("crisis-example-button"), Example(ticket.id))
    if ticket.state is State.NEW:
        return [[Button(t.plain("crisis-look-button"), Claim(ticket.id)), example]]
    release = Button(t.plain("staff-release-button"), Release(ticket.id))
    return [[example, release], [Button(t.plain("staff-done-button"), Done(ticket.id))]]


def example_rows(t: Texts, ticket: TicketView) -> Rows:
    """Under the example of what could be said."""
    send = Button(t.plain("staff-send-button"), SendExample(ticket.id))
    return [[send, Button(t.plain("staff-back-button"), ShowCard(ticket.id))]]


def _stands(t: Texts, ticket: TicketView, zone: ZoneInfo) -> list[str]:
    """Who looks, and what the asker said of it."""
    lines: list[str] = []
    if ticket.state is State.CLOSED:
        closed = when.clock((ticket.closed_at or ticket.opened_at).astimezone(zone), t.language)
        lines.append(t("crisis-card-closed", by=who(ticket.closed_name), clock=closed))
    elif ticket.state is not State.NEW:
        lines.append(t("crisis-card-looks", by=who(ticket.claimed_name)))
    if ticket.answered_at is not None:
        lines.append(t("staff-card-answered", by=who(ticket.answered_name)))
    if ticket.calmed_at is not None:
        lines.append(t("crisis-card-calmed", name=who(ticket.name)))
    return lines
