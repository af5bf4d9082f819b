import type { DocumentLook } from "../document-settings"
import type { InvoiceContent } from "../content/invoice-content"
import { CONTENT_WIDTH, MARGIN, PALE, RULE, RIGHT, SIZE } from "./page-format"
import type { Pen, Style } from "./pen"
import type { Structure } from "./structure"

const STYLE: Style = { size: SIZE.small, color: PALE }
const MOST_LINES = 3

/** At the foot of each page: the seller, the merchant's own text, the page. */
export function drawFooter(
  bottom: number,
  { content, look, page }: { content: InvoiceContent; look: DocumentLook; page: string },
  { pen, structure }: { pen: Pen; structure: Structure },
): void {
  const width = CONTENT_WIDTH - 90
  const own = look.footer ? look.footer.split("\n").flatMap((line) => pen.lines(line, width, STYLE)) : []
  const lines = [`${content.seller.name} · ${content.number}`, ...own].slice(0, 1 + MOST_LINES)
  structure.artifact(() => {
    pen.rule(bottom + 12, { from: MARGIN.left, to: RIGHT, color: RULE, width: 0.4 })
    pen.block(lines, { x: MARGIN.left, y: bottom + 17, width }, STYLE)
    pen.line(page, { x: RIGHT - 90, y: bottom + 17, width: 90, align: "right" }, STYLE)
  })
}
