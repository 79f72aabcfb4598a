"""Run every bench whose data is in a folder; print one JSON object a line, nothing else.

    python -m benchmarks DIR [--only NAME]

A bench is a module of this package with `run(data: Path) -> Iterator[Result]`; it yields nothing
where its data is missing. `seconds` is the wall time since the bench's previous figure.
"""

import argparse
import importlib.util
import json
import sys
import time
from pathlib import Path

BENCHES = (
    "text",
    "offsets",
    "sentences",
    "summaries",
    "readers",
    "timex",
    "pubdate",
    "copies",
    "stories",
    "themes",
    "names",
    "ahead",
    "figures",
    "labels",
    "scale",
    "compose",
    "length",
    "render",
    "build",
    "collect",
)


def main() -> int:
    """Run the benches; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", choices=BENCHES)
    arguments = parser.parse_args()
    if not arguments.data.is_dir():
        parser.error(f"{arguments.data} is not a folder")
    for name in (arguments.only,) if arguments.only else BENCHES:
        if importlib.util.find_spec(f"benchmarks.{name}") is None:
            print(f"{name}: not written yet", file=sys.stderr)
            continue
        module = importlib.import_module(f"benchmarks.{name}")
        started = time.perf_counter()
        for result in module.run(arguments.data):
            now = time.perf_counter()
            row = {
                "bench": name,
                "data": result.data,
                "metric": result.metric,
                "value": round(result.value, 4),
                "n": result.n,
                "seconds": round(now - started, 2),
            }
            started = now
            print(json.dumps(row), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
