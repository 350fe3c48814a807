class EmbeddedError(RuntimeError):
    """The servers cannot run here; the message is a sentence that says what to do next."""
