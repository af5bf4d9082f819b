/** Letters that stand as one character for a position or a ligature: drawn and copied as the letters themselves. */
const PRESENTATION = /[\ufb00-\ufdff\ufe70-\ufeff]/g
/** Control and format characters, and the selectors of a picture's colour: they have no shape of their own. */
const SHAPELESS = /[\p{Cc}\p{Cf}\ufe00-\ufe0f]/gu

/**
 * A text as it is drawn: composed, white space as single spaces, and without what has no shape. Joiners between letters
 * of a word are kept out too, as fonts here join by themselves.
 */
export const drawableText = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .normalize("NFC")
        .replace(PRESENTATION, (one) => one.normalize("NFKC"))
        .replace(/\s+/g, (space) => (space === "\u202f" ? space : " "))
        .replace(SHAPELESS, "")
        .trim()

/** Most texts: there is nothing to do. */
const PLAIN = /^(?:[\x21-\x7e]| (?=[\x21-\x7e]))+$(?<! )/
