"""Accuracy and speed on a folder of data with gold answers: `make bench DATA=DIR [ONLY=name]`."""
