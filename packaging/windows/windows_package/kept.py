"""What of each wheel, of Python and of VLC goes into the package: what the program uses, and nothing else.

Patterns are those of :mod:`fnmatch`, on the path inside the wheel, in small letters; a star takes folders.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

PYTHON_DLL = "python313.dll"

RUNTIME = (
    "license.txt",
    PYTHON_DLL,
    "python3.dll",
    "python313.zip",
    "libffi-8.dll",
    "_bz2.pyd",
    "_ctypes.pyd",
    "_decimal.pyd",
    "_elementtree.pyd",
    "_lzma.pyd",
    "_queue.pyd",
    "_socket.pyd",
    "_uuid.pyd",
    "_zoneinfo.pyd",
    "pyexpat.pyd",
    "select.pyd",
    "unicodedata.pyd",
)
"""Of the embeddable Python. OpenSSL, _ssl and _asyncio stay out, since nothing here speaks to a network; so
do Python's own programs and SQLite. Its C runtime is older than Qt's, whose copy is taken. The standard
library's logging imports _socket and select, though it opens no socket here."""

_STANDARD_LIBRARY_NEVER = frozenset(
    (
        "_aix_support", "_android_support", "_apple_support", "_ios_support", "_osx_support", "_pyrepl",
        "__hello__", "__phello__", "antigravity", "bdb", "cProfile", "curses", "dbm", "doctest", "ftplib",
        "idlelib", "imaplib", "mailbox", "modulefinder", "multiprocessing", "pdb", "pickletools", "poplib",
        "profile", "pstats", "pty", "pydoc", "pydoc_data", "rlcompleter", "smtplib", "socketserver",
        "sqlite3", "ssl", "tabnanny", "this", "timeit", "trace", "tty", "unittest", "webbrowser", "wsgiref",
        "xmlrpc", "zipapp",
    )
)  # fmt: skip
"""Modules for developing, for terminals, for mail, servers and other systems. Nothing that is packed imports
one; a test holds that."""

C_RUNTIME = (
    "vcruntime140.dll",
    "vcruntime140_1.dll",
    "msvcp140.dll",
    "msvcp140_1.dll",
    "msvcp140_2.dll",
)
"""Taken once, from Qt's wheel, into ``runtime``: the launcher loads them from there before all else."""
C_RUNTIME_FROM = "pyside6-essentials"

_NEVER = (
    "*.pyi", "*.lib", "*.pyx", "*.pxd", "*.pxi", "*.h", "*.hpp", "*.c", "*.cpp", "*.cmake", "*.exe",
    "*/py.typed", "*/__pycache__/*", "*/tests/*", "*/include/*",
    "*.dist-info/record", "*.dist-info/wheel", "*.dist-info/top_level.txt", "*.dist-info/entry_points.txt",
    "*.dist-info/sboms/*",
)  # fmt: skip

_QT = ("*.dist-info/*",)
_ONLY = {
    "pyside6-essentials": (
        *_QT,
        "pyside6/__init__.py",
        "pyside6/_config.py",
        "pyside6/_git_pyside_version.py",
        "pyside6/support/__init__.py",
        "pyside6/support/deprecated.py",
        "pyside6/pyside6.abi3.dll",
        *(f"pyside6/qt{name}.pyd" for name in ("core", "gui", "widgets", "svg", "network", "printsupport")),
        *(f"pyside6/qt6{name}.dll" for name in ("core", "gui", "widgets", "svg", "network", "printsupport")),
        "pyside6/plugins/platforms/qwindows.dll",
        "pyside6/plugins/platforms/qoffscreen.dll",
        *(f"pyside6/plugins/imageformats/q{name}.dll" for name in ("gif", "ico", "jpeg", "svg", "webp")),
        "pyside6/plugins/iconengines/qsvgicon.dll",
    ),
    "pyside6-addons": (
        *_QT,
        *(f"pyside6/qt{name}.pyd" for name in ("multimedia", "pdf", "texttospeech")),
        *(f"pyside6/qt6{name}.dll" for name in ("multimedia", "pdf", "texttospeech")),
        *(f"pyside6/{name}-*.dll" for name in ("avcodec", "avformat", "avutil", "swresample", "swscale")),
        "pyside6/plugins/multimedia/ffmpegmediaplugin.dll",
        "pyside6/plugins/texttospeech/qtexttospeech_sapi.dll",
        "pyside6/plugins/texttospeech/qtexttospeech_winrt.dll",
    ),
    "shiboken6": (*_QT, "shiboken6/*.py", "shiboken6/shiboken.pyd", "shiboken6/shiboken6.abi3.dll"),
}

_LEFT_OUT = {
    # Pillow comes with python-pptx, which asks it for the size of a picture.
    "pillow": (
        "pil/_avif.*",
        "pil/_imagingft.*",
        "pil/_imagingcms.*",
        "pil/_imagingtk.*",
        "pil/_webp.*",
        "pil/imagetk.*",
        "pil/_tkinter_finder.*",
    ),
    "lxml": (
        "lxml/objectify.*",
        "lxml/html/*",
        "lxml/isoschematron/*",
        "lxml/includes/*",
        "lxml/sax.*",
        "lxml/*doctest*",
    ),
}

_VLC = (
    "libvlc.dll",
    "libvlccore.dll",
    "copying.txt",
    "authors.txt",
    "plugins/access/libfilesystem_plugin.dll",
    "plugins/audio_filter/lib*_plugin.dll",
    "plugins/audio_mixer/lib*_plugin.dll",
    "plugins/audio_output/lib*_plugin.dll",
    "plugins/codec/lib*_plugin.dll",
    "plugins/d3d9/lib*_plugin.dll",
    "plugins/d3d11/lib*_plugin.dll",
    "plugins/demux/lib*_plugin.dll",
    "plugins/packetizer/lib*_plugin.dll",
    "plugins/stream_filter/libcache_*_plugin.dll",
    "plugins/stream_filter/libprefetch_plugin.dll",
    "plugins/video_chroma/lib*_plugin.dll",
    "plugins/video_filter/lib*_plugin.dll",
    "plugins/video_output/libvmem_plugin.dll",
)
_VLC_NEVER = (
    "plugins/audio_filter/*chromecast*",
    "plugins/demux/*adaptive*",
    "plugins/demux/*directory*",
    "plugins/demux/*playlist*",
    "plugins/demux/*chromecast*",
    "plugins/demux/*live555*",
    "plugins/video_filter/*postproc*",
)
"""Adaptive streams, playlists and Chromecast would have other files or addresses opened."""


def of_wheel(distribution: str, path: str) -> bool:
    """Whether that file of the wheel goes into the package."""
    small = path.lower()
    if _one_of(small, _NEVER) or _one_of(small, _LEFT_OUT.get(distribution, ())):
        return False
    only = _ONLY.get(distribution)
    return only is None or _one_of(small, only)


def of_standard_library(path: str) -> bool:
    """Whether that file of ``python313.zip`` goes in."""
    return path.partition("/")[0].removesuffix(".pyc") not in _STANDARD_LIBRARY_NEVER and not path.endswith(
        "/"
    )


def of_vlc(path: str) -> bool:
    """Whether that file of VLC's folder goes into the package: nothing that opens an address or a list."""
    small = path.lower()
    return _one_of(small, _VLC) and not _one_of(small, _VLC_NEVER)


def _one_of(path: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)
