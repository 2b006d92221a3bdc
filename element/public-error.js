/** An error whose message is safe to show the host page: it quotes nothing from a file, the app or the reader. */
export class PublicError extends Error {}
