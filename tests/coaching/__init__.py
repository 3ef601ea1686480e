"""Tests of the room coaching."""
