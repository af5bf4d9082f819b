/**
 * Texts as one, of which no other list of texts is the same: each with the number of its code units before it; null is
 * a sign of its own.
 */
export const lengthPrefixed = (texts: readonly (string | null)[]): string =>
  texts.map((text) => (text === null ? "-" : `${text.length}:${text}`)).join("")
