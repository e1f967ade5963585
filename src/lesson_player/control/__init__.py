"""The controllers between windows and the lesson, and the one command table."""
