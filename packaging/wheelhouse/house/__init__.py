"""Wheelhouses: everything that pip needs to install the program without the internet, in one file."""
