import fc from "fast-check"
import type { LineTerms } from "../../../rules/billing"
import type { CartFacts, CartLineFacts, LineProduct, Sale } from "./cart-facts"
import { LINE_KEY } from "./line-key"
import { isEmptyPlan, planCartLines, type CartLinesPlan, type Mint } from "./plan-cart-lines"

const PRODUCT: LineProduct = {
  thumbnail: null,
  product_title: "Hosting",
  product_description: null,
  product_subtitle: null,
  product_type: null,
  product_type_id: null,
  product_collection: null,
  product_handle: "hosting",
  variant_title: "Monthly",
}

const counting = (): Mint => {
  let count = 0
  const next = (prefix: string) => () => `${prefix}_${++count}`
  return { recordId: next("bcl"), lineId: next("cali"), key: next("key") }
}

const line = (id: string, quantity: number, metadata: CartLineFacts["metadata"] = null): CartLineFacts => ({
  id,
  productId: "prod",
  variantId: "variant",
  quantity,
  unitPrice: "9.90",
  isTaxInclusive: false,
  isCustomPrice: false,
  title: "Hosting",
  subtitle: "Monthly",
  metadata,
  product: PRODUCT,
})

const recurring = (setupFee: string | null): LineTerms => ({
  kind: "recurring",
  interval: { unit: "month", count: 1 },
  setupFee,
  trialDays: 0,
  collectionMethod: null,
})

const sold = (setupFee: string | null): Sale => ({
  ok: true,
  offerId: "offer",
  cycleId: "cycle",
  productId: "prod",
  variantId: "variant",
  terms: recurring(setupFee),
})

const cartOf = (lines: CartLineFacts[], fees: (string | null)[]): CartFacts => ({
  cartId: "cart",
  currencyCode: "eur",
  regionId: "reg",
  locale: null,
  isCompleted: false,
  customerId: "cus",
  hasAccount: true,
  usedTrials: [],
  lines,
  records: [],
  sales: new Map(lines.map((one, index) => [one.id, sold(fees[index] ?? null)])),
})

const merged = (metadata: CartLineFacts["metadata"], change: Record<string, unknown>) =>
  Object.fromEntries(Object.entries({ ...metadata, ...change }).filter(([, value]) => value !== ""))

/** The cart after a plan, as the database would have it. */
function apply(cart: CartFacts, { records, feeLines, keys }: CartLinesPlan): CartFacts {
  const changed = cart.lines
    .filter(({ id }) => !feeLines.delete.includes(id))
    .map((one): CartLineFacts => {
      const key = keys.find(({ id }) => id === one.id)
      const fee = feeLines.update.find(({ id }) => id === one.id)
      return {
        ...one,
        quantity: fee?.quantity ?? one.quantity,
        unitPrice: fee?.unit_price ?? one.unitPrice,
        isTaxInclusive: fee?.is_tax_inclusive ?? one.isTaxInclusive,
        isCustomPrice: fee?.is_custom_price ?? one.isCustomPrice,
        title: fee?.title ?? one.title,
        metadata: merged(one.metadata, { ...key?.metadata, ...fee?.metadata }),
      }
    })
  const created = feeLines.create.map((fee): CartLineFacts => ({
    ...line(fee.id, fee.quantity, fee.metadata),
    variantId: null,
    unitPrice: fee.unit_price,
    isTaxInclusive: fee.is_tax_inclusive,
    isCustomPrice: true,
    title: fee.title,
    subtitle: fee.subtitle,
  }))
  const gone = new Set([...records.delete, ...records.update].map(({ id }) => id))
  return {
    ...cart,
    lines: [...changed, ...created],
    records: [...cart.records.filter(({ id }) => !gone.has(id)), ...records.update, ...records.create],
  }
}

const fees = fc.constantFrom(null, "0.00", "5.00", "12.50")
const quantities = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 })

describe("what has to be done to a cart's lines", () => {
  it("B7: is done once: planning on the planned cart changes nothing", () => {
    fc.assert(
      fc.property(quantities, fc.array(fees, { minLength: 4, maxLength: 4 }), (numbers, charged) => {
        const mint = counting()
        const cart = cartOf(
          numbers.map((quantity, index) => line(`line_${index}`, quantity)),
          charged,
        )
        const healed = apply(cart, planCartLines(cart, mint))
        expect(isEmptyPlan(planCartLines(healed, mint))).toBe(true)
      }),
      { seed: 7 },
    )
  })

  it("B7: heals whatever was done to fee lines and keys, and gives each fee its product's quantity", () => {
    const harm = fc.record({
      quantity: fc.integer({ min: 1, max: 9 }),
      unitPrice: fc.constantFrom("0.01", "5.00", "99"),
      isTaxInclusive: fc.boolean(),
      metadata: fc.constantFrom(null, {}, { [LINE_KEY]: "forged" }, { mine: 1 }),
    })
    fc.assert(
      fc.property(quantities, fc.array(harm, { minLength: 8, maxLength: 8 }), (numbers, harms) => {
        const mint = counting()
        const cart = cartOf(
          numbers.map((quantity, index) => line(`line_${index}`, quantity)),
          numbers.map(() => "5.00"),
        )
        const healthy = apply(cart, planCartLines(cart, mint))
        const harmed = {
          ...healthy,
          lines: healthy.lines.map((one, index) => ({
            ...one,
            ...(one.variantId ? { metadata: harms[index]?.metadata ?? null } : harms[index]),
          })),
        }
        const healed = apply(harmed, planCartLines(harmed, mint))
        expect(isEmptyPlan(planCartLines(healed, mint))).toBe(true)
        expect(healed.lines.filter(({ variantId }) => !variantId).map(({ quantity }) => quantity)).toEqual(numbers)
        expect(new Set(healed.lines.map(({ metadata }) => metadata?.[LINE_KEY])).size).toBe(numbers.length * 2)
      }),
      { seed: 7 },
    )
  })

  it("B7: a fee goes with its product, and with its price", () => {
    const mint = counting()
    const cart = cartOf([line("line", 2)], ["5.00"])
    const healthy = apply(cart, planCartLines(cart, mint))
    const withoutProduct = { ...healthy, lines: healthy.lines.filter(({ variantId }) => !variantId) }
    expect(apply(withoutProduct, planCartLines(withoutProduct, mint))).toMatchObject({ lines: [], records: [] })
    const withoutFee = { ...healthy, sales: new Map([["line", sold("0.00")]]) }
    expect(apply(withoutFee, planCartLines(withoutFee, mint)).lines.map(({ id }) => id)).toEqual(["line"])
  })

  it("B22: a key that another line shows is taken from it, not followed", () => {
    const mint = counting()
    const cart = cartOf([line("line", 1)], [null])
    const healthy = apply(cart, planCartLines(cart, mint))
    const key = healthy.lines[0]?.metadata?.[LINE_KEY]
    const copied = {
      ...healthy,
      lines: [...healthy.lines, { ...line("plain", 1, { [LINE_KEY]: key, mine: 1 }), productId: "other" }],
    }
    const healed = apply(copied, planCartLines(copied, mint))
    expect(healed.lines.map(({ metadata }) => metadata)).toEqual([{ [LINE_KEY]: key }, { mine: 1 }])
  })
})
