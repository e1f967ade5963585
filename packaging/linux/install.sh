#!/bin/sh
# Installs Lesson Player from this folder, without the internet.
#   ./install.sh             as root for everybody (/opt, /usr/local), else for you alone (~/.local)
#   ./install.sh --remove    takes it away again; lessons, films and settings of users stay
set -eu
umask 022
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
if [ "$(id -u)" -eq 0 ]; then
    place=/opt/lesson-player prefix=/usr/local
else
    place=$HOME/.local/lib/lesson-player prefix=$HOME/.local
fi
# Beside the former one first: where there is no room on the disk, that one stays as it is.
lay_beside() {
    rm -rf "$place.new"
    trap 'rm -rf "$place.new"' EXIT
    mkdir -p "$(dirname "$place")"
    cp -a "$here/lesson-player" "$place.new"
    # What everybody runs, nobody but root may change: not whoever unpacked the archive either.
    if [ "$(id -u)" -eq 0 ]; then
        chown -hR 0:0 "$place.new"
    fi
    chmod -R u=rwX,go=rX "$place.new"
}
remove() {
    rm -rf "$place"
    rm -f "$prefix/bin/lesson-player"
    (cd "$here/share" && find . -type f) | while read -r file; do rm -f "$prefix/share/$file"; done
}
# Folders that are empty now, deepest first. Those that every Debian has below /usr/local stay.
remove_empty() {
    (cd "$here/share" && find . -depth -mindepth 1 -type d ! -path ./man) | while read -r folder; do
        rmdir "$prefix/share/$folder" 2>/dev/null || true
    done
    if [ "$(id -u)" -ne 0 ]; then
        rmdir "$prefix/share/man" "$prefix/share" "$prefix/lib" "$prefix/bin" "$prefix" 2>/dev/null || true
    fi
}
refresh() {
    if command -v update-mime-database >/dev/null && [ -d "$prefix/share/mime/packages" ]; then
        update-mime-database "$prefix/share/mime" >/dev/null 2>&1 || true
    fi
    if command -v update-desktop-database >/dev/null && [ -d "$prefix/share/applications" ]; then
        update-desktop-database "$prefix/share/applications" >/dev/null 2>&1 || true
    fi
}
case "${1:-}" in
    --remove)
        remove
        refresh
        remove_empty
        echo "Lesson Player has been removed. Lessons, films and settings of users are still there."
        ;;
    "")
        lay_beside
        remove
        mv "$place.new" "$place"
        mkdir -p "$prefix/bin" "$prefix/share"
        ln -sf "$place/lesson-player" "$prefix/bin/lesson-player"
        (cd "$here/share" && find . -type f) | while read -r file; do
            mkdir -p "$prefix/share/$(dirname "$file")"
            cp "$here/share/$file" "$prefix/share/$file"
            chmod 644 "$prefix/share/$file"
        done
        refresh
        echo "Lesson Player is in $place. Start it from the menu, or with $prefix/bin/lesson-player."
        ;;
    *)
        echo "Use: $0 [--remove]" >&2
        exit 2
        ;;
esac
