"""Forms: they lay out, and turn what was typed into what use cases take. They never save."""
