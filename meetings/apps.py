from django.apps import AppConfig

from meetings.checks import require_psycopg2


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = "Minutes"

    def ready(self) -> None:
        require_psycopg2()
