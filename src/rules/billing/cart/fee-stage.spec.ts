import fc from "fast-check"
import { applied, cartFacts, cartLine, countingIds, recurring, withFees } from "../../__tests__/carts"
import {
  cartChanges,
  isNoChange,
  LINE_KEY,
  LINE_STAGES,
  startPlan,
  type CartFacts,
  type LineIdGenerator,
} from "../../cart"
import type { LineTerms } from "../types"

type Terms = Record<string, LineTerms>

const ROOMS = new Set(["billing", "discounts"])
const changesOf = (cart: CartFacts, terms: Terms, ids: LineIdGenerator) =>
  cartChanges(withFees(startPlan(cart, ids, ROOMS), terms), LINE_STAGES)
const planned = (cart: CartFacts, terms: Terms, ids: LineIdGenerator) => applied(cart, changesOf(cart, terms, ids))
const ofVariants = ({ lines }: CartFacts) => lines.filter(({ variantId }) => variantId !== null)
const ofFees = ({ lines }: CartFacts) => lines.filter(({ variantId }) => variantId === null)

const fees = fc.constantFrom(null, "0.00", "5.00", "12.50")
const quantities = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 })

const cartOf = (numbers: number[], charged: (string | null)[]): { cart: CartFacts; terms: Terms } => ({
  cart: cartFacts(numbers.map((quantity, index) => cartLine(`line_${index}`, { quantity }))),
  terms: Object.fromEntries(numbers.map((_, index) => [`line_${index}`, recurring(charged[index] ?? null)])),
})

describe("feeStage", () => {
  it("B7: is done once: planning on the planned cart changes nothing", () => {
    fc.assert(
      fc.property(quantities, fc.array(fees, { minLength: 4, maxLength: 4 }), (numbers, charged) => {
        const ids = countingIds()
        const { cart, terms } = cartOf(numbers, charged)
        expect(isNoChange(changesOf(planned(cart, terms, ids), terms, ids))).toBe(true)
      }),
      { seed: 7 },
    )
  })

  it("B7: puts right whatever was done to fee lines and keys, and gives each fee its product's quantity", () => {
    const harm = fc.record({
      quantity: fc.integer({ min: 1, max: 9 }),
      unitPrice: fc.constantFrom("0.01", "5.00", "99"),
      isTaxInclusive: fc.boolean(),
      metadata: fc.constantFrom(null, {}, { [LINE_KEY]: "forged" }, { mine: 1 }),
    })
    fc.assert(
      fc.property(quantities, fc.array(harm, { minLength: 8, maxLength: 8 }), (numbers, harms) => {
        const ids = countingIds()
        const { cart, terms } = cartOf(
          numbers,
          numbers.map(() => "5.00"),
        )
        const healthy = planned(cart, terms, ids)
        const harmed = {
          ...healthy,
          lines: healthy.lines.map((one, index) => ({
            ...one,
            ...(one.variantId ? { metadata: harms[index]?.metadata ?? null } : harms[index]),
          })),
        }
        const after = planned(harmed, terms, ids)
        expect(isNoChange(changesOf(after, terms, ids))).toBe(true)
        expect(ofFees(after).map(({ quantity }) => quantity)).toEqual(numbers)
        expect(new Set(after.lines.map(({ metadata }) => metadata?.[LINE_KEY])).size).toBe(numbers.length * 2)
      }),
      { seed: 7 },
    )
  })

  it("B7: a fee goes with its product, and with its price", () => {
    const ids = countingIds()
    const { cart, terms } = cartOf([2], ["5.00"])
    const healthy = planned(cart, terms, ids)
    const withoutProduct = { ...healthy, lines: ofFees(healthy) }
    expect(planned(withoutProduct, {}, ids)).toMatchObject({ lines: [], records: [] })
    expect(planned(healthy, { line_0: recurring("0.00") }, ids).lines.map(({ id }) => id)).toEqual(["line_0"])
  })

  it("B7: fee and product are one group, and the fee's record names its product's", () => {
    const { cart, terms } = cartOf([1], ["5.00"])
    const [product, fee] = planned(cart, terms, countingIds()).records
    expect(product).toMatchObject({ room: "billing", kind: "product", parentId: null, groupKey: product?.id })
    expect(fee).toMatchObject({ room: "billing", kind: "setup_fee", parentId: product?.id, groupKey: product?.id })
    expect(fee?.payload).toEqual({ billing: { offer_id: "offer", cycle_id: "cycle", terms: recurring("5.00") } })
  })

  it("B7: a fee line that was deleted is made again under its key", () => {
    const ids = countingIds()
    const { cart, terms } = cartOf([1], ["5.00"])
    const healthy = planned(cart, terms, ids)
    const again = planned({ ...healthy, lines: ofVariants(healthy) }, terms, ids)
    expect(again.records.map(({ id, key }) => [id, key]).sort()).toEqual(
      healthy.records.map(({ id, key }) => [id, key]).sort(),
    )
    expect(ofFees(again)[0]?.metadata).toEqual(ofFees(healthy)[0]?.metadata)
  })

  it("B22: a key that another line shows is taken from it, not followed", () => {
    const ids = countingIds()
    const { cart, terms } = cartOf([1], [null])
    const healthy = planned(cart, terms, ids)
    const key = healthy.lines[0]?.metadata?.[LINE_KEY]
    const plain = cartLine("plain", { productId: "other", metadata: { [LINE_KEY]: key, mine: 1 } })
    const after = planned({ ...healthy, lines: [...healthy.lines, plain] }, terms, ids)
    expect(after.lines.map(({ metadata }) => metadata)).toEqual([{ [LINE_KEY]: key }, { mine: 1 }])
  })
})
