"""Follow up after an interview: what is due, when, by which way, in what words, and why."""
