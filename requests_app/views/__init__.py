"""Pages: permit, parse, one use case, respond."""
