import { planOffer } from "./plan-offer"
import type { OfferFacts, StoredCycleFacts, WantedCycle, WantedOffer } from "./plan-offer-types"

const MONTHLY = { unit: "month", count: 1 } as const
const ANNUAL = { unit: "year", count: 1 } as const

const wantedCycle = (cycle: Partial<WantedCycle>): WantedCycle => ({
  id: null,
  variantId: null,
  interval: MONTHLY,
  prices: null,
  setupFees: null,
  ...cycle,
})

const wanted = (offer: Partial<WantedOffer>): WantedOffer => ({
  productId: "prod_1",
  paymentType: "recurring",
  trialDays: null,
  duration: null,
  collectionMethod: null,
  crossSells: [],
  cycles: [wantedCycle({})],
  ...offer,
})

const storedCycle = (cycle: Partial<StoredCycleFacts>): StoredCycleFacts => ({
  id: "bcyc_1",
  variantId: "variant_1",
  interval: MONTHLY,
  madeVariant: true,
  running: 0,
  ...cycle,
})

const facts = (more: Partial<OfferFacts>): OfferFacts => ({
  collectionId: "pcol_1",
  variants: [],
  options: [],
  cycles: [],
  currencies: ["eur", "jpy"],
  pricedIn: [],
  crossSoldIds: [],
  ...more,
})

const planOf = (offer: WantedOffer, known: OfferFacts) => {
  const planned = planOffer(offer, known)
  if (!planned.ok) {
    throw new Error(JSON.stringify(planned.problems))
  }
  return planned.plan
}

const problemsOf = (offer: WantedOffer, known: OfferFacts) => {
  const planned = planOffer(offer, known)
  return planned.ok ? [] : planned.problems.map(({ field, reason }) => `${field}: ${reason}`)
}

const option = (title: string, ...values: string[]) => ({
  id: `opt_${title}`,
  title,
  values: values.map((value) => ({ id: `val_${value}`, value })),
  isExclusive: true,
})

describe("planOffer", () => {
  it("B5: a new cycle of a product without options makes the option and the variant", () => {
    const plan = planOf(
      wanted({ cycles: [wantedCycle({}), wantedCycle({ interval: { unit: "month", count: 18 } })] }),
      facts({}),
    )
    expect(plan.option).toEqual({ kind: "create", title: "Billing cycle", values: ["Monthly", "Every 18 months"] })
    expect(plan.cycles.map((cycle) => cycle.newVariant)).toEqual([
      { title: "Monthly", options: { "Billing cycle": "Monthly" } },
      { title: "Every 18 months", options: { "Billing cycle": "Every 18 months" } },
    ])
  })

  it("extends the option that tells the cycles apart already, and keeps a value that is there", () => {
    const known = facts({
      variants: [{ id: "variant_1", title: "Monthly", valueIds: ["val_Monthly"] }],
      options: [option("Plan", "Monthly", "Annual")],
      cycles: [storedCycle({})],
    })
    const both = wanted({ cycles: [wantedCycle({}), wantedCycle({ interval: ANNUAL })] })
    expect(planOf(both, known)).toMatchObject({
      option: null,
      cycles: [{ variantId: "variant_1" }, { newVariant: { title: "Annual", options: { Plan: "Annual" } } }],
    })
    const weekly = wanted({ cycles: [wantedCycle({}), wantedCycle({ interval: { unit: "week", count: 1 } })] })
    expect(planOf(weekly, known).option).toEqual({ kind: "extend", optionId: "opt_Plan", values: ["Weekly"] })
  })

  it("gives a new variant the only value of the product's other options", () => {
    const known = facts({ options: [option("Default option", "Default option value")] })
    expect(planOf(wanted({}), known).cycles[0]?.newVariant?.options).toEqual({
      "Default option": "Default option value",
      "Billing cycle": "Monthly",
    })
  })

  it("asks for a variant where there is more to choose, or one of the name already", () => {
    expect(problemsOf(wanted({}), facts({ options: [option("Size", "S", "M")] }))).toEqual([
      'cycles.0.variant_id: must name a variant of the product: it has the option "Size" to choose from, too',
    ])
    const twin = facts({
      variants: [{ id: "variant_7", title: "Per month", valueIds: ["val_Monthly"] }],
      options: [option("Billing cycle", "Monthly")],
    })
    expect(problemsOf(wanted({}), twin)).toEqual([
      'cycles.0.variant_id: must be given: the product has the variant "Per month" (variant_7) already',
    ])
  })

  it("finds what is stored by id, by variant and by interval", () => {
    const known = facts({
      variants: ["variant_1", "variant_2", "variant_3"].map((id) => ({ id, title: id, valueIds: [] })),
      cycles: [
        storedCycle({}),
        storedCycle({ id: "bcyc_2", variantId: "variant_2", interval: ANNUAL }),
        storedCycle({ id: "bcyc_3", variantId: "variant_3", interval: { unit: "week", count: 1 } }),
      ],
    })
    const plan = planOf(
      wanted({
        cycles: [
          wantedCycle({ id: "bcyc_2", interval: { unit: "year", count: 2 } }),
          wantedCycle({ variantId: "variant_3", interval: { unit: "week", count: 2 } }),
          wantedCycle({}),
        ],
      }),
      known,
    )
    expect(plan.cycles.map((cycle) => cycle.stored?.id)).toEqual(["bcyc_2", "bcyc_3", "bcyc_1"])
    expect(plan.removed).toEqual([])
  })

  it("makes a variant anew where the cycle's own is gone", () => {
    const plan = planOf(wanted({}), facts({ cycles: [storedCycle({ variantId: "variant_gone" })] }))
    expect(plan.cycles[0]).toMatchObject({
      stored: { id: "bcyc_1" },
      variantId: null,
      newVariant: { title: "Monthly" },
    })
  })

  it("B12: keeps what subscriptions run on", () => {
    const known = facts({
      variants: [{ id: "variant_1", title: "Monthly", valueIds: [] }],
      cycles: [storedCycle({ running: 1 })],
    })
    expect(problemsOf(wanted({ cycles: [wantedCycle({ id: "bcyc_1", interval: ANNUAL })] }), known)).toEqual([
      "cycles.0.interval: cannot be changed: 1 subscription runs on it",
    ])
    expect(problemsOf(wanted({ cycles: [wantedCycle({ interval: ANNUAL })] }), known)).toEqual([
      "cycles: must keep bcyc_1 (Monthly): 1 subscription runs on it",
    ])
  })

  it("pads amounts to the minor unit, drops fees of zero and prices that are taken away", () => {
    const prices = [
      { currencyCode: "EUR", amount: 9.9 },
      { currencyCode: "jpy", amount: "500" },
      { currencyCode: "chf", amount: null },
    ]
    const setupFees = [{ currencyCode: "eur", amount: "0.00" }]
    expect(planOf(wanted({ cycles: [wantedCycle({ prices, setupFees })] }), facts({})).cycles[0]).toMatchObject({
      prices: [
        { currencyCode: "eur", amount: "9.90" },
        { currencyCode: "jpy", amount: "500" },
      ],
      setupFees: [],
    })
  })

  it("B3: a free offer costs zero in every currency of the store", () => {
    const known = facts({ variants: [{ id: "variant_1", title: "Standard", valueIds: [] }] })
    expect(planOf(wanted({ paymentType: "free", cycles: [] }), known).cycles).toMatchObject([
      {
        variantId: "variant_1",
        prices: [
          { currencyCode: "eur", amount: "0" },
          { currencyCode: "jpy", amount: "0" },
        ],
        setupFees: [],
      },
    ])
  })

  it("B2: needs a collection", () => {
    expect(problemsOf(wanted({}), facts({ collectionId: null }))).toEqual([
      "collection_id: the product must be in a collection, its group",
    ])
  })

  it("refuses one stored cycle that is meant twice", () => {
    const known = facts({
      variants: [{ id: "variant_1", title: "Monthly", valueIds: [] }],
      cycles: [storedCycle({ interval: null })],
    })
    const offer = wanted({
      paymentType: "lifetime",
      cycles: [wantedCycle({ interval: null }), wantedCycle({ interval: null })],
    })
    expect(problemsOf(offer, known)).toContain("cycles.1: means the same cycle as cycles.0")
  })
})

describe("the variant of a product that was created without variants", () => {
  const unnamed = (isExclusive: boolean) =>
    facts({
      variants: [{ id: "variant_1", title: "Default variant", valueIds: ["val_Default option value"] }],
      options: [{ ...option("Default option", "Default option value"), isExclusive }],
    })
  const first = wanted({ cycles: [wantedCycle({ variantId: "variant_1" }), wantedCycle({ interval: ANNUAL })] })

  it("B5: gets the name of the cycle that it becomes, and so do its option and its value", () => {
    expect(planOf(first, unnamed(true)).names).toEqual({
      variant: { id: "variant_1", title: "Monthly" },
      option: {
        id: "opt_Default option",
        title: "Billing cycle",
        valueId: "val_Default option value",
        value: "Monthly",
      },
    })
  })

  it("keeps an option that other products may share, and names that a merchant has given", () => {
    expect(planOf(first, unnamed(false)).names).toEqual({
      variant: { id: "variant_1", title: "Monthly" },
      option: null,
    })
    const named = facts({ variants: [{ id: "variant_1", title: "Standard", valueIds: [] }] })
    expect(planOf(first, named).names).toBeNull()
  })
})
