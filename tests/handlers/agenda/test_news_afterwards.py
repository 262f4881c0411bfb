"""News that was delivered: its report, taking it back, putting it right (conversation 18)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.demo.actors import Message, Person, buttons, labels, words
from tests.handlers.agenda.test_news import joined, sent
from tests.stage import Stage


async def delivered(stage: Stage, message: Message, people: str, count: int) -> Message:
    await sent(stage, message, people, f"Stuur aan {count}")
    return await stage.sanne.waits_for(f"Klaar: {count} bezorgd.", button="Haal weg")


async def gone(person: Person, part: str) -> None:
    """Wait until this person has nothing with these words."""

    def look(found: list[Message]) -> bool | None:
        return None if any(part in words(m) for m in found) else True

    await person.until(look, f"{part} to go")


async def test_it_is_taken_back_at_everyone(stage: Stage) -> None:
    await joined(stage, "joke", "fatma")
    done = await delivered(stage, await stage.sanne.says("Morgen gratis taart"), "2 mensen", 2)
    assert buttons(done) == [["Rapport", "Verbeter", "Haal weg"]]
    await stage.sanne.presses("Haal weg", done)
    asked = await stage.sanne.waits_for(
        "Ik kan dit bij 2 mensen weghalen, tot za 5 december, 10.02 uur. Wie het las, heeft het gelezen."
    )
    assert buttons(asked) == [["Haal weg bij 2", "Stuur verbetering"], ["Niet doen"]]
    await stage.sanne.presses("Haal weg bij 2", asked)
    await gone(stage.joke, "taart")
    await gone(stage.fatma, "taart")
    taken = await stage.sanne.waits_for("Weggehaald bij 2 mensen.")
    assert labels(taken) == ["Rapport"]


async def test_who_would_get_it_later_does_not_when_it_is_taken_back(stage: Stage) -> None:
    await joined(stage, "joke")
    await joined(stage, "fatma", quiet_from=8 * 60, quiet_until=20 * 60)
    await sent(stage, await stage.sanne.says("Toch niet"), "2 mensen", "Stuur aan 2")
    done = await stage.sanne.waits_for("1 uitgesteld", button="Haal weg")
    await stage.sanne.presses("Haal weg", done)
    await stage.sanne.waits_for("Ik kan dit bij 1 mens weghalen")
    await stage.sanne.presses("Haal weg bij 1")
    await stage.sanne.waits_for("Weggehaald bij 1 mens.")
    stage.forward(timedelta(hours=12))
    await stage.fatma.says("/start")
    await stage.fatma.waits_for("Hallo weer.")
    for person in (stage.joke, stage.fatma):
        await gone(person, "Toch niet")


async def test_an_album_is_taken_back_whole(stage: Stage) -> None:
    await joined(stage, "joke")
    first, *_ = await stage.sanne.sends("photo", b"een", b"twee", b"drie", caption="Foto's")
    done = await delivered(stage, first, "1 mens", 1)
    await stage.sanne.presses("Haal weg", done)
    await stage.sanne.waits_for("Ik kan dit bij 1 mens weghalen")
    await stage.sanne.presses("Haal weg bij 1")
    await stage.sanne.waits_for("Weggehaald bij 1 mens.")
    assert not [m for m in await stage.joke.messages() if "photo" in m]


async def test_after_48_hours_it_stays_and_that_is_said(stage: Stage) -> None:
    await joined(stage, "joke")
    done = await delivered(stage, await stage.sanne.says("Oud nieuws"), "1 mens", 1)
    stage.forward(timedelta(hours=48))
    await stage.sanne.presses("Haal weg", done)
    asked = await stage.sanne.waits_for("Weghalen kan niet meer.")
    await stage.sanne.presses("Niet doen", asked)
    await stage.sanne.waits_for("Klaar: 1 bezorgd.", button="Haal weg")


async def test_better_words_reach_everyone_also_who_gets_it_later(stage: Stage) -> None:
    await joined(stage, "joke")
    await joined(stage, "fatma", quiet_from=8 * 60, quiet_until=20 * 60)
    await joined(stage, "henk", language="en")
    await sent(stage, await stage.sanne.says("Spreekuur op mandag"), "3 mensen", "Stuur aan 3")
    done = await stage.sanne.waits_for("2 bezorgd, 1 uitgesteld", button="Verbeter")
    await stage.sanne.presses("Verbeter", done)
    asked = await stage.sanne.waits_for("Beantwoord dit bericht met de verbeterde tekst.")
    await stage.sanne.replies(asked, "Spreekuur op <b>maandag</b>", parse_mode="HTML")
    shown = await stage.sanne.waits_for("Zo wordt het bij 2 mensen. Het verandert zonder geluid.")
    assert buttons(shown) == [["Verbeter bij 2"], ["Niet doen"]]
    await stage.sanne.presses("Verbeter bij 2", shown)
    got = await stage.joke.waits_for("Spreekuur op maandag")
    assert labels(got) == ["Stop meldingen"] and [e["type"] for e in got["entities"]] == ["bold"]
    got = await stage.henk.waits_for("Spreekuur op maandag")
    assert labels(got) == ["Stop messages"]
    await stage.sanne.waits_for("Verbeterd bij 2 mensen.")
    stage.forward(timedelta(hours=12))
    await stage.fatma.waits_for("Spreekuur op maandag")
    for person in (stage.joke, stage.fatma, stage.henk):
        assert [words(m) for m in await person.messages() if "Spreekuur" in words(m)] == ["Spreekuur op maandag"]


async def test_better_words_below_a_picture(stage: Stage) -> None:
    await joined(stage, "joke")
    (photo,) = await stage.sanne.sends("photo", b"feest", caption="Feest om 3 uur")
    done = await delivered(stage, photo, "1 mens", 1)
    await stage.sanne.presses("Verbeter", done)
    asked = await stage.sanne.waits_for("Beantwoord dit bericht met de verbeterde tekst.")
    await stage.sanne.replies(asked, "x" * 1025)
    await stage.sanne.waits_for("Dit is te lang: 1.025 tekens. Telegram neemt er hoogstens 1.024.")
    await stage.sanne.replies(asked, "Feest om 4 uur")
    await stage.sanne.waits_for("Zo wordt het bij 1 mens.")
    await stage.sanne.presses("Verbeter bij 1")
    got = await stage.joke.waits_for("Feest om 4 uur")
    assert "photo" in got and labels(got) == ["Stop meldingen"]


async def test_the_report_is_a_file_with_each_delivery(stage: Stage) -> None:
    await joined(stage, "joke")
    await joined(stage, "fatma", quiet_from=8 * 60, quiet_until=20 * 60)
    await joined(stage, "henk")
    message = await stage.sanne.says("Voor straks")
    refusal: dict[str, Any] = {"status": 403, "description": "Forbidden: bot was blocked by the user"}
    stage.server.faults.add("error", method="sendMessage", chat_id=stage.henk.chat_id, **refusal)
    await sent(stage, message, "3 mensen", "Stuur aan 3")
    done = await stage.sanne.waits_for("1 bezorgd, 1 geblokkeerd, 1 uitgesteld", button="Rapport")
    await stage.sanne.presses("Rapport", done)
    report = await stage.sanne.waits_for(
        "1 lid is onbereikbaar: 1 blokkeerde de bot, 0 zijn weg bij Telegram.", after=message
    )
    assert report["document"]["file_name"] == "nieuws-1-bezorgd.csv"
    files = stage.server.world.files
    lines = files.read(files.by_id[report["document"]["file_id"]]).decode("utf-8-sig").split("\r\n")
    assert lines[0] == "lid;taal;uitkomst;wanneer;twee keer;reden"
    first, *others = sorted(lines[1:4])
    assert first.startswith(f"{stage.joke.id};nl;bezorgd;2026-12-03 10:")
    assert others == [
        f"{stage.fatma.id};nl;uitgesteld;2026-12-03 20:00:00;;",
        f"{stage.henk.id};nl;geblokkeerd;;;403: Forbidden: bot was blocked by the user",
    ]
    await stage.ellen.presses("Wie niet, en waarom", report)
    away = await stage.ellen.waits_for("3 leden. 1 krijgt geen meldingen:", after=report)
    assert f"1. Lid {stage.henk.id} · blokkeerde de bot · sinds do 3 december" in away["text"], "he asked nothing yet"
