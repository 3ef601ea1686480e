"""What every test shares: no test depends on the day, the place or the search of its machine."""

from hypothesis import Phase, settings

# The same examples at every run, and shown as found: shrinking one can take many minutes.
settings.register_profile(
    "workbook", deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("workbook")
