"""Tests of the generator and of the content; a package, so that no installed one of the same name hides it."""
