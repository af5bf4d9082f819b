import fc from "fast-check"
import { add, compare, subtract, sum } from "../../money"
import { LAW } from "../../__tests__/arbitraries"
import { invoice, invoices, line } from "../../__tests__/invoices"
import type { InvoiceFacts, InvoiceLineFacts } from "./invoice-facts"
import { invoiceDocument } from "./invoice-document"
import { printedLines } from "./printed-lines"

const vat = [{ code: "vat", name: "VAT", rate: 20 }]
const content = (changes: Partial<InvoiceLineFacts>): InvoiceLineFacts =>
  line({ kind: "content", parent: 1, ...changes })
const printed = (...lines: InvoiceLineFacts[]) => printedLines(invoiceDocument(invoice({ lines })).lines)

describe("printedLines", () => {
  it("B52: the name of a variant that nobody has named is not printed", () => {
    const [unnamed, named] = printed(line({ description: "Default variant" }), line({ description: "Blue" }))
    expect([unnamed?.description, named?.description]).toEqual([null, "Blue"])
  })

  it("B52: a hidden content is not printed, its money is in its parent's line", () => {
    const [package_, ...others] = printed(
      line({ title: "Package", unitPrice: "0.00", quantity: 2, taxRates: vat }),
      content({ title: "Mail", unitPrice: "6.00", quantity: 2, taxRates: vat, hidden: true }),
      content({ title: "Web", unitPrice: "4.00", quantity: 2, taxRates: vat, hidden: true }),
      content({ title: "Support", unitPrice: "1.00", taxRates: vat }),
    )
    expect(package_).toMatchObject({ number: 1, title: "Package", unit_price: "10", subtotal: "20", total: "20" })
    expect(others.map(({ number, title, parent, total }) => [number, title, parent, total])).toEqual([
      [4, "Support", 1, "1.00"],
    ])
  })

  it("B52: what hides in a hidden line is in the nearest line that is printed", () => {
    const lines = printed(
      line({ title: "Package", unitPrice: "5.00" }),
      content({ title: "Web", unitPrice: "3.00", hidden: true }),
      content({ kind: "option", parent: 2, title: "Backup", unitPrice: "2.00", hidden: true }),
    )
    expect(lines.map(({ title, total }) => [title, total])).toEqual([["Package", "10"]])
  })

  it("B52: discounts of one name are one, tax rates are named once", () => {
    const off = (amount: string) => [{ name: "Spring", amount, isTaxInclusive: false }]
    const [one] = printed(
      line({ unitPrice: "10.00", discounts: off("1.00"), taxRates: vat }),
      content({ unitPrice: "5.00", discounts: off("0.50"), taxRates: vat, hidden: true }),
    )
    expect(one?.discounts).toEqual([{ name: "Spring", amount: "1.5" }])
    expect(one?.tax_rates).toHaveLength(1)
  })

  it("no unit price is printed that is not exact, or mixes prices with and without tax in them", () => {
    const hidden = { hidden: true, unitPrice: "1.00" }
    expect(printed(line({ quantity: 3, unitPrice: "1.00" }), content(hidden))[0]?.unit_price).toBeNull()
    expect(printed(line({ unitPrice: "1.00" }), content({ ...hidden, isTaxInclusive: true }))[0]?.unit_price).toBeNull()
    expect(printed(line({ unitPrice: "1.00" }), content(hidden))[0]?.unit_price).toBe("2")
  })

  /** Invoices whose later lines are made into contents and options of earlier ones, some of them hidden. */
  const nested: fc.Arbitrary<InvoiceFacts> = fc
    .tuple(
      invoices,
      fc.array(
        fc.record({
          nth: fc.nat(),
          kind: fc.constantFrom("content" as const, "option" as const),
          hidden: fc.boolean(),
        }),
        {
          minLength: 6,
          maxLength: 6,
        },
      ),
    )
    .map(([facts, choices]) => ({
      ...facts,
      lines: facts.lines.map((one, index): InvoiceLineFacts => {
        const choice = choices[index]
        const parents = facts.lines.flatMap(({ kind }, nth) => (nth < index && kind !== "shipping" ? [nth + 1] : []))
        const parent = parents[(choice?.nth ?? 0) % Math.max(1, parents.length)]
        return choice && parent && one.kind !== "shipping"
          ? { ...one, kind: choice.kind, parent, hidden: choice.hidden }
          : { ...one, kind: one.kind === "setup_fee" ? "product" : one.kind }
      }),
    }))

  it("law: the printed lines add up to what all lines add up to, and none of them is hidden", () => {
    fc.assert(
      fc.property(nested, (facts) => {
        const { lines, totals } = invoiceDocument(facts)
        const shown = printedLines(lines)
        expect(compare(sum(shown.map(({ total }) => total)), sum(lines.map(({ total }) => total)))).toBe(0)
        expect(compare(sum(shown.map(({ subtotal }) => subtotal)), add(totals.subtotal, totals.shipping))).toBe(0)
        expect(shown.map(({ number }) => lines[number - 1]?.hidden)).toEqual(shown.map(() => false))
        for (const { subtotal, discounts, total } of shown) {
          expect(compare(subtract(subtotal, sum(discounts.map(({ amount }) => amount))), total)).toBe(0)
        }
      }),
      LAW,
    )
  })

  it("law: hiding changes no total, no tax and nothing that is to be paid", () => {
    fc.assert(
      fc.property(nested, (facts) => {
        const open = { ...facts, lines: facts.lines.map((one) => ({ ...one, hidden: false })) }
        const { taxes, totals } = invoiceDocument(facts)
        expect({ taxes, totals }).toEqual({ taxes: invoiceDocument(open).taxes, totals: invoiceDocument(open).totals })
      }),
      LAW,
    )
  })

  it("law: where nothing is hidden, every line is printed as it is", () => {
    fc.assert(
      fc.property(invoices, (facts) => {
        const { lines } = invoiceDocument(facts)
        expect(printedLines(lines)).toEqual(
          lines.map(({ hidden: _, ...one }, index) => ({ ...one, number: index + 1 })),
        )
      }),
      LAW,
    )
  })
})

describe("checkLineParents", () => {
  it.each<[string, InvoiceLineFacts[], RegExp]>([
    [
      "a parent that comes later",
      [line({ kind: "setup_fee", parent: 2 }), line()],
      /Line 1 .* order_1 has 2 for a parent/,
    ],
    ["a line that is its own parent", [content({ parent: 1 })], /has 1 for a parent, which is no earlier line/],
    ["a parent that is no line", [line(), content({ parent: 0 })], /Line 2 .* has 0 for a parent/],
    ["a content of the shipping", [line({ kind: "shipping" }), content({})], /has 1 for a parent, which is shipping/],
    ["a content without a parent", [line(), content({ parent: null })], /"content" and has no parent/],
    ["a hidden product", [line({ hidden: true })], /"product", which is never hidden/],
    [
      "a hidden set-up fee",
      [line(), line({ kind: "setup_fee", parent: 1, hidden: true })],
      /"setup_fee", which is never hidden/,
    ],
    ["a product with a parent", [line(), line({ parent: 1 })], /"product", which has no parent/],
  ])("refuses %s", (_, lines, reason) => {
    expect(() => invoiceDocument(invoice({ lines }))).toThrow(reason)
  })
})
