//! Who may import whom, read off the `use` lines; and the sizes that keep a file readable.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What a module may name. `crate::…` paths are given as written after `crate::`.
struct Module {
    folder: &'static str,
    modules: &'static [&'static str],
    crates: &'static [&'static str],
}

/// Longest folder first: the first that fits a file is its module.
const MODULES: &[Module] = &[
    Module { folder: "ui/parts/", modules: &["ui/parts"], crates: &["yew", "web_sys"] },
    Module { folder: "ui/", modules: &["ui", "domain", "language", "edition"], crates: &["yew", "web_sys"] },
    Module { folder: "domain/", modules: &["domain", "edition"], crates: &["num_rational"] },
    Module {
        folder: "formats/",
        modules: &["formats", "domain", "language"],
        crates: &["serde", "serde_json"],
    },
    Module { folder: "store.rs", modules: &["formats", "domain"], crates: &["web_sys"] },
    Module { folder: "language/", modules: &["language", "domain"], crates: &[] },
    Module {
        folder: "host/",
        modules: &["host", "ui", "store", "formats", "language", "domain", "edition"],
        crates: &["yew", "gloo", "web_sys", "js_sys", "wasm_bindgen"],
    },
    Module { folder: "edition.rs", modules: &[], crates: &[] },
    Module { folder: "main.rs", modules: &["host"], crates: &["trust_checkin"] },
    Module { folder: "lib.rs", modules: &[], crates: &[] },
];

/// Screens are drawn by `view` and `results/mod.rs`; they never reach into each other.
const SCREENS: &[&str] = &[
    "compare",
    "confirm",
    "cover",
    "feeling",
    "question",
    "results",
    "review",
    "saved",
    "unfinished",
    "welcome",
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// Each source file, by its path below `src`, with its text.
fn rust_files() -> Vec<(String, String)> {
    let mut found = Vec::new();
    files(&source(), &mut found);
    found.sort();
    let name = |path: &Path| path.strip_prefix(source()).unwrap().to_str().unwrap().to_owned();
    found
        .iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|path| (name(path), fs::read_to_string(path).unwrap()))
        .collect()
}

/// Crates that a module must be allowed to name.
const CRATES: &[&str] =
    &["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo", "serde", "serde_json", "num_rational"];

/// The text without its comments.
fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Every path that a file names from outside itself: in `use` lines, each branch of their braces, with
/// `super` resolved against its folder; and `crate::…` or a crate's name anywhere in the code.
fn imports(file: &str, text: &str) -> Vec<String> {
    let code = code(text);
    let mut found: Vec<String> = used(&code).iter().map(|(_, path)| resolved(file, path)).collect();
    let starts = |name: &str| {
        let bare = |at: usize| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
        let named = format!("{name}::");
        let places = code.match_indices(&named).map(|(at, _)| at).filter(|&at| bare(at));
        places.collect::<Vec<_>>()
    };
    found.extend(CRATES.iter().filter(|name| !starts(name).is_empty()).map(ToString::to_string));
    found.extend(starts("crate").into_iter().map(|at| {
        let path: String =
            code[at..].chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':')).collect();
        resolved(file, &path)
    }));
    found
}

/// The paths of all `use` lines, one for each branch of the outermost braces, each with whether it is `pub`.
fn used(code: &str) -> Vec<(bool, String)> {
    let lines = code.lines().map(str::trim_start);
    let starts = lines.filter(|line| {
        line.split("use ")
            .next()
            .is_some_and(|before| line.contains("use ") && (before.is_empty() || before.starts_with("pub")))
    });
    let mut found = Vec::new();
    for start in starts {
        let statement = &code[code.find(start).unwrap()..];
        let statement: String = statement.split(';').next().unwrap_or_default().replace('\n', " ");
        let path = statement.split_once("use ").map(|(_, path)| path.to_owned()).unwrap_or_default();
        // Another name for it leads to the same place.
        let path_of = |branch: &str| branch.split(" as ").next().unwrap_or_default().replace(' ', "");
        let is_pub = statement.starts_with("pub");
        match path.split_once('{') {
            None => found.push((is_pub, path_of(&path))),
            Some((head, branches)) => {
                let branches = branches.split(',').map(|branch| branch.trim_matches(['{', '}']));
                found.extend(branches.map(|branch| (is_pub, path_of(&format!("{head}{branch}")))));
            }
        }
    }
    found
}

/// A path as `crate/…`, or as it stands for another crate.
fn resolved(file: &str, path: &str) -> String {
    let mut folder: Vec<&str> = file.trim_end_matches(".rs").split('/').collect();
    if folder.last() == Some(&"mod") {
        folder.pop();
    }
    let mut parts: Vec<&str> = path.split("::").filter(|part| !part.is_empty()).collect();
    let mut relative = false;
    while matches!(parts.first(), Some(&"super" | &"self")) {
        relative = true;
        if parts.remove(0) == "super" {
            folder.pop();
        }
    }
    match relative {
        true => format!("crate/{}", folder.into_iter().chain(parts).collect::<Vec<_>>().join("/")),
        false => parts.join("/"),
    }
}

/// What a file names that its module does not allow.
fn strangers(file: &str, text: &str) -> Vec<String> {
    let module = MODULES
        .iter()
        .find(|module| file.starts_with(module.folder))
        .unwrap_or_else(|| panic!("no module for {file}"));
    let is_own = |name: &str| {
        text.contains(&format!("mod {name};")) || text.contains(&format!("macro_rules! {name} "))
    };
    let allowed = |import: &String| match import.strip_prefix("crate/") {
        Some(path) => {
            module.modules.iter().any(|module| path == *module || path.starts_with(&format!("{module}/")))
        }
        None => {
            let name = import.split('/').next().unwrap_or_default();
            // A name with a capital is a type of the file itself.
            let own = name.starts_with(char::is_uppercase) || is_own(name);
            name == "std" || own || module.crates.contains(&name)
        }
    };
    let found: BTreeSet<String> = imports(file, text).into_iter().collect();
    found.into_iter().filter(|import| !allowed(import)).collect()
}

#[test]
fn every_file_imports_only_what_its_room_allows() {
    let wrong: Vec<String> = rust_files()
        .iter()
        .flat_map(|(file, text)| {
            strangers(file, text).into_iter().map(move |import| format!("{file}: {import}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_import_rule_can_fail() {
    let check = |file: &str, text: &str, expected: &[&str]| {
        assert_eq!(strangers(file, &format!("//! x\n{text}")), expected, "{file}: {text}");
    };
    check("domain/score.rs", "\nuse serde::Deserialize;", &["serde", "serde/Deserialize"]);
    check("domain/score.rs", "\nuse super::answers::Answers;", &[]);
    check("domain/score.rs", "\nuse crate::language::Text;", &["crate/language/Text"]);
    check("domain/score.rs", "\nuse super::super::ui::App;", &["crate/ui/App"]);
    check("ui/parts/button.rs", "\nuse crate::domain::session::Msg;", &["crate/domain/session/Msg"]);
    check("ui/review.rs", "\nuse crate::formats;", &["crate/formats"]);
    check("language/mod.rs", "\nuse js_sys::Intl;", &["js_sys", "js_sys/Intl"]);
    check("language/mod.rs", "\npub use crate::formats::Unreadable;", &["crate/formats/Unreadable"]);
    check("domain/score.rs", "\nfn f() { web_sys::window(); }", &["web_sys"]);
    check("domain/score.rs", "\nfn f(_: crate::ui::Focus) {}", &["crate/ui/Focus"]);
    check("ui/parts/button.rs", "\nuse super::{super::super::domain::Msg, when};", &["crate/domain/Msg"]);
}

#[test]
fn screens_never_import_each_other() {
    for (file, text) in rust_files() {
        let Some(screen) = SCREENS
            .iter()
            .find(|screen| file == format!("ui/{screen}.rs") || file.starts_with(&format!("ui/{screen}/")))
        else {
            continue;
        };
        for import in imports(&file, &text) {
            let other = SCREENS.iter().find(|other| import.starts_with(&format!("crate/ui/{other}")));
            assert!(other.is_none_or(|other| other == screen), "{file} imports {import}");
        }
    }
}

/// The file that a `crate/…` path leads to, and what is left of the path.
fn file_of<'a>(path: &'a str, files: &BTreeMap<String, String>) -> Option<(String, &'a str)> {
    let path = path.strip_prefix("crate/").unwrap_or(path);
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    ends.collect::<Vec<_>>().into_iter().rev().find_map(|end| {
        let (module, rest) = path.split_at(end);
        let names = [format!("{module}.rs"), format!("{module}/mod.rs")];
        let file = names.into_iter().find(|name| files.contains_key(name))?;
        Some((file, rest.trim_start_matches('/')))
    })
}

/// The file in which a path is defined. A name that a file only exports again is followed to where it comes from.
fn defined_in(path: &str, files: &BTreeMap<String, String>) -> Option<String> {
    let (file, name) = file_of(path, files)?;
    let exported = used(&code(&files[&file])).into_iter().find_map(|(is_pub, path)| {
        let is_it = is_pub && !name.is_empty() && path.rsplit("::").next() == Some(name);
        is_it.then(|| resolved(&file, &path))
    });
    match exported {
        Some(path) => defined_in(&path, files),
        None => Some(file),
    }
}

/// The files that each file needs, exports aside: they need nothing.
fn needs(files: &BTreeMap<String, String>) -> BTreeMap<&str, BTreeSet<String>> {
    let of = |file: &str, text: &str| {
        let code = code(text);
        let own = used(&code).into_iter().filter(|(is_pub, _)| !is_pub);
        let mut needed: BTreeSet<String> =
            own.filter_map(|(_, path)| defined_in(&resolved(file, &path), files)).collect();
        needed.remove(file);
        needed
    };
    files.iter().map(|(file, text)| (file.as_str(), of(file, text))).collect()
}

/// The files that lie on a circle of imports.
fn on_a_circle(files: &BTreeMap<String, String>) -> Vec<String> {
    let needs = needs(files);
    let reaches = |start: &str| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![start]);
        while let Some(file) = next.pop() {
            next.extend(needs[file].iter().map(String::as_str).filter(|needed| seen.insert(*needed)));
        }
        seen.contains(start)
    };
    files.keys().filter(|file| reaches(file)).cloned().collect()
}

#[test]
fn no_file_imports_itself_in_a_circle() {
    let files: BTreeMap<String, String> = rust_files().into_iter().collect();
    let circles = on_a_circle(&files);
    let needs = needs(&files);
    let shown: Vec<String> = circles
        .iter()
        .map(|file| {
            let within: Vec<_> = needs[file.as_str()].iter().filter(|one| circles.contains(one)).collect();
            format!("{file} needs {within:?}")
        })
        .collect();
    assert!(circles.is_empty(), "{shown:#?}");
}

#[test]
fn the_rule_of_circles_can_fail() {
    let check = |texts: &[(&str, &str)], expected: &[&str]| {
        let files = texts.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect();
        assert_eq!(on_a_circle(&files), expected, "{texts:?}");
    };
    let item = ("domain/item.rs", "use super::score::Score;\n");
    let score = ("domain/score.rs", "use super::saved::Record;\n");
    let saved = ("domain/saved.rs", "pub use super::item::Item;\npub struct Record;\n");
    check(&[item, score, saved], &[]);
    check(
        &[item, score, ("domain/saved.rs", "use super::{\n    item::Item,\n};\n")],
        &["domain/item.rs", "domain/saved.rs", "domain/score.rs"],
    );
    // Through a name that another file only exports again.
    let score = ("domain/score.rs", "use super::saved::Item;\n");
    check(&[item, score, saved], &["domain/item.rs", "domain/score.rs"]);
    let screen = ("ui/results/mod.rs", "mod begin;\nuse self::begin::begin;\npub struct Props;\n");
    check(
        &[screen, ("ui/results/begin.rs", "use super::Props;\n")],
        &["ui/results/begin.rs", "ui/results/mod.rs"],
    );
    check(
        &[screen, ("ui/results/begin.rs", "use crate::ui::results::Props as P;\n")],
        &["ui/results/begin.rs", "ui/results/mod.rs"],
    );
}

/// Types that a file offers to others, by name. `Props` and the like of a component carry its name.
fn public_types(text: &str) -> Vec<String> {
    let is_public = |line: &&str| line.starts_with("pub");
    let names = code(text);
    let lines = names.lines().filter(is_public).filter_map(|line| {
        let mut words = line
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .skip_while(|word| !matches!(*word, "struct" | "enum" | "type" | "trait" | "union"));
        words.next().and_then(|_| words.next()).map(str::to_owned)
    });
    lines.collect()
}

/// Names that more than one file gives to a public type.
fn shared_names(files: &[(String, String)]) -> Vec<String> {
    let mut places: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (file, text) in files {
        for name in public_types(text) {
            places.entry(name).or_default().insert(file);
        }
    }
    places.retain(|_, files| files.len() > 1);
    places.iter().map(|(name, files)| format!("{name} in {files:?}")).collect()
}

#[test]
fn no_two_public_types_share_a_name() {
    let shared = shared_names(&rust_files());
    assert!(shared.is_empty(), "{shared:#?}");
}

#[test]
fn the_rule_of_names_can_fail() {
    let of = |one: &str, other: &str| {
        shared_names(&[("a.rs".to_owned(), one.to_owned()), ("b.rs".to_owned(), other.to_owned())])
    };
    assert_eq!(of("pub struct Gap;", "pub(super) enum Gap {\n}"), ["Gap in {\"a.rs\", \"b.rs\"}"]);
    assert_eq!(of("pub type Row = [u8; 2];", "pub struct Row<T>(T);"), ["Row in {\"a.rs\", \"b.rs\"}"]);
    assert!(
        of("pub struct Gap;", "struct Gap;\n// pub struct Gap;\npub fn struct_of(gap: Gap) {}").is_empty()
    );
}

#[test]
fn no_room_reaches_for_the_network_or_for_markup_from_text() {
    const BANNED: &[&str] = &[
        "inner_html",
        "from_html_unchecked",
        "new_no_args",
        "eval(",
        "fetch(",
        "WebSocket",
        "XmlHttp",
        "Beacon",
    ];
    for (file, text) in rust_files() {
        for banned in BANNED {
            assert!(!text.contains(banned), "{file} names {banned}");
        }
    }
}

#[test]
fn files_stay_short_enough_to_read() {
    // The rules of what a definition may be, and the names of all messages: each is one list.
    const LONGER: &[&str] = &["domain/definition.rs", "language/messages.rs"];
    for (file, text) in rust_files() {
        let lines = text.lines().count();
        assert!(lines <= 300 || LONGER.contains(&file.as_str()), "{file} has {lines} lines; split it");
    }
}

#[test]
fn every_message_is_said_somewhere() {
    use trust_checkin::language::Message;
    let screens: String =
        rust_files().into_iter().filter(|(file, _)| file.starts_with("ui/")).map(|(_, text)| text).collect();
    let said = |message: &Message| {
        let name = format!("Message::{message:?}");
        screens
            .match_indices(&name)
            .any(|(at, _)| !screens[at + name.len()..].starts_with(|next: char| next.is_alphanumeric()))
    };
    // A few are said by the script, before there is a screen.
    let script = include_str!("../../build/content.mjs");
    let said = |message: &&Message| said(message) || script.contains(&format!("'{}'", message.key()));
    let unsaid: Vec<&Message> = Message::ALL.iter().filter(|message| !said(message)).collect();
    assert!(unsaid.is_empty(), "no screen says {unsaid:?}");
}
