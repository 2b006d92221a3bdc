//! Runs other programs. Errors say what failed and what to do.
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

/// Result whose error is a sentence for the developer.
pub type Outcome<T = ()> = Result<T, String>;

/// Prints a progress line, marked to tell it from the output of tools.
pub fn say(line: &str) {
    println!("xtask: {line}");
}

/// Runs `command` with its output on the terminal. `doing` completes "… failed: ".
pub fn run(doing: &str, command: &mut Command) -> Outcome {
    let status = command.status().map_err(|e| not_started(doing, command, &e))?;
    if status.success() { Ok(()) } else { Err(failed(doing, command, status)) }
}

/// Runs `command` silently and returns what it printed on both streams, whether it succeeded or not.
pub fn transcript(doing: &str, command: &mut Command) -> Outcome<String> {
    let output = command.output().map_err(|e| not_started(doing, command, &e))?;
    let text = [output.stdout, output.stderr].concat();
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// Returns what `command` prints, or `None` if it cannot run or fails. Used to find out whether something is installed.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs `command` and shows its output. Returns whether it succeeded, and the output.
pub fn tee(doing: &str, command: &mut Command) -> Outcome<(bool, String)> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|e| not_started(doing, command, &e))?;
    let mut text = String::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line.map_err(|e| format!("{doing} failed: its output cannot be read: {e}"))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    let status = child.wait().map_err(|e| not_started(doing, command, &e))?;
    Ok((status.success(), text))
}

/// Finds the first of `names` that is on PATH.
pub fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|candidate| is_program(candidate))
}

fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

/// Formats a command as it would be typed.
pub fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|part| part.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

fn not_started(doing: &str, command: &Command, error: &std::io::Error) -> String {
    format!("{doing} failed: `{}` did not start: {error}", shown(command))
}

fn failed(doing: &str, command: &Command, status: ExitStatus) -> String {
    format!("{doing} failed: `{}` ended with {status}", shown(command))
}
