"""The command line: reads arguments, calls what they ask for, prints what came of it."""
