//! The shippable files.
use crate::place::Place;
use crate::run::{Outcome, run, say, transcript};
use crate::setup::{self, WASM, WasmTools};

/// The files that dist/ must hold, whatever else it holds.
const SHIPPED: [&str; 5] =
    ["index.html", "trust-checkin.js", "trust-checkin_bg.wasm", "en.json", "helplines.json"];

/// Sets up what is missing and writes dist/.
pub fn dist(place: &Place) -> Outcome {
    let tools = setup::wasm_tools(place)?;
    let _alone = place.lock_checkout()?;
    build(place, &tools)?;
    check_lto(place, &tools)?;
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
    let mut trunk = tools.command(place, "trunk")?;
    run("Building dist/", trunk.args(["build", "--release", "--offline", "--dist", "dist"]))
}

/// Makes sure that the compiler is really asked for fat link-time optimisation: cargo can lose it without a
/// word, and then the wasm grows by a quarter.
fn check_lto(place: &Place, tools: &WasmTools) -> Outcome {
    let mut cargo = tools.command(place, "cargo")?;
    cargo.args(["rustc", "--offline", "--release", "--target", WASM, "--bin", "trust-checkin", "--verbose"]);
    // With --print the compiler compiles nothing; cargo shows the whole call all the same.
    cargo.args(["--", "--print", "crate-name"]).env("CARGO_TERM_COLOR", "never");
    let text = transcript("Asking cargo how it calls the compiler", &mut cargo)?;
    if asks_for_fat_lto(&text) {
        return Ok(());
    }
    Err("The release build is not fully optimised: rustc is not called with `-C lto=fat`. \
         Look at [lib] and [profile.release] in Cargo.toml."
        .to_owned())
}

fn asks_for_fat_lto(text: &str) -> bool {
    let calls = text.lines().filter(|line| line.contains("--crate-name trust_checkin "));
    let binary: Vec<&str> = calls.filter(|line| line.contains("--crate-type bin ")).collect();
    !binary.is_empty() && binary.iter().all(|call| call.contains(" -C lto=fat "))
}

#[cfg(test)]
mod tests {
    use super::asks_for_fat_lto;

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
