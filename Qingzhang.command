#!/bin/bash
# Starts Qingzhang on macOS by a double-click. The first start installs what it needs; later ones open at once.
exec "$(dirname "$0")/qingzhang.sh"
