import type { OfferWithCycles } from "../cart/line-offers"
import { isWarningConfirmed, saleWarning } from "./sale-warnings"

const loaded = (more: Partial<OfferWithCycles["offer"]> = {}, basePrice: string | null = "10"): OfferWithCycles => ({
  offer: {
    id: "offer",
    productId: "prod",
    paymentType: "recurring",
    hidden: false,
    onRequest: false,
    trialDays: null,
    duration: null,
    collectionMethod: null,
    ...more,
  },
  cycles: [{ id: "cycle", variantId: "monthly", interval: { unit: "month", count: 1 }, basePrice, setupFee: null }],
})

describe("B6, B10: what an admin is warned of before selling it", () => {
  it.each([
    ["what a customer can order", loaded(), "monthly", undefined],
    ["what is on request", loaded({ onRequest: true }), "monthly", undefined],
    ["what is hidden", loaded({ hidden: true }), "monthly", "hidden"],
    ["a cycle without a price", loaded({}, null), "monthly", "cycle_disabled"],
    ["a cycle at zero", loaded({}, "0"), "monthly", "cycle_disabled"],
    ["a variant that is no cycle", loaded(), "other", "no_cycle"],
  ])("%s", (_name, offer, variantId, code) => {
    expect(saleWarning(variantId, offer)?.code).toBe(code)
  })

  it("is confirmed by the same request, but not by a double click, and not an hour later", () => {
    expect([null, 0, 1, 2, 60, 600, 601].map(isWarningConfirmed)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
      false,
    ])
  })
})
