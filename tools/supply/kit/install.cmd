@echo off
rem Installs meldcode from this folder, without network and without admin rights. See LEESMIJ.txt.
where py >nul 2>nul
if %errorlevel%==0 (py -3 -I "%~dp0install.py" %*) else (python -I "%~dp0install.py" %*)
exit /b %errorlevel%
