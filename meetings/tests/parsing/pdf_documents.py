"""PDFs that the tests write themselves: words at places on a page, in letters that are all of one width."""

from __future__ import annotations

import textwrap
import zlib
from collections.abc import Iterable, Sequence

import pypdfium2

from meetings.parsing import ExtractedText, extract_text
from meetings.parsing.extract.extracted import FURNITURE

SIZE = 10  # points; a letter is 6 wide
LEADING = 12
LEFT, TOP, WIDTH = 72, 770, 75  # points, and letters on a line
PICTURE = b"q 595 0 0 842 0 0 cm /P Do Q"  # draws the page's picture over all of it
_FONTS = (b"Courier", b"Courier-Bold", b"Symbol")


def at(x: float, y: float, words: str, *, size: float = SIZE, bold: bool = False, before: str = "") -> bytes:
    """Words on the line that is ``y`` points above the page's bottom; ``before`` are operators set before them."""
    font = "F2" if bold else "F1"
    return f"q BT {before} /{font} {size} Tf {x} {y} Td ".encode() + _string(words) + b" Tj ET Q"


def block(y: float, words: str, *, x: float = LEFT, width: int = WIDTH, bold: bool = False) -> list[bytes]:
    """Words in as many lines as they need."""
    return [at(x, y - LEADING * n, line, bold=bold) for n, line in enumerate(textwrap.wrap(words, width))]


def page(*blocks: str | tuple[str, str], top: float = TOP) -> list[bytes]:
    """Paragraphs below each other, an empty line between two; ``("bold", words)`` in bold."""
    drawn: list[bytes] = []
    y = top
    for words in blocks:
        bold, text = (True, words[1]) if isinstance(words, tuple) else (False, words)
        lines = block(y, text, bold=bold)
        drawn += lines
        y -= LEADING * (len(lines) + 1)
    return drawn


def rule(left: float, y: float, right: float) -> bytes:
    """A level line."""
    return f"{left} {y} m {right} {y} l S".encode()


def grid(xs: Sequence[float], ys: Sequence[float]) -> list[bytes]:
    """The rules of a table with its edges at these places."""
    level = [rule(xs[0], y, xs[-1]) for y in ys]
    return level + [f"{x} {ys[0]} m {x} {ys[-1]} l S".encode() for x in xs]


def pdf(
    *pages: Iterable[bytes],
    box: str = "0 0 595 842",
    more: str = "",
    encrypt: bool = False,
    compress: bool = False,
    pictures: Sequence[bytes] = (),
) -> bytes:
    """A PDF of pages with what is drawn on them; ``more`` stands in each page's dictionary, ``pictures`` are objects of
    the `picture_of` pages, for each page the one that `PICTURE` draws."""
    fonts = " ".join(f"/F{n} {n + 2} 0 R" for n in range(1, len(_FONTS) + 1))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    for name in _FONTS:
        encoding = b"" if name == b"Symbol" else b"/Encoding /WinAnsiEncoding"
        objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /%s %s >>" % (name, encoding))
    kids = []
    first = len(objects) + 1
    objects += pictures
    for number, drawn in enumerate(pages):
        picture = f"/XObject << /P {first + number} 0 R >>" if number < len(pictures) else ""
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents {len(objects) + 2} 0 R {more} "
            f"/Resources << /Font << {fonts} >> {picture} >> >>".encode()
        )
        stream = b"\n".join(drawn)
        objects.append(
            stream_object(zlib.compress(stream), "/Filter /FlateDecode") if compress else stream_object(stream)
        )
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return written(objects, encrypt=encrypt)


def picture_of(data: bytes, index: int = 0, *, resolution: int = 200, turn: int = 0) -> bytes:
    """A page of a PDF as a scanner sees it: the object of a grey picture."""
    document = pypdfium2.PdfDocument(data)
    bitmap = document[index].render(scale=resolution / 72, rotation=turn, grayscale=True)
    rows = bytes(bitmap.buffer)
    pixels = b"".join(rows[row * bitmap.stride :][: bitmap.width] for row in range(bitmap.height))
    entries = f"/Width {bitmap.width} /Height {bitmap.height} /ColorSpace /DeviceGray /BitsPerComponent 8"
    document.close()
    return stream_object(zlib.compress(pixels), f"/Type /XObject /Subtype /Image {entries} /Filter /FlateDecode")


def scanned(data: bytes, *, resolution: int = 200) -> bytes:
    """A PDF whose pages are pictures of another one's."""
    document = pypdfium2.PdfDocument(data)
    pictures = [picture_of(data, index, resolution=resolution) for index in range(len(document))]
    document.close()
    return pdf(*([PICTURE] for _ in pictures), pictures=pictures)


def stream_object(content: bytes, entries: str = "") -> bytes:
    return f"<< /Length {len(content)} {entries} >>\nstream\n".encode() + content + b"\nendstream"


def written(objects: Sequence[bytes], *, encrypt: bool = False) -> bytes:
    """A file of numbered objects, the first of them the catalogue."""
    trailer = f"/Size {len(objects) + 1} /Root 1 0 R /ID [<{'ab' * 16}> <{'ab' * 16}>]"
    if encrypt:
        trailer += f" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'5a' * 32}> /U <{'a5' * 32}> >>"
    file = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += f"trailer\n<< {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(file)


def extracted(*pages: Iterable[bytes], box: str = "0 0 595 842", more: str = "") -> ExtractedText:
    return extract_text(pdf(*pages, box=box, more=more), "minutes.pdf")


def text_of(*pages: Iterable[bytes], box: str = "0 0 595 842", more: str = "") -> str:
    """The text of such pages, with ``~`` where a line is furniture."""
    return extracted(*pages, box=box, more=more).text.replace(FURNITURE, "~")


def _string(words: str) -> bytes:
    plain = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"(%s)" % plain.encode("cp1252")
