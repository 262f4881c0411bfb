"""What is written to a file is read back to the letter, in every format."""

import string
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import faq
from faq import cells, files, yaml_text
from faq.text import printable

SAMPLE = Path(__file__).parents[2] / "bot" / "content" / "faq.nl.yaml"
FORMATS = ["yaml", "csv", "xlsx"]
NASTY = ["=1+1", "- punt", "'-", "'=", "+31 30", "@jan", "a: b", "a #b", "# kop", "null", "Ja", "yes", "a,b", "a;b"]
NASTY += [
    '"',
    "''",
    "\\n",
    "\\",
    "a\\,b",
    "\u2028",
    "\ufeff",
    "\u202e",
    "👩‍👩‍👧",
    "  x",
    "\t",
    "\n\n",
    "#N/A",
    "2027-01-31",
    "12",
]
NASTY += [
    "| a | b |",
    "&",
    "*",
    "%",
    ">",
    "!",
    "[x](https://x.nl)",
    "{a}",
    "1-2",
    "1e5",
    "é",
    "TRUE",
    "_x000D_",
    "---",
]


ANY = (st.text(max_size=30) | st.lists(st.sampled_from(NASTY), max_size=6).map("".join)).map(
    lambda text: printable(text) or "x"
)
SLUGS = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=8)
FILES = st.none() | st.sampled_from(["https://example.org/a,b.jpg?c=d#e", "-AgACAgQAAxkBAAIBYmF0-_", "http://x.nl/é"])
DATES = st.none() | st.dates(date(1990, 1, 1), date(2190, 1, 1))


@st.composite
def faqs(draw: st.DrawFn) -> list[faq.Entry]:
    """Entries that a file may hold: no id or phrasing twice; texts of all kinds."""
    numbers = iter(range(10_000))

    def phrase() -> str:
        text, own = draw(ANY), f"w{next(numbers)}"
        return f"{text} {own}" if draw(st.booleans()) else f"{own} {text}"

    def phrases() -> tuple[str, ...]:
        return tuple(phrase() for _ in range(draw(st.integers(0, 3))))

    def entry() -> faq.Entry:
        return faq.Entry(
            id=f"{draw(SLUGS)}-{next(numbers)}",
            question=phrase(),
            phrasings=phrases(),
            answer=draw(ANY),
            themes=tuple(text.casefold() for text in draw(st.lists(ANY, max_size=3))),
            language=draw(st.sampled_from(["nl", "en"])),
            translations={
                code: faq.Translation(phrase(), phrases(), draw(ANY))
                for code in draw(st.sets(st.sampled_from(["de", "no", "uk"])))
            },
            review=draw(DATES),
            picture=draw(FILES),
            voice=draw(FILES),
        )

    return [entry() for _ in range(draw(st.integers(1, 4)))]


@pytest.mark.parametrize("form", FORMATS)
@settings(deadline=None, max_examples=120)
@given(entries=faqs(), language=st.sampled_from(["nl", "en"]))
def test_a_round_trip_loses_nothing(
    tmp_path_factory: pytest.TempPathFactory, form: str, entries: list[faq.Entry], language: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"faq.{form}"
    files.save(path, entries, language, mark="12@2026-12-03", comments=["Antwoorden"])
    found = files.read(path)
    assert found.entries == entries
    assert found.mark == "12@2026-12-03"


@pytest.mark.parametrize("form", FORMATS)
def test_the_sample_survives_each_format(tmp_path: Path, form: str) -> None:
    entries, path = faq.load(SAMPLE), tmp_path / f"faq.{form}"
    files.save(path, entries)
    assert files.read(path) == files.Contents(entries, None)


@pytest.mark.parametrize("form", FORMATS)
def test_more_phrasings_than_a_cell_holds(tmp_path: Path, form: str) -> None:
    phrasings = tuple(f"{'woord ' * 100}{number}" for number in range(60))
    entry, path = faq.Entry("a", "Wat?", phrasings, "x"), tmp_path / f"faq.{form}"
    files.save(path, [entry])
    assert faq.load(path) == [entry]


def test_the_same_entries_give_the_same_yaml_in_blocks(tmp_path: Path) -> None:
    entry = faq.Entry(
        "vog", "Wat is een VOG?", ("een vog: wat", "vog"), "Eerst dit:\n\n- **dat**\n- en dat", ("zorg",)
    )
    for path in (tmp_path / "one.yaml", tmp_path / "two.yml"):
        files.save(path, [entry, faq.Entry("b", "Waar?", (), "Hier.")], comments=["De antwoorden"], mark="3@2026")
    assert (tmp_path / "one.yaml").read_bytes() == (tmp_path / "two.yml").read_bytes()
    assert (tmp_path / "one.yaml").read_text(encoding="utf-8") == (
        "# De antwoorden\n# revisie 3@2026\n"
        "- id: vog\n  question: Wat is een VOG?\n  phrasings:\n    - \"een vog: wat\"\n    - vog\n  answer: |\n"
        "    Eerst dit:\n\n    - **dat**\n    - en dat\n  themes: [zorg]\n\n"
        "- id: b\n  question: Waar?\n  answer: |\n    Hier.\n"
    )  # fmt: skip


def test_what_no_file_can_hold_is_left_out(tmp_path: Path) -> None:
    entry = faq.Entry("a", "Wat\x07?", ("hoe\x00zo",), "Een\x85antwoord\r\nop twee regels")
    for form in FORMATS:
        files.save(tmp_path / f"faq.{form}", [entry])
        assert faq.load(tmp_path / f"faq.{form}") == [
            faq.Entry("a", "Wat?", ("hoezo",), "Eenantwoord\nop twee regels")
        ]


@given(st.text(alphabet="'=+-@\t\ra ", max_size=6))
@example("'s avonds")
def test_a_disarmed_text_starts_no_formula_and_can_be_armed(text: str) -> None:
    assert cells.disarm(text)[:1] not in tuple("=+-@\t\r")
    assert cells.arm(cells.disarm(text)) == text


def test_a_name_with_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.yaml or \.yml or \.csv or \.xlsx"):
        files.save(tmp_path / "faq.doc", [])
    (tmp_path / "faq.doc").write_text("x")
    with pytest.raises(faq.FileError, match=r"its name must end in \.yaml"):
        faq.load(tmp_path / "faq.doc")


BY_HAND = """\
- id: gratis-vog
  question: Hoe vraag ik een gratis VOG aan, en voor wie?
  phrasings:
    - Ik wil iets doen (met kinderen), wat is de eerste stap?
    - vog-aanvraag
  answer: |
    Werken je vrijwilligers met **kinderen**? Dan is de VOG gratis.

    1. Meld je aan op [justis.nl](https://www.justis.nl).
    2. Wacht: dat duurt acht weken.
  themes: [vrijwilligers, veilig en wel]
  review: 2027-01-31
  translations:
    en:
      question: How do I get a certificate?
      answer: |
        Ask for it.
"""


def test_yaml_is_written_as_people_write_it() -> None:
    """So that exporting, changing a word and comparing with the version before shows that word alone."""
    assert yaml_text.dump(faq.load(BY_HAND)) == BY_HAND
