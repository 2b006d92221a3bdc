import { make } from './nodes.js';

/** The day so many days from now where the reader is, as ISO 8601 writes it; so do dates in Swedish. */
export function dayIn(days) {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return date.toLocaleDateString('sv');
}

/** Gives the reader a file whose name says the day, and nothing of what it is about. */
export function download(text, ending) {
  const url = URL.createObjectURL(new Blob([text]));
  make('a', { href: url, download: `notes-${dayIn(0)}.${ending}` }).click();
  URL.revokeObjectURL(url);
}
