// What must be heard, and what must not, as rules over the texts that a voice was given. A rule returns its complaints.

/** What Orca says after the words of a heading, a group or a button. */
const ROLE = /\.? (panel|heading level \d|push button)\b.*$/;
const HEADING = /\bheading level 2\b/;
/** Words run together where a full stop has no space after it, but for addresses. */
const GLUED = /\p{L}[.؟?!](?!gov|org|com)\p{Lu}\p{L}|\p{L}[.؟?!]\p{Script=Arabic}/u;

const bare = (text) => text.replace(ROLE, '').replace(/\.$/, '').trim();
const shown = (said) => said.map((text) => `«${text}»`).join(' ') || '(nothing)';

/** A new screen is heard by its heading, once, and nothing of the one before is. */
export function screen(said, { title, before }) {
  const times = said.filter((text) => bare(text) === bare(title)).length;
  const complaints = [];
  if (!said.some((text) => HEADING.test(text) && bare(text) === bare(title))) complaints.push(`"${title}" comes in silence`);
  else if (times > 1) complaints.push(`"${title}" is said ${times} times`);
  if (before && said.some((text) => bare(text) === bare(before))) complaints.push(`"${before}" is said again at "${title}"`);
  return complaints.map((complaint) => `${complaint}: ${shown(said)}`);
}

/** These words are heard. */
export const heard = (said, words) =>
  (said.join(' ').replace(/\s+/g, ' ').includes(words) ? [] : [`"${words}" is not said: ${shown(said)}`]);

/** Something is heard. */
export const answered = (said, what) => (said.length > 0 ? [] : [`${what} is silent`]);

/** No status line without words is read out. */
export const noEmptyStatus = (said) =>
  (said.some((text) => /^status ?bar\.?$/.test(text.trim())) ? [`an empty status line is read out: ${shown(said)}`] : []);

/** No two words run together. */
export function apart(said) {
  const glued = said.filter((text) => GLUED.test(text));
  return glued.length > 0 ? [`words run together: ${shown(glued.slice(0, 3))}`] : [];
}

/**
 * Each link is heard in one piece, or in two where a browser gives words for screen readers a line of their own. `mark` is
 * what those words begin with.
 */
export function wholeLinks(said, { mark, pieces }) {
  const links = said.flatMap((text, place) => (text.trim() === 'link' ? [said[place - 1]] : []));
  const complaints = [];
  let since = 0;
  for (const link of links) {
    since += 1;
    if (since > pieces) complaints.push(`a link is cut in pieces, near «${link}»`);
    if (link.includes(mark) || since > pieces) since = 0;
  }
  if (links.length === 0) complaints.push(`no link is read out: ${shown(said)}`);
  return complaints.slice(0, 2);
}

/** A table is heard by its name first. */
export const named = (said) =>
  (said.length === 0 || /^(Non-uniform )?table with/.test(said[0]) ? [`a table has no name: ${shown(said)}`] : []);
