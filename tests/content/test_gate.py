"""Tests of the gate: every check fails on bad input and passes on good input."""

import contextlib
import copy
import datetime
import io
import os
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

import gate  # noqa: E402

TODAY = datetime.date(2026, 11, 23)
EASY = "I did what I said I would do."
HARD = (
    "Organizational accountability necessitates demonstrable interpersonal "
    "communication regarding individual responsibilities."
)


def good_en():
    side = {"text": EASY, "often": EASY, "sometimes": EASY}
    item = {"recovery": {**side, "help": EASY}, "loved": side}
    return copy.deepcopy(
        {"language": "en", "messages": {}, "paper": {}, "items": {key: item for key in gate.ITEM_IDS}}
    )


def line(group, *contacts):
    contacts = contacts or ({"kind": "call", "to": "988"},)
    return {
        "group": group,
        "name": "A line",
        "languages": ["en", "es"],
        "contacts": list(contacts),
        "verified": None,
    }


DIRECTORY = {"kind": "link", "to": "https://findahelpline.com/"}


def good_helplines():
    region = {"lines": [line(group) for group in gate.GROUPS]}
    return copy.deepcopy(
        {
            "compiled": "2026-11-23",
            "regions": [{"id": name, **copy.deepcopy(region)} for name in gate.REGIONS],
        }
    )


class En(unittest.TestCase):
    def setUp(self):
        self.doc = good_en()

    def failures(self):
        report = gate.Report()
        gate.check_en(report, self.doc)
        self.short = report.short
        return report.failures

    def refuses(self, *parts):
        failures = self.failures()
        self.assertTrue(
            any(all(part in failure for part in parts) for failure in failures),
            f"{parts} in none of {failures}",
        )

    def accepts(self):
        self.assertEqual(self.failures(), [])

    def test_good_content_passes(self):
        self.accepts()

    def test_top_level_shape(self):
        self.doc["extra"] = 1
        self.refuses('unknown key "extra"')
        self.doc = good_en()
        del self.doc["messages"]
        self.refuses('"messages" is missing')
        self.doc = []
        self.refuses("an object is needed")
        self.doc = good_en()
        self.doc["messages"] = "Begin"
        self.refuses("content/en.json: messages: an object is needed")

    def test_words_on_paper(self):
        self.doc["paper"] = {"a": "You are weak."}
        self.refuses("content/en.json: paper.a: ", 'not used here: "weak"')
        del self.doc["paper"]
        self.refuses('"paper" is missing')

    def test_language(self):
        self.doc["language"] = "de"
        self.refuses("language", '"en" is needed')

    def test_every_item_is_there(self):
        del self.doc["items"]["H3"]
        self.refuses("items", '"H3" is missing')

    def test_no_other_item(self):
        self.doc["items"]["A7"] = self.doc["items"]["A1"]
        self.refuses("items", 'unknown key "A7"')

    def test_order_of_items(self):
        self.doc["items"]["A1"] = self.doc["items"].pop("A1")
        self.refuses("not in the order")

    def test_both_perspectives(self):
        del self.doc["items"]["S6"]["loved"]
        self.refuses("items.S6", '"loved" is missing')

    def test_no_other_perspective(self):
        self.doc["items"]["S6"]["friend"] = {}
        self.refuses("items.S6", 'unknown key "friend"')

    def test_required_keys_of_an_item(self):
        for key in ("text", "often", "sometimes"):
            self.doc = good_en()
            del self.doc["items"]["A1"]["loved"][key]
            self.refuses("items.A1.loved", f'"{key}" is missing')

    def test_help_is_optional(self):
        del self.doc["items"]["A1"]["recovery"]["help"]
        self.accepts()

    def test_unknown_key_of_an_item(self):
        self.doc["items"]["A1"]["loved"]["hint"] = EASY
        self.refuses("items.A1.loved", 'unknown key "hint"')

    def test_an_item_says_something(self):
        for nothing in ("", "  ", None, 3, []):
            self.doc = good_en()
            self.doc["items"]["A1"]["loved"]["text"] = nothing
            self.refuses("items.A1.loved.text", "a text is needed")

    def test_grade_of_every_text_of_an_item(self):
        for key in ("text", "help", "often", "sometimes"):
            self.doc = good_en()
            self.doc["items"]["A1"]["recovery"][key] = HARD
            self.refuses(f"content/en.json: items.A1.recovery.{key}: grade ", ", at most 6: ", HARD)

    def test_an_item_is_held_to_six_and_a_message_to_eight(self):
        between = "You often used outside support to look after your own limits."
        self.assertTrue(6 < gate.grade(between) <= 8, gate.grade(between))
        self.doc["items"]["A1"]["loved"]["often"] = between
        self.refuses("items.A1.loved.often", "grade")
        self.doc = good_en()
        self.doc["messages"]["a"] = between
        self.accepts()

    def test_just_six_is_not_too_much(self):
        six = "When your recovery felt shaky, you often told someone early."
        self.assertEqual(gate.grade(six), 6)
        self.doc["items"]["A1"]["loved"]["often"] = six
        self.accepts()

    def test_a_short_item_is_measured_too(self):
        self.doc["items"]["A1"]["loved"]["text"] = "Intergenerational accountability deteriorated."
        self.refuses("items.A1.loved.text", "grade")

    def test_grade_of_a_message(self):
        self.doc["messages"] = {"results": {"intro": [EASY, HARD]}}
        self.refuses("content/en.json: messages.results.intro[1]: grade ", ", at most 8: ")

    def test_a_short_message_is_listed_not_measured(self):
        self.doc["messages"]["a"] = "Accountability"
        self.accepts()
        self.assertEqual(self.short, ['content/en.json: messages.a: "Accountability"'])

    def test_eight_words_are_measured(self):
        self.doc["messages"]["a"] = "Accountability " * 7
        self.accepts()
        self.doc["messages"]["a"] = "Accountability " * 8
        self.refuses("messages.a", "grade")

    def test_placeholders_are_not_measured(self):
        self.doc["messages"]["a"] = "Question {accountability} of {accountability} is one that you can skip."
        self.accepts()
        self.assertEqual(gate.words("{a} of {b}"), 1)
        self.assertEqual(gate.grade("You did {accountability} it."), gate.grade("You did it."))

    def test_a_lone_placeholder_is_a_text(self):
        self.doc["messages"]["a"] = "{date}"
        self.accepts()

    def test_a_line_break_ends_a_sentence(self):
        self.assertEqual(gate.grade("You did it\n\nThey did it too"), gate.grade("You did it. They did it too."))

    def test_a_message_is_a_text(self):
        for nothing in ("", " ", None, 3, True):
            self.doc["messages"] = {"a": {"b": nothing}}
            self.refuses("messages.a.b", "a text is needed")

    def test_words_are_looked_for_in_items_and_messages(self):
        for key in ("text", "help", "often", "sometimes"):
            self.doc = good_en()
            self.doc["items"]["A1"]["recovery"][key] = "You are clean."
            self.refuses(f"content/en.json: items.A1.recovery.{key}: ", 'not used here: "clean"')
        self.doc = good_en()
        self.doc["messages"]["a"] = "Weak"
        self.refuses("content/en.json: messages.a: ", 'not used here: "weak"')


class Words(unittest.TestCase):
    REFUSED = {
        "addict": ["addict", "Addicts", "an addict's life", "addicted"],
        "alcoholic": ["alcoholic", "alcoholics"],
        "clean": ["clean", "Clean time", "cleaner", "stay clean."],
        "dirty": ["dirty", "dirtier"],
        "abuser": ["abuser", "abusers"],
        "habit": ["habit", "habits", "habitual"],
        "enabler": ["enabler", "enablers", "enabling"],
        "codependent": ["codependent", "co-dependent", "codependency", "co‑dependence"],
        "relapse": ["relapse", "relapses", "relapsed", "relapsing", "RELAPSE", "re\u00adlapse"],
        "failure": ["failure", "failures", "failed", "you fail"],
        "weak": ["weak", "weaker", "weakness", "_weak_"],
        "toxic": ["toxic", "toxicity"],
        "denial": ["denial", "in denial."],
        "manipulate": ["manipulate", "manipulated", "manipulative", "manipulation"],
        "should have": [
            "you should have called",
            "you should not have",
            "should've",
            "should’ve",
            "shouldn’t have",
            "should\u00a0have",
            "should\nhave",
        ],
        "trustworthy": ["trustworthy", "untrustworthy", "trustworthiness"],
        "percentile": ["percentile", "percentiles"],
        "percent": ["ten percent", "per cent", "percentage"],
        "%": ["50%", "50 %", "50％", "{n}%"],
        "pass/fail": ["pass/fail", "pass or fail", "passed / failed"],
        "risk of relapse": ["risk of relapse", "the risk of relapsing"],
        "HIPAA": ["HIPAA", "hipaa compliant"],
        "anonymous": ["anonymous", "anonymously", "anonymity", "anonymized"],
        "100%": ["100%", "100 %", "100 percent"],
    }
    ALLOWED = [
        "addiction",
        "addictions",
        "recovery from addiction",
        "addictive",
        "National Domestic Abuse Helpline",
        "Substance Abuse and Mental Health Services Administration",
        "abuse",
        "alcohol",
        "inhabit",
        "week",
        "nontoxicological",
        "The screen is clear. It was cleared.",
        "Pass it on. It passes.",
        "Do you need to enable sound?",
        "You should call. They have time.",
        "Should you have questions, ask.",
        "trust",
        "worthy of trust",
        "recent",
        "100 steps",
        "{clean}",
    ]

    def test_every_word_has_an_example(self):
        self.assertEqual(set(self.REFUSED), set(gate.REFUSED))

    def test_refused(self):
        for word, examples in self.REFUSED.items():
            for example in examples:
                self.assertIn(word, gate.refused_words(example), repr(example))

    def test_allowed(self):
        for example in self.ALLOWED:
            self.assertEqual(gate.refused_words(example), [], repr(example))

    def test_every_word_of_the_list_is_covered(self):
        for word in (
            "addict, alcoholic, clean, dirty, abuser, habit, enabler, codependent, relapse, failure, "
            "weak, toxic, denial, manipulate, should have, trustworthy, percentile, %, pass/fail, "
            "risk of relapse, HIPAA, anonymous, 100%"
        ).split(", "):
            self.assertTrue(gate.refused_words(word), word)


class Helplines(unittest.TestCase):
    def setUp(self):
        self.doc = good_helplines()
        self.us = self.doc["regions"][0]
        self.first = self.us["lines"][0]

    def failures(self, today=TODAY):
        report = gate.Report()
        gate.check_helplines(report, self.doc, today)
        return report.failures

    def refuses(self, *parts, today=TODAY):
        failures = self.failures(today)
        self.assertTrue(
            any(all(part in failure for part in parts) for failure in failures),
            f"{parts} in none of {failures}",
        )

    def accepts(self, today=TODAY):
        self.assertEqual(self.failures(today), [])

    def test_good_data_passes(self):
        self.accepts()

    def test_every_kind_of_contact_passes(self):
        self.first["contacts"] = [
            {"kind": "call", "to": "988", "press": "2", "languages": ["es"]},
            {"kind": "call", "to": "+1 800-662-4357", "languages": ["en", "es"]},
            {"kind": "call", "to": "80"},
            {"kind": "call", "to": "1" * 15},
            {"kind": "tty", "to": "800-787-3224"},
            {"kind": "text", "to": "988"},
            {"kind": "text", "to": "988", "word": "AYUDA", "languages": ["es"]},
            {"kind": "text_zip", "to": "435748"},
            {"kind": "link", "to": "https://988lifeline.org/chat/"},
        ]
        self.first["verified"] = "2026-11-23"
        self.us["facts"] = "https://www.dea.gov/fentanylawareness"
        self.accepts()

    def test_top_level_shape(self):
        self.doc["note"] = ""
        self.refuses('unknown key "note"')
        self.doc = {"compiled": "2026-11-23"}
        self.refuses('"regions" is missing')
        self.doc = []
        self.refuses("an object is needed")
        self.doc = {"compiled": "2026-11-23", "regions": {}}
        self.refuses("regions", "a list is needed")

    def test_compiled_is_a_real_date(self):
        for wrong in ("2026-02-30", "2026-13-01", "23.11.2026", "2026-11", "20261123", "", None, 2026):
            self.doc["compiled"] = wrong
            self.refuses("compiled", "a real date is needed")

    def test_compiled_is_at_most_twelve_months_old(self):
        self.accepts(today=datetime.date(2027, 11, 23))
        self.refuses("compiled", "more than 12 months ago", today=datetime.date(2027, 11, 24))

    def test_compiled_on_29_february(self):
        self.doc["compiled"] = "2028-02-29"
        self.accepts(today=datetime.date(2029, 3, 1))
        self.refuses("more than 12 months ago", today=datetime.date(2029, 3, 2))

    def test_compiled_is_not_to_come(self):
        self.accepts(today=datetime.date(2026, 11, 22))
        self.refuses("compiled", "has not come yet", today=datetime.date(2026, 11, 21))

    def test_every_region_is_there(self):
        self.doc["regions"].pop()
        self.refuses('"001" is missing')

    def test_a_region_stands_once(self):
        self.doc["regions"].append(copy.deepcopy(self.us))
        self.refuses("regions[10]", '"US" stands twice')

    def test_region_id(self):
        for wrong in ("us", "USA", "002", "", None, 1, []):
            self.us["id"] = wrong
            self.refuses("regions[0]", "an id such as")
        self.doc["regions"][0] = "US"
        self.refuses("regions[0]", "an id such as")

    def test_unknown_keys(self):
        self.us["note"] = ""
        self.refuses("regions.US", 'unknown key "note"')
        del self.us["note"]
        self.first["hours"] = "always"
        self.refuses("regions.US.lines[0]", 'unknown key "hours"')
        del self.first["hours"]
        self.first["contacts"][0]["label"] = "call"
        self.refuses("regions.US.lines[0].contacts[0]", 'unknown key "label"')

    def test_missing_keys(self):
        for key in ("group", "name", "languages", "contacts", "verified"):
            self.setUp()
            del self.first[key]
            self.refuses("regions.US.lines[0]", f'"{key}" is missing')
        self.setUp()
        del self.first["contacts"][0]["to"]
        self.refuses("regions.US.lines[0].contacts[0]", '"to" is missing')
        self.setUp()
        del self.us["lines"]
        self.refuses("regions.US", '"lines" is missing')
        self.doc["regions"][0]["lines"] = ["a line"]
        self.refuses("regions.US.lines[0]", "an object is needed")

    def test_empty_group(self):
        for n, group in enumerate(gate.GROUPS):
            self.setUp()
            del self.us["lines"][n]
            self.refuses("regions.US", f'no line in the group "{group}"')

    def test_unknown_group(self):
        for wrong in ("other", None, []):
            self.first["group"] = wrong
            self.refuses("regions.US.lines[0].group", "is needed")

    def test_a_line_that_cannot_be_used_fills_no_group(self):
        self.first["contacts"][0]["to"] = "http://example.org"
        self.refuses('no line in the group "crisis"')

    def test_the_directory_fills_only_two_groups(self):
        for n, group in enumerate(gate.GROUPS):
            self.setUp()
            self.us["lines"][n] = line(group, dict(DIRECTORY))
            if group in ("substances", "families"):
                self.accepts()
            else:
                self.refuses("regions.US", f'does not fill the group "{group}"')

    def test_the_directory_under_another_address(self):
        self.first["contacts"] = [{"kind": "link", "to": "https://www.FindAHelpline.com/countries/us"}]
        self.refuses("regions.US", "does not fill")

    def test_another_link_fills_a_group(self):
        self.first["contacts"] = [{"kind": "link", "to": "https://sheltersafe.ca/"}]
        self.accepts()

    def test_the_directory_may_stand_beside_another_line(self):
        self.us["lines"].append(line("crisis", dict(DIRECTORY)))
        self.accepts()

    def test_the_directory_may_fill_all_elsewhere(self):
        self.doc["regions"][-1]["lines"] = [line(group, dict(DIRECTORY)) for group in gate.GROUPS]
        self.accepts()

    def test_names(self):
        for wrong in ("", " ", "A line ", None, 1):
            self.first["name"] = wrong
            self.refuses("regions.US.lines[0].name", "a name is needed")

    def test_abuse_in_a_name(self):
        self.first["name"] = "National Domestic Abuse Helpline"
        self.accepts()

    def test_languages(self):
        for wrong in ([], {"en": 1}, ["english"], ["EN"], "en", ["en", "en"], [1], None):
            self.first["languages"] = wrong
            self.refuses("regions.US.lines[0].languages", "a list of languages")

    def test_languages_of_a_contact(self):
        for wrong in ([], [["en"]]):
            self.first["contacts"][0]["languages"] = wrong
            self.refuses("contacts[0].languages", "a list of languages")
        self.first["contacts"][0]["languages"] = ["fr"]
        self.refuses("contacts[0].languages", "does not have")

    def test_verified(self):
        for wrong in ("yesterday", "2026-02-30", "", True, 0, "2026-11-24"):
            self.first["verified"] = wrong
            self.refuses("regions.US.lines[0].verified", "null or a day")

    def test_contacts(self):
        for wrong in ([], None, {}, {"kind": "call"}):
            self.first["contacts"] = wrong
            self.refuses("regions.US.lines[0].contacts", "needs a contact")
        for wrong in ({"kind": "fax", "to": "988"}, {"to": "988"}, "988"):
            self.first["contacts"] = [wrong]
            self.refuses("regions.US.lines[0].contacts[0]", "kind is one of")

    def test_numbers(self):
        for kind in ("call", "tty", "text", "text_zip"):
            for wrong in ("", "9", "1-800-HELP", "988 ", "(800) 662", "+", "1" * 16, 988, None, "https://a.org"):
                self.first["contacts"] = [{"kind": kind, "to": wrong}]
                self.refuses("contacts[0].to", "a telephone number is needed")

    def test_links(self):
        for wrong in (
            "http://988lifeline.org/",
            "988lifeline.org",
            "https://",
            "https://localhost/",
            "https://someone@988lifeline.org/",
            "https://988lifeline.org/ chat",
            "https://988lifeline.org:x/",
            "javascript:alert(1)",
            "",
            None,
        ):
            self.first["contacts"] = [{"kind": "link", "to": wrong}]
            self.refuses("contacts[0].to", "an https link is needed")

    def test_facts(self):
        self.us["facts"] = "http://www.dea.gov/"
        self.refuses("regions.US.facts", "an https link is needed")

    def test_press_belongs_to_a_call(self):
        self.first["contacts"] = [{"kind": "text", "to": "988", "press": "2"}]
        self.refuses("contacts[0]", 'unknown key "press"')
        for wrong in ("", "22", "a", 2):
            self.first["contacts"] = [{"kind": "call", "to": "988", "press": wrong}]
            self.refuses("contacts[0].press", "one key")

    def test_word_belongs_to_a_text(self):
        self.first["contacts"] = [{"kind": "call", "to": "988", "word": "HOME"}]
        self.refuses("contacts[0]", 'unknown key "word"')
        for wrong in ("", "home", "HELP ME", 1):
            self.first["contacts"] = [{"kind": "text", "to": "988", "word": wrong}]
            self.refuses("contacts[0].word", "one word")


class Files(unittest.TestCase):
    def test_a_test_that_fails_is_counted(self):
        class Broken(unittest.TestCase):
            def test_good(self):
                pass

            def test_bad(self):
                self.fail("seen")

        report = gate.Report()
        gate.self_test(report, unittest.defaultTestLoader.loadTestsFromTestCase(Broken))
        self.assertEqual((report.passed, len(report.failures)), (2, 1))
        self.assertIn("test_gate.py: test_bad", report.failures[0])
        self.assertIn("seen", report.failures[0])

    def test_no_tests_is_a_failure(self):
        report = gate.Report()
        gate.self_test(report, unittest.TestSuite())
        self.assertEqual((report.passed, len(report.failures)), (0, 1))

    def test_a_key_that_stands_twice(self):
        self.assertEqual(gate.parse('{"a": 1, "b": {"a": 2}}'), {"a": 1, "b": {"a": 2}})
        with self.assertRaisesRegex(gate.DuplicateKey, "twice"):
            gate.parse('{"a": 1, "a": 2}')

    def test_a_file_that_cannot_be_read(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "en.json")
            for source in (None, "{", '{"language": "en", "language": "en"}'):
                if source is not None:
                    Path(path).write_text(source, encoding="utf-8")
                report = gate.Report()
                gate.check_file(report, path, gate.check_en)
                self.assertEqual(len(report.failures), 1)
                self.assertIn("cannot be read", report.failures[0])

    def test_today_is_a_real_date(self):
        with contextlib.redirect_stderr(io.StringIO()), self.assertRaises(SystemExit):
            gate.main(["--today", "2026-02-30"])


if __name__ == "__main__":
    unittest.main()
