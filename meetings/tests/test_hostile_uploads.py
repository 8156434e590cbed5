"""Files that are made to do harm, uploaded at the desk: each is refused with its reason or read without what it hides,
and none costs another upload, leaves half a meeting, or answers 500."""

from __future__ import annotations

import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from meetings.ingest.jobs import run_next
from meetings.models import IngestJob, Meeting
from meetings.publishing import publish_meeting
from meetings.tests.parsing.pdf_documents import page, pdf, stream_object, written
from meetings.tests.parsing.word_documents import document, paragraph, run, zipped
from meetings.tests.test_desk import clerk_of, text_file, upload
from meetings.tests.test_ingest import MINUTES

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.desk]

LINES = [line for line in MINUTES.splitlines() if line.strip()]
SECRET = "Quillfeather"
STEALS = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def minutes_as_html(more: str) -> bytes:
    return ("<html><body>" + "".join(f"<p>{line}</p>" for line in LINES) + more + "</body></html>").encode()


def minutes_as_docx(*more: str) -> bytes:
    return document(*LINES, *more)


def page_tree(kids: str, count: int, box: str = "0 0 595 842") -> bytes:
    return written(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Count {count} /Kids [{kids}] >>".encode(),
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R >>".encode(),
            stream_object(b""),
        ]
    )


BOMB = zlib.compress(zlib.compress(bytes(300 * 1024 * 1024), 9), 9)
REFUSED = {
    "zip bomb.docx": document(*LINES, "a" * 5_000_000),
    "thousands of parts.docx": zipped({f"word/{number}": "" for number in range(10_000)}),
    "entities.docx": zipped(
        {"[Content_Types].xml": STEALS, "word/document.xml": f"{STEALS}<w:document>&a;</w:document>"}
    ),
    "half.docx": minutes_as_docx()[:700],
    "text in a zip.docx": zipped({"minutes.txt": MINUTES}),
    "page tree loop.pdf": page_tree("2 0 R", 1),
    "many pages.pdf": page_tree("3 0 R " * 5000, 5000),
    "huge page.pdf": page_tree("3 0 R", 1, "0 0 1000000 1000000"),
    "stream bomb.pdf": written(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            stream_object(BOMB, "/Filter [/FlateDecode /FlateDecode]"),
        ]
    ),
    "encrypted.pdf": written(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>"], encrypt=True
    ),
    "half.pdf": pdf(page(*LINES))[:300],
    "nested.html": b"<div>" * 200_000,
    "nothing.txt": b"",
    "blanks.txt": b" \n" * 1000,
    "zeros.txt": bytes(10_000),
    "noise.txt": bytes(range(256)) * 100,
    "picture.docx": b"\x89PNG\r\n\x1a\n" + bytes(5000),
    "program.pdf": b"MZ" + bytes(5000),
    "polyglot.pdf": b"PK\x03\x04%PDF-1.7\n" + bytes(1000),
    "letter.txt": b"Dear Sir,\n\nThank you for your letter of 12 March 2024.\n\nYours faithfully\n",
}
READ = {
    "../../../etc/passwd": MINUTES.encode(),
    "<script>alert(1)</script>.txt": MINUTES.encode(),
    "a name\nin two lines\u202etxt.exe": MINUTES.encode(),
    f"{'x' * 300}.txt": MINUTES.encode(),
    "": MINUTES.encode(),
    "really text.pdf": MINUTES.encode(),
    "script.html": minutes_as_html("<p>&lt;script&gt;alert(1)&lt;/script&gt;<script>alert(2)</script></p>"),
    "script.txt": (MINUTES + "\n<script>alert(1)</script> was discussed.\n").encode(),
}
HIDDEN = {
    "deleted.docx": minutes_as_docx(
        paragraph(run("It was agreed. ") + f"<w:del>{run(SECRET).replace('w:t', 'w:delText')}</w:del>")
    ),
    "vanished.docx": minutes_as_docx(paragraph(run("It was agreed. ") + run(SECRET, "<w:vanish/>"))),
    "comment.docx": minutes_as_docx(paragraph(run("It was agreed."))),
    "hidden.html": minutes_as_html(f"<p>It was agreed.<span style='display:none'>{SECRET}</span><!-- {SECRET} --></p>"),
}


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(clerk_of("Harrowmere Borough Council"))
    return client


def sent(name: str, content: bytes) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile(name or "x", content)}


@pytest.mark.parametrize("name", REFUSED)
def test_a_harmful_file_is_refused_with_its_reason_and_costs_no_other(desk: Client, name: str) -> None:
    answer = desk.post("/desk/upload/", sent(name, REFUSED[name]), follow=True)
    assert answer.status_code == 200
    desk.post("/desk/upload/", {"file": text_file()})
    run_next()
    run_next()
    refused, read = IngestJob.objects.order_by("pk")
    assert refused.state == IngestJob.State.REFUSED, name
    assert len(refused.message) > 20
    for inside in ("Traceback", "Error(", "/tmp", "/usr", "root:"):
        assert inside not in refused.message
    assert read.state == IngestJob.State.DONE
    assert Meeting.objects.get() == read.source.meeting
    assert refused.message.split(".")[0][:20] in desk.get(f"/desk/uploads/{refused.batch}/").content.decode().replace(
        "&#x27;", "'"
    ).replace("&quot;", '"')


@pytest.mark.parametrize("name", READ)
def test_what_looks_odd_is_read_and_shown_as_text(desk: Client, name: str) -> None:
    report = upload(desk, sent(name, READ[name]))
    meeting = Meeting.objects.get()
    publish_meeting(meeting)
    for page_shown in (report, desk.get("/desk/uploads/"), desk.get(meeting.get_absolute_url())):
        assert page_shown.status_code == 200
        words = page_shown.content.decode()
        assert "<script>alert" not in words
        assert "alert(2)" not in words
    source = meeting.sources.get()
    assert source.content.name == f"{source.sha256[:2]}/{source.sha256}"
    original = desk.get(f"{meeting.get_absolute_url()}original/")
    if original.streaming:
        assert b"".join(original) == READ[name]
        named = 'attachment; filename="harrowmere-amenities-committee-2024'
        assert original.headers["Content-Disposition"].startswith(named)
        assert original.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in original.headers["Content-Security-Policy"]


@pytest.mark.parametrize("name", HIDDEN)
def test_what_a_file_hides_reaches_nobody(desk: Client, name: str) -> None:
    report = upload(desk, sent(name, HIDDEN[name]))
    meeting = Meeting.objects.get()
    publish_meeting(meeting)
    for address in (
        meeting.get_absolute_url(),
        "/search/?q=agreed",
        "/search/feed/?q=agreed",
        "/search/results.csv?q=agreed",
    ):
        answer = desk.get(address)
        assert SECRET not in (b"".join(answer) if answer.streaming else answer.content).decode()
    assert SECRET not in report.content.decode()
    if SECRET.encode() in HIDDEN[name] or name in ("deleted.docx", "vanished.docx"):
        assert desk.get(f"{meeting.get_absolute_url()}original/").status_code == 404
