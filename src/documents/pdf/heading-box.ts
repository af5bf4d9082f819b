import type { InvoiceContent } from "../content/invoice-content"
import type { DocumentLook } from "../document-settings"
import type { DocumentTexts } from "../texts/document-texts"
import type { Box } from "./box"
import { CONTENT_WIDTH, INK, MARGIN, PALE, RIGHT, SIZE } from "./page-format"
import type { Pen, Style } from "./pen"
import type { Structure } from "./structure"

interface HeadingParts {
  content: InvoiceContent
  texts: DocumentTexts
  look: DocumentLook
  pen: Pen
  structure: Structure
}

const LOGO = { width: 170, height: 48 }
const TEXT: Style = { size: SIZE.text }
const LABEL: Style = { size: SIZE.small, color: PALE }
const COLUMN = 225
const FACTS = { x: RIGHT - 205, label: 95 }

/** The top of the first page: who sells, what it is, to whom, and its dates. */
export function headingBox(parts: HeadingParts): Box {
  const top = topBox(parts)
  const parties = partiesBox(parts)
  return {
    height: top.height + 26 + parties.height + 22,
    draw: (y) => {
      top.draw(y)
      parties.draw(y + top.height + 26)
    },
  }
}

function topBox({ content, look, pen, structure }: HeadingParts): Box {
  const { seller } = content
  const name: Style = { size: SIZE.strong, bold: true, color: look.accentColor }
  const names = look.logo ? [] : pen.lines(seller.name, COLUMN, name)
  const lines = [...(look.logo ? [seller.name] : []), ...seller.lines].flatMap((line) => pen.lines(line, COLUMN, LABEL))
  const begin = look.logo ? LOGO.height + 8 : pen.heightOf(names.length, name) + 2
  return {
    height: begin + pen.heightOf(lines.length, LABEL),
    draw: (y) => {
      const { logo } = look
      if (logo) {
        const draw = () => pen.doc.image(logo, MARGIN.left, y, { fit: [LOGO.width, LOGO.height] })
        structure.leaf("Figure", draw, { alt: seller.name })
      }
      structure.leaf("P", () => {
        pen.block(names, { x: MARGIN.left, y, width: COLUMN }, name)
        pen.block(lines, { x: MARGIN.left, y: y + begin, width: COLUMN }, LABEL)
      })
      const title: Style = { size: SIZE.title, bold: true, color: look.accentColor }
      const place = { x: MARGIN.left + COLUMN, width: CONTENT_WIDTH - COLUMN, align: "right" as const }
      structure.leaf("H1", () => {
        pen.line(content.title, { ...place, y }, title)
        pen.line(content.number, { ...place, y: y + 27 }, { size: SIZE.strong, color: INK })
      })
    },
  }
}

function partiesBox({ content, texts, pen, structure }: HeadingParts): Box {
  const buyers = [
    { label: texts.buyer, lines: content.buyer },
    ...(content.delivery ? [{ label: texts.delivery, lines: content.delivery }] : []),
  ].map(({ label, lines }) => ({ label, lines: lines.flatMap((line) => pen.lines(line, COLUMN, TEXT)) }))
  const facts = content.facts.map(({ label, value }) => ({
    label,
    values: pen.lines(value, RIGHT - FACTS.x - FACTS.label, TEXT),
  }))
  const left = buyers.reduce((height, { lines }) => height + 12 + pen.heightOf(lines.length, TEXT) + 10, 0)
  const right = facts.reduce((height, { values }) => height + pen.heightOf(values.length, TEXT), 0)
  return {
    height: Math.max(left - 10, right),
    draw: (y) => {
      let below = y
      for (const { label, lines } of buyers) {
        const from = below
        structure.leaf("P", () => {
          pen.line(label, { x: MARGIN.left, y: from, width: COLUMN }, LABEL)
          below = pen.block(lines, { x: MARGIN.left, y: from + 12, width: COLUMN }, TEXT) + 10
        })
      }
      let at = y
      structure.leaf("P", () => {
        for (const { label, values } of facts) {
          pen.line(label, { x: FACTS.x, y: at + 1, width: FACTS.label }, LABEL)
          const place = { x: FACTS.x + FACTS.label, y: at, width: RIGHT - FACTS.x - FACTS.label }
          at = pen.block(values, place, TEXT)
        }
      })
    },
  }
}
