"""Files in the formats replies come in, made by real programs from the words in ``words.py``."""
