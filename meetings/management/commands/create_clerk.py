"""``manage.py create_clerk NAME``: an account for the desk; the password is asked for on the terminal."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from meetings.management.database import require_migrated
from meetings.models import Council
from meetings.models.council import name_key


class Command(BaseCommand):
    help = "Make an account that uploads and publishes minutes: of the councils named, or, with none named, of all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument(
            "--council", action="append", default=[], metavar="NAME", help="a council served; may be repeated"
        )

        parser.add_argument("--email", default="", help="where a link goes if the password is forgotten")
        parser.add_argument("--no-publishing", action="store_true", help="an account that uploads and corrects only")

    def handle(self, *, username: str, council: list[str], email: str, no_publishing: bool, **_options: Any) -> None:
        require_migrated()
        User = get_user_model()
        if User.objects.filter(username=username).exists():
            raise CommandError(f"There is an account “{username}” already. Change it with: manage.py changepassword")
        councils = [self.find_council(name) for name in council]
        if no_publishing and not council:
            raise CommandError("Say of which councils: an administrator's account may do everything.")
        user = User(username=username, email=email, is_staff=not councils, is_superuser=not councils)
        password = self.ask_password()
        try:
            user.full_clean(exclude=["password"])
            validate_password(password, user)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        user.set_password(password)
        with transaction.atomic():
            user.save()
            for served in councils:
                served.clerks.add(user)
            if councils and not no_publishing:
                user.user_permissions.add(
                    Permission.objects.get(content_type__app_label="meetings", codename="publish_meeting")
                )
        whose = ", ".join(map(str, councils)) or "all councils (administrator)"
        self.stdout.write(f"Made the account “{username}” for {whose}. Sign in at /accounts/login/")

    def find_council(self, name: str) -> Council:
        try:
            return Council.objects.get(key=name_key(name))
        except Council.DoesNotExist:
            known = ", ".join(map(str, Council.objects.all())) or "none yet"
            raise CommandError(
                f"There is no council “{name}”. Councils in the archive: {known}. One is "
                "made with its first file (ingest_minutes), or by an administrator at /admin/."
            ) from None

    def ask_password(self) -> str:
        """Twice on a terminal; the first line of standard input where there is none."""
        if not sys.stdin.isatty():
            return sys.stdin.readline().rstrip("\n")
        password = getpass("Password: ")
        if password != getpass("Password again: "):
            raise CommandError("The two passwords differ.")
        return password
