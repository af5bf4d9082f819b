import type { LineRecord } from "../../cart"
import { bookOf, entry, recipe } from "../../__tests__/packages"
import { packagePayload } from "../cart/package-line"
import { renewedRecord } from "./renewed-record"

const period = { from: "2026-01-01T10:00:00Z", to: "2026-01-03T10:00:00Z" }
const sold = (kind: string, payload: LineRecord["payload"]): LineRecord => ({
  id: "slin_sold",
  key: "secret",
  cartId: "cart_1",
  lineId: "cali_1",
  room: "billing",
  kind,
  parentId: kind === "package" ? null : "slin_root",
  groupKey: "slin_root",
  payload,
  productId: "prod",
  variantId: null,
})
const line = {
  orderId: "order_A_1",
  orderLineId: "ordli_A_1",
  packageLineId: null,
  key: "ordli_A_1",
  productId: "prod",
  variantId: "variant",
}

describe("renewedRecord", () => {
  it("P20: a renewal's package is what was sold, of its own order and without the first order's period", () => {
    const book = bookOf(recipe("prod", "flat", [entry("va")]))
    const own = {
      slot: "" as const,
      book,
      selection: { choices: [], period, hours: null, days: 2 },
      lists_contents: false,
    }
    const record = renewedRecord(sold("package", { ...packagePayload(own), billing: { offer_id: "o" } }), line)
    expect(record).toEqual({
      id: "slin_A_1",
      key: "ordli_A_1",
      cartId: "order_A_1",
      lineId: "ordli_A_1",
      room: "packages",
      kind: "package",
      parentId: null,
      groupKey: "slin_A_1",
      payload: { packages: { ...own, selection: { ...own.selection, period: null } } },
      productId: "prod",
      variantId: "variant",
    })
  })

  it("P13: a hidden content stays hidden, under the renewal's own package", () => {
    const content = {
      ...{ slot: "e1", product_id: "pa", variant_id: "va", quantity: 2, is_hidden: true, reason: "by_time" as const },
      ...{ units: 2, period, position: 3 },
    }
    const cart = { is_article: true, is_in_sum: true, variant_id: "va" }
    const record = renewedRecord(sold("content", { cart, ...packagePayload(content) }), {
      ...line,
      orderLineId: "ordli_B_1",
      packageLineId: "ordli_A_1",
    })
    expect(record).toMatchObject({ id: "slin_B_1", parentId: "slin_A_1", groupKey: "slin_A_1", kind: "content" })
    expect(record.payload).toEqual({ cart, packages: { ...content, period: null } })
  })
})
