"""Check that the tests cover every line and branch: `python -m tools.check_coverage REPORT`.

REPORT is the JSON that slipcover writes. slipcover leaves out the lines that `# pragma: no cover`
excludes. This check also leaves out the branches to such a line, and those from a line with
`# pragma: no branch`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

TO_EXCLUDED, FROM_EXCLUDED = "# pragma: no cover", "# pragma: no branch"


def find_missing(covered: Mapping[str, Any], lines: Sequence[str]) -> list[str]:
    """Return the missing lines of a file, and its missing branches as `from->to`.

    Args:
        covered: The entry of the file in the report.
        lines: The lines of the file.
    """
    missing = [str(number) for number in covered["missing_lines"]]
    for start, end in covered["missing_branches"]:
        # The end of a function has no line; it is 0 in the report.
        to = lines[end - 1] if end else ""
        if FROM_EXCLUDED not in lines[start - 1] and TO_EXCLUDED not in to:
            missing.append(f"{start}->{end or 'exit'}")
    return missing


def main(report: Path) -> int:
    """Print what is missing in each file, and return the exit code."""
    files = json.loads(report.read_text("utf-8"))["files"]
    complete = True
    for name, covered in sorted(files.items()):
        if missing := find_missing(covered, Path(name).read_text("utf-8").splitlines()):
            complete = False
            print(f"{name}: not covered: {', '.join(missing)}", file=sys.stderr)
    count = sum(len(covered["executed_lines"]) for covered in files.values())
    branches = sum(len(covered["executed_branches"]) for covered in files.values())
    if not count:
        print(f"{report} has no lines: the tests did not run under slipcover.", file=sys.stderr)
        return 1
    if complete:
        print(f"All {count:,} lines and {branches:,} branches are covered.")
    return 0 if complete else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
