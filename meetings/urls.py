"""The archive's addresses. First words used here are no council's slug (`models.addresses.RESERVED_WORDS`)."""

from django.contrib.auth import views as auth
from django.urls import path, register_converter

from meetings.feeds import SearchFeed
from meetings.forms.accounts import PasswordChangeForm, SetPasswordForm
from meetings.views import (
    accounts,
    bodies,
    browse,
    calendar,
    correcting,
    desk,
    erasing,
    log,
    publishing,
    reports,
    search,
    site,
    uploading,
)


class MeetingDay:
    """A day of meeting, ``2021-04-20``, or ``2021-04-20-2`` for the second meeting on that day."""

    regex = r"\d{4}-\d{2}-\d{2}(?:-\d{1,2})?"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Year:
    """Four digits."""

    regex = r"[12]\d{3}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04d}"


class Month:
    """Two digits, 01 to 12."""

    regex = r"0[1-9]|1[0-2]"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:02d}"


register_converter(MeetingDay, "meeting_day")
register_converter(Year, "year")
register_converter(Month, "month")

meeting = "<slug:council>/<slug:committee>/<meeting_day:day>/"

urlpatterns = [
    path("", browse.Home.as_view(), name="home"),
    path("search/", search.search, name="search"),
    path("search/help/", search.search_help, name="search-help"),
    path("search/feed/", SearchFeed(), name="search-feed"),
    path("search/suggest/", search.suggest, name="search-suggest"),
    path("search/results.csv", search.search_csv, name="search-csv"),
    path("committees/", browse.Committees.as_view(), name="committees"),
    path("calendar/", calendar.newest, name="calendar"),
    path("calendar/<year:year>/", calendar.Year.as_view(), name="calendar-year"),
    path("calendar/<year:year>/<month:month>/", calendar.Month.as_view(), name="calendar-month"),
    path("accounts/login/", auth.LoginView.as_view(), name="login"),
    path("accounts/logout/", auth.LogoutView.as_view(), name="logout"),
    path("accounts/password/", auth.PasswordChangeView.as_view(form_class=PasswordChangeForm), name="password_change"),
    path("accounts/password/changed/", auth.PasswordChangeDoneView.as_view(), name="password_change_done"),
    path("accounts/password/forgotten/", accounts.PasswordReset.as_view(), name="password_reset"),
    path("accounts/password/sent/", auth.PasswordResetDoneView.as_view(), name="password_reset_done"),
    path(
        "accounts/password/new/<uidb64>/<token>/",
        auth.PasswordResetConfirmView.as_view(form_class=SetPasswordForm),
        name="password_reset_confirm",
    ),
    path("accounts/password/saved/", auth.PasswordResetCompleteView.as_view(), name="password_reset_complete"),
    path("desk/", desk.Desk.as_view(), name="desk"),
    path("desk/upload/", uploading.upload, name="upload"),
    path("desk/uploads/", uploading.uploads, name="uploads"),
    path("desk/uploads/<uuid:batch>/", uploading.uploads, name="uploads"),
    path("desk/uploads/<int:pk>/again/", uploading.again, name="upload-again"),
    path("desk/uploads/<int:pk>/cancel/", uploading.cancel_upload, name="upload-cancel"),
    path("desk/meetings/<int:pk>/erase/", erasing.ask, name="erase"),
    path("desk/erasures/<int:pk>/", erasing.do, name="erasure"),
    path("desk/councils/", bodies.councils, name="desk-councils"),
    path("desk/councils/<int:pk>/", bodies.council, name="desk-council"),
    path("desk/councils/<int:pk>/people/", bodies.people, name="desk-council-people"),
    path("desk/committees/<int:pk>/", bodies.committee, name="desk-committee"),
    path("desk/people/<int:pk>/", bodies.person, name="desk-person"),
    path("desk/meetings/<int:pk>/file/", bodies.file_elsewhere, name="file"),
    path("desk/meetings/<int:pk>/join/", bodies.join, name="join-meeting"),
    path("desk/log/", log.log, name="log"),
    path("desk/log.csv", log.log_table, name="log-table"),
    path("desk/mistakes/", reports.mistakes, name="mistakes"),
    path("desk/mistakes/<int:pk>/settle/", reports.settle, name="mistake-settle"),
    path("desk/meetings/<int:pk>/", desk.MeetingReport.as_view(), name="desk-meeting"),
    path("desk/meetings/<int:pk>/facts/", correcting.facts, name="desk-facts"),
    path("desk/meetings/<int:pk>/people/", correcting.people, name="desk-people"),
    path("desk/meetings/<int:pk>/items/<int:position>/", correcting.item, name="desk-item"),
    path("desk/meetings/<int:pk>/items/<int:position>/split/", correcting.split, name="desk-item-split"),
    path("desk/meetings/<int:pk>/items/<int:position>/arrange/", correcting.arrange, name="desk-item-arrange"),
    path("desk/meetings/<int:pk>/redact/", correcting.redact, name="desk-redact"),
    path("desk/meetings/<int:pk>/history/", correcting.history, name="desk-history"),
    path("desk/meetings/<int:pk>/history/<int:correction>/revert/", correcting.revert, name="desk-correction-revert"),
    path("desk/meetings/<int:pk>/redactions/<int:redaction>/lift/", correcting.lift, name="desk-redaction-lift"),
    path("desk/meetings/<int:pk>/preview/", publishing.preview, name="desk-preview"),
    path("desk/meetings/<int:pk>/publish/", publishing.publish, name="publish"),
    path("desk/meetings/<int:pk>/unschedule/", publishing.unschedule, name="unschedule"),
    path("desk/meetings/<int:pk>/withdraw/", publishing.withdraw, name="withdraw"),
    path("desk/meetings/<int:pk>/confirm/", publishing.confirm, name="confirm"),
    path("healthz/", site.healthz, name="healthz"),
    path("robots.txt", site.robots, name="robots"),
    path("<slug:council>/", browse.CouncilPage.as_view(), name="council"),
    path("<slug:council>/<slug:committee>/", browse.CommitteePage.as_view(), name="committee"),
    path(meeting, browse.MeetingPage.as_view(), name="meeting"),
    path(f"{meeting}original/", browse.original, name="original"),
    path(f"{meeting}mistake/", reports.report, name="report-mistake"),
    path(f"{meeting}changes/", browse.Changes.as_view(), name="changes"),
    path(f"{meeting}items/<slug:item>/", browse.item, name="item"),
    path(f"{meeting}items/<slug:item>/resolutions/<int:number>/", browse.resolution, name="resolution"),
]
