"""Stage 4: every date in an article, resolved against its publication."""
