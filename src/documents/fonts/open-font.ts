import { create, type Font } from "fontkit"
import { readFileSync } from "node:fs"
import type { FontFiles } from "../document-settings"

/** DejaVu Sans: Latin with all its accents, Greek, Cyrillic, Hebrew, Arabic and more. It is read when it is needed. */
export const STANDARD_FONT: FontFiles = {
  get regular() {
    return require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf")
  },
  get bold() {
    return require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf")
  },
}

/** As wide as the fonts that the payment part of a QR-bill was made for. */
export const STANDARD_QR_FONT: FontFiles = {
  get regular() {
    return require.resolve("dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf")
  },
  get bold() {
    return require.resolve("dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf")
  },
}

const opened = new Map<string, Font>()

/** A font, parsed once in a process: that takes longer than a page. Throws an Error that names the file. */
export function openFont(path: string): Font {
  const known = opened.get(path)
  if (known) {
    return known
  }
  try {
    const font = create(readFileSync(path))
    opened.set(path, font)
    return font
  } catch (error) {
    throw new Error(`The font ${path} of billing.documents.fonts can't be read: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

/**
 * Lets a parsed font begin a document as if nothing had been drawn with it. It keeps each glyph with the letters that it
 * stood for first, or with none where it was part of another glyph; a later document would copy those out of its text.
 */
export function beginDocument(font: Font): void {
  Object.assign(font, { _glyphs: {} })
}
