"""Gate over all texts for readers: content/en.json, content/helplines.json and, in languages.py, all other languages.

    python tests/content/gate.py [--list-short] [--today YYYY-MM-DD]

Run it from the root of the repository, with requirements.txt installed. Its own
tests run first. It prints each failure on one line with its place, then a count.
It opens no connections, and reads the clock only to check the age of the help lines.
"""

import argparse
import datetime
import json
import re
import sys
import unicodedata
import unittest
import warnings
from pathlib import Path
from urllib.parse import urlsplit

sys.dont_write_bytecode = True

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # textstat 0.7.3 imports pkg_resources, which warns
    try:
        from textstat import textstat
    except ImportError as missing:
        sys.exit(f"{missing}. Install tests/content/requirements.txt first.")

sys.path.insert(0, str(Path(__file__).resolve().parent))

import languages  # noqa: E402

EN = "content/en.json"
HELPLINES = "content/helplines.json"

ITEM_IDS = [f"{area}{n}" for area in "AHS" for n in range(1, 7)]
PERSPECTIVES = ["recovery", "loved"]
ITEM_REQUIRED = {"text", "often", "sometimes"}
ITEM_OPTIONAL = {"help"}

ITEM_GRADE = 6
MESSAGE_GRADE = 8
MESSAGE_WORDS = 8  # the formula means nothing for shorter texts: a person reads those

GROUPS = ["crisis", "emergency", "abuse", "substances", "families"]
REGIONS = ["US", "GB", "IE", "CA", "AU", "ES", "FR", "PT", "BR", "001"]
ELSEWHERE = "001"
# Help lines without a name of their own: each language translates these.
GENERIC = ["Emergency services", "Emergency number on most mobile phones"]
DIRECTORY = "findahelpline.com"
DIRECTORY_MAY_FILL = ["substances", "families"]
KINDS = {  # kind: keys it may have besides kind, to and languages
    "call": {"press"},
    "tty": set(),
    "text": {"word"},
    "text_zip": set(),
    "link": set(),
}

NUMBER = re.compile(r"\+?[0-9](?:[0-9 -]*[0-9])?")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")
REGION = re.compile(r"[A-Z]{2}|001")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
PLACEHOLDER = re.compile(r"\{[^{}]*\}")

# Refused words, matched as whole words with their inflections. "addiction" and
# "addictive" are allowed: they name the illness or the substance, never the person.
# "abuse" is allowed: help lines have it in their names.
REFUSED = {
    "addict": r"addict(?:s|ed|ing)?",
    "alcoholic": r"alcoholic(?:s|ally)?",
    "clean": r"clean(?:s|ed|er|ers|est|ing|ly|ness)?",
    "dirty": r"dirt(?:y|ier|iest|ily|iness)",
    "abuser": r"abusers?",
    "habit": r"habit(?:s|ual|ually)?",
    "enabler": r"enabl(?:er|ers|ing)",  # settings need "enable" itself
    "codependent": r"co-?dependen(?:t|ts|tly|ce|cy|cies)",
    "relapse": r"relaps(?:e|es|ed|er|ers|ing)",
    "failure": r"fail(?:s|ed|ing|ings|ure|ures)?",
    "weak": r"weak(?:er|est|ly|ness|nesses|en|ens|ened|ening|ling|lings)?",
    "toxic": r"toxic(?:s|ity|ally)?",
    "denial": r"denials?",
    "manipulate": r"manipulat(?:e|es|ed|ing|ion|ions|ive|ively|or|ors)",
    "should have": r"should(?:n't)?(?:'ve| (?:(?:not|never|always|just|also) )?have)|shoulda",
    "trustworthy": r"(?:un)?trustworth(?:y|ier|iest|ily|iness)",
    "percentile": r"percentiles?",
    "percent": r"per ?cent(?:s|age|ages)?",
    "pass/fail": r"pass(?:ed|es|ing)? ?(?:/|or|and|-) ?fail(?:s|ed|ing)?",
    "risk of relapse": r"risks? of relaps(?:e|es|ing)",
    "HIPAA": r"hipaa",
    "anonymous": r"anonym(?:ous|ously|ity|[iy][sz]ed?|[iy][sz]ing)",
}
REFUSED = {
    word: re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])", re.IGNORECASE)
    for word, pattern in REFUSED.items()
}
REFUSED["%"] = re.compile("[%‰٪]")
REFUSED["100%"] = re.compile(r"(?<![0-9])100 ?(?:%|per ?cent)", re.IGNORECASE)


class Report:
    """Counts checks and collects failures with their places."""

    def __init__(self):
        self.passed = 0
        self.failures = []
        self.short = []

    def check(self, good, place, problem):
        if good:
            self.passed += 1
        else:
            self.failures.append(f"{place}: {problem}")
        return bool(good)

    def keys(self, node, place, required, optional=()):
        """Checks that a node is an object with exactly these keys. False if it is no object."""
        if not self.check(isinstance(node, dict), place, "an object is needed here"):
            return False
        for key in sorted(set(required) - set(node)):
            self.check(False, place, f'"{key}" is missing')
        for key in sorted(set(node) - set(required) - set(optional)):
            self.check(False, place, f'unknown key "{key}"')
        return True


# ---------------------------------------------------------------- reading


class DuplicateKey(ValueError):
    pass


def _no_duplicates(pairs):
    seen = {}
    for key, value in pairs:
        if key in seen:
            raise DuplicateKey(f'the key "{key}" stands twice in one object')
        seen[key] = value
    return seen


def parse(source):
    return json.loads(source, object_pairs_hook=_no_duplicates)


def real_date(value):
    """The date in a string such as 2026-11-23, or None."""
    if not isinstance(value, str) or not DATE.fullmatch(value):
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        return None


def a_year_after(date):
    try:
        return date.replace(year=date.year + 1)
    except ValueError:  # 29 February
        return datetime.date(date.year + 1, 3, 1)


# ------------------------------------------------------------------ texts


def spoken(text):
    """A text as a reader hears it: without placeholders, on one line."""
    return " ".join(PLACEHOLDER.sub(" ", text).split())


def plain(text):
    """Normalises characters, so that look-alikes do not evade the checks."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = re.sub("[‘’ʼ`´]", "'", text)
    return re.sub("[‐‑‒–—]", "-", text)


def grade(text):
    # A line break ends a sentence even without a full stop.
    lines = [" ".join(line.split()) for line in PLACEHOLDER.sub(" ", text).splitlines()]
    lines = [line if line[-1] in ".!?" else line + "." for line in lines if line]
    return textstat.flesch_kincaid_grade(" ".join(lines))


def words(text):
    return textstat.lexicon_count(spoken(text))


def refused_words(text):
    text = plain(spoken(text))
    return [word for word, pattern in REFUSED.items() if pattern.search(text)]


def check_words(report, place, text):
    found = refused_words(text)
    named = " and ".join(f'"{word}"' for word in found)
    report.check(not found, place, f'not used here: {named}: "{text}"')


def check_grade(report, place, text, at_most):
    found = grade(text)
    report.check(found <= at_most, place, f'grade {found:.1f}, at most {at_most}: "{text}"')


def check_text(report, place, text):
    """Checks for a non-blank string. False if it is none."""
    good = isinstance(text, str) and bool(text.strip())
    return report.check(good, place, "a text is needed here")


def check_messages(report, place, node):
    if isinstance(node, dict):
        for key, value in node.items():
            check_messages(report, f"{place}.{key}", value)
    elif isinstance(node, list):
        for n, value in enumerate(node):
            check_messages(report, f"{place}[{n}]", value)
    elif check_text(report, place, node):
        check_words(report, place, node)
        if words(node) >= MESSAGE_WORDS:
            check_grade(report, place, node, MESSAGE_GRADE)
        else:
            report.short.append(f'{place}: "{node}"')


def check_items(report, place, items):
    if not report.keys(items, place, ITEM_IDS):
        return
    in_order = [key for key in items if key in ITEM_IDS]
    expected = [key for key in ITEM_IDS if key in items]
    report.check(in_order == expected, place, "the items are not in the order A1 to S6")
    for item in expected:
        if not report.keys(items[item], f"{place}.{item}", PERSPECTIVES):
            continue
        for side in PERSPECTIVES:
            if side not in items[item]:
                continue
            here = f"{place}.{item}.{side}"
            if not report.keys(items[item][side], here, ITEM_REQUIRED, ITEM_OPTIONAL):
                continue
            for key, text in items[item][side].items():
                if key not in ITEM_REQUIRED | ITEM_OPTIONAL:
                    continue
                if check_text(report, f"{here}.{key}", text):
                    check_words(report, f"{here}.{key}", text)
                    check_grade(report, f"{here}.{key}", text, ITEM_GRADE)


def check_en(report, doc):
    if not report.keys(doc, f"{EN}: top", ["language", "messages", "items", "paper"]):
        return
    report.check(doc.get("language") == "en", f"{EN}: language", '"en" is needed here')
    messages = doc.get("messages")
    if report.check(isinstance(messages, dict), f"{EN}: messages", "an object is needed here"):
        check_messages(report, f"{EN}: messages", messages)
    check_messages(report, f"{EN}: paper", doc.get("paper"))
    check_items(report, f"{EN}: items", doc.get("items"))


# ------------------------------------------------------------- help lines


def secure_link(value):
    if not isinstance(value, str) or re.search(r"\s", value):
        return False
    try:
        parts = urlsplit(value)
        parts.port  # raises if it is not a number
    except ValueError:
        return False
    host = parts.hostname or ""
    return parts.scheme == "https" and "." in host.strip(".") and "@" not in parts.netloc


def to_directory(line):
    """Whether all contacts of a help line link to the directory."""
    hosts = [
        urlsplit(contact["to"]).hostname if contact.get("kind") == "link" else None
        for contact in line["contacts"]
    ]
    return all(host and (host == DIRECTORY or host.endswith("." + DIRECTORY)) for host in hosts)


def check_languages(report, place, value, among=None):
    good = (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(tag, str) and LANGUAGE.fullmatch(tag) for tag in value)
        and len(set(value)) == len(value)
    )
    report.check(good, place, 'a list of languages such as ["en"] is needed here')
    if good and among is not None:
        report.check(set(value) <= set(among), place, "a language that its help line does not have")
    return good


def check_contact(report, place, contact, line_languages):
    """Checks a contact. True if later checks can use it."""
    if not isinstance(contact, dict) or contact.get("kind") not in KINDS:
        return report.check(False, place, f"kind is one of {', '.join(KINDS)}")
    kind = contact["kind"]
    report.keys(contact, place, ["kind", "to"], KINDS[kind] | {"languages"})
    to = contact.get("to")
    if kind == "link":
        good = report.check(secure_link(to), f"{place}.to", f"an https link is needed here: {to!r}")
    else:
        digits = isinstance(to, str) and NUMBER.fullmatch(to) and len(re.sub("[^0-9]", "", to))
        good = report.check(
            digits and 2 <= digits <= 15, f"{place}.to", f"a telephone number is needed here: {to!r}"
        )
    if "press" in contact:
        press = contact["press"]
        report.check(
            isinstance(press, str) and re.fullmatch("[0-9*#]", press),
            f"{place}.press",
            "one key of a telephone is needed here",
        )
    if "word" in contact:
        word = contact["word"]
        report.check(
            isinstance(word, str) and word.isalpha() and word.isupper(),
            f"{place}.word",
            "one word in capitals is needed here",
        )
    if "languages" in contact:
        check_languages(report, f"{place}.languages", contact["languages"], line_languages)
    return good


def check_line(report, place, line, today):
    """Checks a help line. Returns it if the checks of its region can use it, else None."""
    if not report.keys(line, place, ["group", "name", "languages", "contacts", "verified"]):
        return None
    good = report.check(
        line.get("group") in GROUPS, f"{place}.group", f"one of {', '.join(GROUPS)} is needed here"
    )
    name = line.get("name")
    report.check(isinstance(name, str) and name.strip() == name != "", f"{place}.name", "a name is needed here")
    spoken_here = line.get("languages")
    if not check_languages(report, f"{place}.languages", spoken_here):
        spoken_here = None
    verified = line.get("verified")
    if verified is not None:
        date = real_date(verified)
        report.check(
            date is not None and date <= today,
            f"{place}.verified",
            f"null or a day that has been is needed here: {verified!r}",
        )
    contacts = line.get("contacts")
    if not report.check(isinstance(contacts, list) and contacts, f"{place}.contacts", "a line needs a contact"):
        return None
    for n, contact in enumerate(contacts):
        good &= check_contact(report, f"{place}.contacts[{n}]", contact, spoken_here)
    return line if good else None


def check_region(report, place, region, today):
    report.keys(region, place, ["id", "lines"], ["facts"])
    if "facts" in region:
        report.check(secure_link(region["facts"]), f"{place}.facts", "an https link is needed here")
    lines = region.get("lines")
    if not report.check(isinstance(lines, list), f"{place}.lines", "a list is needed here"):
        return
    usable = [check_line(report, f"{place}.lines[{n}]", line, today) for n, line in enumerate(lines)]
    usable = [line for line in usable if line]
    for group in GROUPS:
        here = [line for line in usable if line["group"] == group]
        if not report.check(here, place, f'no line in the group "{group}"'):
            continue
        report.check(
            region["id"] == ELSEWHERE
            or group in DIRECTORY_MAY_FILL
            or not all(to_directory(line) for line in here),
            place,
            f'{DIRECTORY} alone does not fill the group "{group}"',
        )


def check_helplines(report, doc, today):
    if not report.keys(doc, f"{HELPLINES}: top", ["compiled", "regions"]):
        return
    compiled = real_date(doc.get("compiled"))
    place = f"{HELPLINES}: compiled"
    if report.check(compiled, place, f"a real date is needed here: {doc.get('compiled')!r}"):
        report.check(today <= a_year_after(compiled), place, f"{compiled} is more than 12 months ago: check every line")
        # One day of grace: the author's time zone may be ahead of this clock.
        report.check(compiled <= today + datetime.timedelta(days=1), place, f"{compiled} has not come yet")
    regions = doc.get("regions")
    if not report.check(isinstance(regions, list), f"{HELPLINES}: regions", "a list is needed here"):
        return
    seen = []
    for n, region in enumerate(regions):
        place = f"{HELPLINES}: regions[{n}]"
        name = region.get("id") if isinstance(region, dict) else None
        if not report.check(
            isinstance(name, str) and REGION.fullmatch(name), place, f'an id such as "US" or "{ELSEWHERE}" is needed here'
        ):
            continue
        report.check(name not in seen, place, f'"{name}" stands twice')
        seen.append(name)
        check_region(report, f"{HELPLINES}: regions.{name}", region, today)
    for name in REGIONS:
        report.check(name in seen, f"{HELPLINES}: regions", f'"{name}" is missing')


# ---------------------------------------------------------------- running


def check_file(report, path, check):
    try:
        doc = parse(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        report.check(False, path, f"cannot be read: {problem}")
        return
    check(report, doc)


def own_tests():
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    import test_gate
    import test_languages

    load = unittest.defaultTestLoader.loadTestsFromModule
    return unittest.TestSuite([load(test_gate), load(test_languages)])


def self_test(report, suite):
    result = unittest.TestResult()
    suite.run(result)
    report.check(result.testsRun, "tests/content/test_gate.py", "no test was found")
    bad = result.failures + result.errors
    report.passed += result.testsRun - len(bad)
    for test, trace in bad:
        report.check(False, f"tests/content/test_gate.py: {test}", trace.strip().splitlines()[-1])


def main(arguments=None):
    options = argparse.ArgumentParser(description="The gate over the texts and the help lines.")
    options.add_argument("--list-short", action="store_true", help="print the texts that only a person can judge")
    options.add_argument("--today", help="the day to count from, as YYYY-MM-DD")
    options = options.parse_args(arguments)
    today = real_date(options.today) if options.today else datetime.date.today()
    if today is None:
        sys.exit("--today needs a real date such as 2026-11-23")

    report = Report()
    self_test(report, own_tests())
    check_file(report, EN, check_en)
    check_file(report, HELPLINES, lambda report, doc: check_helplines(report, doc, today))
    languages.check(report, "content", GENERIC)
    for failure in report.failures:
        print(failure)
    if options.list_short:
        print(f"Fewer than {MESSAGE_WORDS} words, for a person to read:")
        for line in report.short:
            print(f"  {line}")
    print(f"{report.passed} passed, {len(report.failures)} failed")
    return 1 if report.failures else 0


if __name__ == "__main__":
    sys.exit(main())
