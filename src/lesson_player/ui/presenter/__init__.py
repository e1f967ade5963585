"""The teacher's window: steps, what the class sees, notes and controls."""
