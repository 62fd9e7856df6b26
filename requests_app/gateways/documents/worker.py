"""The confined process: one file on standard input, what it says on standard output, as JSON.

    python -m requests_app.gateways.documents.worker < a line of JSON with its name, then its bytes

Exits 3 where it would need more memory than it has.
"""

from __future__ import annotations

import json
import sys

from requests_app.gateways.documents import ocr
from requests_app.gateways.documents.confine import confine
from requests_app.gateways.documents.limits import FILE_BYTES
from requests_app.gateways.documents.reading import read

OUT_OF_MEMORY = 3


def main() -> int:
    """Read one file."""
    confine(programs=frozenset([ocr.program()]) - {""})
    given = json.loads(sys.stdin.buffer.readline(65_536))
    content = sys.stdin.buffer.read(FILE_BYTES + 1)
    try:
        document = read(given["name"], content, shallow=bool(given["shallow"]))
        answer = json.dumps(document.to_json()).encode()
    except (MemoryError, RecursionError):
        return OUT_OF_MEMORY
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
