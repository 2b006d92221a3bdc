"""Gate over every language except English: keys, style, and the keying of each item.

gate.py calls `check(report, folder, generic)`. Reading ease uses the formulas of textstat; it has none for Portuguese
and Arabic, so nothing is measured there.
"""

import json
import re
import unicodedata
from pathlib import Path

from textstat import textstat

REVERSE = ["A2", "A4", "H2", "H5", "S3", "S6"]
TOP = ["language", "translation", "notes", "messages", "items", "lines", "paper"]
NOTES = ["address", "gender", "terms", "never", "reverse"]
LONGEST = 1.75  # times the length of the English, plus SHORT_ROOM
SHORT_ROOM = 24
BUTTON = 26
BUTTONS = ["begin", "continue", "back", "start_over", "finish_now", "help_open", "help_close", "leave", "print", "skip"]
ISOLATED = re.compile("\u2066[^\u2066-\u2069]*\u2069")
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
RIGHT_TO_LEFT = ["ar"]
# Messages with numbers or formulas, whose parts would change places in right-to-left text.
LEFT_TO_RIGHT = [
    "contact_call", "contact_call_press", "contact_tty", "contact_text", "contact_text_word", "contact_text_zip",
    "workings_reversed", "workings_formula", "workings_overall_formula",
]  # fmt: skip

# Texts that equal the English, with the reason.
SAME = {
    "workings_plain": "signs only",
    "workings_reversed": "signs only",
    "workings_formula": "signs only",
    "workings_overall_formula": "signs only",
    "contact_in": "signs only",
    "contact_more": "signs only",
    "contact_tty": "TTY is the name of the device",
    "es:error": "the Spanish word is the same",
    "es:compare_no": "the Spanish word is the same",
    "fr:saved_date": "the French word is the same",
    "fr:review_change_item": "the French word is the same",
    "fr:workings_question": "the French word is the same",
    "fr:workings_from": "the French word is the same",
}

# Words that no item contains: a "not" would reverse its keying.
NEGATION = {
    "es": r"no|nunca|jamás|tampoco",
    "fr": r"ne|n|pas|jamais",
    "pt-BR": r"não|nunca|jamais|nem",
    "ar": r"لا|لم|لن|ليس",
}
# Adverbs in the strength phrases for answers 3 and 4: often for helpful items, rarely for reverse-keyed ones.
OFTEN = {
    "en": ("often", "rarely, if ever"),
    "es": ("a menudo", "rara vez o nunca"),
    "fr": ("souvent", "rarement, voire jamais"),
    "pt-BR": ("muitas vezes", "raramente ou nunca"),
    "ar": ("كثيرا ما", "نادرا ما"),
}
# Refused words, as in English: words that label or blame a person, and promises that nobody can keep.
REFUSED = {
    "es": [
        r"adict[oa]s?", r"drogadict\w*", r"toxicóman\w*", r"alcohólic[oa]s?", r"borrach\w*", r"yonquis?",
        r"limpi[oa]s?", r"suci[oa]s?", r"maltratador\w*", r"abusador\w*", r"vicios?", r"vicios[oa]s?",
        r"reca(?:íd|er|ig|y)\w*", r"fracas\w*", r"débil\w*", r"tóxic\w*", r"negación", r"manipul\w*",
        r"codependien\w*", r"deber(?:ías?|ían) haber\w*", r"anónim\w*", r"por ?cientos?", r"porcentajes?",
    ],
    "fr": [
        r"toxicoman\w*", r"drogué\w*", r"alcooliques?", r"ivrogn\w*", r"junkies?", r"accros?", r"clean", r"sales?",
        r"agresseu\w*", r"vices?", r"rechut\w*", r"échec\w*", r"échou\w*", r"faibles?", r"toxiques?", r"déni",
        r"manipul\w*", r"co-?dépendan\w*", r"auriez dû", r"devriez avoir", r"anonym\w*", r"pour ?cent\w*",
        r"pourcentages?",
    ],
    "pt-BR": [
        r"viciad\w*", r"vícios?", r"drogad\w*", r"alcoólatras?", r"alcoólic[oa]s?", r"bêbad\w*", r"noiad\w*",
        r"limp[oa]s?", r"suj[oa]s?", r"abusador\w*", r"agressor\w*", r"reca(?:íd|ir|i)\w*", r"fracass\w*", r"frac[oa]s?",
        r"tóxic\w*", r"negação", r"manipul\w*", r"codependen\w*", r"dev(?:ia|eria) ter", r"anônim\w*",
        r"por ?cento", r"porcentage\w*",
    ],
    "ar": [
        r"\w*مدمن\w*", r"\w*سكير\w*", r"\w*حشاش\w*", r"(?:ال)?متعاط\w*", r"(?:ال)?نظيف\w*", r"(?:ال)?قذر\w*",
        r"\w*انتكاس\w*", r"\w*فشل\w*", r"\w*فاشل\w*", r"(?:ال)?ضعيف\w*", r"(?:ال)?سامة?", r"(?:ال)?إنكار",
        r"\w*تلاعب\w*", r"كان (?:يجب )?عليك أن", r"(?:ال)?مجهول\w*", r"(?:ب|في )ال(?:مئة|مائة)",
    ],
}  # fmt: skip
# A word split for two genders, which trips the reader. Rephrase the sentence until it needs no gender.
SPLIT = re.compile(r"\w\((?:a|e|o|as|es|os|ne|trice)\)|\w[/·](?:a|e|o|as|es|os|ne)\b|\w@s?\b|\b\w+[oae]x\b", re.IGNORECASE)
SIGNS = re.compile("[%‰٪]")

# The lowest reading ease allowed (100 is easiest), for texts with at least EASE_WORDS words.
EASE_WORDS = 10
EASE = {"es": ("fernandez_huerta", 62), "fr": ("flesch_reading_ease", 55)}


def plain(text, tag):
    text = unicodedata.normalize("NFKC", text)
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    if tag == "ar":
        text = "".join(c for c in text if unicodedata.category(c) != "Mn")
    return re.sub("[‘’ʼ`´]", "'", text).casefold()


def has(text, tag, pattern):
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", plain(text, tag))


def leaves(node, place=""):
    """All texts of a node by place: messages.begin, items.A1.loved.text."""
    if isinstance(node, dict):
        return {at: text for key, value in node.items() for at, text in leaves(value, f"{place}.{key}".strip(".")).items()}
    return {place: node}


def said(doc):
    return leaves({part: doc.get(part, {}) for part in ["messages", "items", "paper"]})


def check_shape(report, place, tag, doc, generic):
    if not report.keys(doc, place, TOP) or not set(TOP) <= set(doc):
        return False
    report.check(doc["language"] == tag, f"{place}: language", f'"{tag}" is needed here')
    translation = f"{place}: translation"
    if report.keys(doc["translation"], translation, ["made_by", "reviewed"]):
        report.check(doc["translation"]["made_by"] in ["machine", "person"], translation, "who made it is machine or person")
        reviewed = doc["translation"]["reviewed"]
        good = reviewed is None or re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(reviewed))
        report.check(good, translation, "reviewed is null, or the day on which a native speaker had read all of it")
    if report.keys(doc["notes"], f"{place}: notes", NOTES, ["digits"]):
        report.keys(doc["notes"]["reverse"], f"{place}: notes.reverse", REVERSE)
    report.keys(doc["lines"], f"{place}: lines", generic)
    return True


def check_keys(report, place, doc, english):
    here, there = said(doc), said(english)
    for key in sorted(set(there) - set(here)):
        report.check(False, place, f"{key} is missing")
    for key in sorted(set(here) - set(there)):
        report.check(False, place, f"{key} is unknown")
    same = [key for key in here if key in there] == [key for key in there if key in here]
    report.check(same, place, "the order is not that of English")
    return {key: (text, there[key]) for key, text in here.items() if key in there}


def check_text(report, place, tag, key, text, english):
    where = f"{place}: {key}"
    if not report.check(isinstance(text, str) and text.strip() == text != "", where, "a text is needed here"):
        return
    found, wanted = sorted(PLACEHOLDER.findall(text)), sorted(PLACEHOLDER.findall(english))
    report.check(found == wanted, where, f"places to fill are {found}, in English {wanted}")
    name = key.split(".")[-1]
    is_same = plain(text, tag) == plain(english, tag)
    report.check(not is_same or name in SAME or f"{tag}:{name}" in SAME, where, f'the same as in English: "{text}"')
    words = PLACEHOLDER.sub(" ", text)
    refused = [pattern for pattern in REFUSED[tag] if has(words, tag, pattern)]
    report.check(not refused and not SIGNS.search(words), where, f'not used here: {refused or "%"}: "{text}"')
    report.check(not SPLIT.search(words), where, f'a word split for two genders: "{text}"')
    report.check(len(text) <= LONGEST * len(english) + SHORT_ROOM, where, f"{len(text)} letters, {len(english)} in English")
    if key.startswith("messages.") and name in BUTTONS:
        report.check(len(text) <= BUTTON, where, f"{len(text)} letters, at most {BUTTON} on a button")
    if tag == "fr":
        report.check(not re.search(r" [?!;:»]|« ", text), where, f'a space that may break: "{text}"')
    check_direction(report, where, tag, name, text)


def check_direction(report, where, tag, name, text):
    outside = ISOLATED.sub("", text)
    report.check(not re.search("[\u2066-\u2069\u202a-\u202e]", outside), where, "a mark of direction that is not closed")
    if tag not in RIGHT_TO_LEFT:
        return
    report.check(not re.search("[٠-٩۰-۹]", text), where, "digits are 0 to 9")
    if name in LEFT_TO_RIGHT:
        loose = [found for found in PLACEHOLDER.findall(outside) if found not in ["{key}", "{word}"]]
        report.check(not loose, where, f"{loose} must stand between U+2066 and U+2069")


def check_keying(report, place, tag, items):
    """Checks that reverse-keyed items state the hard thing and their strength phrases say it rarely happened."""
    often, hardly = OFTEN[tag]
    for item, sides in items.items():
        for side, words in sides.items():
            where = f"{place}: items.{item}.{side}"
            text, strength = words.get("text", ""), words.get("often", "")
            report.check(tag == "en" or not has(text, tag, NEGATION[tag]), f"{where}.text", f'a "not" turns the item: "{text}"')
            wanted, other = (hardly, often) if item in REVERSE else (often, hardly)
            good = wanted in plain(strength, tag) and (tag == "en" or other not in plain(strength, tag))
            report.check(good, f"{where}.often", f'"{wanted}" is needed here: "{strength}"')


def check_ease(report, place, tag, texts):
    if tag not in EASE:
        return
    measure, least = EASE[tag]
    textstat.set_lang(tag)
    try:
        for key, text in texts.items():
            words = PLACEHOLDER.sub("8", text)
            if textstat.lexicon_count(words) < EASE_WORDS:
                continue
            ease = getattr(textstat, measure)(words)
            report.check(ease >= least, f"{place}: {key}", f'reading ease {ease:.0f}, at least {least}: "{text}"')
    finally:
        textstat.set_lang("en_US")


def check_language(report, place, tag, doc, english, generic):
    if not check_shape(report, place, tag, doc, generic):
        return
    if not report.check(tag in REFUSED and tag in NEGATION and tag in OFTEN, place, f'languages.py has no word lists for "{tag}"'):
        return
    pairs = check_keys(report, place, doc, english)
    for key, (text, in_english) in pairs.items():
        check_text(report, place, tag, key, text, in_english)
    check_keying(report, place, tag, doc["items"])
    check_ease(report, place, tag, {key: text for key, (text, _) in pairs.items()})


def check(report, folder, generic):
    """Checks all languages in `folder`; `generic` lists the generic names of help lines, which languages translate."""
    read = lambda path: json.loads(path.read_text(encoding="utf-8"))  # noqa: E731
    english = read(Path(folder) / "en.json")
    check_keying(report, "content/en.json", "en", english["items"])
    lines = (Path(folder) / "helplines.json").read_text(encoding="utf-8")
    for name in generic:
        report.check(f'"name": "{name}"' in lines, "content/helplines.json", f'no line is named "{name}"')
    for path in sorted(Path(folder).glob("*.json")):
        if path.stem not in ["en", "helplines"]:
            check_language(report, f"content/{path.name}", path.stem, read(path), english, generic)
