"""Addresses that a server of ours answers to nobody, also not to a browser that was let in."""

BESIDE = [
    "beside.png",
    "%2e%2e/beside.png",
    "..%2fbeside.png",
    "%2e%2e/.git/config",
    "%2e%2e/followup_lib/__init__.py",
    "%2e%2e/%2e%2e/search/applications.csv",
    ".hidden/words.txt",
    "checkout/beside.png",
    "notebooks/00_start_here.ipynb",
    "followup_lib/__init__.py",
    ".git/config",
    "/etc/passwd",
]
PARTS = ["/api/terminals", "/lsp/status", "/tree"]
"""Addresses of parts of Jupyter that are switched off."""
"""Paths from the pages' folder; the files beside it and in it are there."""
DOORS = ["/files/", "/voila/files/", "/voila/render/", "/api/contents/"]
ASKED = [*PARTS, *(door + path for door in DOORS for path in BESIDE)]
