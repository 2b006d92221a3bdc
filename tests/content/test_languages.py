"""Tests of the language checks: each fails on bad input and passes on the shipped languages."""

import copy
import json
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

import gate  # noqa: E402
import languages  # noqa: E402

CONTENT = Path(__file__).resolve().parents[2] / "content"
read = lambda tag: json.loads((CONTENT / f"{tag}.json").read_text(encoding="utf-8"))  # noqa: E731
ENGLISH = read("en")
SHIPPED = {tag: read(tag) for tag in ["es", "fr", "pt-BR", "ar"]}


class Languages(unittest.TestCase):
    def failures(self, tag, doc):
        report = gate.Report()
        languages.check_language(report, f"content/{tag}.json", tag, doc, ENGLISH, gate.GENERIC)
        return report.failures

    def refuses(self, tag, change, *parts):
        doc = copy.deepcopy(SHIPPED[tag])
        change(doc)
        failures = self.failures(tag, doc)
        self.assertTrue(any(all(part in failure for part in parts) for failure in failures), f"{parts} in none of {failures}")

    def says(self, tag, key, text, *parts):
        self.refuses(tag, lambda doc: doc["messages"].__setitem__(key, text), f"messages.{key}", *parts)

    def item(self, tag, item, key, text, *parts):
        self.refuses(tag, lambda doc: doc["items"][item]["loved"].__setitem__(key, text), f"items.{item}.loved.{key}", *parts)

    def test_what_ships_passes(self):
        for tag, doc in SHIPPED.items():
            self.assertEqual(self.failures(tag, doc), [])

    def test_every_language_is_looked_at(self):
        names = {path.stem for path in CONTENT.glob("*.json")} - {"en", "helplines"}
        self.assertEqual(names, set(SHIPPED))

    def test_shape(self):
        self.refuses("es", lambda doc: doc.pop("paper"), '"paper" is missing')
        self.refuses("es", lambda doc: doc.update(language="en"), '"es" is needed')
        self.refuses("es", lambda doc: doc.pop("translation"), '"translation" is missing')
        self.refuses("es", lambda doc: doc["translation"].update(made_by="magic"), "machine or person")
        self.refuses("es", lambda doc: doc["translation"].update(reviewed="yes"), "reviewed is null")
        self.refuses("es", lambda doc: doc["notes"].pop("address"), '"address" is missing')
        self.refuses("es", lambda doc: doc["lines"].pop("Emergency services"), '"Emergency services" is missing')

    def test_the_keys_are_those_of_english(self):
        self.refuses("fr", lambda doc: doc["messages"].pop("begin"), "messages.begin is missing")
        self.refuses("fr", lambda doc: doc["messages"].update(more="Encore"), "messages.more is unknown")
        self.refuses("fr", lambda doc: doc["items"]["A2"]["loved"].pop("help"), "items.A2.loved.help is missing")
        self.refuses("fr", lambda doc: doc["paper"].pop("low"), "paper.low is missing")
        self.refuses("fr", lambda doc: doc["messages"].update(title=doc["messages"].pop("title")), "not that of English")

    def test_places_to_fill(self):
        self.says("es", "counter", "Pregunta {number}", "places to fill")
        self.says("es", "counter", "Pregunta {numero} de {total}", "places to fill")
        self.says("es", "begin", "Empezar {number}", "places to fill")

    def test_what_was_not_translated(self):
        self.says("pt-BR", "cover_show", "Show", "the same as in English")
        self.says("pt-BR", "cover_show", "show ", "a text is needed")

    def test_words_that_are_refused(self):
        self.says("es", "begin", "Adicto", "not used here")
        self.says("fr", "begin", "Après la rechute", "not used here")
        self.says("pt-BR", "begin", "Você já devia ter ido", "not used here")
        self.says("ar", "begin", "والمدمنون", "not used here")
        self.says("ar", "begin", "الفَشَل", "not used here")
        self.says("es", "begin", "100 %", "not used here")

    def test_no_word_is_split_for_two_genders(self):
        for tag, text in [("es", "Bienvenido/a"), ("fr", "Bienvenu(e)"), ("fr", "Venu·e"), ("pt-BR", "Bem-vindo(a)"), ("es", "Amig@s")]:
            self.says(tag, "cover_title", text, "split for two genders")

    def test_length(self):
        self.says("es", "or", "o bien, si eso te parece mejor en este momento,", "letters")
        self.says("es", "begin", "Empezar ahora mismo con esto", "at most 26 on a button")

    def test_french_spaces(self):
        self.says("fr", "cover_title", "Toujours là ?", "a space that may break")

    def test_direction(self):
        self.says("ar", "contact_call", "اتصال: {number}", "U+2066")
        self.says("ar", "contact_call", "اتصال: \u2066{number}", "not closed")
        self.says("ar", "closing_next_about", "بعد ٤ أسابيع", "digits are 0 to 9")
        self.says("es", "begin", "\u202eEmpezar", "not closed")

    def test_keying(self):
        self.refuses("es", lambda doc: doc["notes"]["reverse"].pop("S6"), '"S6" is missing')
        self.item("es", "A4", "text", "Esa persona no canceló planes conmigo.", 'a "not" turns')
        self.item("fr", "S3", "text", "Je n’ai pas remis cela à plus tard.", 'a "not" turns')
        self.item("pt-BR", "S2", "text", "Não fiz pequenas coisas.", 'a "not" turns')
        self.item("ar", "H2", "text", "لم أنغلق على نفسي.", 'a "not" turns')
        for tag, (often, hardly) in languages.OFTEN.items():
            if tag != "en":
                self.item(tag, "A4", "often", f"{often}.", hardly)
                self.item(tag, "A3", "often", f"{hardly}.", often)

    def test_reading_ease(self):
        hard = "La responsabilidad organizativa necesita una comunicación interpersonal demostrable respecto de responsabilidades individuales."
        self.says("es", "intro_privacy", hard, "reading ease")
        hard = "La responsabilité organisationnelle nécessite une communication interpersonnelle démontrable concernant les responsabilités individuelles."
        self.says("fr", "intro_privacy", hard, "reading ease")

    def test_measuring_others_leaves_english_as_it_was(self):
        text = "I did what I said I would do, and I did it on the day that I had named."
        before = gate.grade(text)
        self.failures("es", SHIPPED["es"])
        self.assertEqual(gate.grade(text), before)


if __name__ == "__main__":
    unittest.main()
