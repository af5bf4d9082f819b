import type { InvoiceContent } from "../content/invoice-content"
import type { DocumentLook } from "../document-settings"
import type { DocumentTexts } from "../texts/document-texts"
import type { Box } from "./box"
import { CONTENT_WIDTH, MARGIN, PALE, RIGHT, RULE, SIZE } from "./page-format"
import type { Pen, Place, Style } from "./pen"
import type { Structure } from "./structure"

interface EndingParts {
  content: InvoiceContent
  texts: DocumentTexts
  look: DocumentLook
  pen: Pen
  structure: Structure
}

const TEXT: Style = { size: SIZE.text }
const LABEL: Style = { size: SIZE.small, color: PALE }
const TOTALS = { x: RIGHT - 230, label: 145, width: 230 }
const TAXES = { x: MARGIN.left, name: 88, base: 68, amount: 88 }
const GAP = 14

/** Below the table: the taxes by rate, the totals beside them, and the notes. */
export function endingBox(parts: EndingParts): Box {
  const taxes = taxesBox(parts)
  const totals = totalsBox(parts)
  const notes = notesBox(parts)
  const both = Math.max(taxes.height, totals.height)
  return {
    height: GAP + both + GAP + notes.height,
    draw: (y) => {
      taxes.draw(y + GAP)
      totals.draw(y + GAP)
      notes.draw(y + GAP + both + GAP)
    },
  }
}

const right = (x: number, width: number, y: number): Place => ({ x, width, y, align: "right" })

function taxesBox({ content, texts, pen, structure }: EndingParts): Box {
  if (!content.taxes.length) {
    const draw = (y: number) =>
      structure.leaf("P", () => pen.line(texts.noTax, { x: TAXES.x, y, width: CONTENT_WIDTH }, LABEL))
    return { height: pen.heightOf(1, LABEL), draw }
  }
  const rows = content.taxes.map((tax) => ({ ...tax, names: pen.lines(tax.name, TAXES.name, LABEL) }))
  const heights = rows.map(({ names }) => pen.heightOf(Math.max(1, names.length), LABEL) + 2)
  const base = TAXES.x + TAXES.name
  const amount = base + TAXES.base
  return {
    height: 14 + heights.reduce((sum, one) => sum + one, 0),
    draw: (y) =>
      structure.group("Table", () => {
        const head: Style = { ...LABEL, bold: true }
        structure.group("TR", () => {
          const cell = (draw: () => void) => structure.leaf("TH", draw, { scope: "Column" })
          cell(() => pen.line(texts.rate, { x: TAXES.x, y, width: TAXES.name }, head))
          cell(() => pen.line(texts.base, right(base, TAXES.base, y), head))
          cell(() => pen.line(texts.taxAmount, right(amount, TAXES.amount, y), head))
        })
        let at = y + 14
        rows.forEach((row, index) => {
          structure.group("TR", () => {
            structure.leaf("TD", () => pen.block(row.names, { x: TAXES.x, y: at, width: TAXES.name }, LABEL))
            structure.leaf("TD", () => pen.line(row.base, right(base, TAXES.base, at), LABEL))
            structure.leaf("TD", () => pen.line(row.amount, right(amount, TAXES.amount, at), LABEL))
          })
          at += heights[index] ?? 0
        })
      }),
  }
}

function totalsBox({ content, look, pen, structure }: EndingParts): Box {
  const rows = content.totals.map(({ label, amount, isStrong }) => {
    const style: Style = isStrong ? { size: SIZE.strong, bold: true, color: look.accentColor } : TEXT
    const lines = pen.lines(label, TOTALS.label, style)
    return { lines, amount, style, isStrong, height: pen.heightOf(lines.length, style) + (isStrong ? 9 : 2) }
  })
  return {
    height: rows.reduce((sum, { height }) => sum + height, 0),
    draw: (y) =>
      structure.group("Table", () => {
        let at = y
        for (const { lines, amount, style, isStrong, height } of rows) {
          const top = isStrong ? at + 7 : at
          if (isStrong) {
            const line = { from: TOTALS.x, to: RIGHT, color: RULE, width: 0.8 }
            structure.artifact(() => pen.rule(top - 3, line))
          }
          structure.group("TR", () => {
            structure.leaf("TD", () => pen.block(lines, { x: TOTALS.x, y: top, width: TOTALS.label }, style))
            structure.leaf("TD", () => pen.line(amount, right(TOTALS.x + 100, TOTALS.width - 100, top), style))
          })
          at += height
        }
      }),
  }
}

function notesBox({ content, pen, structure }: EndingParts): Box {
  const notes = content.notes.map((note) => pen.lines(note, CONTENT_WIDTH, TEXT))
  return {
    height: notes.reduce((sum, lines) => sum + pen.heightOf(lines.length, TEXT) + 3, 0),
    draw: (y) => {
      let at = y
      for (const lines of notes) {
        structure.leaf("P", () => {
          at = pen.block(lines, { x: MARGIN.left, y: at, width: CONTENT_WIDTH }, TEXT) + 3
        })
      }
    },
  }
}
