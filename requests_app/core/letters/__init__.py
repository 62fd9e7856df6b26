"""The wording of the letters, one file a letter: text with named gaps, which ``core.drafting`` fills from facts."""
