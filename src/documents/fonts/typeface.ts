import type { Font } from "fontkit"
import type { DocumentFonts, FontFiles } from "../document-settings"
import { MissingGlyphs } from "./missing-glyphs"
import { openFont, STANDARD_FONT } from "./open-font"

/** Part of a text that one font draws. */
export interface Run {
  text: string
  /** The font's place in the typeface. */
  font: number
}

/** A picture, such as an emoji, is left out where no font has it: it is no letter of anybody's name. */
const PICTURE = /^\p{Extended_Pictographic}/u

/** The fonts of one weight, the main one first: each character is drawn by the first that has it. */
export class Typeface {
  readonly fonts: readonly Font[]
  readonly #holders = new Map<string, number>()

  constructor(paths: readonly string[]) {
    this.fonts = paths.map(openFont)
  }

  /** The text in runs of one font each. Throws MissingGlyphs where no font has a character. */
  runsOf(text: string): Run[] {
    const runs: Run[] = []
    const missing = new Set<string>()
    for (const character of text) {
      const font = this.#holderOf(character)
      const last = runs[runs.length - 1]
      if (font === -1) {
        if (!PICTURE.test(character)) {
          missing.add(character)
        }
      } else if (last && (last.font === font || isMark(character))) {
        last.text += character
      } else {
        runs.push({ text: character, font })
      }
    }
    if (missing.size) {
      throw new MissingGlyphs([...missing], text)
    }
    return runs
  }

  /** The place of the first font that has a character; -1: none has. */
  #holderOf(character: string): number {
    const known = this.#holders.get(character)
    if (known !== undefined) {
      return known
    }
    const codePoint = character.codePointAt(0) ?? 0
    const found = this.fonts.findIndex((font) => font.hasGlyphForCodePoint(codePoint))
    this.#holders.set(character, found)
    return found
  }
}

/** A mark is drawn with the letter that it stands on. */
const isMark = (character: string): boolean => /^\p{M}$/u.test(character)

export interface Typefaces {
  regular: Typeface
  bold: Typeface
}

const known = new Map<string, Typefaces>()

/** The typefaces of these settings, opened once. */
export function typefaces({ main, fallback = [] }: DocumentFonts): Typefaces {
  const files: FontFiles[] = [main ?? STANDARD_FONT, ...fallback]
  // Behind fonts of the merchant's own, the plugin's still draws what they lack.
  const all = main ? [...files, STANDARD_FONT] : files
  const regular = all.map((one) => one.regular)
  const bold = all.map((one) => one.bold ?? one.regular)
  const key = JSON.stringify([regular, bold])
  const opened = known.get(key) ?? { regular: new Typeface(regular), bold: new Typeface(bold) }
  known.set(key, opened)
  return opened
}
