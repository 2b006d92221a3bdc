//! Debian packages, for what neither rustup, cargo nor npm can install.
use crate::place::Place;
use crate::run::{Outcome, ask, on_path, run, say, shown};
use std::process::{Command, Stdio};

/// Whether this machine has apt.
pub fn exists() -> bool {
    on_path(&["apt-get"]).is_some()
}

/// Installs or upgrades `packages`. Call it only if something is missing.
pub fn install(place: &Place, what: &str, time: &str, packages: &[&str]) -> Outcome {
    let mut install = as_root("env");
    install.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-qq", "--no-install-recommends"]);
    install.args(["-y", "-o", "Dpkg::Use-Pty=0"]).args(packages);
    if !exists() {
        return Err(format!("{what} is missing, and there is no apt-get here to install it with."));
    }
    require_root(&install)?;
    if !place.apt_is_fresh.get() {
        say("refreshing the list of Debian packages, some seconds");
        run("Refreshing the list of Debian packages", as_root("apt-get").args(["update", "-qq"]))?;
        place.apt_is_fresh.set(true);
    }
    say(&format!("installing {what} with apt-get, {time}"));
    // Standard output lists every unpacked file. Errors go to the other stream.
    run(&format!("Installing {what}"), install.stdout(Stdio::null()))
        .map_err(|error| format!("{error}\n  Repair apt first, for example with `apt-get -f install`."))
}

/// Returns a command that runs as root, through sudo if this user is not root.
pub fn as_root(program: &str) -> Command {
    if is_root() {
        return Command::new(program);
    }
    let mut sudo = Command::new("sudo");
    sudo.arg(program);
    sudo
}

/// Fails with the command to run if this user is not root and there is no sudo.
pub fn require_root(command: &Command) -> Outcome {
    if is_root() || on_path(&["sudo"]).is_some() {
        return Ok(());
    }
    let line = shown(command);
    let line = line.strip_prefix("sudo ").unwrap_or(&line);
    Err(format!(
        "This step needs root, and there is no sudo. Have this run as root, then try again:\n  {line}"
    ))
}

fn is_root() -> bool {
    ask(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}
