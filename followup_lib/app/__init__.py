"""The one server, its two faces, and which search is open."""
