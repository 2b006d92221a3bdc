//! Folders: the checkout, and the cache that all clones of a user share.
use crate::run::{Outcome, say};
use std::cell::Cell;
use std::fs::File;
use std::path::{Path, PathBuf};

/// The folders, and the steps that this run has already done.
pub struct Place {
    /// The repository's root folder.
    pub root: PathBuf,
    /// Cache with one folder per tool and version, shared by clones.
    pub cache: PathBuf,
    /// Whether `apt-get update` has run.
    pub apt_is_fresh: Cell<bool>,
    /// Whether `dist/` has been written.
    pub dist_is_fresh: Cell<bool>,
}

impl Place {
    /// Finds the checkout from the source folder of xtask.
    pub fn find() -> Outcome<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .filter(|root| root.join("Cargo.lock").is_file())
            .ok_or("Cargo.lock was not found beside xtask/: run `cargo xtask` inside the checkout.")?
            .to_path_buf();
        let cache = cache_home(std::env::var_os("XDG_CACHE_HOME"), std::env::var_os("HOME"))
            .ok_or("Neither XDG_CACHE_HOME nor HOME is set, so there is no folder for tools: set one.")?;
        Ok(Self { root, cache, apt_is_fresh: Cell::new(false), dist_is_fresh: Cell::new(false) })
    }

    /// Path inside the checkout.
    pub fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// Locks node_modules/ and dist/ against other xtasks until the result is dropped.
    pub fn lock_checkout(&self) -> Outcome<File> {
        lock(&self.at("target"))
    }

    /// Locks the cache against xtasks of all clones until the result is dropped.
    pub fn lock_cache(&self) -> Outcome<File> {
        lock(&self.cache)
    }

    /// Text of a file in the checkout.
    pub fn read(&self, path: &str) -> Outcome<String> {
        std::fs::read_to_string(self.at(path)).map_err(|e| format!("{path} cannot be read: {e}"))
    }
}

fn lock(folder: &Path) -> Outcome<File> {
    let path = folder.join("xtask.lock");
    let cannot = |e: std::io::Error| format!("{} cannot be locked: {e}", path.display());
    std::fs::create_dir_all(folder).map_err(cannot)?;
    let file = File::create(&path).map_err(cannot)?;
    if file.try_lock().is_err() {
        say("waiting for another xtask to finish this step");
        file.lock().map_err(cannot)?;
    }
    Ok(file)
}

type Var = Option<std::ffi::OsString>;

/// Treats an empty or relative XDG_CACHE_HOME as unset, as the XDG specification requires.
fn cache_home(xdg: Var, home: Var) -> Option<PathBuf> {
    let xdg = xdg.map(PathBuf::from).filter(|path| path.is_absolute());
    let base = xdg.or_else(|| home.map(|home| PathBuf::from(home).join(".cache")))?;
    Some(base.join("trust-checkin"))
}

#[cfg(test)]
mod tests {
    use super::cache_home;
    use std::path::PathBuf;

    fn cache(xdg: Option<&str>, home: Option<&str>) -> Option<PathBuf> {
        cache_home(xdg.map(Into::into), home.map(Into::into))
    }

    #[test]
    fn the_cache_follows_xdg_and_ignores_a_relative_one() {
        let at = |path: &str| Some(PathBuf::from(path));
        assert_eq!(cache(Some("/c"), Some("/h")), at("/c/trust-checkin"));
        assert_eq!(cache(None, Some("/h")), at("/h/.cache/trust-checkin"));
        assert_eq!(cache(Some(""), Some("/h")), at("/h/.cache/trust-checkin"));
        assert_eq!(cache(Some("c"), Some("/h")), at("/h/.cache/trust-checkin"));
        assert_eq!(cache(None, None), None);
    }
}
