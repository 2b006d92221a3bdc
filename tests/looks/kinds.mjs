// Which pictures there are, and where.
import { resolve } from 'node:path';

export const FOLDER = resolve(import.meta.dirname, '../../target/looks');
export const LANGUAGES = ['en', 'es', 'fr', 'pt-BR', 'ar'];
export const WIDTHS = [320, 768, 1280];
/** What the page is asked for, by the name of the theme. */
export const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
};
/** Colours that the reader forces are looked at on the small screen only. */
export const themesAt = (width) => Object.keys(THEMES).filter((theme) => theme !== 'forced' || width === 320);
export const picture = (language, state, width, theme) => `${language}/${state}-${width}-${theme}.png`;
