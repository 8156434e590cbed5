"""Changes laid over a reading: each finds its place by what stood there, in this reading and in the next."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from meetings.correcting import Change, Kind, lay_over, place_of
from meetings.parsing.parsed import ParsedItem, ParsedMinutes, Span
from meetings.tests.readings import item, make_minutes

pytestmark = pytest.mark.desk

BANDSTAND = item("2", "Bandstand", text="The roof leaks.\n\n3 Swings\n\nOne chain is worn.")


def reading(*items: ParsedItem, **fields: Any) -> dict[str, Any]:
    return make_minutes(items=items or (item("1", "Apologies"), BANDSTAND, item("4", "Close")), **fields).to_dict()


def laid(values: dict[str, Any], *changes: Change) -> ParsedMinutes:
    """The reading with the changes, none of which may be lost."""
    overlaid = lay_over(values, changes)
    assert overlaid.lost == ()
    return ParsedMinutes.from_dict(overlaid.reading)


def titles(minutes: ParsedMinutes) -> list[str]:
    return [f"{'  ' if one.parent is not None else ''}{one.number} {one.title}" for one in minutes.items]


def split(values: dict[str, Any], position: int = 1) -> Change:
    part = {"number": "3", "title": "Swings", "text": "One chain is worn."}
    return Change(Kind.SPLIT, place=place_of(values, position), after=part)


@pytest.mark.parametrize(
    ("field", "after", "expected"),
    [
        ("venue", "Guildhall", "Guildhall"),
        ("end_time", "20:05", dt.time(20, 5)),
        ("status", "draft", "draft"),
        ("start_time", None, None),
    ],
)
def test_a_fact_becomes_what_the_clerk_says(field: str, after: str | None, expected: object) -> None:
    assert getattr(laid(reading(), Change(Kind.FACT, field, after=after)), field) == expected


def test_days_of_confirmed_minutes_need_no_place_in_the_source() -> None:
    minutes = laid(reading(), Change(Kind.FACT, "confirms", after=["2024-02-13", "2024-01-09"]))
    assert [one.date for one in minutes.confirms] == [dt.date(2024, 2, 13), dt.date(2024, 1, 9)]


def test_the_attendance_list_is_the_clerks() -> None:
    people = [make_minutes().people[1].to_dict()]
    assert [one.name for one in laid(reading(), Change(Kind.PEOPLE, after=people)).people] == ["Tom Reed"]


def test_an_item_is_found_by_what_it_said() -> None:
    values = reading()
    change = Change(Kind.ITEM, "title", place_of(values, 1), "Bandstand", "Bandstand roof")
    assert titles(laid(values, change)) == ["1 Apologies", "2 Bandstand roof", "4 Close"]


@pytest.mark.parametrize(
    "later",
    [
        item("2", "Bandstand roof", text=BANDSTAND.text),  # the newer parser reads it right by itself
        item("2", "Bandstand", text="The roof leaks much."),
        item("5", "Bandstand", text=BANDSTAND.text),
        item("2", "Bandst and", text=BANDSTAND.text),
    ],
    ids=["right by itself", "other text", "other number", "other title"],
)
def test_a_correction_holds_for_a_later_reading(later: ParsedItem) -> None:
    place = place_of(reading(), 1)
    change = Change(Kind.ITEM, "title", place, "Bandstand", "Bandstand roof")
    minutes = laid(reading(item("0", "Welcome"), later, item("9", "Close")), change)
    assert minutes.items[1].title == "Bandstand roof"


def test_items_that_say_the_same_are_told_apart() -> None:
    same = item(None, "Report", text="Noted.")
    values = reading(same, same, same)
    minutes = laid(values, Change(Kind.ITEM, "title", place_of(values, 1), "Report", "Second report"))
    assert [one.title for one in minutes.items] == ["Report", "Second report", "Report"]


def test_a_change_without_its_place_is_told_and_the_others_hold() -> None:
    values = reading()
    changes = [
        Change(Kind.ITEM, "restricted", {"number": "8", "title": "Sale", "text": "Sold.", "nth": 0}, False, True),
        Change(Kind.FACT, "venue", after="Guildhall"),
    ]
    overlaid = lay_over(values, changes)
    assert overlaid.lost == (0,)
    assert overlaid.reading["venue"] == "Guildhall"
    assert overlaid.reading["items"] == values["items"]


def test_an_item_is_split_at_its_words() -> None:
    values = reading()
    minutes = laid(values, split(values))
    assert titles(minutes) == ["1 Apologies", "2 Bandstand", "3 Swings", "4 Close"]
    assert minutes.items[1].text == "The roof leaks.\n\n3 Swings"
    assert minutes.items[2].text == "One chain is worn."


def test_decisions_go_with_their_words() -> None:
    decisions = replace(
        item("2", "Bandstand", text="Resolved: Mend it.\n\nSwings\n\nResolved: Buy a chain."),
        resolutions=item("2", "", resolutions=("Mend it.", "Buy a chain.")).resolutions,
    )
    values = reading(decisions)
    part = {"number": None, "title": "Swings", "text": "Resolved: Buy a chain."}
    minutes = laid(values, Change(Kind.SPLIT, place=place_of(values, 0), after=part))
    assert [[one.text for one in each.resolutions] for each in minutes.items] == [["Mend it."], ["Buy a chain."]]


def test_a_split_that_a_later_reading_has_by_itself_changes_nothing() -> None:
    change = split(reading())
    later = reading(
        item("1", "Apologies"),
        item("2", "Bandstand", text="The roof leaks."),
        item("3", "Swings", "One chain is worn."),
    )
    assert titles(laid(later, change)) == ["1 Apologies", "2 Bandstand", "3 Swings"]


def test_merged_items_lose_no_word() -> None:
    values = reading()
    change = Change(Kind.MERGE, place=place_of(values, 2), before=place_of(values, 1))
    minutes = laid(values, change)
    assert titles(minutes) == ["1 Apologies", "2 Bandstand"]
    assert minutes.items[1].text == BANDSTAND.text + "\n\n4 Close\n\nWords on Close."


def test_what_is_merged_with_a_restricted_item_is_restricted() -> None:
    values = reading(item("1", "Apologies"), item("2", "Sale of land", restricted=True))
    minutes = laid(values, Change(Kind.MERGE, place=place_of(values, 1), before=place_of(values, 0)))
    assert [one.restricted for one in minutes.items] == [True]


def test_an_item_moves_with_its_parts() -> None:
    values = reading(item("1", "A"), item("a", "A1", parent=0), item("2", "B"), item("3", "C"))
    behind_b = {"behind": place_of(values, 2), "parent": None}
    minutes = laid(values, Change(Kind.MOVE, place=place_of(values, 0), after=behind_b))
    assert titles(minutes) == ["2 B", "1 A", "  a A1", "3 C"]
    assert minutes.items[2].parent == 1


def test_an_item_becomes_a_part() -> None:
    values = reading(item("1", "A"), item("2", "B"), item("3", "C"))
    under_a = {"behind": place_of(values, 0), "parent": place_of(values, 0)}
    assert titles(laid(values, Change(Kind.MOVE, place=place_of(values, 1), after=under_a))) == ["1 A", "  2 B", "3 C"]


def test_an_item_does_not_become_a_part_of_its_own_part() -> None:
    values = reading(item("1", "A"), item("a", "A1", parent=0))
    inside = {"behind": place_of(values, 1), "parent": place_of(values, 1)}
    assert lay_over(values, [Change(Kind.MOVE, place=place_of(values, 0), after=inside)]).lost == (0,)


def test_changes_build_on_each_other() -> None:
    values = reading()
    first = split(values)
    halved = lay_over(values, [first]).reading
    second = Change(Kind.ITEM, "text", place_of(halved, 1), halved["items"][1]["text"], "The roof is dry.")
    third = Change(Kind.MERGE, place=place_of(halved, 3), before=place_of(halved, 2))
    minutes = laid(values, first, second, third)
    assert titles(minutes) == ["1 Apologies", "2 Bandstand", "3 Swings"]
    assert minutes.items[1].text == "The roof is dry."


def test_the_reading_itself_stays_as_it_was_read() -> None:
    values = reading()
    lay_over(values, [split(values), Change(Kind.FACT, "confirms", after=["2024-02-13"])])
    assert values == reading()


def test_what_a_corrected_file_says_besides_a_corrected_text_stays() -> None:
    after = BANDSTAND.text.replace("leaks", "drips")
    change = Change(Kind.ITEM, "text", place_of(reading(), 1), BANDSTAND.text, after)
    later = replace(BANDSTAND, text=f"{BANDSTAND.text}\n\nRESOLVED: That £9,999 be spent.")
    assert laid(reading(later), change).items[0].text == f"{after}\n\nRESOLVED: That £9,999 be spent."


def test_a_text_correction_is_told_where_the_file_says_something_else_there() -> None:
    change = Change(Kind.ITEM, "text", place_of(reading(), 1), BANDSTAND.text, "The roof was mended.")
    values = reading(replace(BANDSTAND, text="The roof leaks much, and so does the door.\n\n3 Swings"))
    overlaid = lay_over(values, [change])
    assert overlaid.lost == (0,)
    assert overlaid.reading["items"] == values["items"]


def test_corrected_decisions_are_told_where_the_file_tells_others() -> None:
    old = item("2", "Bandstand", resolutions=("That it be mended.",))
    values = reading(old)
    before = values["items"][0]["resolutions"]
    change = Change(Kind.RESOLUTIONS, "", place_of(values, 0), before, [{**before[0], "mover": "Ada Marsh"}])
    moved = reading(replace(old, resolutions=tuple(replace(one, span=Span(9, 9)) for one in old.resolutions)))
    assert laid(moved, change).items[0].resolutions[0].mover == "Ada Marsh"
    other = reading(item("2", "Bandstand", old.text, resolutions=("That it be sold.",)))
    assert lay_over(other, [change]).lost == (0,)
