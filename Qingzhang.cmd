@echo off
rem Starts Qingzhang by a double-click. The first start installs what it needs; later ones open at once.
setlocal
chcp 65001 >nul
title 清账 Qingzhang
cd /d "%~dp0"
for %%P in ("py -3" python python3) do (
  %%~P -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && (
    %%~P dev.py ready || goto stopped
    start "" ".venv\Scripts\pythonw.exe" main.py
    exit /b 0
  )
)
echo 未找到 Python 3.11 或更高版本。请从 python.org 下载安装，安装时勾选 Add python.exe to PATH，然后再双击本文件。
echo Python 3.11 or newer was not found. Install it from python.org, tick "Add python.exe to PATH", then open this file again.
:stopped
echo.
pause
