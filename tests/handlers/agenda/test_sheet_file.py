"""Staff send a table of gatherings in the group."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from bot.agenda import attendance, event_sheet
from bot.demo.actors import labels
from tests.handlers.agenda.test_rsvp import an_evening
from tests.handlers.agenda.written import gatherings
from tests.stage import Stage

CSV, XLSX = "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def test_the_template_is_filled_in_and_sent_back(stage: Stage) -> None:
    await stage.sanne.says("/evenement")
    await stage.sanne.waits_for("Schrijf de bijeenkomst", button="Sjabloon (Excel)")
    await stage.sanne.presses("Sjabloon (Excel)")
    await stage.sanne.waits_for("Vul in, een rij per bijeenkomst")
    await stage.sanne.sends("document", event_sheet.template(), name="agenda.xlsx", mime_type=XLSX)
    shown = await stage.sanne.waits_for("agenda.xlsx: 2 bijeenkomsten gelezen. Er is nog niets veranderd.")
    assert (
        "Nieuw (2): Buurtavond, di 12 januari 2027, 19.30 uur "
        "(20 plekken, aanmelden tot zo 10 januari 2027, 23.59 uur); "
        "Open dag, za 17 april 2027, hele dag." in shown["text"]
    )
    await stage.sanne.presses("Voer door", shown)
    await stage.sanne.waits_for("Doorgevoerd door Sanne.")
    assert [one.title for one in await gatherings(stage)] == ["Buurtavond", "Open dag"]


async def test_the_agenda_goes_out_as_a_table_and_comes_in_with_what_was_changed(stage: Stage) -> None:
    evening = await an_evening(stage, capacity=12)
    await stage.sanne.says("/evenement")
    await stage.sanne.waits_for("Schrijf de bijeenkomst", button="Agenda als Excel")
    await stage.sanne.presses("Agenda als Excel")
    sent = await stage.sanne.waits_for("1 bijeenkomst. Verander wat je wilt")
    assert sent["document"]["file_name"].startswith("agenda-2026-12-0")
    files = stage.server.world.files
    content = files.read(files.by_id[sent["document"]["file_id"]])
    await stage.sanne.sends("document", content, name="agenda.xlsx", mime_type=XLSX)
    await stage.sanne.waits_for("Alles staat al in de agenda.")
    book = load_workbook(io.BytesIO(content))
    assert book.active is not None
    assert [str(cell.value) for cell in book.active[2]][1:4] == ["Regioavond Zeist", "26-01-2027", "19:30"]
    book.active["D2"], book.active["G2"] = "20:00", 15
    changed = io.BytesIO()
    book.save(changed)
    await stage.sanne.sends("document", changed.getvalue(), name="agenda.xlsx", mime_type=XLSX)
    shown = await stage.sanne.waits_for("agenda.xlsx: 1 bijeenkomst gelezen.", button="Voer door")
    assert "19.30 uur wordt 20.00 uur (12 plekken wordt 15" in shown["text"]
    await stage.sanne.presses("Voer door", shown)
    await stage.sanne.waits_for("Doorgevoerd door Sanne.")
    (row,) = await gatherings(stage)
    assert (row.id, row.starts_local.hour, row.capacity) == (evening, 20, 15)


async def test_what_is_wrong_is_told_by_row_and_column(stage: Stage) -> None:
    await stage.sanne.sends("document", b"naam;datum;begin\nAvond;morgen;laat\n", name="a.csv", mime_type=CSV)
    refused = await stage.sanne.waits_for("a.csv kan ik niet lezen. Er is niets veranderd.")
    assert refused["text"].splitlines()[1:] == [
        'Regel 2, datum (B2): "morgen" is geen datum die ik kan lezen. Schrijf hem met jaar: 12-01-2027.',
        'Regel 2, begin (C2): "laat" is geen tijd die ik kan lezen. Schrijf hem als 19:30.',
    ]


def table(*rows: str) -> bytes:
    return "\n".join(["nummer;naam;datum;begin;plaatsen;aanmelden tot", *rows]).encode()


async def applied(stage: Stage, content: bytes, told: str) -> str:
    """Sanne sends a table and does what it says. Returns what was shown first."""
    (sent,) = await stage.sanne.sends("document", content, name="a.csv", mime_type=CSV)
    shown = await stage.sanne.waits_for("a.csv: 1 bijeenkomst gelezen.", button="Voer door")
    await stage.sanne.presses("Voer door", shown)
    await stage.sanne.waits_for(f"Doorgevoerd door Sanne. {told}", after=sent)
    return str(shown["text"].partition("\n")[2])


async def test_more_places_in_a_table_give_who_waits_one_and_fewer_send_nobody_away(stage: Stage) -> None:
    for person in (stage.joke, stage.henk):
        await person.says("/start")
        await person.waits_for("Hallo")
    await applied(stage, table("1;Avond;12-01-2027;19:30;2;10-01-2027"), "Niemand krijgt bericht.")
    (evening,) = await gatherings(stage)
    now = stage.helpdesk.clock.now()
    await stage.helpdesk.db.write(attendance.come, evening.id, stage.joke.id, now, 2)
    await stage.helpdesk.db.write(attendance.wait, evening.id, stage.henk.id, 1, now)
    shown = await applied(stage, table("1;Avond;12-01-2027;19:30;3;"), "1 bericht gaat uit.")
    assert shown == (
        "Plekken of aanmelden (1): Avond, di 12 januari 2027, 19.30 uur "
        "(2 plekken wordt 3, 1 van de wachtlijst krijgt plek)."
    )
    await stage.henk.waits_for("Er is plek: je bent aangemeld.")
    shown = await applied(stage, table("1;Avond;12-01-2027;19:30;1;geen"), "Niemand krijgt bericht.")
    assert shown.endswith("(3 plekken wordt 1, 3 komen al en blijven, aanmelden tot het begin).")
    (evening,) = await gatherings(stage)
    assert (evening.capacity, evening.answer_by) == (1, None)
    found = await stage.helpdesk.db.read(attendance.attendees, evening.id)
    assert [(one.name, one.answer) for one in found] == [("Joke", "yes"), ("Henk", "yes")]


async def test_another_table_is_left_alone(stage: Stage) -> None:
    await stage.sanne.sends("document", b"vraag;antwoord\na;b\n", name="lijst.csv", mime_type=CSV)
    await stage.sanne.says("/planning")
    last = await stage.sanne.waits_for("Er gaan geen herinneringen uit")
    assert labels(last) == []
    assert not [m for m in await stage.sanne.messages() if "lijst.csv kan ik niet" in m.get("text", "")]
