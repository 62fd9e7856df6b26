"""All benchmarks, one after the other: ``make bench``. Remakes the figures of README.md, each between its markers.

    .venv/bin/python benchmarks/run.py [--only advice|clock|reading|recompute|pages|search|documents|complaint_file|digests|mail_in] [--requests 10000]

Prints what each prints. Exits 1 where one broke a budget or failed; README.md then keeps the figures it had.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
README = HERE / "README.md"
ALL = (
    "advice",
    "clock",
    "reading",
    "recompute",
    "pages",
    "search",
    "documents",
    "complaint_file",
    "digests",
    "mail_in",
)


def main() -> int:
    """Run them, print, write down."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", choices=ALL)
    parser.add_argument("--requests", type=int, help="as many as each is meant for, where not given")
    given = parser.parse_args()
    more = ["--requests", str(given.requests)] if given.requests else []
    broken = False
    for name in (given.only,) if given.only else ALL:
        print(f"== {name}", flush=True)
        done = subprocess.run(
            [sys.executable, str(HERE / f"{name}.py"), *more],
            cwd=HERE.parent,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        print(done.stdout, flush=True)
        if done.returncode == 0 and not more:
            README.write_text(with_figures(README.read_text(), name, done.stdout))
        broken = broken or done.returncode != 0
    return int(broken)


def with_figures(text: str, name: str, printed: str) -> str:
    """The page with what one benchmark printed between its markers. Raises ValueError where they are missing."""
    before, begin, rest = text.partition(f"<!-- {name}: made by run.py -->\n")
    _, end, after = rest.partition(f"<!-- end of {name} -->")
    if not begin or not end:
        raise ValueError(f"README.md has no markers for {name}")
    return f"{before}{begin}```\n{printed.strip()}\n```\n{end}{after}"


if __name__ == "__main__":
    sys.exit(main())
