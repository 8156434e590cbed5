"""PDFs: what is read from the places of their letters."""

from __future__ import annotations

from meetings.parsing import extract_text
from meetings.tests.parsing.pdf_documents import (
    LEADING,
    LEFT,
    TOP,
    WIDTH,
    at,
    block,
    grid,
    page,
    rule,
    stream_object,
    text_of,
    written,
)

LONG = (
    "The Head of Parks introduced the report, which had been circulated with the agenda. Members asked how the works "
    "would be paid for, and whether the surveyor had been consulted about the bandstand."
)
EDGE = LEFT + 6 * WIDTH


# --- Paragraphs ---------------------------------------------------------------------------------------------------
def test_lines_of_a_paragraph_are_joined_and_headings_are_bold() -> None:
    drawn = page(("bold", "Amenities Committee"), LONG, "A second paragraph.")
    assert text_of(drawn).split("\n\n") == ["**Amenities Committee**", LONG, "A second paragraph."]


def test_a_short_line_ends_a_paragraph_without_space_below_it() -> None:
    first = block(TOP, LONG)
    below = TOP - LEADING * len(first)
    text = text_of([*first, *block(below, LONG.replace("Parks", "Harbours"))])
    assert text.split("\n") == [LONG, LONG.replace("Parks", "Harbours")]


def test_names_below_each_other_stay_lines() -> None:
    names = ["Present:", "Councillor Ada Marsh (Chair)", "Councillor Tom Reed", "Councillor Ivy Hollis"]
    drawn = [at(LEFT, TOP - LEADING * n, name) for n, name in enumerate(names)]
    assert text_of([*drawn, *block(TOP - 100, LONG)]) == "\n".join(names) + "\n\n" + LONG


def test_a_centred_title_of_two_lines() -> None:
    title = ["Minutes of the Meeting of the Amenities Committee of Harrowmere", "held on 12 March 2024"]
    drawn = [at(LEFT + 3 * (WIDTH - len(line)), TOP - LEADING * n, line) for n, line in enumerate(title)]
    assert text_of([*drawn, *block(TOP - 60, LONG)]).startswith("\n".join(title) + "\n\n")


def test_the_number_in_a_column_of_its_own_stands_before_its_heading() -> None:
    drawn = [at(LEFT, TOP, "14."), *block(TOP, "Bandstand Repairs", x=LEFT + 40, bold=True)]
    drawn += block(TOP - 2 * LEADING, LONG, x=LEFT + 40, width=60)
    assert text_of(drawn) == f"**14.  Bandstand Repairs**\n\n{LONG}"


def test_the_number_that_stands_a_line_too_low() -> None:
    drawn = [*block(TOP, "Bandstand Repairs", x=LEFT + 40, bold=True), at(LEFT, TOP - LEADING, "14.")]
    drawn += block(TOP - LEADING, LONG, x=LEFT + 40, width=60)
    assert text_of(drawn) == f"**14.  Bandstand Repairs**\n\n{LONG}"


def test_numbered_paragraphs_with_hanging_indents() -> None:
    lines = block(TOP, LONG, x=LEFT + 40, width=60)
    below = TOP - LEADING * len(lines)
    drawn = [at(LEFT + 10, TOP, "(a)"), *lines, at(LEFT + 10, below, "(b)"), at(LEFT + 40, below, "Agreed.")]
    assert text_of(drawn) == f"(a)  {LONG}\n(b)  Agreed."


def test_the_start_of_a_paragraph_in_bold() -> None:
    drawn = [at(LEFT, TOP, "RESOLVED", bold=True), at(LEFT + 54, TOP, "that the works be approved.")]
    assert text_of(drawn) == "**RESOLVED** that the works be approved."


def test_an_underlined_line_is_a_heading() -> None:
    drawn = [at(LEFT, TOP, "Bandstand Repairs"), rule(LEFT, TOP - 1, LEFT + 102), *block(TOP - 30, LONG)]
    assert text_of(drawn) == f"**Bandstand Repairs**\n\n{LONG}"


def test_a_paragraph_goes_on_over_the_page() -> None:
    lines = block(TOP, LONG)
    first = [*page("Present: Councillor Ada Marsh"), *block(60 + LEADING, LONG)[:2], at(300, 30, "1")]
    second = [at(LEFT, TOP, "surveyor had been consulted about the bandstand."), at(300, 30, "2")]
    assert len(lines) == 3
    assert text_of(first, second) == f"Present: Councillor Ada Marsh\n\n{LONG}\n\n~1\n~2"


# --- Words --------------------------------------------------------------------------------------------------------
def test_words_broken_at_a_line_end_are_whole_and_real_hyphens_stay() -> None:
    first = "The consultation on the bathing place, of which a consul-"
    second = "tation had been held by the well-known and self-"
    third = "governing Swimmers of Harrowmere, was closed."
    drawn = [at(LEFT, TOP - LEADING * n, line) for n, line in enumerate((first, second, third))]
    text = text_of(drawn)
    assert "a consultation had been held" in text
    assert "well-known and self-governing Swimmers" in text or "selfgoverning" not in text


def test_a_raised_ordinal_is_set_back() -> None:
    drawn = [at(LEFT, TOP, "on the 20"), at(LEFT + 54, TOP + 4, "th", size=6), at(LEFT + 68, TOP, "March 2024")]
    assert text_of(drawn) == "on the 20th March 2024"


def test_letters_that_are_drawn_one_by_one_make_words() -> None:
    words = "The works be approved."
    drawn = [at(LEFT + 6 * n, TOP, letter) for n, letter in enumerate(words) if letter != " "]
    assert text_of(drawn) == words


def test_blanks_that_are_only_gaps_part_words() -> None:
    drawn = [b"BT /F1 10 Tf 72 770 Td [(The) -600 (works) -600 (be) -600 (approved.)] TJ ET"]
    assert text_of(drawn) == "The works be approved."


def test_the_letters_of_one_glyph_are_of_one_word() -> None:
    shown = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> "
    shown += b"endcodespacerange 1 beginbfchar <21> <006600660069> endbfchar endcmap end end"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
        stream_object(b"BT 72 770 Td /F1 20 Tf (The O) Tj /F2 20 Tf (!) Tj /F1 20 Tf (cers) Tj ET"),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 7 0 R >>",
        stream_object(shown),
    ]
    assert extract_text(written(objects), "minutes.pdf").text == "The Officers"


def test_a_heading_in_letters_set_apart() -> None:
    drawn = [at(LEFT, TOP, "M I N U T E S", bold=True), *block(TOP - 30, LONG)]
    assert text_of(drawn).startswith("**MINUTES**\n\n")


def test_words_that_are_drawn_twice_are_read_once() -> None:
    words = ["Bandstand", "repairs", "and", "the", "clock", "on", "the", "Guildhall", "of", "Harrowmere"]
    places = [LEFT + 6 * len(" ".join([*words[:n], ""])) for n in range(len(words))]
    drawn = [at(x + more, TOP, word) for more in (0, 0.4) for x, word in zip(places, words, strict=True)]
    assert text_of(drawn) == " ".join(words)


def test_a_symbol_font_s_bullet() -> None:
    bullet = b"BT /F3 10 Tf 72 770 Td (\\267) Tj ET"
    assert text_of([bullet, at(LEFT + 20, TOP, "Bandstand Repairs")]) == "•  Bandstand Repairs"


def test_the_blanks_of_a_justified_line_are_no_columns() -> None:
    spread = b"q BT /F1 10 Tf 18 Tw 72 770 Td (Members asked for more about this and the) Tj ET Q"
    full = at(LEFT, TOP - LEADING, "report, and were told that they would have it by")
    text = text_of([spread, full, at(LEFT, TOP - 2 * LEADING, "Head of Parks.")])
    assert text == (
        "Members asked for more about this and the report, and were told that they would have it by Head of Parks."
    )


def test_marks_of_layout_in_the_source_are_escaped() -> None:
    assert text_of([at(LEFT, TOP, "# 5 * signed")]) == r"\# 5 \* signed"


# --- Margins and running heads ------------------------------------------------------------------------------------
def test_words_in_a_margin_stand_behind_the_paragraph_beside_them() -> None:
    drawn: list[bytes] = []
    told = []
    y = float(TOP)
    for n, who in enumerate(("Clerk", "Noted", "AM", "TR")):
        lines = block(y, LONG.replace("Parks", f"Works {n}"), width=60)
        drawn += [*lines, at(LEFT + 6 * 66, y - LEADING, who)]
        told.append(LONG.replace("Parks", f"Works {n}") + f" {who}")
        y -= LEADING * (len(lines) + 1)
    assert text_of(drawn).split("\n\n") == told


def test_words_at_the_right_edge_end_their_paragraph() -> None:
    drawn = [*block(TOP, LONG), *block(TOP - 60, "Minutes were sent."), at(EDGE - 30, TOP - 60, "Clerk")]
    drawn += block(TOP - 60 - LEADING, "The clock on the Guildhall would be mended by its makers at last.")
    assert text_of(drawn) == (
        f"{LONG}\n\nMinutes were sent.   Clerk\nThe clock on the Guildhall would be mended by its makers at last."
    )


def test_running_heads_and_page_numbers_are_furniture() -> None:
    pages = [
        [
            at(LEFT, 810, "Harrowmere Borough Council"),
            *page(LONG.replace("Parks", where)),
            at(300, 30, f"Page {n} of 3"),
        ]
        for n, where in enumerate(("Parks", "Works", "Harbours"), start=1)
    ]
    lines = text_of(*pages).split("\n")
    assert [line for line in lines if line.startswith("~")] == [
        "~Page 1 of 3", "~Harrowmere Borough Council", "~Page 2 of 3", "~Harrowmere Borough Council", "~Page 3 of 3",
    ]  # fmt: skip
    assert lines[0] == "Harrowmere Borough Council"  # the first page's head is its title


def test_the_same_words_within_pages_are_no_running_heads() -> None:
    pages = [page(LONG.replace("Head", where), "Noted.", where) for where in ("Parks", "Works", "Harbours")]
    assert text_of(*pages).count("\nNoted.") == 3
    assert "~" not in text_of(*pages)


def test_a_watermark_is_furniture() -> None:
    mark = b"q BT 0.7 0.7 -0.7 0.7 200 300 Tm /F2 90 Tf (DRAFT) Tj ET Q"
    assert text_of([mark, *page(LONG)]) == f"{LONG}\n\n~DRAFT"


def test_a_page_that_is_turned_reads_as_any_other() -> None:
    turned = [b"q 0 1 -1 0 595 0 cm", *page("Harrowmere Borough Council", LONG, top=500), b"Q"]
    assert text_of(turned, more="/Rotate 90") == f"Harrowmere Borough Council\n\n{LONG}"


# --- Lists, columns and tables ------------------------------------------------------------------------------------
def test_lists_side_by_side_under_their_labels_are_read_one_after_the_other() -> None:
    left = ("PRESENT", "Cllr Ada Marsh (Chair)", "Cllr Tom Reed", "Cllr Ivy Hollis")
    right = ("APOLOGIES", "Cllr June O'Rane", "Cllr Sam Quill")
    drawn = [at(LEFT, TOP - LEADING * n, name, bold=not n) for n, name in enumerate(left)]
    drawn += [at(330, TOP - LEADING * n, name, bold=not n) for n, name in enumerate(right)]
    assert text_of([*drawn, *block(TOP - 80, LONG)]) == (
        "**PRESENT**\n\nCllr Ada Marsh (Chair)\nCllr Tom Reed\nCllr Ivy Hollis\n\n"
        f"**APOLOGIES**\n\nCllr June O'Rane\nCllr Sam Quill\n\n{LONG}"
    )


def test_a_ruled_table_gives_a_line_a_row() -> None:
    drawn = grid((70, 170, 420, 530), (TOP + 10, TOP - 6, TOP - 34, TOP - 50))
    drawn += [at(75, TOP, "Payee"), at(175, TOP, "For"), at(425, TOP, "Amount")]
    drawn += [
        at(75, TOP - 16, "Mill and Sons"),
        at(175, TOP - 16, "Repairs of the bandstand, and the clock"),
        at(425, TOP - 16, "£220.80"),
    ]
    drawn += [at(175, TOP - 28, "and the quay"), at(75, TOP - 44, "Total"), at(425, TOP - 44, "£220.80")]
    assert text_of([*drawn, *block(TOP - 80, LONG)]) == (
        "Payee | For | Amount\n"
        "Mill and Sons | Repairs of the bandstand, and the clock and the quay | £220.80\n"
        f"Total |  | £220.80\n\n{LONG}"
    )


def test_a_cell_over_several_rows_stands_in_the_first() -> None:
    rules = [rule(70, TOP + 10, 530), rule(170, TOP - 6, 530), rule(70, TOP - 22, 530)]
    rules += [f"{x} {TOP + 10} m {x} {TOP - 22} l S".encode() for x in (70, 170, 350, 530)]
    drawn = [at(75, TOP, "Parks"), at(175, TOP, "Bandstand"), at(355, TOP, "£10")]
    drawn += [at(175, TOP - 16, "Quay"), at(355, TOP - 16, "£20")]
    assert text_of([*rules, *drawn]) == "Parks | Bandstand | £10\n|  | Quay | £20 |"


def test_a_table_that_lays_out_the_minutes_is_read_as_text() -> None:
    ys = (TOP + 10, TOP - 160, TOP - 230)
    drawn = grid((70, 110, 460, 530), ys)
    drawn += [at(75, TOP, "4."), at(115, TOP, "Bandstand Repairs", bold=True)]
    drawn += block(TOP - 24, LONG, x=115, width=55)
    again = LONG.replace("Parks", "Works")
    drawn += [*block(TOP - 90, again, x=115, width=55), at(465, TOP - 90, "Clerk")]
    drawn += [at(75, TOP - 174, "5."), at(115, TOP - 174, "Close", bold=True)]
    drawn += block(TOP - 198, "The meeting closed at 8.45 pm.", x=115)
    assert text_of(drawn).split("\n\n") == [
        "**4.  Bandstand Repairs**", LONG, f"{again} Clerk", "**5.  Close**", "The meeting closed at 8.45 pm.",
    ]  # fmt: skip


def test_a_frame_around_a_title_is_no_table() -> None:
    drawn = [
        *grid((60, 540), (TOP + 14, TOP - 10)),
        at(LEFT, TOP, "Harrowmere Borough Council"),
        *block(TOP - 40, LONG),
    ]
    assert text_of(drawn) == f"Harrowmere Borough Council\n\n{LONG}"


def test_rows_without_rules_keep_their_columns() -> None:
    rows = (("22/0031/HSE", "Two storey extension"), ("22/0034/FUL", "New porch"))
    drawn = [at(x, TOP - LEADING * n, row[c]) for n, row in enumerate(rows) for c, x in enumerate((LEFT, LEFT + 120))]
    assert text_of([*drawn, *block(TOP - 60, LONG)]).split("\n")[:2] == [
        "22/0031/HSE   Two storey extension", "22/0034/FUL   New porch",
    ]  # fmt: skip


def test_a_page_set_in_two_columns() -> None:
    told = [f"{LONG} {LONG.replace('Parks', 'Works')}", f"{LONG.replace('Parks', 'Harbours')} {LONG}"]
    drawn = [at(LEFT, 800, "Harrowmere Borough Council")]
    drawn += block(TOP, told[0], width=36)
    drawn += block(TOP, told[1], x=LEFT + 240, width=36)
    assert text_of(drawn) == f"Harrowmere Borough Council\n\n{told[0]}\n\n{told[1]}"
