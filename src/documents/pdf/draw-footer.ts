import type { DocumentLook } from "../document-settings"
import type { InvoiceContent } from "../content/invoice-content"
import { CONTENT_WIDTH, MARGIN, PALE, RULE, RIGHT, SIZE } from "./page-format"
import type { Pen, Style } from "./pen"
import type { Structure } from "./structure"

const STYLE: Style = { size: SIZE.small, color: PALE }
const MOST_LINES = 3

interface FooterParts {
  content: InvoiceContent
  look: DocumentLook
}

const WIDTH = CONTENT_WIDTH - 90

/** The seller, and what of the merchant's own text has room. */
function footerLines({ content, look }: FooterParts, pen: Pen): string[] {
  const own = look.footer ? look.footer.split("\n").flatMap((line) => pen.lines(line, WIDTH, STYLE)) : []
  return [`${content.seller.name} · ${content.number}`, ...own].slice(0, 1 + MOST_LINES)
}

export const footerHeight = (parts: FooterParts, pen: Pen): number =>
  17 + pen.heightOf(footerLines(parts, pen).length, STYLE)

/** At the foot of each page: the seller, the merchant's own text, the page. */
export function drawFooter(
  bottom: number,
  { page, ...parts }: FooterParts & { page: string },
  { pen, structure }: { pen: Pen; structure: Structure },
): void {
  const lines = footerLines(parts, pen)
  structure.artifact(() => {
    pen.rule(bottom + 12, { from: MARGIN.left, to: RIGHT, color: RULE, width: 0.4 })
    pen.block(lines, { x: MARGIN.left, y: bottom + 17, width: WIDTH }, STYLE)
    pen.line(page, { x: RIGHT - 90, y: bottom + 17, width: 90, align: "right" }, STYLE)
  })
}
