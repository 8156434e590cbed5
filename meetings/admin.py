"""Django's admin: which councils there are and who serves them. The desk is where minutes are worked on."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import admin
from django.http import HttpRequest

from meetings.models import Committee, Council, Meeting, SourceFile


class ReadOnlyAdmin(admin.ModelAdmin):
    """Rows to look at: they change through the deeds of the desk alone, which keep the index in step."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Council)
class CouncilAdmin(admin.ModelAdmin):
    """Making a council and giving it clerks. It is renamed at the desk, where its old address goes on leading to it."""

    fields = ["name", "slug", "clerks"]
    filter_horizontal = ["clerks"]
    list_display = ["name", "slug"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}

    def get_readonly_fields(self, request: HttpRequest, obj: Council | None = None) -> list[str]:
        return ["name", "slug"] if obj else []

    def get_prepopulated_fields(self, request: HttpRequest, obj: Council | None = None) -> dict[str, Sequence[str]]:
        return {} if obj else {"slug": ["name"]}

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Committee)
class CommitteeAdmin(ReadOnlyAdmin):
    list_display = ["name", "council", "slug"]
    list_filter = ["council"]
    search_fields = ["name"]


@admin.register(Meeting)
class MeetingAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "state", "published_at", "withdrawn_at"]
    list_select_related = ["committee"]
    list_filter = ["committee__council"]
    date_hierarchy = "date"


@admin.register(SourceFile)
class SourceFileAdmin(ReadOnlyAdmin):
    list_display = ["name", "meeting", "format", "uploaded_by", "uploaded_at", "applied_at"]
    list_select_related = ["meeting__committee", "uploaded_by"]
    search_fields = ["name", "sha256"]
    exclude = ["content"]
