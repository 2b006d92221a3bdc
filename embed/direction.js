/** Which way a language runs. CSS cannot reset what the page says of this. */
export const directionOf = (language) => (/^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr');
