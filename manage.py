#!/usr/bin/env python3
"""Django's command line, for this project."""

import os
import sys


def main() -> None:
    """Run one management command. A setting that is missing or wrong is told in one line, with exit code 2."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "foitracker.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.stderr.write(f"foitracker can't start: {error}\n")
        # A mail server that pipes mail to us keeps it for later; any other code would send it back to its author.
        sys.exit(os.EX_TEMPFAIL if "receive_email" in sys.argv[1:2] else 2)


if __name__ == "__main__":
    main()
