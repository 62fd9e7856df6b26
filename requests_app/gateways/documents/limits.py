"""How much of a file is read. What lies beyond a limit is kept with the file, left out of the text, and said."""

from __future__ import annotations

MEGABYTE = 1024 * 1024

FILE_BYTES = 25 * MEGABYTE
"""The largest file taken: what most mail servers let through."""

TOGETHER_BYTES = 50 * MEGABYTE
"""All files of one upload."""

FILES = 20
"""Files of one upload."""

TEXT_CHARACTERS = 1_500_000
"""Characters of text taken from one file: about 600 pages. The record takes 2 MB of UTF-8 for all of a reply."""

PAGES = 500
"""Pages of one PDF."""

OCR_PAGES = 30
"""Scanned pages put through text recognition: each takes seconds."""

OCR_SECONDS = 90
"""Seconds given to text recognition in one file."""

PICTURE_PIXELS = 40_000_000
"""Pixels of a picture or of a rendered page: an A4 page at 600 dots per inch has 35 million."""

UNPACKED_BYTES = 100 * MEGABYTE
"""Everything in an archive (.zip, and .docx, .xlsx, .odt, which are archives too), unpacked."""

MEMBER_BYTES = 16 * MEGABYTE
"""One XML file in an archive: parsed, it takes ten times as much memory."""

MEMBERS = 2_000
"""Files in an archive."""

PARTS = 50
"""Attachments of a mail or files of a .zip that are read."""

CELLS = 200_000
"""Cells of all sheets of a workbook that are put in the text."""

COLUMNS = 200
"""Columns of a sheet that are put in the text."""

NODES = 400_000
"""Elements of a web page or a word processor's file."""

DEPTH = 150
"""Elements within each other."""

ADDRESS_SPACE = 480 * MEGABYTE
"""Memory of the process that reads one file, program and libraries included."""

CPU_SECONDS = 120
"""Processor time of that process."""

WALL_SECONDS = 150
"""Seconds after which it is ended. The task that waits for it must be given more (see settings)."""

ANSWER_BYTES = 24 * MEGABYTE
"""What it may answer, as JSON."""
