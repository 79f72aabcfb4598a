"""Stage 1: collect documents: their bytes, where from, when retrieved, and their SHA-256."""
