"""Use cases without a window. Engines and screens come in as ports from the composition root."""
