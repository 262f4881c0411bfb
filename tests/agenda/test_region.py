"""Places as people type them, and region files with mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.agenda import region
from tests.agenda.calendars import REGION


@pytest.mark.parametrize(
    ("typed", "municipality"),
    [
        ("doorn", "Utrechtse Heuvelrug"),
        ("DOORN", "Utrechtse Heuvelrug"),
        ("driebergen rijsenburg", "Utrechtse Heuvelrug"),
        ("Ijsselstein", "IJsselstein"),
        ("'t goy", "Houten"),
        ("t goy", "Houten"),
        ("Utrecht", "Utrecht"),
        ("vianen", "Vijfheerenlanden"),
        ("wijk-bij-duurstede", "Wijk bij Duurstede"),
    ],
)
def test_a_town_is_known_however_it_is_written(typed: str, municipality: str) -> None:
    found = REGION.find(typed)
    assert found is not None
    assert found.municipality == municipality


@pytest.mark.parametrize(
    ("typed", "first"),
    [("ziest", "Zeist"), ("Veenendal", "Veenendaal"), ("amersfort", "Amersfoort"), ("bilthofen", "De Bilt")],
)
def test_a_typing_error_is_understood(typed: str, first: str) -> None:
    assert REGION.find(typed) is None
    assert REGION.close(typed)[0].municipality == first


@pytest.mark.parametrize("typed", ["Groningen", "qwerty", "", "vrijwilligers"])
def test_what_is_no_place_here_is_not_taken_for_one(typed: str) -> None:
    assert REGION.find(typed) is None
    assert REGION.close(typed) == []


@pytest.mark.parametrize(
    ("location", "municipality"),
    [
        ("Dorpshuis De Linde, Zeist", "Zeist"),
        ("Start: Parkeerplaats Kaapse Bossen, Doorn", "Utrechtse Heuvelrug"),
        ("Kerkplein 1, 3941 HV Doorn, Nederland", "Utrechtse Heuvelrug"),
        ("Online, via een videolink", None),
        ("Stadhuis, Rotterdam", None),
        ("", None),
    ],
)
def test_the_municipality_of_an_event_follows_from_its_location(location: str, municipality: str | None) -> None:
    assert REGION.of_location(location) == municipality


def test_the_province_has_its_twenty_six_municipalities_and_their_names_fit_on_buttons() -> None:
    assert len(REGION.municipalities) == 26
    assert max(len(m) for m in REGION.municipalities) <= 20


def test_a_region_file_with_mistakes_tells_them_all(tmp_path: Path) -> None:
    file = tmp_path / "region.yaml"
    file.write_text("municipalities: {Zeist: Den Dolder}\nthemes: geld\n", encoding="utf-8")
    with pytest.raises(region.RegionError) as error:
        region.load(file)
    text = str(error.value)
    assert "name: must be text" in text
    assert "the places of Zeist must be a list" in text
    assert "themes: must be a list" in text


def test_a_region_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(region.RegionError, match=r"nowhere\.yaml cannot be read"):
        region.load(tmp_path / "nowhere.yaml")
