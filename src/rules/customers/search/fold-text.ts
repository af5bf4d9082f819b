/** Letters that have no accent to drop. */
const LETTERS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
  ς: "σ",
}

/**
 * Text as it is searched: without accents and case, apostrophes dropped, hyphens and commas as spaces, so that
 * "Müller-Meier" and "muller meier" are the same.
 */
export const foldText = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđðłþıς]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘`´ʼ\p{Cf}]/gu, "")
    .replace(/[\s\p{Cc}\p{Pd},;/\\|_]+/gu, " ")
    .trim()
