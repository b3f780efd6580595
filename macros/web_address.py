"""Addresses on the web that are not what they seem."""

import re

_SITE = re.compile(r"(?:https?|ftp):/*([^/?#\\]*)", re.IGNORECASE)
_NEVER = re.compile(r"[<>\"\\^`{|}]")
"""Signs that no address may hold: https://www.rfc-editor.org/rfc/rfc3986#appendix-A."""


def deceit(address: str) -> str:
    """Return why an address may lead elsewhere than a reader thinks, and what to do; nothing where it is plain."""
    found = _SITE.match(address)
    site = found[1] if found else ""
    if "@" in site:
        return "this address hides where it leads: take out what stands before the @"
    foreign = next((letter for letter in site if not letter.isascii()), "")
    if foreign:
        return f'the "{foreign}" in this address is no letter from a to z: copy it again from your browser'
    return ""


def wrong_sign(address: str) -> str:
    """Return the first sign that no address may hold, or nothing."""
    found = _NEVER.search(address)
    return found[0] if found else ""
