"""The only composition root: picks engines, builds the parts and connects them."""
