"""Sheets as people and their programs make them: what can be understood is read, the rest is said by row."""

import io
import subprocess
import sys
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

import faq
from faq import xlsx_files

ROOT = Path(__file__).parents[2]
HEAD = ["id", "vraag", "zoekzinnen", "antwoord", "onderwerpen", "nakijken"]
ROW = ["vog", "Wat is een VOG?", "vog\nverklaring", "Een papier.", "Zorg, Geld", "31-01-2027"]
ENTRY = faq.Entry(
    "vog", "Wat is een VOG?", ("vog", "verklaring"), "Een papier.", ("zorg", "geld"), review=date(2027, 1, 31)
)


def workbook(path: Path, *rows: list[Any], title: str = "Blad1") -> Any:
    """A workbook with these rows on its first sheet; save it yourself to change more."""
    book = Workbook()
    book.active.title = title  # type: ignore[union-attr]
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(path)
    return book


def problems(path: Path) -> list[tuple[int, str | None, str]]:
    with pytest.raises(faq.FileError) as raised:
        faq.load(path)
    assert all(one.place == "row" for one in raised.value.problems)
    return [(one.line, one.field, one.message) for one in raised.value.problems]


CSV = (
    "id;vraag;zoekzinnen;antwoord;onderwerpen;nakijken\r\n"
    'vog;Wat is een VOG?;"vog\nverklaring";Een papier.;"Zorg, Geld";31-01-2027\r\n'
)
ENGLISH = (
    "ID,Question,Phrasings,Answer,Themes,Review\n"
    'vog,Wat is een VOG?,"vog\nverklaring",Een papier.,"Zorg\nGeld",2027-01-31\n'
)


@pytest.mark.parametrize(
    "raw",
    [
        CSV.encode(),
        CSV.encode("utf-8-sig"),
        CSV.encode("utf-16"),
        ENGLISH.encode(),
        CSV.replace(";", "\t").encode(),
        b"sep=;\r\n" + CSV.encode(),
        ("Antwoorden van Omzien;;;;;\r\n;;;;;\r\n" + CSV).encode(),
    ],
    ids=["semicolons", "with a mark", "Unicode text", "English, commas", "tabs", "sep=", "a title above"],
)
def test_csv_as_programs_write_it(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "faq.csv"
    path.write_bytes(raw)
    assert faq.load(path) == [ENTRY]


def test_csv_of_an_older_windows(tmp_path: Path) -> None:
    path = tmp_path / "faq.csv"
    path.write_bytes("id;vraag;antwoord\r\na;Eén café?;€ 5 – of “gratis”\r\n".encode("cp1252"))
    assert faq.load(path) == [faq.Entry("a", "Eén café?", (), "€ 5 – of “gratis”")]


def test_csv_that_is_no_text_or_breaks_off(tmp_path: Path) -> None:
    path = tmp_path / "faq.csv"
    path.write_bytes(b"id;vraag;antwoord\na;b;\x81\n")
    assert problems(path) == [(2, None, "is not text that can be read; save the file as 'CSV UTF-8'")]
    path.write_bytes(b'id;vraag;antwoord\na;b;c\nb;d;"e\nf;g;h\n')
    [(row, _, message)] = problems(path)
    assert row == 3
    assert "unexpected end of data" in message


def test_mistakes_by_row_and_column_all_at_once(tmp_path: Path) -> None:
    path = tmp_path / "faq.csv"
    path.write_text(
        'id;vraag;zoekzinnen;antwoord;nakijken;vraag (en)\na;Wat?;"hoezo\nhoezo!";x;;\n\na;WAT;;;morgen;What?\n',
        encoding="utf-8",
    )
    found = problems(path)
    assert [(row, field) for row, field, _ in found] == [
        (2, "zoekzinnen (column C)"),
        (4, "id (column A)"),
        (4, "antwoord (column D)"),
        (4, "vraag (column B)"),
        (4, "translations.en.answer"),
        (4, "nakijken (column E)"),
    ]
    assert "is used by the entry on row 2 too" in found[1][2]
    assert "'morgen' must be a date as 2027-01-31" in found[5][2]
    with pytest.raises(faq.FileError, match=r"faq\.csv, row 4: antwoord \(column D\): is missing"):
        faq.load(path)


def test_wrong_headers_are_said_once(tmp_path: Path) -> None:
    path = tmp_path / "faq.csv"
    path.write_text("id;vraag;antwoort;vraag;;zoekzinnen (nl) x\na;b;c;d;e;f\n", encoding="utf-8")
    found = problems(path)
    assert [field for _, field, _ in found] == ["column C", "column D", "column F", "column E", None]
    assert "'antwoort' is no column that we know; they are: id, vraag, zoekzinnen, antwoord," in found[0][2]
    assert "'vraag' is there twice" in found[1][2]
    assert "has texts but no name" in found[3][2]
    assert "a column is missing: 'antwoord' or 'answer'" in found[4][2]
    path.write_text("naam;leeftijd\nJoke;64\n", encoding="utf-8")
    [(row, field, message)] = problems(path)
    assert (row, field) == (1, None)
    assert "must name the columns, at least 'id', 'vraag' and 'antwoord'" in message
    path.write_text("id;vraag;antwoord\n;;\n", encoding="utf-8")
    assert "has no entries under it" in problems(path)[0][2]
    path.write_bytes(b"")
    assert "must name the columns" in problems(path)[0][2]


def test_a_row_that_is_wider_than_the_header_loses_nothing_unseen(tmp_path: Path) -> None:
    """As when someone forgets the quotes around a text with a semicolon."""
    path = tmp_path / "faq.csv"
    path.write_text("id;vraag;antwoord\na;Wat?;Ja; en nee;soms\n", encoding="utf-8")
    assert problems(path) == [(1, "column D and 1 more", "has texts but no name; name it, or empty it")]


def test_a_list_may_take_several_columns(tmp_path: Path) -> None:
    path = tmp_path / "faq.csv"
    path.write_text("id;vraag;zoekzin;zoekzin 2;zoekzin 3;antwoord\na;b;c;;e;f\n", encoding="utf-8")
    assert faq.load(path) == [faq.Entry("a", "b", ("c", "e"), "f")]


def test_a_workbook_with_real_dates_and_numbers(tmp_path: Path) -> None:
    path = tmp_path / "faq.xlsx"
    rows: list[list[Any]] = [
        ["a", "Wat?", 2027, "x", 112.0, datetime.fromisoformat("2027-01-31")],
        ["b", "Waar?", None, 5, None, 46418],
    ]
    workbook(path, HEAD, ROW, *rows)
    assert faq.load(path) == [
        ENTRY,
        faq.Entry("a", "Wat?", ("2027",), "x", ("112",), review=date(2027, 1, 31)),
        faq.Entry("b", "Waar?", (), "5", review=date(2027, 1, 31)),
    ]


def test_formulas_errors_and_dates_where_texts_belong(tmp_path: Path) -> None:
    path = tmp_path / "faq.xlsx"
    texts = [True, "y", time(10, 30), "x"]
    workbook(path, HEAD, ["a", "=A1", "x", "#N/A", date(2027, 2, 1), None], ["b", *texts, None], ROW)
    found = [one for one in problems(path) if "is missing" not in one[2]]
    assert [(row, field) for row, field, _ in found] == [
        (2, "vraag (column B)"),
        (2, "antwoord (column D)"),
        (2, "onderwerpen (column E)"),
        (3, "vraag (column B)"),
        (3, "antwoord (column D)"),
    ]
    assert "holds a formula" in found[0][2]
    assert "holds the error #N/A" in found[1][2]
    assert "holds 2027-02-01 00:00:00, not a text; make the cell's format Text" in found[2][2]
    assert "holds True, not a text" in found[3][2]
    assert "holds 10:30:00, not a text" in found[4][2]


def test_merged_cells_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "faq.xlsx"
    book = workbook(path, ["Antwoorden"], HEAD, ROW, ["b", "Waar?", None, "x"])
    book.active.merge_cells("A1:F1")
    book.save(path)
    assert len(faq.load(path)) == 2
    book.active.merge_cells("E3:E4")
    book.save(path)
    [(row, _, message)] = problems(path)
    assert (row, message) == (3, "the cells E3:E4 are merged; split them, and fill each")


def test_hidden_sheets_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "faq.xlsx"
    book = workbook(path, HEAD, ["oud", "Oud?", None, "x"])
    book.active.sheet_state = "hidden"
    book.create_sheet("Uitleg").append(["Zo werkt het"])
    sheet = book.create_sheet("Antwoorden")
    sheet.append(HEAD)
    sheet.append(ROW)
    book.save(path)
    assert faq.load(path) == [ENTRY]
    sheet.sheet_state = "hidden"
    book.save(path)
    assert "no visible sheet has a first row" in problems(path)[0][2]


def test_a_workbook_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "faq.xlsx"
    path.write_bytes(b"id;vraag;antwoord\n")
    assert "is not an .xlsx file" in problems(path)[0][2]
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
    assert "cannot be read as an .xlsx file" in problems(path)[0][2]


def test_a_workbook_with_a_broken_sheet(tmp_path: Path) -> None:
    path = tmp_path / "faq.xlsx"
    workbook(path, HEAD, ROW)
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"][:-40]
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    assert "cannot be read as an .xlsx file" in problems(path)[0][2]


def test_a_workbook_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_files, "MAX_UNPACKED", 2**20)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", b"0" * (2**20 + 1))
    (tmp_path / "faq.xlsx").write_bytes(packed.getvalue())
    assert "unpacks to 1 MB; the limit is 1 MB" in problems(tmp_path / "faq.xlsx")[0][2]


def test_the_bot_at_work_loads_no_spreadsheet_library() -> None:
    code = "import sys, faq, bot.app; from pathlib import Path; faq.load(Path('bot/content/faq.nl.yaml')); "
    code += "sys.exit(any(name.split('.')[0] in ('openpyxl', 'segno') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
