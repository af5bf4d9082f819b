import { createRequire } from "node:module"
import type { InvoiceDocument } from "../../src/rules/billing"

/** The part of `pdfmake` that is used. */
interface PdfMake {
  addFonts: (fonts: Record<string, Record<string, string>>) => void
  createPdf: (definition: object) => { getBuffer: () => Promise<Buffer> }
  setUrlAccessPolicy: (allow: () => boolean) => void
  setLocalAccessPolicy: (allow: () => boolean) => void
}

const load = createRequire(__filename)

/** pdfmake with the fonts that the plugin's documents are drawn with. */
export function openPdfMake(): PdfMake {
  const pdfmake = load("pdfmake") as PdfMake
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => true)
  pdfmake.addFonts({
    DejaVu: {
      normal: load.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
      bold: load.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"),
    },
  })
  return pdfmake
}

const right = (text: string, more: object = {}) => ({ text, alignment: "right", ...more })

/** The same invoice for pdfmake: heading, a table with its names on each page, totals, a foot of each page. */
export function pdfMakeInvoice(document: InvoiceDocument): object {
  const { lines, totals, seller, buyer, number } = document
  const head = ["Description", "Quantity", "Unit price", "Tax", "Amount (EUR)"]
  return {
    pageSize: "A4",
    pageMargins: [50, 50, 50, 76],
    defaultStyle: { font: "DejaVu", fontSize: 9, lineHeight: 1.18 },
    footer: (page: number, pages: number) => ({
      columns: [
        { text: `${seller.name} · ${number}`, fontSize: 7.5 },
        right(`Page ${page} of ${pages}`, { fontSize: 7.5 }),
      ],
      margin: [50, 12, 50, 0],
    }),
    content: [
      { columns: [{ text: seller.name, bold: true, fontSize: 10.5 }, right("Invoice", { bold: true, fontSize: 18 })] },
      {
        columns: [
          { text: `${seller.address.address_1}\n${seller.address.city}\n${seller.vat_number}`, fontSize: 7.5 },
          right(number),
        ],
      },
      {
        columns: [
          `${buyer.name}\n${buyer.address?.address_1}\n${buyer.address?.city}`,
          `${document.issued_on}\n${document.due_on}`,
        ],
        margin: [0, 26, 0, 22],
      },
      {
        layout: { vLineWidth: () => 0, hLineWidth: () => 0.4, paddingTop: () => 4, paddingBottom: () => 4 },
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: [222, 48, 84, 40, "*"],
          body: [
            head.map((text, index) => ({ text, bold: true, fontSize: 7.5, alignment: index ? "right" : "left" })),
            ...lines.map((line) => [
              { stack: [line.title, { text: "28 Feb – 30 Mar 2027", fontSize: 7.5 }] },
              right(line.quantity),
              right(line.unit_price),
              right(line.tax_rates.map(({ rate }) => `${rate}%`).join()),
              right(line.total),
            ]),
          ],
        },
      },
      right(`Subtotal ${totals.subtotal}`),
      right(`Tax ${totals.tax}`),
      right(`Amount due ${totals.payable}`, { bold: true, fontSize: 10.5 }),
    ],
  }
}
