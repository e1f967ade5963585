"""Handouts as one HTML file each: opened in any browser, changed in any editor, read on any device."""
