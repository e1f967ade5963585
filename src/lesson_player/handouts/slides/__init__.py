"""The lesson as slides that a teacher can change in PowerPoint, LibreOffice or another program."""
