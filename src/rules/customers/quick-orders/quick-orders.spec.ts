import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import {
  checkQuickOrder,
  fillFromLastOrder,
  minimumProblem,
  priceChanges,
  quickOrderItem,
  summedPrices,
  withoutAccessories,
  type QuickOrderBody,
  type QuickOrderItem,
} from ".."

const ITEMS: QuickOrderItem[] = [
  { kind: "order", variantId: "a", listPrice: "0.99", yourPrice: "0.84" },
  { kind: "order", variantId: "b", listPrice: "10", yourPrice: "10" },
  { kind: "request", variantId: "r" },
]
const context = { items: ITEMS, email: "buyer@example.com", asOf: "2026-03-01" }

const problemsOf = (body: Partial<QuickOrderBody>, more: Partial<typeof context> | { email: null } = {}) => {
  const checked = checkQuickOrder({ items: [{ variantId: "a", quantity: "1" }], ...body }, { ...context, ...more })
  return checked.ok ? [] : checked.problems.map(({ field, reason }) => `${field} ${reason}`)
}

describe("what the page shows", () => {
  const variant = { variantId: "a", listPrice: "10", yourPrice: "9" } as const

  it("C22: what has a price in the currency; hidden ones never; a button for those on request", () => {
    expect(quickOrderItem({ ...variant, visibility: "visible" })).toMatchObject({ kind: "order", yourPrice: "9" })
    expect(quickOrderItem({ ...variant, visibility: "hidden" })).toBeNull()
    expect(quickOrderItem({ ...variant, visibility: "visible", listPrice: null, yourPrice: null })).toBeNull()
    expect(quickOrderItem({ ...variant, visibility: "on_request" })).toEqual({ kind: "request", variantId: "a" })
    expect(quickOrderItem({ variantId: "a", visibility: "on_request", listPrice: null, yourPrice: null })).toEqual({
      kind: "request",
      variantId: "a",
    })
  })
})

describe("prices between opening and submitting", () => {
  it("C23: what changed is named, and what is not sold any more", () => {
    const opened = [
      { variantId: "a", price: "0.84" },
      { variantId: "b", price: "10.00" },
      { variantId: "c", price: "5" },
    ]
    const now = [
      { variantId: "a", price: "0.99" },
      { variantId: "b", price: "10" },
    ]
    expect(priceChanges(opened, now)).toEqual([
      { variantId: "a", before: "0.84", after: "0.99" },
      { variantId: "c", before: "5", after: null },
    ])
  })

  it("C23: an article that is sold alone and in a package is compared as one", () => {
    const line = (variantId: string, price: string) => ({ variantId, price })
    const opened = [line("a", "5.89"), line("p", "20"), line("a", "0")]
    const now = [line("a", "0"), line("p", "20"), line("a", "5.89")]
    expect(priceChanges(summedPrices(opened), summedPrices(now))).toEqual([])
    expect(summedPrices(opened)).toEqual([line("a", "5.89"), line("p", "20")])
  })

  it("law: nothing changed of what was opened just now", () => {
    const prices = fc.uniqueArray(fc.record({ variantId: fc.string(), price: fc.nat().map(String) }), {
      selector: ({ variantId }) => variantId,
    })
    fc.assert(
      fc.property(prices, (opened) => {
        expect(priceChanges(opened, opened)).toEqual([])
      }),
      LAW,
    )
  })
})

describe("a quick order", () => {
  it("C24: has its lines once each, and what the customer wrote", () => {
    const body = {
      items: [
        { variantId: "a", quantity: "2" },
        { variantId: "b", quantity: "" },
        { variantId: "gone", quantity: 0 },
        { variantId: "a", quantity: 5 },
      ],
      purchaseOrderNumber: " PO\n7 ",
      wantedOn: "2026-03-01",
      note: " <b>ring</b>\r\ntwice ",
      email: "forged@example.com",
    }
    expect(checkQuickOrder(body, context)).toEqual({
      ok: true,
      order: {
        items: [{ variantId: "a", quantity: 7 }],
        email: "buyer@example.com",
        purchaseOrderNumber: "PO 7",
        wantedOn: "2026-03-01",
        note: "<b>ring</b>\ntwice",
      },
    })
  })

  it.each([
    [{ items: [] }, "items must have at least one piece"],
    [{ items: [{ variantId: "a", quantity: "-1" }] }, "items.0.quantity must be a whole number up to 100000"],
    [{ items: [{ variantId: "a", quantity: "1.5" }] }, "items.0.quantity must be a whole number up to 100000"],
    [{ items: [{ variantId: "a", quantity: "1e3" }] }, "items.0.quantity must be a whole number up to 100000"],
    [{ items: [{ variantId: "a", quantity: 100_001 }] }, "items.0.quantity must be a whole number up to 100000"],
    [{ items: [{ variantId: "hidden", quantity: "1" }] }, "items.0.variantId is not sold here"],
    [{ items: [{ variantId: "__proto__", quantity: "1" }] }, "items.0.variantId is not sold here"],
    [{ items: [{ variantId: "r", quantity: "1" }] }, "items.0.variantId is sold on request only"],
    [{ wantedOn: "2026-02-28" }, "wantedOn must not be in the past"],
    [{ wantedOn: "tomorrow" }, "wantedOn must be a date such as 2026-03-31"],
    [{ note: "x".repeat(2001) }, "note takes at most 2000 signs"],
    [{ purchaseOrderNumber: "x".repeat(51) }, "purchaseOrderNumber takes at most 50 signs"],
  ])("%j is refused: %s", (body, problem) => {
    expect(problemsOf(body)).toEqual([problem])
  })

  it("C24: a missing e-mail is asked for", () => {
    expect(problemsOf({}, { email: null })).toEqual(["email is required"])
    expect(problemsOf({ email: "nobody" }, { email: null })).toEqual(["email must be an e-mail address"])
    expect(problemsOf({ email: "a@example.com" }, { email: null })).toEqual([])
  })

  it("C24: is at least the minimum, where there is one", () => {
    expect(minimumProblem("49.99", "50")).toEqual({ field: "items", reason: "must come to at least 50" })
    expect([minimumProblem("50.00", "50"), minimumProblem("1", null), minimumProblem("0", "0")]).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe("order as last time", () => {
  const lines = [
    { variantId: "a", title: "A", quantity: 2 },
    { variantId: "r", title: "R", quantity: 1 },
    { variantId: null, title: "Set-up", quantity: 1 },
    { variantId: "gone", title: "Gone", quantity: 1 },
    { variantId: "a", title: "A", quantity: 1 },
  ]

  it("C24: fills in what is still sold, and names what is not", () => {
    expect(fillFromLastOrder(lines, ITEMS)).toEqual({
      items: [{ variantId: "a", quantity: 3 }],
      leftOut: [
        { title: "R", reason: "on_request" },
        { title: "Set-up", reason: "not_sold" },
        { title: "Gone", reason: "not_sold" },
      ],
    })
  })

  it("C24: what came with a package does not come twice, whether the package was chosen or sold as it stands", () => {
    const set = { variantId: "b", title: "Set", quantity: 2, choices: [] }
    const ordered = [set, { variantId: "a", title: "A", quantity: 1 }, { variantId: "a", title: "A", quantity: 4 }]
    const left = withoutAccessories(ordered, [{ variantId: "a", quantity: 2 }])
    expect(fillFromLastOrder(left, ITEMS).items).toEqual([
      { variantId: "b", quantity: 2 },
      { variantId: "a", quantity: 3 },
    ])
  })

  it("law: what it fills in can be ordered", () => {
    const line = fc.record({
      variantId: fc.constantFrom("a", "b", "r", "x", null),
      title: fc.string(),
      quantity: fc.integer({ min: 1, max: 100 }),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (last) => {
        const { items } = fillFromLastOrder(last, ITEMS)
        expect(checkQuickOrder({ items }, context).ok).toBe(items.length > 0)
      }),
      LAW,
    )
  })
})
