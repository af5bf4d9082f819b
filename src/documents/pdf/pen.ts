import type { Typeface, Typefaces } from "../fonts/typeface"
import { beginDocument } from "../fonts/open-font"
import { drawableText } from "../fonts/drawable-text"
import { inVisualOrder } from "../fonts/visual-order"
import { INK, LEADING } from "./page-format"
import { wrapText } from "./wrap-text"

export interface Style {
  size: number
  bold?: boolean
  color?: string
}

export interface Place {
  x: number
  /** The top of the line. */
  y: number
  width: number
  align?: "left" | "right"
}

/** The height of a line's letters above its baseline, in multiples of the size. */
const ASCENT = 1

/** Draws text at places: each character by the first font that has it, each line where it is told to. */
export class Pen {
  readonly doc: PDFKit.PDFDocument
  readonly #typefaces: Typefaces
  readonly #widths = new Map<string, number>()

  constructor(doc: PDFKit.PDFDocument, typefaces: Typefaces) {
    this.doc = doc
    this.#typefaces = typefaces
    for (const [weight, { fonts }] of Object.entries(typefaces) as [keyof Typefaces, Typeface][]) {
      fonts.forEach((font, index) => {
        beginDocument(font)
        doc.registerFont(`${weight}-${index}`, font as never)
      })
    }
  }

  heightOf(lines: number, { size }: Style): number {
    return lines * size * LEADING
  }

  /** The text's lines in a width; of an empty text none. */
  lines(text: string, width: number, style: Style): string[] {
    const drawable = drawableText(text)
    return drawable ? wrapText(drawable, width, (part) => this.#widthOf(part, style)) : []
  }

  /** One line, which is not broken. */
  line(text: string, { x, y, width, align = "left" }: Place, style: Style): void {
    const runs = inVisualOrder(drawableText(text)).flatMap((part) => this.#typefaceOf(style).runsOf(part))
    const left = align === "right" ? x + width - this.#widthOf(text, style) : x
    this.doc.fillColor(style.color ?? INK)
    let at = left
    for (const run of runs) {
      this.#use(run.font, style)
      this.doc.text(run.text, at, y + style.size * ASCENT, { lineBreak: false, baseline: "alphabetic" })
      at += runs.length > 1 ? this.doc.widthOfString(run.text) : 0
    }
  }

  /** Lines one below the other; the y below them. */
  block(lines: readonly string[], place: Place, style: Style): number {
    lines.forEach((line, index) => this.line(line, { ...place, y: place.y + this.heightOf(index, style) }, style))
    return place.y + this.heightOf(lines.length, style)
  }

  rule(y: number, { from, to, color, width }: { from: number; to: number; color: string; width: number }): void {
    this.doc.moveTo(from, y).lineTo(to, y).lineWidth(width).strokeColor(color).stroke()
  }

  #typefaceOf({ bold }: Style): Typeface {
    return bold ? this.#typefaces.bold : this.#typefaces.regular
  }

  #use(font: number, { bold, size }: Style): void {
    this.doc.font(`${bold ? "bold" : "regular"}-${font}`).fontSize(size)
  }

  #widthOf(text: string, style: Style): number {
    const key = `${style.bold ? "b" : "r"}${style.size} ${text}`
    const known = this.#widths.get(key)
    if (known !== undefined) {
      return known
    }
    let width = 0
    for (const run of this.#typefaceOf(style).runsOf(drawableText(text))) {
      this.#use(run.font, style)
      width += this.doc.widthOfString(run.text)
    }
    this.#widths.set(key, width)
    return width
  }
}
