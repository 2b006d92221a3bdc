import { make } from './nodes.js';

/** Gives the reader a file whose name says the day, and nothing of what it is about. */
export function handOver(text, ending) {
  const url = URL.createObjectURL(new Blob([text]));
  // Swedish dates are those of ISO 8601.
  make('a', { href: url, download: `notes-${new Date().toLocaleDateString('sv')}.${ending}` }).click();
  URL.revokeObjectURL(url);
}
