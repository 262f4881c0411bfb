"""Staff send a table of gatherings in the group."""

from __future__ import annotations

from bot.agenda import event_sheet
from bot.demo.actors import labels
from tests.handlers.agenda.test_event_new import gatherings
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
        "Nieuw (2): Buurtavond, di 12 januari 2027, 19.30 uur; Open dag, za 17 april 2027, hele dag." in shown["text"]
    )
    await stage.sanne.presses("Voer door", shown)
    await stage.sanne.waits_for("Doorgevoerd door Sanne.")
    assert [one.title for one in await gatherings(stage)] == ["Buurtavond", "Open dag"]


async def test_what_is_wrong_is_told_by_row_and_column(stage: Stage) -> None:
    await stage.sanne.sends("document", b"naam;datum;begin\nAvond;morgen;laat\n", name="a.csv", mime_type=CSV)
    refused = await stage.sanne.waits_for("a.csv kan ik niet lezen. Er is niets veranderd.")
    assert refused["text"].splitlines()[1:] == [
        'Regel 2, datum (B2): "morgen" is geen datum die ik kan lezen. Schrijf hem met jaar: 12-01-2027.',
        'Regel 2, begin (C2): "laat" is geen tijd die ik kan lezen. Schrijf hem als 19:30.',
    ]


async def test_another_table_is_left_alone(stage: Stage) -> None:
    await stage.sanne.sends("document", b"vraag;antwoord\na;b\n", name="lijst.csv", mime_type=CSV)
    await stage.sanne.says("/planning")
    last = await stage.sanne.waits_for("Er gaan geen herinneringen uit")
    assert labels(last) == []
    assert not [m for m in await stage.sanne.messages() if "lijst.csv kan ik niet" in m.get("text", "")]
