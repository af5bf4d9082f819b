import type { Interval } from "../calendar"
import { cycleTitle } from "./cycle-title"
import { planOffer } from "./plan-offer"
import type { OfferFacts, StoredCycleFacts, WantedCycle, WantedOffer } from "./plan-offer-types"

const month: Interval = { unit: "month", count: 1 }
const year: Interval = { unit: "year", count: 1 }

const cycle = (changes: Partial<WantedCycle> = {}): WantedCycle => ({
  id: null,
  variantId: null,
  interval: month,
  prices: [{ currencyCode: "EUR", amount: 10 }],
  setupFees: null,
  ...changes,
})
const wanted = (changes: Partial<WantedOffer> = {}): WantedOffer => ({
  productId: "prod_1",
  paymentType: "recurring",
  trialDays: null,
  duration: null,
  collectionMethod: null,
  crossSells: [],
  cycles: [cycle()],
  ...changes,
})
const stored = (changes: Partial<StoredCycleFacts> = {}): StoredCycleFacts => ({
  id: "bcyc_1",
  variantId: "variant_1",
  interval: month,
  madeVariant: true,
  running: 0,
  ...changes,
})
const facts = (changes: Partial<OfferFacts> = {}): OfferFacts => ({
  collectionId: "pcol_1",
  variants: [],
  options: [],
  cycles: [],
  currencies: ["eur", "chf"],
  crossSoldIds: [],
  ...changes,
})
const variant = { id: "variant_1", title: "Monthly", valueIds: ["optval_1"] }
const option = { id: "opt_1", title: "Billing cycle", values: [{ id: "optval_1", value: "Monthly" }] }

function planned(offer: WantedOffer, given: OfferFacts) {
  const answer = planOffer(offer, given)
  if (!answer.ok) {
    throw new Error(answer.problems.map(({ field, reason }) => `${field}: ${reason}`).join("\n"))
  }
  return answer.plan
}
function problems(offer: WantedOffer, given: OfferFacts): string[] {
  const answer = planOffer(offer, given)
  return answer.ok ? [] : answer.problems.map(({ field, reason }) => `${field}: ${reason}`)
}

describe("planOffer", () => {
  it("B5: a new cycle makes a variant, named for its interval, under an option of its own", () => {
    const plan = planned(wanted({ cycles: [cycle(), cycle({ interval: year })] }), facts())
    expect(plan.option).toEqual({ kind: "create", title: "Billing cycle", values: ["Monthly", "Annual"] })
    expect(plan.cycles.map(({ newVariant }) => newVariant)).toEqual([
      { title: "Monthly", options: { "Billing cycle": "Monthly" } },
      { title: "Annual", options: { "Billing cycle": "Annual" } },
    ])
    expect(plan.cycles[0]?.prices).toEqual([{ currencyCode: "eur", amount: "10.00" }])
  })

  it("the same request twice finds what the first one made", () => {
    const plan = planned(wanted(), facts({ variants: [variant], options: [option], cycles: [stored()] }))
    expect(plan).toMatchObject({ removed: [], option: null, cycles: [{ stored: { id: "bcyc_1" }, newVariant: null }] })
    expect(plan.cycles[0]?.variantId).toBe("variant_1")
  })

  it("a cycle that nobody wants goes, a new one comes beside what stays", () => {
    const given = facts({ variants: [variant], options: [option], cycles: [stored()] })
    const both = planned(wanted({ cycles: [cycle(), cycle({ interval: year })] }), given)
    expect(both.option).toEqual({ kind: "extend", optionId: "opt_1", values: ["Annual"] })
    const changed = planned(wanted({ cycles: [cycle({ interval: year })] }), given)
    expect(changed.removed.map(({ id }) => id)).toEqual(["bcyc_1"])
  })

  it("B12: what subscriptions run on is neither removed nor given another interval", () => {
    const given = facts({ variants: [variant], options: [option], cycles: [stored({ running: 2 })] })
    expect(problems(wanted({ cycles: [cycle({ interval: year })] }), given)).toEqual([
      "cycles: must keep bcyc_1 (Monthly): 2 subscriptions run on it",
    ])
    expect(problems(wanted({ cycles: [cycle({ id: "bcyc_1", interval: year })] }), given)).toEqual([
      "cycles.0.interval: cannot be changed: 2 subscriptions run on it",
    ])
  })

  it("refuses a foreign variant, a foreign cycle, and one cycle meant twice", () => {
    const given = facts({ variants: [variant], options: [option], cycles: [stored()] })
    expect(problems(wanted({ cycles: [cycle({ variantId: "variant_of_another" })] }), given)).toEqual([
      "cycles.0.variant_id: is not a variant of this product",
    ])
    expect(problems(wanted({ cycles: [cycle({ id: "bcyc_of_another" })] }), given)).toContain(
      "cycles.0.id: is not a cycle of this offer",
    )
    const twice = [cycle({ id: "bcyc_1" }), cycle({ variantId: "variant_1", interval: year })]
    expect(problems(wanted({ cycles: twice }), given)).toEqual(["cycles.1: means the same cycle as cycles.0"])
  })

  it("B2, B15: the group is mandatory, and what is cross-sold exists", () => {
    const crossSells = [{ productId: "prod_ghost", replaces: false }]
    expect(problems(wanted({ crossSells }), facts({ collectionId: null }))).toEqual([
      "collection_id: the product must be in a collection, its group",
      "cross_sells.0.product_id: is not a product",
    ])
  })

  it("B3: a free offer needs no cycle in the request and costs nothing in every currency", () => {
    const plan = planned(wanted({ paymentType: "free", cycles: [] }), facts({ variants: [variant] }))
    expect(plan.cycles).toEqual([
      {
        stored: null,
        variantId: "variant_1",
        newVariant: null,
        interval: null,
        prices: [
          { currencyCode: "eur", amount: "0" },
          { currencyCode: "chf", amount: "0" },
        ],
        setupFees: [],
      },
    ])
  })

  it("B7: a set-up fee of zero is none", () => {
    const setupFees = [
      { currencyCode: "eur", amount: "0.00" },
      { currencyCode: "chf", amount: "5" },
    ]
    const plan = planned(wanted({ cycles: [cycle({ setupFees })] }), facts())
    expect(plan.cycles[0]?.setupFees).toEqual([{ currencyCode: "chf", amount: "5.00" }])
  })

  it("says all that is wrong at once, and plans nothing", () => {
    const wrong = cycle({ interval: { unit: "year", count: 0 }, prices: [{ currencyCode: "xxx", amount: -1 }] })
    expect(problems(wanted({ cycles: [wrong] }), facts())).toEqual([
      "cycles.0.interval: must be a whole number of at least 1",
      'cycles.0.prices.0.amount: "xxx" is not a known currency',
    ])
  })
})

describe("cycleTitle", () => {
  it.each([
    ["week", 1, "Weekly"],
    ["month", 1, "Monthly"],
    ["month", 3, "Quarterly"],
    ["month", 6, "Semi-annual"],
    ["year", 1, "Annual"],
    ["year", 2, "Biennial"],
    ["year", 3, "Triennial"],
    ["month", 18, "Every 18 months"],
    ["day", 10, "Every 10 days"],
  ] as const)("B5: every %s × %d is %s", (unit, count, title) => {
    expect(cycleTitle({ unit, count })).toBe(title)
  })
})
