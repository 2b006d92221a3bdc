//! Snapshots of markup that store each part once. An element of four lines or more goes into the file of its name, and
//! the element around it refers to it by a line `@name state`. A change to one part is then one small difference.

use std::collections::BTreeMap;

/// The most bytes of an element that is written as one line.
const WIDTH: usize = 160;
/// The fewest lines of a part. A shorter element is written inside the part around it.
const LINES_OF_A_PART: usize = 4;
/// Elements that are parts even without a class, named after their tag.
const NAMED_BY_TAG: [&str; 6] = ["details", "dl", "ol", "table", "thead", "ul"];
/// The void elements (those without an end tag) that the check-in uses.
const VOID: [&str; 2] = ["br", "input"];

/// Snapshots of all states added so far.
#[derive(Default)]
pub(crate) struct Snapshots {
    states: String,
    /// The variants of each part by its name: label and markup, in order of first use.
    parts: BTreeMap<String, Vec<(String, String)>>,
}

impl Snapshots {
    /// Adds a state by its name. Parts that an earlier state has too are stored only once.
    pub(crate) fn add(&mut self, state: &str, markup: &str) {
        let mut rest = markup;
        let card = self.node(state, &mut rest, true).join("\n");
        assert_eq!(rest, "", "{state}: one element, and nothing after it");
        self.states.push_str(&section(state, &card));
    }

    /// The text of each snapshot file by its file name.
    pub(crate) fn files(&self) -> BTreeMap<String, String> {
        let text = |variants: &[(String, String)]| {
            variants.iter().map(|(label, part)| section(label, part)).collect::<String>()
        };
        let parts = self.parts.iter().map(|(name, variants)| (format!("{name}.html"), text(variants)));
        parts.chain([("states.html".to_owned(), self.states.clone())]).collect()
    }

    /// Parses the element or text at the start of `rest` and returns its lines.
    fn node(&mut self, state: &str, rest: &mut &str, outermost: bool) -> Vec<String> {
        let Some(tag) = rest.strip_prefix('<').map(|_| take(rest, end_of_tag(rest))) else {
            return vec![take(rest, rest.find('<').unwrap_or(rest.len())).to_owned()];
        };
        let name = tag[1..].split([' ', '>']).next().unwrap_or_default();
        if VOID.contains(&name) {
            return vec![tag.to_owned()];
        }
        let (end, mut children) = (format!("</{name}>"), Vec::new());
        while !rest.starts_with(&end) {
            assert!(!rest.starts_with("</") && !rest.is_empty(), "{state}: {tag} is not closed");
            children.push(self.node(state, rest, false));
        }
        take(rest, end.len());
        let flat = children.concat().concat();
        let holds_a_part = children.iter().flatten().any(|line| line.starts_with('@'));
        let whole = format!("{tag}{flat}{end}");
        if whole.len() <= WIDTH && !holds_a_part && children.iter().all(|lines| lines.len() == 1) {
            return vec![whole];
        }
        let inner = children.iter().flatten().map(|line| format!("  {line}"));
        let lines: Vec<String> = [tag.to_owned()].into_iter().chain(inner).chain([end]).collect();
        match part_name(tag, name) {
            Some(part) if lines.len() >= LINES_OF_A_PART && !outermost => {
                vec![format!("@{part} {}", self.label(part, state, lines.join("\n")))]
            }
            _ => lines,
        }
    }

    /// The label of a variant: the first state that uses it, numbered from 2 where that state uses several.
    fn label(&mut self, part: &str, state: &str, markup: String) -> String {
        let variants = self.parts.entry(part.to_owned()).or_default();
        if let Some((label, _)) = variants.iter().find(|(_, known)| *known == markup) {
            return label.clone();
        }
        let of_state = variants.iter().filter(|(label, _)| label.split(' ').next() == Some(state)).count();
        let label = if of_state == 0 { state.to_owned() } else { format!("{state} {}", of_state + 1) };
        variants.push((label.clone(), markup));
        label
    }
}

fn section(label: &str, markup: &str) -> String {
    format!("<!-- {label} -->\n{markup}\n\n")
}

/// The name of a part: its first class that is not shared by many parts, or its tag.
fn part_name<'a>(tag: &'a str, name: &'a str) -> Option<&'a str> {
    let Some((_, rest)) = tag.split_once(" class=\"") else {
        return NAMED_BY_TAG.contains(&name).then_some(name);
    };
    let classes = rest.split('"').next().unwrap_or_default();
    let own = classes.split(' ').find(|class| !["part", "screen"].contains(class));
    own.or(classes.split(' ').next())
}

/// The length of the tag at the start of a text. Quoted attribute values may contain `>`.
fn end_of_tag(text: &str) -> usize {
    let mut quoted = false;
    let end = text.find(|letter| {
        quoted ^= letter == '"';
        letter == '>' && !quoted
    });
    end.map_or(text.len(), |end| end + 1)
}

fn take<'a>(rest: &mut &'a str, length: usize) -> &'a str {
    let (taken, left) = rest.split_at(length);
    *rest = left;
    taken
}
