/** A text as the search compares it: no accents, small letters, single spaces. */
export const foldText = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/** The most words of a search. */
const MOST_WORDS = 10

/** The words that all have to be found. */
export const searchWords = (q: string): string[] =>
  [...new Set(foldText(q).split(" ").filter(Boolean))].slice(0, MOST_WORDS)

/** What the search of a sale looks into: its number and what was sold; nothing about people. */
export const searchTextOf = (displayId: number | null, titles: readonly string[]): string =>
  [displayId === null ? "" : `#${displayId} `, ...new Set(titles.map(foldText))].filter(Boolean).join("\n")
