"""Signing in, and out of trouble with it."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.test import Client, RequestFactory

from meetings.views.visitors import address_of, may_ask

pytestmark = [pytest.mark.django_db, pytest.mark.desk]

PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def forget() -> None:
    cache.clear()


@pytest.fixture
def clerk() -> User:
    return get_user_model().objects.create_user("ada", email="ada@minutes.example", password=PASSWORD)


def sign_in(client: Client, password: str, name: str = "ada", **meta: str) -> int:
    return client.post("/accounts/login/", {"username": name, "password": password}, **meta).status_code


def test_guessing_passwords_is_slowed(client: Client, clerk: User, settings) -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT - 1):
        assert sign_in(client, "wrong") == 200
    assert sign_in(client, "wrong") == 429
    answer = client.post("/accounts/login/", {"username": "ada", "password": PASSWORD})
    assert answer.status_code == 429
    assert "Too many attempts to sign in" in answer.content.decode()
    assert sign_in(Client(), PASSWORD, REMOTE_ADDR="192.0.2.7") == 302  # the clerk, elsewhere
    assert client.post("/admin/login/", {"username": "ada", "password": PASSWORD}).status_code == 429


def test_some_slips_are_forgiven(client: Client, clerk: User, settings) -> None:
    for _ in range(3):
        for _ in range(settings.AXES_FAILURE_LIMIT - 1):
            sign_in(client, "wrong")
        assert sign_in(client, PASSWORD) == 302


def test_a_forgotten_password_is_replaced_by_e_mail(client: Client, clerk: User, settings) -> None:
    settings.SENDS_MAIL = True
    client.post("/accounts/password/forgotten/", {"email": "nobody@minutes.example"})
    assert mail.outbox == []
    answer = client.post("/accounts/password/forgotten/", {"email": "ada@minutes.example"}, follow=True)
    assert "a link was sent to it" in answer.content.decode()
    [letter] = mail.outbox
    assert letter.to == ["ada@minutes.example"]
    [link] = re.findall(r"http://testserver(/accounts/password/new/\S+)", str(letter.body))
    page = client.get(link, follow=True)
    place = page.redirect_chain[-1][0]
    answer = client.post(place, {"new_password1": "12345", "new_password2": "12345"})
    assert "too short" in answer.content.decode()
    client.post(place, {"new_password1": "gilded weathercock", "new_password2": "gilded weathercock"})
    assert sign_in(client, PASSWORD) == 200
    assert sign_in(client, "gilded weathercock") == 302
    assert "has been used, or is too old" in client.get(link, follow=True).content.decode()


def test_a_portal_without_e_mail_says_who_can_help(client: Client, clerk: User) -> None:
    assert "This portal sends no e-mail" in client.get("/accounts/password/forgotten/").content.decode()
    client.post("/accounts/password/forgotten/", {"email": "ada@minutes.example"})
    assert mail.outbox == []


def test_nobody_is_flooded_with_links(client: Client, clerk: User, settings) -> None:
    settings.SENDS_MAIL = True
    answers = [client.post("/accounts/password/forgotten/", {"email": clerk.email}).status_code for _ in range(7)]
    assert answers == [302] * 5 + [429] * 2
    assert len(mail.outbox) == 5


def test_a_clerk_changes_the_password(client: Client, clerk: User) -> None:
    assert client.get("/accounts/password/").status_code == 302
    client.force_login(clerk)
    new = {"new_password1": "gilded weathercock", "new_password2": "gilded weathercock"}
    assert "incorrectly" in client.post("/accounts/password/", {"old_password": "x", **new}).content.decode()
    answer = client.post("/accounts/password/", {"old_password": PASSWORD, **new}, follow=True)
    assert "Your password is changed" in answer.content.decode()
    assert sign_in(Client(), "gilded weathercock") == 302


def test_whose_address_it_is(rf: RequestFactory, settings) -> None:
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.9, 192.0.2.7")
    assert address_of(request) == "10.0.0.1"
    settings.TRUST_PROXY = True
    assert address_of(request) == "192.0.2.7"
    assert address_of(rf.get("/", REMOTE_ADDR="10.0.0.1")) == "10.0.0.1"


def test_how_often_one_may_ask(rf: RequestFactory) -> None:
    one, other = (rf.get("/", REMOTE_ADDR=address) for address in ("192.0.2.7", "192.0.2.8"))
    assert [may_ask(one, "tea", most=2, seconds=60) for _ in range(3)] == [True, True, False]
    assert may_ask(other, "tea", most=2, seconds=60)
    assert may_ask(one, "cake", most=2, seconds=60)
