//! `cargo xtask dist`: builds what ships and checks its size.
use crate::place::Place;
use crate::run::{Outcome, run, say, transcript};
use crate::setup::{self, WASM, WasmTools};

/// Files that dist/ must contain, among others.
const SHIPPED: [&str; 5] =
    ["index.html", "trust-checkin.js", "trust-checkin.standalone.js", "frame.html", "SHA384SUMS"];

/// The most that a page may move, compressed, by the form's name in dist/manifest.json; in KB of 1024 bytes. What is wanted
/// is 12 and 120. Five languages and what readers take along are above that: docs/evidence/size.md says by how much, and
/// what would bring it back. Until then nothing may grow.
const BUDGETS: [(&str, f64); 6] = [
    ("before the reader comes near", 12.0),
    ("the same with every language", 16.5),
    ("tag, div, npm: a whole check-in", 120.0),
    ("the same with saving or comparing", 164.0),
    ("standalone: a whole check-in", 142.0),
    ("frame: a whole check-in", 146.0),
];

/// Sets up tools and writes dist/.
pub fn dist(place: &Place) -> Outcome {
    let tools = setup::wasm_tools(place)?;
    let _alone = place.lock_checkout()?;
    build(place, &tools)?;
    check_lto(place, &tools)?;
    check_budgets(&place.read("dist/manifest.json")?)?;
    place.dist_is_fresh.set(true);
    for name in SHIPPED {
        let size = std::fs::metadata(place.at("dist").join(name)).map(|meta| meta.len()).unwrap_or_default();
        if size == 0 {
            return Err(format!("dist/{name} is missing or empty."));
        }
        say(&format!("dist/{name}  {size} bytes"));
    }
    Ok(())
}

fn build(place: &Place, tools: &WasmTools) -> Outcome {
    say("building dist/, about 1 minute when much has changed");
    run("Building dist/", tools.release_command(place, "node")?.arg("build/dist.mjs"))
}

/// Makes sure that the compiler is really asked for fat link-time optimisation: cargo can lose it without a
/// word, and then the wasm grows by a quarter.
fn check_lto(place: &Place, tools: &WasmTools) -> Outcome {
    let mut cargo = tools.release_command(place, "cargo")?;
    cargo.args([
        "rustc",
        "--locked",
        "--offline",
        "--release",
        "--target",
        WASM,
        "--bin",
        "trust-checkin",
        "--verbose",
    ]);
    // With --print the compiler compiles nothing, but cargo still shows the whole call.
    cargo.args(["--", "--print", "crate-name"]).env("CARGO_TERM_COLOR", "never");
    let text = transcript("Asking cargo how it calls the compiler", &mut cargo)?;
    if asks_for_fat_lto(&text) {
        return Ok(());
    }
    Err(format!(
        "The release build is not fully optimised: rustc is not called with `-C lto=fat`. \
         Look at [lib] and [profile.release] in Cargo.toml. Cargo said:\n{text}"
    ))
}

fn asks_for_fat_lto(text: &str) -> bool {
    let calls = text.lines().filter(|line| line.contains("--crate-name trust_checkin "));
    let binary: Vec<&str> = calls.filter(|line| line.contains("--crate-type bin ")).collect();
    !binary.is_empty() && binary.iter().all(|call| call.contains(" -C lto=fat "))
}

/// Compares download sizes with their budgets. `manifest` is the text of dist/manifest.json.
fn check_budgets(manifest: &str) -> Outcome {
    let manifest: serde_json::Value =
        serde_json::from_str(manifest).map_err(|e| format!("dist/manifest.json is not JSON: {e}"))?;
    let forms = manifest["forms"].as_array().map(Vec::as_slice).unwrap_or_default();
    for (name, most) in BUDGETS {
        let form = forms.iter().find(|form| form["form"] == name);
        let size = form.and_then(|form| form["brotli"].as_u64());
        let size = size.ok_or_else(|| format!("dist/manifest.json has no size for \"{name}\"."))?;
        let kb = size as f64 / 1024.0;
        say(&format!("{name}: {kb:.1} KB of {most}"));
        if kb > most {
            return Err(format!(
                "dist/ is too large: \"{name}\" moves {kb:.1} KB, at most {most} are accepted. \
                 docs/evidence/size.md says what weighs how much."
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{asks_for_fat_lto, check_budgets};

    fn manifest(near: u64, whole: u64) -> String {
        let form = |name: &str, size: u64| serde_json::json!({ "form": name, "brotli": size });
        let forms: Vec<_> = super::BUDGETS
            .iter()
            .map(|(name, most)| form(name, if *most < 100.0 { near } else { whole }))
            .collect();
        serde_json::json!({ "forms": forms }).to_string()
    }

    #[test]
    fn more_than_a_budget_is_refused() {
        let [near, whole] = [0, 2].map(|at: usize| super::BUDGETS[at].1 as u64 * 1024);
        assert_eq!(check_budgets(&manifest(near, whole)), Ok(()));
        let refused = check_budgets(&manifest(near, whole + 1)).err().unwrap_or_default();
        assert!(refused.contains("a whole check-in\" moves 120.0 KB, at most 120"), "{refused}");
        assert!(check_budgets(&manifest(near + 1, whole)).is_err());
        assert!(check_budgets("{}").is_err());
    }

    #[test]
    fn fat_lto_is_seen_in_the_call_of_the_binary_only() {
        let library =
            "Running `rustc --crate-name trust_checkin src/lib.rs --crate-type lib -C lto=fat -C x`\n";
        let binary =
            "Running `rustc --crate-name trust_checkin src/main.rs --crate-type bin -C lto=fat -C x`\n";
        assert!(asks_for_fat_lto(&format!("{library}{binary}")));
        assert!(!asks_for_fat_lto(library));
        assert!(!asks_for_fat_lto(&binary.replace("lto=fat", "lto=thin")));
        assert!(!asks_for_fat_lto(&binary.replace("-C lto=fat ", "")));
        assert!(!asks_for_fat_lto(""));
    }
}
