// The words of all pages: our own, so that each page has the same 18 questions.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const { items, messages } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../content/en.json'), 'utf8'));

/** The order of the questions, written down independently from the specification. */
export const ORDER = 'A1 H1 S2 A2 H3 S4 A3 H2 S1 A5 H4 S3 A4 H6 S6 A6 H5 S5'.split(' ');
export const REVERSE = 'A2 A4 H2 H5 S3 S6'.split(' ');
export const CHOICES = ['Never', 'Rarely', 'Sometimes', 'Often', 'Almost always'];
export const QUESTIONS = ORDER.map((id) => items[id].recovery.text);
export const SAID = messages;
