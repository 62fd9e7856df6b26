"""The law, the reading, the letters: standard library only, no I/O, and nothing here asks what day it is."""
