"""The clerk's corrections as plain forms: each begins with what was read, and gives the changes that were made to it.

A form's values are shapes of a reading (`ParsedMinutes.to_dict`); what a field leaves untouched is no change.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import BaseFormSet
from django.forms.renderers import get_default_renderer
from django.utils.formats import date_format

from meetings.correcting import Change, Kind, lay_over, place_of
from meetings.forms.fields import choice_field, count_field, day_field, line_field, tick_field, time_field, words_field
from meetings.models import Attendance, Resolution, Vote

Values = dict[str, Any]

BLANK_LINE = re.compile(r"\n\s*\n")
VOTE = re.compile(r"(?P<name>[^\n:]{1,200}):[ \t]*(?P<cast>\w+)")


class DaysField(forms.CharField):
    """Several days, one a line: "12 March 2024" or 2024-03-12. Cleans to ISO words, in order and each once."""

    DAY = forms.DateField(input_formats=["%d %B %Y", "%d %b %Y", "%Y-%m-%d", "%d/%m/%Y"])

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            return "\n".join(date_format(dt.date.fromisoformat(day), "j F Y") for day in value)
        return value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override] # a list of days, not a word
        days = []
        for line in filter(None, (line.strip() for line in (value or "").replace(",", "\n").splitlines())):
            try:
                days.append(self.DAY.clean(line).isoformat())
            except ValidationError:
                raise ValidationError(f"“{line}” is no day. Write it like 12 March 2024.") from None
        return sorted(set(days))


class FactsForm(forms.Form):
    """The facts of the meeting itself."""

    start_time = time_field("Start")
    end_time = time_field("End")
    venue = words_field("Venue", 2)
    signatory = line_field("Signed by")
    draft = tick_field("The minutes themselves say that they are a draft")
    confirms = DaysField(
        label="Minutes confirmed",
        help_text="The days of the earlier meetings whose minutes this meeting confirmed, one a line.",
        required=False,
        widget=forms.Textarea(attrs={"class": "govuk-textarea", "rows": 2}),
    )
    next_date = day_field("Next meeting: day")
    next_time = time_field("Next meeting: time")
    next_venue = line_field("Next meeting: venue")

    def __init__(self, reading: Values, posted: Any = None) -> None:
        upcoming = reading["next_meeting"] or {"date": None, "time": None, "venue": None}
        initial = {name: reading[name] for name in ("start_time", "end_time", "venue", "signatory", "confirms")}
        initial |= {f"next_{name}": upcoming[name] for name in ("date", "time", "venue")}
        super().__init__(posted, initial={**initial, "draft": reading["status"] == "draft"})

    def changes(self, reading: Values) -> list[Change]:
        cleaned = self.cleaned_data
        after: Values = {
            "start_time": _clock(cleaned["start_time"]),
            "end_time": _clock(cleaned["end_time"]),
            "venue": cleaned["venue"] or None,
            "signatory": cleaned["signatory"] or None,
            "status": "draft" if cleaned["draft"] else None,
            "confirms": cleaned["confirms"],
            "next_meeting": self._next_meeting(reading["next_meeting"]),
        }
        before = {**reading, "confirms": sorted(reading["confirms"])}
        return [
            Change(Kind.FACT, name, before=reading[name], after=value)
            for name, value in after.items()
            if (value or None) != (before[name] or None)
        ]

    def _next_meeting(self, read: Values | None) -> Values | None:
        day, time, venue = (self.cleaned_data[f"next_{name}"] for name in ("date", "time", "venue"))
        if not (day or time or venue):
            return None
        span = read["span"] if read else [0, 0]
        return {"date": day and day.isoformat(), "time": _clock(time), "venue": venue or None, "span": span}


class PersonForm(forms.Form):
    """One person of the attendance list."""

    FIELDS = ("name", "title", "honours", "role", "presence")

    name = forms.CharField(
        label="Name", max_length=200, widget=forms.TextInput(attrs={"class": "govuk-input", "autocomplete": "off"})
    )
    title = line_field("Title", max_length=100)
    honours = line_field("Honours", max_length=100)
    role = line_field("Role", max_length=200)
    presence = choice_field("Attendance", Attendance.Presence.choices)


class Rows(BaseFormSet):
    """Forms for what was read, in its order, each with a box to remove it; empty ones for new rows come last."""

    min_num = 0
    can_order = can_delete_extra = validate_max = validate_min = edit_only = False
    can_delete = True
    deletion_widget = forms.CheckboxInput(attrs={"class": "govuk-checkboxes__input"})  # type: ignore[assignment] # may be a widget
    renderer = get_default_renderer()

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = "Remove"


class PeopleFormSet(Rows):
    """The attendance list."""

    form = PersonForm
    extra, max_num, absolute_max = 3, 1000, 1010

    def __init__(self, reading: Values, posted: Any = None) -> None:
        people = [{name: person[name] for name in PersonForm.FIELDS} for person in reading["people"]]
        super().__init__(posted, prefix="people", initial=people)

    def changes(self, reading: Values) -> list[Change]:
        people = []
        for n, form in enumerate(self.forms):
            cleaned = form.cleaned_data
            if not cleaned.get("name") or cleaned.get("DELETE"):
                continue
            read = reading["people"][n] if n < len(reading["people"]) else {"span": [0, 0]}
            people.append({**read, **{name: cleaned[name] or None for name in PersonForm.FIELDS}})
        if people == reading["people"]:
            return []
        return [Change(Kind.PEOPLE, before=reading["people"], after=people)]


class ItemForm(forms.Form):
    """An item's own words and marks."""

    FIELDS = ("number", "title", "text", "restricted", "routine")

    number = line_field("Number", width=5, max_length=60, help_text="As printed; empty where none is printed.")
    title = words_field("Title", 2)
    text = words_field(
        "Text", 18, help_text="An empty line divides paragraphs. The words of the resolutions stand here too."
    )
    restricted = tick_field(
        "Restricted", help_text="Exempt or confidential: never shown to the public, and the original file is withheld."
    )
    routine = tick_field(
        "Routine", help_text="Apologies, declarations, earlier minutes and the like: after other business."
    )

    def __init__(self, item: Values, posted: Any = None) -> None:
        super().__init__(posted, prefix="item", initial={name: item[name] for name in self.FIELDS})

    def clean_text(self) -> str:
        return _tidy(self.cleaned_data["text"])

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    def clean(self) -> Values:
        cleaned = super().clean() or {}
        if not cleaned.get("title") and not cleaned.get("text"):
            self.add_error("title", "An item has a title or a text. To be rid of it, join it to the one above.")
        return cleaned

    def changes(self, reading: Values, position: int, reworded: list[tuple[str, str]]) -> list[Change]:
        """Each finds the item as the one before it leaves it. Where the text itself was left alone, the decisions that
        were ``reworded`` (before, after) are so in the text too."""
        item = reading["items"][position]
        changes: list[Change] = []
        for name in self.FIELDS:
            after = self.cleaned_data[name] or (None if name == "number" else self.cleaned_data[name])
            if name == "text" and after == item["text"]:
                for before, words in reworded:
                    after = after.replace(before, words) if after.count(before) == 1 else after
            if after != item[name]:
                place = place_of(lay_over(reading, changes).reading, position)
                changes.append(Change(Kind.ITEM, name, place, item[name], after))
        return changes


class ResolutionForm(forms.Form):
    """One decision of an item."""

    text = words_field("Words", 3)
    outcome = choice_field("Outcome", Resolution.Outcome.choices)
    mover = line_field("Mover", max_length=200)
    seconder = line_field("Seconder", max_length=200)
    in_favour = count_field("For")
    against = count_field("Against")
    abstain = count_field("Abstained")
    unanimous = tick_field("Unanimous")
    recorded = words_field(
        "Recorded vote", 2, help_text="One name a line, as in “Ada Marsh: for”: for, against or abstain."
    )

    @classmethod
    def initial_of(cls, resolution: Values) -> Values:
        votes = resolution["votes"] or {}
        recorded = "\n".join(f"{vote['name']}: {vote['vote']}" for vote in resolution["recorded"])
        return {
            **{name: resolution[name] for name in ("text", "outcome", "mover", "seconder")},
            "in_favour": votes.get("for"),
            "against": votes.get("against"),
            "abstain": votes.get("abstain"),
            "unanimous": votes.get("unanimous", False),
            "recorded": recorded,
        }

    def clean_text(self) -> str:
        words = _tidy(self.cleaned_data["text"])
        if not words:
            raise ValidationError("Give the words of the decision, or tick “Remove”.")
        return words

    def clean_recorded(self) -> list[Values]:
        votes = []
        for line in filter(None, (line.strip() for line in self.cleaned_data["recorded"].splitlines())):
            vote = VOTE.fullmatch(line)
            if vote is None or vote["cast"].casefold() not in Vote.Cast.values:
                raise ValidationError(f"“{line}” is no vote. Write it like “Ada Marsh: for”, against or abstain.")
            votes.append({"name": vote["name"].strip(), "vote": vote["cast"].casefold()})
        return votes

    def value(self, read: Values | None) -> Values:
        cleaned = self.cleaned_data
        counts = {"for": cleaned["in_favour"], "against": cleaned["against"], "abstain": cleaned["abstain"]}
        known = cleaned["unanimous"] or any(count is not None for count in counts.values())
        return {
            **(read or {"span": [0, 0]}),
            "text": cleaned["text"],
            "outcome": cleaned["outcome"],
            "mover": cleaned["mover"] or None,
            "seconder": cleaned["seconder"] or None,
            "votes": ({**counts, "unanimous": True} if cleaned["unanimous"] else counts) if known else None,
            "recorded": cleaned["recorded"],
        }


class ResolutionFormSet(Rows):
    """The decisions of one item."""

    form = ResolutionForm
    extra, max_num, absolute_max = 1, 200, 210

    def __init__(self, item: Values, posted: Any = None) -> None:
        resolutions = [ResolutionForm.initial_of(resolution) for resolution in item["resolutions"]]
        super().__init__(posted, prefix="resolution", initial=resolutions)

    def reworded(self) -> list[tuple[str, str]]:
        """The decisions whose words were changed: before, after."""
        kept = [form for form in self.initial_forms if not form.cleaned_data.get("DELETE")]
        words = [(form.initial["text"], form.cleaned_data["text"]) for form in kept if form.cleaned_data.get("text")]
        return [(before, after) for before, after in words if before != after]

    def changes(self, reading: Values, position: int) -> list[Change]:
        before = reading["items"][position]["resolutions"]
        after = [
            form.value(before[n] if n < len(before) else None)
            for n, form in enumerate(self.forms)
            if form.cleaned_data.get("text") and not form.cleaned_data.get("DELETE")
        ]
        place = place_of(reading, position)
        return [] if after == before else [Change(Kind.RESOLUTIONS, place=place, before=before, after=after)]


class SplitForm(forms.Form):
    """Where in an item another begins, and what that one is called."""

    paragraph = forms.TypedChoiceField(
        label="The new item begins with", coerce=int, widget=forms.Select(attrs={"class": "govuk-select"})
    )
    number = line_field("Its number", width=5, max_length=60)
    title = line_field("Its title")

    def __init__(self, item: Values, posted: Any = None) -> None:
        super().__init__(posted, prefix="split")
        self.paragraphs = _paragraphs(item["text"])
        choices = [(n, _beginning(words)) for n, words in enumerate(self.paragraphs)]
        self.fields["paragraph"].choices = choices  # type: ignore[attr-defined]

    def change(self, reading: Values, position: int) -> Change:
        item = reading["items"][position]
        words = item["text"][_start_of(self.paragraphs, self.cleaned_data["paragraph"], item["text"]) :]
        part = {"number": self.cleaned_data["number"] or None, "title": self.cleaned_data["title"], "text": words}
        return Change(Kind.SPLIT, place=place_of(reading, position), after=part)


class RedactForm(forms.Form):
    """Words that the public must not read."""

    words = words_field(
        "Words to black",
        2,
        help_text="A name, an address, a passage. It is blacked wherever it stands in these minutes, whole words only.",
    )
    reason = line_field("Reason", help_text="For the clerks; the public does not see it.")

    def clean_words(self) -> str:
        words = " ".join(self.cleaned_data["words"].split())
        if not any(character.isalnum() for character in words):
            raise ValidationError("Give the words to black.")
        return words


def _paragraphs(text: str) -> list[str]:
    return [paragraph for paragraph in BLANK_LINE.split(text) if paragraph.strip()]


def _start_of(paragraphs: list[str], wanted: int, text: str) -> int:
    """Where in the text the paragraph of that number begins."""
    start = 0
    for paragraph in paragraphs[:wanted]:
        start = text.index(paragraph, start) + len(paragraph)
    return text.index(paragraphs[wanted], start)


def _beginning(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 90 else f"{words[:89]}…"


def _tidy(words: str) -> str:
    """Line ends of the browser become the rows' own, and empty lines one."""
    return re.sub(r"[ \t]*\n(?:[ \t]*\n)+", "\n\n", words.replace("\r\n", "\n")).strip()


def _clock(time: dt.time | None) -> str | None:
    return time.strftime("%H:%M") if time else None
