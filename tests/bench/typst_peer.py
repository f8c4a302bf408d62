"""Run by a Python that has Typst: sets the letters of a folder and prints the seconds of processor time.

``typst_peer.py FOLDER FONTS one|apart``: FOLDER holds ``letter.typ`` and ``letters.json``.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import typst


def main(folder: Path, fonts: str, form: str) -> None:
    """Set them, after one letter that loads the fonts."""
    letters = json.loads((folder / "letters.json").read_text("utf-8"))
    source = folder / "letter.typ"
    compiler = typst.Compiler(str(source), root=str(folder), font_paths=[fonts], ignore_system_fonts=True)

    def compiled(told: list[dict[str, object]], out: Path) -> None:
        (folder / "now.json").write_text(json.dumps(told, ensure_ascii=False), "utf-8")
        compiler.compile(output=str(out), format="pdf", pdf_tags=False)

    compiled(letters[:1], folder / "warm")
    begun = time.process_time()
    if form == "one":
        compiled(letters, folder / "all.pdf")
    else:
        for number, told in enumerate(letters):
            compiled([told], folder / f"{number}.pdf")
    print(time.process_time() - begun)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
