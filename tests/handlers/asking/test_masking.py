"""A BSN or a bank account is not kept and not passed on, and its sender hears that (conversation 12)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from bot.demo.actors import labels, words
from tests.desk.scenes import FAST, FORUM, PLACES, ask, press
from tests.stage import Stage

BSN, IBAN = "123456782", "NL91ABNA0417164300"
QUESTION = f"kan mijn man met bsn {BSN} vrijwilliger worden met een uitkering"
SURE = f"hoe vraag ik een gratis vog aan voor vrijwilligers bsn {BSN}"


async def everything(stage: Stage) -> str:
    """All that the database holds, as text."""

    def read(session: Session) -> str:
        connection = session.connection()
        tables = inspect(connection).get_table_names()
        return "\n".join(str(row) for t in tables for row in connection.execute(text(f'SELECT * FROM "{t}"')))

    return await stage.helpdesk.db.read(read)


@FORUM
async def test_the_sender_hears_it_and_is_answered_right_after(stage: Stage) -> None:
    said = await stage.fatma.says(SURE)
    answer = await stage.fatma.waits_for("Antwoord van de bot.")
    note = await stage.fatma.waits_for("in je bericht staat een nummer dat op een BSN lijkt.")
    assert "Ik heb het niet bewaard en geef het niet door. In dit gesprek staat het nog wel." in words(note)
    assert note["message_id"] < answer["message_id"]
    await stage.fatma.presses("Haal mijn bericht weg")
    await stage.fatma.waits_for("Je bericht is weg uit dit gesprek. Je vraag is wel beantwoord.")
    assert said["message_id"] not in [m["message_id"] for m in await stage.fatma.messages()]


@PLACES
async def test_staff_see_that_it_was_left_out(stage: Stage) -> None:
    await stage.fatma.says("mens")
    await stage.fatma.waits_for("Je volgende bericht gaat naar een mens.")
    await stage.fatma.says(QUESTION)
    card = await stage.sanne.waits_for("bsn [BSN weggelaten] vrijwilliger worden")
    assert BSN not in words(card)
    await stage.fatma.says(
        f"ons nummer is {IBAN[:4]} {IBAN[4:8]} {IBAN[8:12]} {IBAN[12:16]} {IBAN[16:]} en de kas is leeg"
    )
    await stage.fatma.waits_for("een rekeningnummer. We hebben dat niet nodig.")
    await stage.sanne.waits_for("ons nummer is [IBAN weggelaten] en de kas is leeg")
    assert all("0417" not in words(m) for m in await stage.group.messages())


@FORUM
async def test_captions_albums_and_edits(stage: Stage) -> None:
    await ask(stage, stage.fatma, "hoe werkt het formulier van de gemeente voor de kas")
    photo = (await stage.fatma.sends("photo", b"jpg", caption=f"kijk bsn {BSN}"))[0]
    await stage.sanne.waits_for("kijk bsn [BSN weggelaten]")
    await stage.fatma.sends("photo", b"1", b"2", caption=f"op {IBAN}")
    await stage.sanne.waits_for("op [IBAN weggelaten]")
    said = await stage.fatma.says("het formulier ligt hier voor mij op tafel")
    await stage.sanne.waits_for("het formulier ligt hier")
    await stage.fatma.edits(said, f"het formulier van {BSN} ligt hier")
    await stage.sanne.waits_for("het formulier van [BSN weggelaten] ligt hier")
    assert photo
    assert all(BSN not in words(m) and IBAN not in words(m) for m in await stage.group.messages())


@FORUM
async def test_what_waits_for_a_yes_goes_along_without_its_caption(stage: Stage) -> None:
    await stage.fatma.sends("photo", b"jpg", caption=f"wat is dit bsn {BSN}")
    await stage.fatma.waits_for("op een BSN lijkt")
    await press(stage.fatma, "Ja, geef door")
    await stage.sanne.waits_for("wat is dit bsn [BSN weggelaten]", button="Ik pak dit op")
    await stage.group.until(lambda seen: [m for m in seen if m.get("photo")] or None, "the photo")
    assert all(BSN not in words(m) for m in await stage.group.messages())


@FORUM
async def test_nothing_of_it_is_on_disk_before_or_after(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    await stage.fatma.says(SURE)
    await stage.fatma.waits_for("Antwoord van de bot.")
    await stage.fatma.says(f"dit {IBAN} klopt niet en dit {BSN} ook niet zegt de burgemeester")
    await stage.fatma.waits_for("meer dan één nummer dat we niet nodig hebben")
    held = await everything(stage)
    assert "weggelaten" in held
    assert BSN not in held
    assert IBAN not in held
    ours = [r.getMessage() for r in caplog.records if r.name.startswith(("bot", "handlers", "storage"))]
    assert not [line for line in ours if BSN in line]


@FORUM
async def test_too_old_to_be_taken_away(stage: Stage) -> None:
    await stage.fatma.says(f"ons RSIN is {BSN} en wij zoeken subsidie voor een dorpsfeest")
    note = await stage.fatma.waits_for("Was het een RSIN van je stichting? Dat lijkt op een BSN.")
    stage.forward(timedelta(hours=49))
    await stage.fatma.presses("Haal mijn bericht weg", on=note)
    await stage.fatma.waits_for("je bericht is ouder dan 2 dagen")


@FORUM
async def test_staff_may_give_a_bank_account(stage: Stage) -> None:
    desk = await ask(stage, stage.fatma, "waar kan ik het geld voor het uitje heen sturen")
    await desk.sanne.replies(desk.card, f"Maak het over naar {IBAN}.")
    await stage.fatma.waits_for(IBAN)


@pytest.mark.parametrize("stage_options", [{"telegram.mode": "webhook", **FAST}], indirect=True)
async def test_by_webhook_too(stage: Stage) -> None:
    await stage.fatma.says(SURE)
    note = await stage.fatma.waits_for("op een BSN lijkt")
    assert labels(note) == ["Haal mijn bericht weg"]
    await stage.fatma.waits_for("Antwoord van de bot.")
    assert BSN not in await everything(stage)
