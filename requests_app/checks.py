"""System checks: what must hold before the program starts."""
