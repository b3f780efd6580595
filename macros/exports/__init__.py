"""Citations out again: files for reference managers, "cite this page", and metadata in the head of a page."""
