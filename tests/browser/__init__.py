"""The pages in a real browser, in both faces."""
