import { lineOffers, trialDaysOf, type LineOffersFacts, type OfferWithCycles } from "./line-offers"

const loaded: OfferWithCycles = {
  offer: {
    id: "offer",
    productId: "prod",
    paymentType: "recurring",
    hidden: false,
    onRequest: false,
    trialDays: 14,
    duration: null,
    collectionMethod: null,
  },
  cycles: [
    {
      id: "cycle",
      variantId: "monthly",
      interval: { unit: "month", count: 1 },
      basePrice: "10",
      setupFee: "5.00",
    },
  ],
}
const line = (id: string, productId = "prod", variantId = "monthly") => ({ id, productId, variantId })
const found = (lines: ReturnType<typeof line>[], used = false) =>
  lineOffers({ lines, offers: new Map([["prod", loaded]]), trialUsed: () => used })

describe("lineOffers", () => {
  it("leaves out goods without an offer", () => {
    expect(found([line("mug", "other")]).size).toBe(0)
  })

  it("B14: gives the trial to the first of several lines of one offer, and to none where it was had", () => {
    const trials = (used: boolean) =>
      [...found([line("a"), line("b")], used).values()].map((one) =>
        one.ok && one.terms.kind === "recurring" ? one.terms.trialDays : null,
      )
    expect(trials(false)).toEqual([14, 0])
    expect(trials(true)).toEqual([0, 0])
  })

  it("B14: of two cycles in one cart the dearer one has the trial, whatever their order", () => {
    const annual = {
      id: "annual",
      variantId: "annual",
      interval: { unit: "year", count: 1 },
      basePrice: "99",
      setupFee: null,
    } as const
    const offers = new Map([["prod", { ...loaded, cycles: [...loaded.cycles, annual] }]])
    const trialOf = (lines: LineOffersFacts["lines"]) =>
      [...lineOffers({ lines, offers, trialUsed: () => false })].flatMap(([id, one]) =>
        one.ok && trialDaysOf(one.terms) > 0 ? [id] : [],
      )
    const [month, year] = [line("m"), line("y", "prod", "annual")]
    expect(trialOf([month, year])).toEqual(["y"])
    expect(trialOf([year, month])).toEqual(["y"])
    // Ten of the monthly one come to 100.00.
    expect(trialOf([year, { ...month, quantity: 10 }])).toEqual(["m"])
    // Two lines of one cycle come oldest first.
    expect(trialOf([line("b"), line("a")])).toEqual(["b"])
  })

  it("refuses a variant that is no billing cycle of its product", () => {
    expect(found([line("a", "prod", "other")]).get("a")).toMatchObject({ ok: false, code: "no_cycle" })
  })
})
