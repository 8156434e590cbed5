"""An OpenDocument text made ready for LibreOffice: its words alone, and what is hidden marked so that it stays hidden.

LibreOffice turns text in hidden characters into hidden text of Word, which is then left out; but hidden sections and
paragraphs it would print.
"""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from meetings.parsing.extract.archive import Archive, Element, damaged_document, protected

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_MIME_TYPE = "application/vnd.oasis.opendocument.text"
_HIDDEN_STYLE = "minutes-hidden"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_HOLDERS = (f"{_TEXT}section", f"{_TEXT}hidden-paragraph", f"{_TABLE}table-row", f"{_TABLE}table-rows")
_PARTS = ("content.xml", "styles.xml")  # pictures, embedded objects and macros stay behind


def prepare_odt(data: bytes) -> bytes:
    """The document without all that is not text. Raises `ExtractError` where it is damaged, protected, or a bomb."""
    archive = Archive(data)
    manifest = archive.part("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(f"{_MANIFEST}encryption-data"), None) is not None:
        raise protected()
    parts = {name: root for name in _PARTS if (root := archive.part(name)) is not None}
    if "content.xml" not in parts:
        raise damaged_document("no content.xml")
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as prepared:
        prepared.writestr("mimetype", _MIME_TYPE, zipfile.ZIP_STORED)
        for name, root in parts.items():
            _mark_hidden(root)
            prepared.writestr(name, etree.tostring(root, encoding="utf-8", xml_declaration=True))
        prepared.writestr("META-INF/manifest.xml", _manifest(parts))
    return written.getvalue()


def _mark_hidden(root: Element) -> None:
    """Set in hidden characters what is hidden as a section, a paragraph or a row."""
    hidden = [paragraph for holder in root.iter(*_HOLDERS) if _is_hidden(holder) for paragraph in _paragraphs(holder)]
    if not hidden:
        return
    styles = root.find(f"{_OFFICE}automatic-styles")
    if styles is None:
        styles = etree.Element(f"{_OFFICE}automatic-styles")
        root.insert(0, styles)
    style = etree.SubElement(styles, f"{_STYLE}style", {f"{_STYLE}name": _HIDDEN_STYLE, f"{_STYLE}family": "text"})
    etree.SubElement(style, f"{_STYLE}text-properties", {f"{_TEXT}display": "none"})
    for paragraph in hidden:
        words = "".join(paragraph.itertext())
        for child in list(paragraph):
            paragraph.remove(child)
        paragraph.text = None
        span = etree.SubElement(paragraph, f"{_TEXT}span", {f"{_TEXT}style-name": _HIDDEN_STYLE})
        span.text = words


def _is_hidden(holder: Element) -> bool:
    return bool(
        holder.get(f"{_TEXT}display") == "none"
        or holder.get(f"{_TEXT}is-hidden") == "true"
        or holder.get(f"{_TABLE}visibility", "visible") != "visible"
    )


def _paragraphs(holder: Element) -> list[Element]:
    """The paragraphs within a hidden section or row; the one that a hidden-paragraph field stands in."""
    if holder.tag == f"{_TEXT}hidden-paragraph":
        above = next(holder.iterancestors(*_PARAGRAPHS), None)
        return [] if above is None else [above]
    return list(holder.iter(*_PARAGRAPHS))


def _manifest(parts: dict[str, Element]) -> bytes:
    root = etree.Element(f"{_MANIFEST}manifest", nsmap={"manifest": _MANIFEST[1:-1]})
    for path, kind in (("/", _MIME_TYPE), *((name, "text/xml") for name in parts)):
        entry = {f"{_MANIFEST}full-path": path, f"{_MANIFEST}media-type": kind}
        etree.SubElement(root, f"{_MANIFEST}file-entry", entry)
    manifest: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return manifest
