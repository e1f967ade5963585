"""What a teacher hands out: chosen, looked at as it will be on paper, printed or saved."""
