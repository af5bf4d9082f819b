import { termsOfLine } from "./terms-of-line"
import type { CycleTerms, OfferTerms } from "../types"

const offer: OfferTerms = {
  id: "boff_1",
  productId: "prod_1",
  paymentType: "recurring",
  hidden: false,
  onRequest: false,
  trialDays: 14,
  duration: null,
  collectionMethod: "send_invoice",
}
const cycle: CycleTerms = {
  id: "bcyc_1",
  variantId: "variant_1",
  interval: { unit: "month", count: 1 },
  basePrice: "10.00",
  setupFee: "5.00",
}

describe("termsOfLine", () => {
  it("B5, B14: a recurring line has its interval, its fee and its trial", () => {
    expect(termsOfLine({ offer, cycle, trialUsed: false })).toEqual({
      ok: true,
      terms: {
        kind: "recurring",
        interval: { unit: "month", count: 1 },
        setupFee: "5.00",
        trialDays: 14,
        collectionMethod: "send_invoice",
      },
    })
  })

  it("B14: a trial is had once", () => {
    expect(termsOfLine({ offer, cycle, trialUsed: true })).toMatchObject({ terms: { trialDays: 0 } })
    expect(termsOfLine({ offer: { ...offer, trialDays: null }, cycle, trialUsed: false })).toMatchObject({
      terms: { trialDays: 0 },
    })
  })

  it("B3, B4: a free line has no fee and perhaps a duration, a lifetime one perhaps a fee", () => {
    const duration = { unit: "month" as const, count: 3 }
    const nothing = { ...cycle, interval: null, basePrice: null }
    expect(
      termsOfLine({ offer: { ...offer, paymentType: "free", duration }, cycle: nothing, trialUsed: false }),
    ).toEqual({ ok: true, terms: { kind: "free", duration, setupFee: null } })
    expect(termsOfLine({ offer: { ...offer, paymentType: "lifetime" }, cycle, trialUsed: false })).toEqual({
      ok: true,
      terms: { kind: "lifetime", setupFee: "5.00" },
    })
  })

  it.each([
    ["B10: hidden", { ...offer, hidden: true, onRequest: true }, cycle, "hidden"],
    ["B11: on request", { ...offer, onRequest: true }, { ...cycle, basePrice: null }, "on_request"],
    ["B6: priced at zero", offer, { ...cycle, basePrice: "0.00" }, "cycle_disabled"],
    ["B6: without a price", offer, { ...cycle, basePrice: null }, "cycle_disabled"],
    [
      "B6: lifetime without a price",
      { ...offer, paymentType: "lifetime" as const },
      { ...cycle, basePrice: null },
      "cycle_disabled",
    ],
    ["without an interval", offer, { ...cycle, interval: null }, "cycle_disabled"],
  ])("%s cannot be ordered, with a reason", (_, offer, cycle, code) => {
    const answer = termsOfLine({ offer, cycle, trialUsed: false })
    expect(answer).toEqual({ ok: false, code, reason: expect.stringMatching(/^This /) as string })
  })
})
