import fc from "fast-check"
import { LAW } from "../__tests__/arbitraries"
import { applied, cartFacts, cartLine, countingIds, offered, recurring } from "../__tests__/carts"
import { arbitraryDiscountFacts as sales } from "../__tests__/arbitrary-discount-facts"
import { feeStage } from "../billing/cart/fee-stage"
import { lineOffers } from "../billing/cart/line-offers"
import { trialStage } from "../billing/cart/trial-stage"
import type { DiscountFacts, EvaluatedLine } from "../discounts"
import { discountStage } from "../discounts/cart/discount-stage"
import { compare, isNegative, multiply, subtract, sum, type Decimal } from "../money"
import {
  CART_STAGES,
  cartChanges,
  firstStaleStage,
  isDependent,
  isNoChange,
  currentPlan,
  startPlan,
  takenOf,
  type CartFacts,
  type CartPlan,
  type LineIdGenerator,
  type PlannedLine,
} from "."

/** A line's terms: goods, or an offer with a fee or a trial. */
interface LineTermsFacts {
  setupFee: string | null
  trialDays: number
}

interface Shop {
  facts: DiscountFacts
  cart: CartFacts
  terms: ReadonlyMap<string, LineTermsFacts>
}

const terms = fc.option(
  fc.record({ setupFee: fc.constantFrom(null, "5.00", "12.50"), trialDays: fc.constantFrom(0, 14) }),
)

const shops = sales.chain((facts) =>
  fc.array(terms, { minLength: facts.lines.length, maxLength: facts.lines.length }).map((offers): Shop => ({
    facts,
    terms: new Map(facts.lines.flatMap(({ id }, place) => (offers[place] ? [[id, offers[place]]] : []))),
    cart: cartFacts(
      facts.lines.map(({ id, quantity, unitPrice, isTaxInclusive, taxRate, isDiscountable, variantId }, place) =>
        cartLine(id, {
          createdAt: `2026-01-01T00:00:${String(place).padStart(2, "0")}.000Z`,
          ...{ quantity, unitPrice, isTaxInclusive, taxRate, isDiscountable, variantId },
        }),
      ),
    ),
  })),
)

const asEvaluatedLine = (
  planned: PlannedLine,
  known: EvaluatedLine | undefined,
  first: EvaluatedLine,
): EvaluatedLine => ({
  ...(known ?? { ...first, variantId: null }),
  id: planned.line.id,
  kind: isDependent(planned) ? "dependent" : "article",
  unitPrice: planned.line.unitPrice,
  quantity: planned.line.quantity,
  taken: takenOf(planned),
})

/** The plan of a cart by the stages that there are, as a store's hooks run them. */
function planOf({ facts, terms }: Shop, cart: CartFacts, ids: LineIdGenerator): CartPlan {
  const offers = new Map(
    [...terms].map(([id, { setupFee, trialDays }]) => [id, offered(recurring(setupFee, trialDays))] as const),
  )
  const free = trialStage(feeStage(startPlan(cart, ids, ROOMS), offers))
  const [first] = facts.lines
  const lines = free.lines.flatMap((planned) =>
    first
      ? [
          asEvaluatedLine(
            planned,
            facts.lines.find(({ id }) => id === planned.line.id),
            first,
          ),
        ]
      : [],
  )
  return discountStage(free, { ...facts, lines }).plan
}

const ROOMS = new Set(["billing", "discounts"])
const changesOf = (plan: CartPlan) => cartChanges(plan, CART_STAGES)

const totalOf = ({ lines }: CartPlan): Decimal =>
  sum(lines.map((planned) => subtract(multiply(planned.line.unitPrice, planned.line.quantity), takenOf(planned))))

describe("laws of a cart's plan", () => {
  it("law: running it twice is running it once: the second plan writes nothing, and completion finds nothing stale", () => {
    fc.assert(
      fc.property(shops, (shop) => {
        const ids = countingIds()
        const once = applied(shop.cart, changesOf(planOf(shop, shop.cart, ids)))
        const again = changesOf(planOf(shop, once, ids))
        expect(isNoChange(again)).toBe(true)
        expect(firstStaleStage(again)).toBeNull()
      }),
      LAW,
    )
  })

  it("law: the order in which the lines are read does not change the total", () => {
    const shuffled = shops.chain((shop) =>
      fc.tuple(
        fc.constant(shop),
        fc.shuffledSubarray(shop.cart.lines, { minLength: shop.cart.lines.length, maxLength: shop.cart.lines.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([shop, lines]) => {
        const other = planOf(shop, { ...shop.cart, lines }, countingIds())
        expect(totalOf(other)).toBe(totalOf(planOf(shop, shop.cart, countingIds())))
      }),
      LAW,
    )
  })

  it("law: the explained amounts equal the adjustments, line by line", () => {
    fc.assert(
      fc.property(shops, (shop) => {
        const plan = planOf(shop, shop.cart, countingIds())
        const { adjustments } = changesOf(plan)
        for (const { line } of plan.lines) {
          const told = plan.explanations.filter(({ did, lineId }) => did === "took" && lineId === line.id)
          const written = adjustments.add.filter(({ lineId }) => lineId === line.id)
          const amounts = (list: { amount: Decimal }[]) => sum(list.map(({ amount }) => amount))
          expect(compare(amounts(told), amounts(written))).toBe(0)
        }
      }),
      LAW,
    )
  })

  it("law: nothing goes below zero, and what a line depends on is never discounted away from it", () => {
    fc.assert(
      fc.property(shops, (shop) => {
        const plan = planOf(shop, shop.cart, countingIds())
        for (const planned of plan.lines) {
          const taken = sum(planned.taken.map(({ amount }) => amount))
          expect(isNegative(subtract(multiply(planned.line.unitPrice, planned.line.quantity), taken))).toBe(false)
          expect(isDependent(planned) && planned.taken.length > 0).toBe(false)
        }
      }),
      LAW,
    )
  })

  it("law: a cart at rest is, before the discounts, what its plan was before them", () => {
    fc.assert(
      fc.property(shops, (shop) => {
        const plan = planOf(shop, shop.cart, countingIds())
        const current = currentPlan(applied(shop.cart, changesOf(plan)), "discounts")
        const before = ({ line, taken, identity }: PlannedLine) => ({
          id: line.id,
          taken: taken.filter(({ stage }) => stage === "trial").map(({ amount }) => amount),
          isDependent: (identity?.parentLineId ?? null) !== null,
        })
        const sorted = (lines: PlannedLine[]) => lines.map(before).sort((a, b) => (a.id < b.id ? -1 : 1))
        expect(sorted(current.lines)).toEqual(sorted(plan.lines))
      }),
      LAW,
    )
  })

  it("B14: of several lines of one offer the oldest has the trial, in whatever order they are read", () => {
    const offer = {
      id: "offer",
      productId: "prod",
      paymentType: "recurring",
      hidden: false,
      onRequest: false,
      trialDays: 14,
      duration: null,
      collectionMethod: null,
    } as const
    const interval = { unit: "month", count: 1 } as const
    const cycles = [{ id: "cycle", variantId: "variant", interval, basePrice: "9.90", setupFee: null }]
    const older = cartLine("b", { createdAt: "2026-01-01T00:00:00.000Z" })
    const newer = cartLine("a", { createdAt: "2026-01-02T00:00:00.000Z" })
    const plan = startPlan(cartFacts([newer, older]), countingIds(), ROOMS)
    const lines = plan.lines.map(({ line }) => line)
    const found = lineOffers({ lines, offers: new Map([["prod", { offer, cycles }]]), trialUsed: () => false })
    expect(trialStage(feeStage(plan, found)).explanations).toMatchObject([{ lineId: "b", stage: "trial", did: "took" }])
  })

  it("the lines, records and adjustments of a room that takes no part stay", () => {
    const terms = new Map([["a", offered(recurring("5.00", 14))]])
    const cart = cartFacts([cartLine("a"), cartLine("b", { productId: "mug", variantId: "mug" })])
    const plan = trialStage(feeStage(startPlan(cart, countingIds(), ROOMS), terms))
    const sold = applied(cart, changesOf(plan))
    const alone = startPlan(sold, countingIds(), new Set(["discounts"]))
    expect(isNoChange(cartChanges(alone, ["discounts"]))).toBe(true)
  })
})
