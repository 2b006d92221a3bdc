/** An error whose words the page may hear: they say nothing of what a file or the app holds. */
export class Told extends Error {}
