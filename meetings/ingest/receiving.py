"""Large uploads while they come in."""

from __future__ import annotations

from django.core.files.uploadhandler import TemporaryFileUploadHandler


class TemporaryUpload(TemporaryFileUploadHandler):
    """Django's, but that it gives back at once what it took of a disk on which there is no room for all of it."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        try:
            super().receive_data_chunk(raw_data, start)
        except OSError:
            self.upload_interrupted()
            raise
