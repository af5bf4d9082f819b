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

/** The longest beginning of a word that the index has: what is longer is found by this much of it, and compared then. */
export const PREFIX_LENGTH = 12

/** The beginnings of the words of these texts, each once and in their order: a search finds words by how they begin. */
export function searchPrefixesOf(texts: readonly string[]): string[] {
  const words = new Set(texts.flatMap((text) => foldText(text).split(" ")))
  const prefixes = [...words].flatMap((word) => {
    const signs = [...word].slice(0, PREFIX_LENGTH)
    return signs.map((_, index) => signs.slice(0, index + 1).join(""))
  })
  return [...new Set(prefixes)].sort()
}
