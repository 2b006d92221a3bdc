//! Python environment for the content gate.
use super::apt;
use crate::place::Place;
use crate::run::{Outcome, on_path, run, say};
use std::path::{Path, PathBuf};
use std::process::Command;

const REQUIREMENTS: &str = "tests/content/requirements.txt";

/// Sets up a Python with the packages of tests/content/requirements.txt. Clones with the same packages share it.
pub fn python(place: &Place) -> Outcome<PathBuf> {
    let requirements = place.read(REQUIREMENTS)?;
    let folder = place.cache.join(format!("python-{}", folder_name(&requirements)));
    let python = folder.join("bin/python");
    let stamp = folder.join("installed.txt");
    let is_ready = || std::fs::read_to_string(&stamp).ok().as_ref() == Some(&requirements) && python.exists();
    if is_ready() {
        return Ok(python);
    }
    let _alone = place.lock_cache()?;
    if is_ready() {
        return Ok(python);
    }
    say("making a Python environment for the content gate, about 20 seconds");
    make_environment(place, &folder)?;
    let mut pip = Command::new(&python);
    pip.current_dir(&place.root).args(["-m", "pip", "install", "--quiet", "-r", REQUIREMENTS]);
    run("Installing the Python packages", &mut pip).map_err(|error| {
        format!("{error}\n  It needs the package index that this machine is set up for (`pip config list`).")
    })?;
    std::fs::write(&stamp, &requirements)
        .map_err(|e| format!("{} cannot be written: {e}", stamp.display()))?;
    Ok(python)
}

fn make_environment(place: &Place, folder: &Path) -> Outcome {
    let make = || {
        let mut python = Command::new("python3");
        run("Making the Python environment", python.args(["-m", "venv", "--clear"]).arg(folder))
    };
    if on_path(&["python3"]).is_some() && make().is_ok() {
        return Ok(());
    }
    // On Debian, `venv` needs a separate package.
    apt::install(place, "Python", "about 1 minute", &["python3", "python3-venv"])?;
    make()
}

/// Names the folder after the packages: `textstat==0.7.3` becomes `textstat-0.7.3`.
fn folder_name(requirements: &str) -> String {
    let lines = requirements.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let words = lines.map(|line| line.split("==").collect::<Vec<_>>().join("-"));
    let safe = |c: char| if c.is_ascii_alphanumeric() || "-._".contains(c) { c } else { '_' };
    words
        .collect::<Vec<_>>()
        .join("+")
        .chars()
        .map(|c| if c == '+' { c } else { safe(c) })
        .take(100)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::folder_name;

    #[test]
    fn the_folder_is_named_after_the_packages() {
        assert_eq!(folder_name("# why\ntextstat==0.7.3\n"), "textstat-0.7.3");
        assert_eq!(folder_name("a==1\n\nb==2 ; x > '3'\n"), "a-1+b-2___x____3_");
    }
}
