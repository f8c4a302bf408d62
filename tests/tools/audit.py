"""Known weaknesses of the locked requirements: ``python3 dev.py audit``. Needs a network; nothing else here does.

Asks the open database at osv.dev for every package and version of both locks, by name and version alone. Ends with 0
where nothing is known, with 1 where something is, with 2 where nobody could be asked.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import urllib.request
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
LOCKS = (HERE / "requirements.txt", HERE / "tests" / "requirements.txt")
SERVICE = "https://api.osv.dev/v1/querybatch"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)
_WAIT_S = 30


def locked(locks: Iterable[Path]) -> list[tuple[str, str]]:
    """Every package with its version, by name, each once."""
    return sorted({pin for lock in locks for pin in _PIN.findall(lock.read_text("utf-8"))})


def known(packages: list[tuple[str, str]], service: str) -> dict[tuple[str, str], list[str]]:
    """The names of what is known of each package that has a weakness. OSError where nobody answers."""
    queries = [
        {"package": {"name": name, "ecosystem": "PyPI"}, "version": version} for name, version in packages
    ]
    asked = urllib.request.Request(
        service, json.dumps({"queries": queries}).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(asked, timeout=_WAIT_S) as answer:
        results = json.loads(answer.read())["results"]
    return {
        package: sorted(each["id"] for each in result["vulns"])
        for package, result in zip(packages, results, strict=True)
        if result.get("vulns")
    }


def main(arguments: list[str]) -> int:
    """Ask and tell."""
    options = argparse.ArgumentParser(prog="dev.py audit", description=__doc__)
    options.add_argument("--service", default=SERVICE, help="another database that answers like osv.dev")
    given = options.parse_args(arguments)
    packages = locked(LOCKS)
    try:
        found = known(packages, given.service)
    except (OSError, ValueError, KeyError) as trouble:
        print(f"Nobody could be asked ({trouble}). Nothing is known, neither good nor bad.")
        return 2
    for (name, version), names in found.items():
        print(f"{name} {version}: {', '.join(names)}")
    print(f"{len(packages)} packages asked, {len(found)} with a known weakness")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
