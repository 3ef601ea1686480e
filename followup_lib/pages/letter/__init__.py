"""The pages with a letter: the draft, its tone, handing it over, saying it was sent."""
