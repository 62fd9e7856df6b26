"""Reads that pages, commands and tasks share; tests pin how many SQL queries each makes."""
