"""Tests of the room tone."""
