import { knownProblem } from "../known-problem"
import { validateOffer } from "../../../rules/billing"
import { OFFER_PROBLEMS } from "./offer-problems"
import { checkOfferForm } from "./check-offer-form"
import { emptyCycle, toOfferForm } from "./offer-form"

const keyOf = (reason: string) => knownProblem(OFFER_PROBLEMS, reason)

describe("why an offer is refused", () => {
  it("is known in words for what the rules say", () => {
    const month = { unit: "month" as const, count: 1 }
    const cycle = {
      variantId: "variant_1",
      interval: month,
      prices: [{ currencyCode: "eur", amount: "-1" }],
      setupFees: [],
    }
    const problems = validateOffer({
      productId: "prod_1",
      paymentType: "recurring",
      trialDays: -1,
      duration: month,
      collectionMethod: null,
      crossSells: [{ productId: "prod_1", replaces: false }],
      cycles: [cycle, { ...cycle, prices: [{ currencyCode: "jpy", amount: "1.5" }] }],
    })
    expect(problems.length).toBeGreaterThan(5)
    expect(problems.filter(({ reason }) => keyOf(reason) === null)).toEqual([])
  })

  it("has no ids in it", () => {
    const kept = keyOf("must keep bcyc_01ABC (1 month): 2 subscriptions run on it")
    expect(kept).toEqual({ key: "cycle_kept", values: { name: "1 month", count: "2" } })
    const exists = keyOf('must be given: the product has the variant "Annual" (variant_01ABC) already')
    expect(exists).toEqual({ key: "variant_exists", values: { title: "Annual" } })
    expect(keyOf("Cannot be deleted: 3 subscriptions run on product prod_01ABC")?.values).toEqual({ count: "3" })
  })
})

describe("an offer's form", () => {
  it("is checked in currencies that are out of sight, too", () => {
    const cycles = [{ ...emptyCycle("monthly"), prices: { eur: "10", chf: "?1.000" }, setup_fees: { jpy: "1.5" } }]
    expect(checkOfferForm({ ...toOfferForm(null), cycles }).map(({ field }) => field)).toEqual([
      "cycles.0.prices.chf",
      "cycles.0.setup_fees.jpy",
    ])
  })
})
