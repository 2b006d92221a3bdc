//! Parses versions in lock files and in the output of programs.

/// Returns the version of `package` in the text of a Cargo.lock.
pub fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

/// Finds the first word in `text` that is a version: `wasm-bindgen 0.2.130` or `v20.20.2`.
pub fn version_in(text: &str) -> Option<&str> {
    text.split_whitespace()
        .map(|word| word.trim_start_matches('v').trim_end_matches(','))
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('.'))
}

/// Whether `version` is `wanted` or newer. Compares numbers, not text.
pub fn at_least(version: &str, wanted: &str) -> bool {
    let numbers = |text: &str| -> Vec<u64> {
        text.split(['.', '-', '+']).map_while(|part| part.parse().ok()).collect()
    };
    numbers(version) >= numbers(wanted)
}

#[cfg(test)]
mod tests {
    use super::{at_least, locked_version, version_in};

    const LOCK: &str = r#"
[[package]]
name = "wasm-bindgen-futures"
version = "0.4.80"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry"
"#;

    #[test]
    fn the_locked_version_is_that_of_the_whole_name() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm-bindgen-futures").as_deref(), Some("0.4.80"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
    }

    #[test]
    fn a_version_is_found_in_what_a_program_prints() {
        assert_eq!(version_in("wasm-bindgen 0.2.130\n"), Some("0.2.130"));
        assert_eq!(version_in("v20.20.2"), Some("20.20.2"));
        assert_eq!(version_in("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(version_in("Chromium 156.0.8078.73 built on Debian"), Some("156.0.8078.73"));
        assert_eq!(version_in("no version 132 here"), None);
    }

    #[test]
    fn versions_compare_as_numbers_and_not_as_text() {
        assert!(at_least("18.9.0", "18.9.0"));
        assert!(at_least("20.20.2", "18.9"));
        assert!(at_least("0.10.0", "0.9.9"));
        assert!(!at_least("0.9.9", "0.10.0"));
        assert!(!at_least("17", "18.0"));
    }
}
