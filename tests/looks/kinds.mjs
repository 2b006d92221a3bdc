// The kinds of pictures, and their files.
import { resolve } from 'node:path';

export const FOLDER = resolve(import.meta.dirname, '../../target/looks');
export const LANGUAGES = ['en', 'es', 'fr', 'pt-BR', 'ar'];
export const WIDTHS = [320, 768, 1280];
/** Media emulation of each theme. */
export const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
};
/** Forced colours are photographed on the small screen only. */
export const themesAt = (width) => Object.keys(THEMES).filter((theme) => theme !== 'forced' || width === 320);
export const picture = (language, state, width, theme) => `${language}/${state}-${width}-${theme}.png`;
/** The file of the accessibility tree: roles and names. */
export const tree = (language, state) => `${language}/${state}.yml`;
/** States that are also photographed with everything unfolded. */
export const UNFOLDED = ['feeling', 'results', 'change-fall'];
/** Stops of a journey that only the script draws. */
export const SCRIPTED = ['card', 'card-shift', 'results-file', 'results-copy-refused', 'sheet-all'];
/** Every state of a language by name, given those that are drawn. */
export const namesOf = (states) => [...states.flatMap(({ name }) => (UNFOLDED.includes(name) ? [name, `${name}-unfolded`] : [name])), ...SCRIPTED];
