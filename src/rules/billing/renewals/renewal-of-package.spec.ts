import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { billedSubscription, contentItem, packageItem, packagesOfContents } from "../../__tests__/subscriptions"
import { multiply, round, subtract, sum } from "../../money"
import { printedLines } from "../invoices/printed-lines"
import type { BillDecision } from "../types"
import { draftRenewalInvoice } from "./draft-renewal-invoice"
import { composeRenewalOrder, type BilledItem, type RenewalCharges } from "./renewal-order"
import { renewedPackageLines } from "./renewed-package-lines"

const decision: BillDecision = {
  kind: "bill",
  cycle: 2,
  periodStart: "2026-03-31",
  periodEnd: "2026-04-30",
  dueOn: "2026-03-31",
}
const vat = (rate: number) => [{ code: `vat${rate}`, rate, description: `VAT ${rate} %` }]

const renew = (items: BilledItem[], charges: Partial<RenewalCharges> = {}) => {
  const subscription = billedSubscription({ items })
  const order = composeRenewalOrder(subscription, decision, {
    taxLines: new Map(items.map(({ id }, index) => [id, vat(index % 2 ? 20 : 10)])),
    discounts: new Map(),
    shipping: null,
    email: null,
    ...charges,
  })
  const { document } = draftRenewalInvoice(
    {
      ...{ subscription, decision, order, displayId: null, orderTotal: null },
      buyer: { name: null, company: null, vatNumber: null, email: null },
    },
    { seller: { name: "Example" }, asOf: "2026-03-31", amountTaken: (amount) => round(amount, "eur") },
  )
  return { order, document, printed: printedLines(document.lines) }
}

const secret = contentItem("secret", { position: 1, unit_price: "2.00", is_hidden: true })
const goods = contentItem("stick", { position: 2, unit_price: "4.00", snapshot: { requires_shipping: true } })
const items = [secret, packageItem(), goods, contentItem("mail", { quantity: 2 })]

describe("the renewal of a package (B27)", () => {
  it("has the package's line and a line for each content; money stands where it stood, with its own tax", () => {
    const { order } = renew(items)
    expect(order.items.map(({ title, unit_price, quantity }) => [title, unit_price, quantity])).toEqual([
      ["Hosting pack", "0", 1],
      ["mail", "10.00", 2],
      ["secret", "2.00", 1],
      ["stick", "4.00", 1],
    ])
    expect(order.items.map(({ requires_shipping }) => requires_shipping)).toEqual([false, false, false, true])
    expect(order.items.every(({ tax_lines }) => tax_lines.length === 1)).toBe(true)
  })

  it("P13: its lines are known by records of their own, the contents' under the package's", () => {
    const { order } = renew(items)
    const lines = renewedPackageLines({ id: "bsub_A", items }, decision)
    expect(lines.map(({ recordId, packageLineId, orderId }) => [recordId, packageLineId, orderId])).toEqual([
      ["slin_P", null, "order_A_2"],
      ["slin_mail", "ordli_P_2", "order_A_2"],
      ["slin_secret", "ordli_P_2", "order_A_2"],
      ["slin_stick", "ordli_P_2", "order_A_2"],
    ])
    expect(order.items.map(({ id, metadata }) => [id, metadata.service_commerce_key])).toEqual(
      lines.map(({ orderLineId, key }) => [orderLineId, key]),
    )
    const plain = billedSubscription()
    expect(renewedPackageLines(plain, decision)).toEqual([])
  })

  it("P3: the invoice lists the contents under the package, or its title alone", () => {
    expect(renew(items).document.lines.map(({ kind, parent, hidden }) => [kind, parent, hidden])).toEqual([
      ["product", null, false],
      ["content", 1, false],
      ["content", 1, true],
      ["content", 1, false],
    ])
    expect(renew(items).printed.map(({ title, subtotal }) => [title, Number(subtotal)])).toEqual([
      ["Hosting pack", 2],
      ["mail", 20],
      ["stick", 4],
    ])
    const alone = items.map((item) => ({ ...item, is_listed: item.kind !== "package" }))
    expect(renew(alone).printed.map(({ title, subtotal }) => [title, Number(subtotal)])).toEqual([["Hosting pack", 26]])
  })

  it("law: hiding contents, or listing them, changes no total; what is printed sums to it", () => {
    fc.assert(
      fc.property(packagesOfContents, (stored) => {
        const shown = stored.map((item) => ({ ...item, is_hidden: false, is_listed: true }))
        const { document, printed } = renew(stored)
        expect(document.totals).toEqual(renew(shown).document.totals)
        const of = (lines: readonly { total: string }[]) => sum(lines.map(({ total }) => total))
        expect(subtract(of(printed), of(document.lines))).toBe("0")
        expect(printed.some(({ title }) => stored.some((item) => item.is_hidden && item.title === title))).toBe(false)
      }),
      LAW,
    )
  })

  it("law: its lines sum to the whole that was agreed", () => {
    fc.assert(
      fc.property(packagesOfContents, (stored) => {
        const price = (lines: readonly { unit_price: string; quantity: number }[]) =>
          sum(lines.map(({ unit_price, quantity }) => multiply(unit_price, quantity)))
        expect(price(renew(stored).order.items)).toBe(price(stored))
      }),
      LAW,
    )
  })
})
