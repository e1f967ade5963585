"""What teachers hand out: pages made from the same lesson and adaptation that the class sees.

One way through: `source.HandoutSource` (a lesson in one version, put together by ``application``) → a kind of
`kinds.KINDS` makes `handout.Handout` values → a renderer turns a handout into the bytes of a file.

**To add a kind**: a module in ``kinds/`` with a pure function
``(HandoutSource, Paper) -> tuple[Handout, ...]`` (no handout where the lesson has nothing for it), and its
row in `kinds.KINDS`.

**To add a renderer**: a function from a handout and `pictures.Drawings` to bytes that goes through
``handout.blocks`` with ``match``. Each block says what it means, never where it stands, and every type of
block is rendered. The title is ``handout.title``, the only heading of level 1; `blocks.Heading` has 2 and 3.
Text may hold ``**strong**`` words: use `marked.runs`. A picture with an empty ``alt`` is decoration; one that
cannot be shown prints its alt text in a box, and `pictures.missing_pictures` reports it. Lesson text is not
trusted: it goes to a renderer as data, never as markup.
"""
