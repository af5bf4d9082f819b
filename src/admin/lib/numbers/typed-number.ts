import { readNumber } from "./read-number"

/** No number begins with it: a value that does is refused by every rule, here and on the server. */
const UNREAD = "?"

/**
 * What a form keeps of a number that was typed: the plain decimal, as the server takes it. What is no number, or may be
 * more than one, is kept as it was typed and marked, so that nothing is saved for it.
 */
export function typedNumber(text: string, locale: string): string {
  const read = readNumber(text, locale)
  if (read.kind === "empty") {
    return ""
  }
  return read.kind === "number" ? read.value : UNREAD + text
}

/** The text that could not be read; null where the form's value is a plain decimal or empty. */
export const unreadText = (value: string): string | null => (value.startsWith(UNREAD) ? value.slice(1) : null)

/** Whether a form's value is a whole number within these. */
export function isWholeNumber(value: string, { min, max }: { min: number; max: number }): boolean {
  return /^-?\d{1,12}$/.test(value) && Number(value) >= min && Number(value) <= max
}
