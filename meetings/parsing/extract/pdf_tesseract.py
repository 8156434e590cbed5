"""Tesseract, which recognises print in a picture: what is asked of it, and within which limits.

It is given a picture in greys that was drawn here, no byte of a stranger's file, and runs without network and files in
the sandbox where that is installed.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from dataclasses import dataclass

from meetings.parsing.errors import ExtractError
from meetings.parsing.extract.pdf_picture import Picture
from meetings.parsing.shut_in import PROGRAMS, sandbox_tool, shut_in

INSTALL_TESSERACT = "those who run the portal install tesseract (apt install tesseract-ocr tesseract-ocr-cym)"
OCR_LANGUAGES = "eng+cym"
OCR_SECONDS = 300
_PAGE_SECONDS = 60
_LEAST_RESOLUTION = 70  # pixels to an inch: tesseract takes less for a mistake
_SEPARATE = "+"
_ENVIRONMENT = {"PATH": PROGRAMS, "LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}


@dataclass(frozen=True, slots=True)
class Recognition:
    """How the text of pictures is recognised: tesseract's names of the languages, parted by “+”, of which those count
    that are installed, and the seconds that all pictures of a file may take."""

    languages: str = OCR_LANGUAGES
    seconds: int = OCR_SECONDS


class CannotRecognise(Exception):
    """Why no picture can be read on this machine, as the end of a sentence."""


class Tesseract:
    """Tesseract at work on the pictures of one file."""

    def __init__(self, recognition: Recognition) -> None:
        """Raises `CannotRecognise` where it or all of the languages are not installed."""
        self._seconds = recognition.seconds
        self._end = time.monotonic() + recognition.seconds
        program = shutil.which("tesseract", path=PROGRAMS)
        if program is None:
            raise CannotRecognise(INSTALL_TESSERACT)
        self._program = program
        installed = self._run([program, "--list-langs"], b"").decode(errors="replace").split()
        languages = [language for language in recognition.languages.split(_SEPARATE) if language in installed]
        if not languages:
            raise CannotRecognise(f"tesseract has none of the languages {recognition.languages} here")
        self._languages = _SEPARATE.join(languages)

    def recognise(self, picture: Picture) -> bytes:
        """The page of print in a picture as hOCR: lines and words with their places; empty where it cannot be read.

        Raises `ExtractError` where the time for all pictures is over.
        """
        return self._ask(picture, "--psm", "6", "-l", self._languages, "-c", "tessedit_create_hocr=1")

    def turn_of(self, picture: Picture) -> int:
        """By how many degrees, clockwise, a picture must be turned to be upright, as far as that can be told."""
        for line in self._ask(picture, "--psm", "0").decode(errors="replace").splitlines():
            name, _, value = line.partition(":")
            if name == "Rotate" and value.strip() in ("90", "180", "270"):
                return int(value)
        return 0

    def _ask(self, picture: Picture, *question: str) -> bytes:
        resolution = str(max(picture.resolution, _LEAST_RESOLUTION))
        command = [self._program, "stdin", "stdout", "--dpi", resolution, *question]
        if sandbox := sandbox_tool():
            command = shut_in(sandbox, command, room=2**20)
        return self._run(command, b"P5 %d %d 255\n" % (picture.width, picture.height) + picture.pixels)

    def _run(self, command: list[str], given: bytes) -> bytes:
        left = self._end - time.monotonic()
        try:
            done = subprocess.run(  # noqa: S603 -- the command is this project's own
                command,
                input=given,
                capture_output=True,
                timeout=max(min(left, _PAGE_SECONDS), 0),
                env=_ENVIRONMENT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            if left > _PAGE_SECONDS:
                return b""
            raise ExtractError(
                f"Recognising the text of the PDF's pictures took longer than {self._seconds} seconds and was "
                "stopped. Send the file that it was printed from, or divide it, and try again.",
                code="too_slow",
            ) from None
        if done.returncode and done.stderr.startswith(b"bwrap:"):
            raise CannotRecognise("the sandbox (bubblewrap) cannot be started on this machine")
        return b"" if done.returncode else done.stdout
