"""All input and output: outgoing mail, documents, the queue, the broker."""
