import { make } from './nodes.js';

/** Returns the local date `days` from now in ISO 8601, which is how Swedish writes dates. */
export function dayIn(days) {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return date.toLocaleDateString('sv');
}

/** Downloads a text file. Its name has the date, and does not reveal what the file is about. */
export function download(text, extension) {
  const url = URL.createObjectURL(new Blob([text]));
  make('a', { href: url, download: `notes-${dayIn(0)}.${extension}` }).click();
  URL.revokeObjectURL(url);
}
