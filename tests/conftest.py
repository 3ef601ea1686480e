"""What every test shares: no test depends on the day, the place or the search of its machine."""

from hypothesis import Phase, settings

# A failing example is shown as it was found: shrinking one can take many minutes.
settings.register_profile("workbook", deadline=None, phases=[Phase.explicit, Phase.generate])
settings.load_profile("workbook")
