"""Write what a chart or a card says: data in, text or None out."""
