"""The child process that makes a file ready for LibreOffice: ``python -m meetings.parsing.prepare LIMITS``.

Standard output holds the document, or ``{"error": …}``. It confines itself before it looks at the first byte.
"""

from __future__ import annotations

import json
import os
import sys

from meetings.parsing import MinutesError
from meetings.parsing.__main__ import TOO_MUCH_MEMORY, Confines
from meetings.parsing.extract.odt import prepare_odt


def main(confines: str) -> None:
    try:
        Confines(**json.loads(confines)).apply()
        try:
            answer = prepare_odt(sys.stdin.buffer.read())
        except MinutesError as error:
            answer = json.dumps({"error": error.to_dict()}).encode()
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()
    except MemoryError:
        os._exit(TOO_MUCH_MEMORY)  # what is left is not enough for a tidy end


if __name__ == "__main__":
    main(*sys.argv[1:])
