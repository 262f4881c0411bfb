"""[ Rust ]: when no message should be heard, and by which clock (conversation 15)."""

from __future__ import annotations

from dataclasses import replace

from bot.agenda import choices
from bot.agenda.quiet import Quiet
from handlers.agenda.choice_overview import clock_of, network_region, overview, quiet_line
from handlers.agenda.choice_presses import Open, QuietHours, SetQuiet, SetZone, Zones
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.turn import Turn

# In minutes of the day, as conversation 15 offers them.
PRESETS = ((21 * 60, 8 * 60), (19 * 60, 9 * 60))
A_DAY = 24 * 60


def register(front: Front) -> None:
    """Its buttons."""
    front.press(QuietHours, ask)
    front.press(SetQuiet, set_quiet)
    front.press(Zones, ask_zone)
    front.press(SetZone, set_zone)


def ask(turn: Turn, _press: QuietHours) -> None:
    """From when until when?"""
    t = turn.t
    presets = [
        Button(
            t.plain("quiet-preset", **{"from": clock_of(t, begins), "until": clock_of(t, until)}),
            SetQuiet(begins, until),
        )
        for begins, until in PRESETS
    ]
    last = [Button(t.plain("quiet-none-button"), SetQuiet(0, 0))]
    if network_region(turn).zones:
        last.append(Button(t.plain("zones-button"), Zones()))
    rows: Rows = [presets, last, [Button(t.plain("back-button"), Open())]]
    turn.replace("quiet-ask", rows, now=quiet_line(t, choices.of(turn.session, turn.member).quiet))


def set_quiet(turn: Turn, press: SetQuiet) -> None:
    """From now on."""
    begins, until = press.begins % A_DAY, press.until % A_DAY
    never = begins == until
    _be_quiet(turn, Quiet(None if never else begins, None if never else until, turn.member.zone))
    overview(turn)


def ask_zone(turn: Turn, _press: Zones) -> None:
    """By which clock do you live? Those of the network's file."""
    t, zones = turn.t, network_region(turn).zones
    rows: Rows = [[Button(t.plain("zone-network-button"), SetZone(""))]]
    buttons = [Button(name, SetZone(zone)) for name, zone in zones.items()]
    rows += [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
    rows.append([Button(t.plain("back-button"), QuietHours())])
    names = {zone: name for name, zone in zones.items()}
    mine = turn.member.zone
    network = t.plain("zone-network", network=network_region(turn).name)
    turn.replace("zones-ask", rows, zone=names.get(mine, mine) if mine else network)


def set_zone(turn: Turn, press: SetZone) -> None:
    """Quiet hours, and times that are said, follow it from now on."""
    if press.zone and press.zone not in network_region(turn).zones.values():
        return turn.toast("button-outdated")
    hours = choices.of(turn.session, turn.member).quiet
    _be_quiet(turn, replace(hours, zone=press.zone or None))
    ask(turn, QuietHours())


def _be_quiet(turn: Turn, hours: Quiet) -> None:
    choices.be_quiet(turn.session, turn.member, hours, turn.now, turn.services.settings.zone)
