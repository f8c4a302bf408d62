#!/bin/bash
# Starts Qingzhang by a double-click. The first start installs what it needs and shows it; later ones open at once.
cd "$(dirname "$0")" || exit 1

say() { # to whoever can be reached: a dialog, or the terminal
    zenity --info --text="$1" 2>/dev/null || osascript -e "display alert \"$1\"" 2>/dev/null || printf '%s\n' "$1"
}

newest() { # the first Python that is new enough
    local each
    for each in python3 python3.{14,13,12,11} {/opt/homebrew,/usr/local}/bin/python3; do
        "$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$each" && return
    done
    return 1
}

in_terminal() { # the same again where the user can watch
    local each
    for each in x-terminal-emulator gnome-terminal konsole xfce4-terminal xterm; do
        command -v "$each" >/dev/null || continue
        if [ "$each" = gnome-terminal ]; then "$each" -- "$PWD/qingzhang.sh"; else "$each" -e "$PWD/qingzhang.sh"; fi
        exit
    done
}

python=$(newest) || {
    say "未找到 Python 3.11 或更高版本，请先安装。 Python 3.11 or newer was not found; please install it first."
    exit 1
}
if [ ! -e .venv/program.stamp ] && [ ! -t 1 ] && [ -n "${DISPLAY:-$WAYLAND_DISPLAY}" ]; then in_terminal; fi
"$python" dev.py ready || {
    say "未能启动，原因见终端窗口。 It could not be started; the terminal says why."
    [ -t 0 ] && read -r -p "↵ "
    exit 1
}
trap '' HUP # the terminal may close, the window stays
"$python" dev.py run </dev/null >/dev/null 2>&1 &
