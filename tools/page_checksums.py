"""Write the list of pages that start by themselves; run it when the code of a page changed.

python3 tools/page_checksums.py
"""

import json
from pathlib import Path

from followup_lib.app.jupyter import PAGES_FILE, page_checksums

if __name__ == "__main__":
    checksums = page_checksums(Path(__file__).parent.parent / "notebooks")
    PAGES_FILE.write_text(json.dumps(checksums, indent=2) + "\n", encoding="utf-8")
    print(f"{len(checksums)} pages: {', '.join(checksums)}")
