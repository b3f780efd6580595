"""Search: what the site's pages say, as records for an engine, and the files that an engine reads."""
