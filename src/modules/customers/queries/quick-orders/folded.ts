/** Letters that have no accent to drop, and signs that part words, by what stands in their place. */
const LETTERS = { o: "øØ", d: "đðĐÐ", l: "łŁ", i: "ı", σ: "ς", " ": "-_/,;|‐‑‒–—" }
const FROM = Object.values(LETTERS).join("")
const TO = Object.entries(LETTERS)
  .map(([to, from]) => to.repeat([...from].length))
  .join("")
/** What is dropped: `translate` leaves out what has no counterpart. */
const DROPPED = "’‘`´ʼ"
/** Accents, once letters are taken apart from them. */
const ACCENTS = "[\\u0300-\\u036f\\u3099\\u309a]"
const LONGER = [
  ["''''", "''"],
  ["'ß'", "'ss'"],
  ["'œ'", "'oe'"],
  ["'æ'", "'ae'"],
  ["'þ'", "'th'"],
] as const

/**
 * A column's text as `foldText` has it, in any script whose letters have accents: no extension of the database is asked for, and no
 * column is stored for it.
 */
export const folded = (column: string): string => {
  const bare = `lower(regexp_replace(normalize(${column}, NFKD), '${ACCENTS}', '', 'g'))`
  const replaced = LONGER.reduce((text, [from, to]) => `replace(${text}, ${from}, ${to})`, bare)
  return `translate(${replaced}, '${FROM}${DROPPED}', '${TO}')`
}
