"""All benchmarks, one after the other: ``make bench``. Prints what each prints; the figures kept are in README.md."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ALL = ("clock.py", "pages.py", "recompute.py")


def main() -> int:
    """Run them all. Returns 1 where one broke a budget or failed."""
    codes = []
    for name in ALL:
        print(f"== {name}", flush=True)
        codes.append(subprocess.call([sys.executable, str(HERE / name)], cwd=HERE.parent))
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main())
