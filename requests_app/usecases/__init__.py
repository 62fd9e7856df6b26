"""The only code that writes: one function for each thing a person or the clock does."""
