"""Names of councils and committees within a text."""

from __future__ import annotations

import pytest

from meetings.parsing.bodies import named_bodies, plain_case


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Minutes of the Ordinary Meeting of Ostre Parish Council held on", ["Ostre Parish Council"]),
        ("MINUTES OF OSTRE PARISH COUNCIL MEETING HELD AT ALL SAINTS HALL", ["Ostre Parish Council"]),
        ("DRAFT MINUTES OF A VIRTUAL OSTRE PARISH COUNCIL MEETING", ["Ostre Parish Council"]),
        ("MINUTES OF OSTRE ANNUAL PARISH COUNCIL MEETING", ["Ostre Parish Council"]),
        ("MEETING OF THE MUNICIPAL DISTRICT OF MARRAM-CROSS HELD IN", ["Municipal District of Marram-Cross"]),
        ("A regular meeting of the Township of Ostre Council was held", ["Township of Ostre Council"]),
        ("Meeting of the Parks Panel of Ostre Town Council", ["Parks Panel", "Ostre Town Council"]),
        ("Cabinet Committee on Roads, Rivers and the Coast", ["Cabinet Committee on Roads, Rivers and the Coast"]),
        ("Parks, Rivers and Coast Committee - Tuesday, 5 May", ["Parks, Rivers and Coast Committee"]),
        ("Parks Committee on Tuesday, 5 May", ["Parks Committee"]),
        ("Local Data Panel – third meeting", ["Local Data Panel"]),
        ("Ostre Network for Women in Science and Engineering", ["Ostre Network for Women in Science and Engineering"]),
        ("Minutes of Ostre Annual Parish Meeting", ["Ostre Annual Parish Meeting"]),
        ("SHIRE OF OSTRE", ["Shire of Ostre"]),
        ("Regional District of Ostre", ["Regional District of Ostre"]),
        ("Ostre Valley Unified School District", ["Ostre Valley Unified School District"]),
        ("Cyngor Cymuned Llanostre", ["Cyngor Cymuned Llanostre"]),
        ("held in the Council Chamber, Ostre", []),
        ("to consider the Chief Executive’s report", []),
        ("2. Open Forum", []),
        ("the council met", []),
    ],
)
def test_bodies_named_in_a_text(text: str, names: list[str]) -> None:
    assert [plain_case(body.name) for body in named_bodies(text)] == names


def test_shouting_with_a_slip_of_the_case_is_shouting() -> None:
    assert plain_case("PARKS AND RIVERs COMMITTEE, ROOM LG2") == "Parks and Rivers Committee, Room LG2"


def test_a_name_with_a_plain_case_stays() -> None:
    assert plain_case("Parks and Rivers Committee") == "Parks and Rivers Committee"
