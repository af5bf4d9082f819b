import { transferReference, type InvoiceDocument } from "../../rules/billing"
import { add, type Decimal } from "../../rules/money"
import { asksForTransfer, invoiceContent } from "../content/invoice-content"
import type { DocumentSettings, PaymentAtIssue } from "../document-settings"
import { drawQrBill, QR_BILL_HEIGHT } from "../qr-bill/draw-qr-bill"
import { qrBillData } from "../qr-bill/qr-bill-data"
import { textsOf } from "../texts/texts-of"
import { drawFooter, footerHeight } from "./draw-footer"
import { endingBox } from "./ending-box"
import { headingBox } from "./heading-box"
import { BOTTOM, MARGIN, PAGE, PALE, SIZE } from "./page-format"
import { paginate } from "./paginate"
import type { Pen } from "./pen"
import type { Structure } from "./structure"
import { CARRIED_HEIGHT, drawCarried, drawTableHead, HEAD_HEIGHT, type TableFrame } from "./table-frame"
import { tableRows, type TableRow } from "./table-rows"

export interface InvoiceToDraw {
  document: InvoiceDocument
  payment: PaymentAtIssue
}

/** What stands on top of a page that goes on: the title again, in small. */
const CONTINUED_HEIGHT = 22
/** Between the footer and a payment part, whose own words stand above it. */
const ABOVE_QR_BILL = 20

/** Draws one document on as many pages as it needs. Nothing is reckoned but the sums that are carried between pages. */
export function drawInvoice(
  { document, payment }: InvoiceToDraw,
  settings: DocumentSettings,
  tools: { pen: Pen; structure: Structure },
): void {
  const { look } = settings
  const { pen, structure } = tools
  const texts = textsOf(document.locale)
  const account = asksForTransfer(document, payment) ? settings.bankAccounts[document.currency_code] : undefined
  const transfer = account ? { ...account, reference: transferReference(document.number, account.iban) } : null
  const qrBill = account ? qrBillData(document, account) : null
  const content = invoiceContent({ document, texts, payment, transfer })
  const parts = { content, texts, look, pen, structure }
  const heading = headingBox(parts)
  const ending = endingBox(parts)
  const frame: TableFrame = { ...parts, currency: document.currency_code }

  structure.group("Sect", () => {
    pen.doc.addPage()
    heading.draw(MARGIN.top)
    const below = drawTable({ frame, heading: heading.height, ending: ending.height, hasQrBill: qrBill !== null })
    ending.draw(below)
    if (qrBill) {
      drawQrBill(qrBill, { doc: pen.doc, structure, texts, fonts: settings.fonts.qrBill })
    }
  })
}

interface TableParts {
  frame: TableFrame
  heading: number
  ending: number
  hasQrBill: boolean
}

/** The table on all of its pages, each with its footer. Returns where the last one goes on. */
function drawTable({ frame, heading, ending, hasQrBill }: TableParts): number {
  const { content, pen, structure } = frame
  const rows = tableRows(content.rows, pen, structure)
  const room = BOTTOM - MARGIN.top - HEAD_HEIGHT - CARRIED_HEIGHT
  const footer = hasQrBill ? QR_BILL_HEIGHT + ABOVE_QR_BILL + footerHeight(frame, pen) : MARGIN.bottom
  const pages = paginate(
    rows.map(({ height }) => height),
    {
      first: room - heading,
      later: room - CONTINUED_HEIGHT - CARRIED_HEIGHT,
      ending: ending + footer - MARGIN.bottom - CARRIED_HEIGHT,
    },
  )
  let y = MARGIN.top + heading
  let carried: Decimal = "0"
  structure.group("Table", () => {
    pages.forEach(([from, to], index) => {
      if (index > 0) {
        pen.doc.addPage()
        y = drawContinued(frame)
      }
      const page = { index, pages: pages.length, bottom: index === pages.length - 1 ? PAGE.height - footer : BOTTOM }
      const drawn = drawPage(rows.slice(from, to), frame, { ...page, top: y, carried })
      y = drawn.y
      carried = drawn.carried
    })
  })
  return y
}

function drawContinued({ content, texts, pen, structure }: TableFrame): number {
  const title = `${texts.continued(content.title)} · ${content.number}`
  structure.artifact(() =>
    pen.line(title, { x: MARGIN.left, y: MARGIN.top, width: 300 }, { size: SIZE.small, color: PALE }),
  )
  return MARGIN.top + CONTINUED_HEIGHT
}

interface PageParts {
  index: number
  pages: number
  /** Where its footer begins. */
  bottom: number
  top: number
  carried: Decimal
}

function drawPage(
  rows: readonly TableRow[],
  frame: TableFrame,
  { index, pages, bottom, top, carried }: PageParts,
): { y: number; carried: Decimal } {
  const { texts, content, look } = frame
  drawTableHead(top, index === 0, frame)
  let y = top + HEAD_HEIGHT
  if (index > 0) {
    drawCarried(y, { label: texts.broughtForward, carried }, frame)
    y += CARRIED_HEIGHT
  }
  let sum = carried
  for (const row of rows) {
    row.draw(y)
    y += row.height
    sum = add(sum, row.total)
  }
  if (index < pages - 1) {
    drawCarried(y, { label: texts.carriedOver, carried: sum }, frame)
  }
  drawFooter(bottom, { content, look, page: texts.page(index + 1, pages) }, frame)
  return { y, carried: sum }
}
