"""From a draft to the version that readers see: written, made durable, pointed at, listed."""
