import { billedSubscription } from "../../__tests__/subscriptions"
import type { RenewalDecision } from "../types"
import { issuedLines, renewedLines } from "./renewed-lines"

const plain = billedSubscription()
const terms = [{ any: "room's own" }]
const discounted = { ...plain, items: plain.items.map((item) => ({ ...item, discounts: terms })) }
const bill = (cycle: number): RenewalDecision => ({
  kind: "bill",
  cycle,
  periodStart: "2026-02-28",
  periodEnd: "2026-03-31",
  dueOn: "2026-02-28",
})

describe("renewedLines", () => {
  it("B28: passes an item's facts to its room, with its terms unread", () => {
    expect(renewedLines(discounted, 3)).toEqual([
      {
        id: "bsi_A",
        variantId: "variant_1",
        unitPrice: "10.00",
        quantity: 2,
        isTaxInclusive: false,
        terms,
        cycle: 3,
        currencyCode: "eur",
      },
    ])
    expect(renewedLines(discounted, 3)[0]?.terms).toBe(terms)
  })

  it("an item without terms makes no call", () => {
    expect(renewedLines(plain, 1)).toEqual([])
  })
})

describe("issuedLines", () => {
  it("are of what was issued alone, under the ids of the order's lines", () => {
    const planned = [{ subscription: discounted, decisions: [bill(1), bill(2)] }]
    expect(
      issuedLines(planned, new Map([["bren_A_2", "order_A_2"]])).map(({ orderId, orderLineId }) => [
        orderId,
        orderLineId,
      ]),
    ).toEqual([["order_A_2", "ordli_A_2"]])
    expect(issuedLines(planned, new Map())).toEqual([])
  })
})
