"""Bills of materials: what is in each package, from its very files, and the notices that go with it."""
