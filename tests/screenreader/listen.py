"""Orca with the speechd.py beside this file as its voice. Its own command refuses to run twice for one user.

$ORCA_SETTINGS is a folder for its settings, which this file writes.
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from orca import orca  # noqa: E402

SETTINGS = ("enableKeyEcho = False", "enableSound = False", "enableBraille = False")

folder = os.environ["ORCA_SETTINGS"]
os.makedirs(folder, exist_ok=True)
with open(os.path.join(folder, "orca-customizations.py"), "w", encoding="utf-8") as file:
    file.write("import orca.settings\n")
    file.writelines(f"orca.settings.{setting}\n" for setting in SETTINGS)
manager = orca.getSettingsManager()
manager.activate(folder, {})
sys.path.insert(0, manager.getPrefsDir())
sys.exit(orca.main())
