"""From rows to advice: facts, rules in order, a day and a reason for each."""
