/** What would begin a new line, hide or turn round what follows, or is half of a character. */
const UNSAFE = /[\p{Cc}\p{Surrogate}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\\]/gu

const escaped = (sign: string): string =>
  sign === "\\" ? "\\\\" : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`

/**
 * Text for a log or a refusal that may hold what a client sent: on one line, escaped as in JSON, and not longer than `most`
 * signs of it.
 */
export function oneLine(text: string, most = 500): string {
  const signs = [...text]
  const kept = signs.length > most ? `${signs.slice(0, most).join("")}…` : text
  return kept.replace(UNSAFE, escaped)
}
