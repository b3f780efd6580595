"""Citations: found in Markdown (`scan`), read (`cluster`), and formatted in one context by a CSL style (`engine`)."""
