/**
 * Texts as one, of which no other list of texts is the same: each with the number of its code units before it; null is
 * a sign of its own.
 */
export function lengthPrefixed(texts: readonly (string | null)[]): string {
  let all = ""
  for (const text of texts) {
    all += text === null ? "-" : `${text.length}:${text}`
  }
  return all
}
