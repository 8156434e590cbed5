"""Word documents come out as their pages show them: with generated numbers, without what is deleted or hidden."""

from __future__ import annotations

import io
import zipfile

import pytest

from meetings.parsing import extract_text
from meetings.tests.parsing.word_documents import (
    BOLD,
    STYLES,
    cell,
    document,
    entry,
    level,
    lines,
    lists,
    paragraph,
    run,
    table,
    text_of,
)


def notes_of(*blocks: str, **parts: str) -> list[str]:
    return [note.code for note in extract_text(document(*blocks, **parts), "minutes.docx").notes]


# --- Words ------------------------------------------------------------------------------------------------------------
def test_paragraphs_are_parted_by_empty_lines() -> None:
    extracted = extract_text(document("Harrowmere Borough Council", "", "Present"), "minutes.docx")
    assert (extracted.text, extracted.format, extracted.encoding) == (
        "Harrowmere Borough Council\n\nPresent",
        "docx",
        "",
    )
    assert extracted.notes == ()


@pytest.mark.parametrize(
    ("content", "printed"),
    [
        (run("the 20") + run("th", '<w:vertAlign w:val="superscript"/>') + run(" of May"), "the 20th of May"),
        (run("Item") + "<w:r><w:tab/></w:r>" + run("Lead"), "Item  Lead"),
        (run("Quay House") + "<w:r><w:br/></w:r>" + run("Harrowmere"), "Quay House\nHarrowmere"),
        ("<w:r><w:t>sub</w:t><w:noBreakHyphen/><w:t>com</w:t><w:softHyphen/><w:t>mittee</w:t></w:r>", "sub-committee"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run(" present"), "✓ present"),
        (run("ü", '<w:rFonts w:ascii="Wingdings"/>') + run(" present"), "✓ present"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>' + run(" a point"), "• a point"),
        (f'<w:hyperlink r:id="rId9">{run("the report")}</w:hyperlink>', "the report"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Committee Room')}</w:sdtContent></w:sdt>", "Committee Room"),
        (f"<w:smartTag>{run('Harrowmere')}</w:smartTag>", "Harrowmere"),
        ("<m:oMath><m:r><m:t>2 + 2</m:t></m:r></m:oMath>", "2 + 2"),
        (run("standing orders", "<w:caps/>"), "STANDING ORDERS"),
        (run("5 * 3 | 4_2 #"), r"5 \* 3 | 4_2 #"),
        (run("# 4 | **none** __x__"), r"\# 4 | \*\*none\*\* \_\_x\_\_"),
        ("<w:r><w:t>  one\n two </w:t></w:r>", "one  two"),
    ],
)  # fmt: skip
def test_words_are_those_of_the_page(content: str, printed: str) -> None:
    assert text_of(paragraph(content)) == printed


def test_of_a_field_the_result_is_kept() -> None:
    def step(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = step("begin") + run("IF") + step("separate") + run("nested") + step("end")
    instruction = "<w:r><w:instrText>DATE \\@</w:instrText></w:r>"
    field = step("begin") + instruction + inner + step("separate") + run("7 May") + step("end")
    simple = f'<w:fldSimple w:instr="PAGE">{run("3")}</w:fldSimple>'
    assert lines(paragraph(run("Held on ") + field + run(".")), paragraph(simple)) == ["Held on 7 May.", "3"]
    assert lines(paragraph(step("begin") + run("never ended")), "The next paragraph") == ["The next paragraph"]


@pytest.mark.parametrize(
    ("content", "printed"),
    [
        (run("Apologies", BOLD), "**Apologies**"),
        (run("Resolved", BOLD) + run(":", BOLD) + run(" that it be paid"), "**Resolved:** that it be paid"),
        (run("Pub", BOLD) + run("lic seating"), "Public seating"),
        (run("Sea wall ", BOLD) + run("Repairs"), "**Sea wall** Repairs"),
        (run("The ") + run("clerk", BOLD), "The clerk"),
        (run("One", BOLD) + "<w:r><w:br/></w:r>" + run("Two", BOLD), "**One**\n**Two**"),
        (run("Not bold", '<w:b w:val="0"/>'), "Not bold"),
        (run("…", BOLD), "…"),
    ],
)
def test_bold_is_marked_where_it_begins_a_line(content: str, printed: str) -> None:
    assert text_of(paragraph(content)) == printed


@pytest.mark.parametrize(
    ("style", "content", "printed"),
    [
        ("Heading1", "Apologies", "# Apologies"),
        ("Lead", "Apologies", "**Apologies**"),
        ("Lead", run("Not ", '<w:rStyle w:val="Strong"/>') + run("toggled"), "Not toggled"),
        ("Normal", run("Strong", '<w:rStyle w:val="Strong"/>'), "**Strong**"),
        ("Loop", "Round and round", "Round and round"),
        ("Nowhere", "No such style", "No such style"),
        ("Heading1", "x" * 301, "**" + "x" * 301 + "**"),
    ],
)
def test_styles_make_headings_and_bold(style: str, content: str, printed: str) -> None:
    told = text_of(paragraph(content, f'<w:pStyle w:val="{style}"/>'), styles=STYLES)
    assert told == (printed if len(content) < 300 or style != "Heading1" else "x" * 301)


# --- What nobody sees -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "content",
    [
        f"<w:del>{run('secret').replace('w:t', 'w:delText')}</w:del>",
        f"<w:del>{run('secret')}</w:del>",
        f"<w:moveFrom>{run('secret')}</w:moveFrom>",
        run("secret", "<w:vanish/>"),
        run("secret", '<w:rStyle w:val="Secret"/>'),
        f"<w:ins><w:del>{run('secret')}</w:del></w:ins>",
    ],
)
def test_what_is_deleted_or_hidden_stays_so_and_is_told(content: str) -> None:
    blocks = paragraph(run("The rent ") + content + run("is due."))
    assert text_of(blocks, styles=STYLES) == "The rent is due."
    assert notes_of(blocks, styles=STYLES) == ["hidden_text"]


@pytest.mark.parametrize(
    "block",
    [
        table(("open", cell("secret", properties="<w:cellDel/>"))),
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + cell("secret") + "</w:tr></w:tbl>",
        "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>" + cell("secret") + "</w:tr></w:tbl>",
        f"<w:del>{paragraph('secret')}</w:del>",
        table(("open", cell("secret", properties="<w:vMerge/>"))),
    ],
)
def test_deleted_and_hidden_rows_cells_and_paragraphs_stay_so(block: str) -> None:
    assert "secret" not in text_of("Before", block, "After")
    assert notes_of("Before", block, "After") == ["hidden_text"]


def test_what_is_inserted_or_moved_here_is_text() -> None:
    blocks = (
        paragraph(f"<w:ins>{run('Inserted')}</w:ins><w:moveTo>{run(' and moved')}</w:moveTo>"),
        f"<w:ins>{paragraph('A paragraph')}</w:ins>",
    )
    assert lines(*blocks) == ["Inserted and moved", "A paragraph"]
    assert notes_of(*blocks) == []


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    blocks = (
        paragraph("Agreed", "<w:rPr><w:del/></w:rPr>"),
        paragraph(" by all", numbered),
        paragraph(f"<w:del>{run('Gone')}</w:del>", f"{numbered}<w:rPr><w:del/></w:rPr>"),
        paragraph("Noted", numbered),
        paragraph("Last", "<w:rPr><w:vanish/></w:rPr>"),
    )
    assert lines(*blocks, numbering=lists(level(0, "%1."))) == ["1.~ Agreed by all", "2.~ Noted", "Last"]


def test_a_paragraph_of_a_hidden_style_is_neither_printed_nor_counted() -> None:
    style = '<w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = paragraph("secret", f'<w:pStyle w:val="Gone"/>{numbered}')
    assert lines(gone, entry("Sea wall"), styles=style, numbering=lists(level(0, "%1."))) == ["1.~ Sea wall"]


def test_comments_are_told() -> None:
    assert notes_of("Minutes", comments=f'<w:comment w:id="1">{paragraph("secret")}</w:comment>') == ["hidden_text"]
    assert notes_of("Minutes", comments="") == []


def test_a_part_in_another_format_is_told() -> None:
    assert notes_of("Minutes", '<w:altChunk r:id="rId9"/>') == ["part_not_read"]
    with zipfile.ZipFile(written := io.BytesIO(document("Minutes")), "a") as archive:
        archive.writestr("word/embeddings/sheet.xlsx", b"PK")
    [note] = extract_text(written.getvalue(), "minutes.docx").notes
    assert note.code == "part_not_read"


# --- Tables, boxes, notes, heads and feet -----------------------------------------------------------------------------
def test_a_row_is_a_line_and_its_empty_cells_are_kept() -> None:
    merged = cell("Joint", properties='<w:vMerge w:val="restart"/>')
    below = cell(properties="<w:vMerge/>")
    told = lines(
        "Members",
        table(("Name", paragraph(run("Vote", BOLD))), ("Cllr Alba Ferris", ""), (merged, "For"), (below, "Against")),
        "Closed",
    )
    assert told == [
        "Members",
        "Name | **Vote**\n| Cllr Alba Ferris |  |\nJoint | For\n|  | Against |",
        "Closed",
    ]


def test_a_caption_across_a_table_is_a_paragraph() -> None:
    caption = cell("REPORT OF THE FINANCE COMMITTEE", properties='<w:gridSpan w:val="2"/>')
    assert lines(table((caption,), ("1", "Adopted"))) == ["REPORT OF THE FINANCE COMMITTEE", "1 | Adopted"]


def test_paragraphs_of_a_cell_are_parted_by_two_blanks() -> None:
    assert text_of(table(("Present", cell("Cllr Ferris", "Cllr Moor")))) == "Present | Cllr Ferris  Cllr Moor"


def test_a_table_that_only_lays_out_text_is_read_as_text() -> None:
    long = "The officer reported on the state of the sea wall. " * 4
    told = lines(
        table(
            ("4.", cell(paragraph(run("Sea wall", BOLD)), long, long), "Clerk"),
            (cell(entry("")), "Bandstand", ""),
        ),
        numbering=lists(level(0, "%1.")),
    )
    assert told == ["**4.  Sea wall**", long.strip(), long.strip(), "Clerk", "1.~ Bandstand"]
    assert lines(table(("A frame",), ("of one column",))) == ["A frame", "of one column"]


def test_a_number_that_is_generated_in_a_cell_begins_the_row() -> None:
    told = text_of(
        table((cell(entry("")), "Sea wall"), (cell(entry("x")), cell(entry("y")))), numbering=lists(level(0, "%1."))
    )
    assert told == "1.~ | Sea wall\n2.~ x | y"


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>'
        "</mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(paragraph(run("Beside") + both), "After") == ["Beside", "In the box", "After"]


def test_footnotes_follow_their_paragraph_under_a_generated_number() -> None:
    def note(kind: str, number: str) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    told = lines(
        paragraph(run("The grant") + note("footnote", "2") + run(" was paid") + note("endnote", "2")),
        paragraph(run("Twice") + note("footnote", "2")),
        footnotes=f'<w:footnote w:id="0" w:type="separator">{paragraph("rule")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Of last year.")}</w:footnote>',
        endnotes=f'<w:endnote w:id="2">{paragraph("In May.")}</w:endnote>',
    )
    assert told == ["The grant was paid", "1~ Of last year.", "Twice", "2~ In May."]


def test_running_heads_and_feet_are_furniture_but_the_first_page_s_own_head_is_text() -> None:
    references = "".join(
        f'<w:{kind}Reference w:type="{which}" r:id="rId{place}"/>'
        for place, (kind, which) in enumerate(
            [("header", "first"), ("header", "default"), ("footer", "default"), ("footer", "default")], start=1
        )
    )
    section = f"<w:sectPr>{references}<w:titlePg/></w:sectPr>"
    parts = {
        "header1": paragraph("Harrowmere Borough Council"),
        "header2": paragraph("Council, 7 May"),
        "footer1": paragraph("Page 1") + paragraph("Council, 7 May"),
        "footer2": paragraph("Page 1"),
    }
    assert lines("Minutes", section, **parts) == ["Harrowmere Borough Council", "^Council, 7 May", "Minutes", "^Page 1"]
    without_first = section.replace("<w:titlePg/>", "")
    assert lines("Minutes", without_first, **parts)[0] == "^Council, 7 May"
