"""The tests: one file for each module; `browser` drives a real one."""
