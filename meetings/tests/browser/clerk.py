"""A clerk who serves every council: the account, and signing in with it as they do."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from playwright.sync_api import Page

NAME, PASSWORD = "clerk", "open-the-archive"


def make_account() -> None:
    get_user_model().objects.create_superuser(NAME, password=PASSWORD)


def sign_in(page: Page) -> None:
    """From any page's foot to the desk."""
    page.goto("/")
    page.get_by_role("link", name="Clerk sign in").click()
    page.get_by_label("Username").fill(NAME)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
