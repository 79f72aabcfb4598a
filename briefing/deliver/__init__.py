"""Stage 8: deliver a rendered brief: files (atomic) and mail (a receipt for every recipient)."""
