import type { HttpTypes } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createRegionsWorkflow, createTaxRegionsWorkflow } from "@medusajs/medusa/core-flows"
import type { SimulateAnswer } from "../../src/contracts/discounts/answers"
import { evaluateDiscounts, type DiscountFacts } from "../../src/rules/discounts"
import { compare, multiply, round, subtract, sum } from "../../src/rules/money"
import { createCustomer } from "../support/create-customer"
import { createProduct } from "../support/create-product"
import { createWorld, type World } from "../support/create-world"
import { discountVectors, type DiscountVector } from "../support/discount-vectors"
import { giveDiscount, giveOrderDiscount, makeEligible } from "../support/give-discount"
import { includeTaxes } from "../support/include-taxes"
import { storeSuite } from "../support/store-suite"

// Before the store is configured: its dates are those of Zurich.
process.env.STORE_TIME_ZONE = "Europe/Zurich"

const PROVIDER = "service-commerce-discount"
const FAR_FROM_TIMERS = [
  "hrtime",
  "nextTick",
  "performance",
  "queueMicrotask",
  "requestAnimationFrame",
  "cancelAnimationFrame",
  "requestIdleCallback",
  "cancelIdleCallback",
  "setImmediate",
  "clearImmediate",
  "setInterval",
  "clearInterval",
  "setTimeout",
  "clearTimeout",
] as const

/** The case as the rule takes it. */
function factsOf(vector: DiscountVector): DiscountFacts {
  const unused = { limit: null, used: 0, limitPerCustomer: null, usedByCustomer: 0 }
  const always = { isLimited: false, startsOn: null, endsOn: null }
  const terms = { isActive: true, usage: unused, renewals: "first_only", renewalCycles: null } as const
  const discounts = (vector.article_discounts ?? []).map((discount, index) => ({
    id: `disc_${index}`,
    name: `Discount ${index}`,
    type: discount.type,
    groups: discount.groups,
    rules: discount.rules.map((rule, rank) => ({
      ...rule,
      id: `drul_${rank}`,
      per: "unit" as const,
      currencyCode: null,
    })),
    ...terms,
  }))
  return {
    channel: "cart",
    currencyCode: vector.currency,
    asOf: "2026-03-01",
    groups: vector.groups ?? [],
    personalPercent: null,
    lines: vector.items.map((item) => ({
      id: item.name,
      kind: "article",
      variantId: item.name,
      productId: `product of ${item.name}`,
      collectionId: null,
      categoryIds: [],
      unitPrice: item.unit_price,
      quantity: item.quantity,
      isTaxInclusive: false,
      taxRate: "0",
      isDiscountable: true,
      isEligible: item.eligible ?? false,
      hasSpecialPrice: false,
      taken: "0",
      unitCost: null,
    })),
    discounts,
    assignments: vector.items.flatMap((item) =>
      discounts.map(({ id }, position) => ({
        discountId: id,
        level: "variant" as const,
        targetId: item.name,
        position,
        period: always,
      })),
    ),
    orderDiscounts: vector.order_discount
      ? [
          {
            id: "dord_0",
            name: "Order discount",
            position: 0,
            groups: ["everyone"],
            period: always,
            ranges: vector.order_discount.ranges.map((range) => ({ ...range, currencyCode: vector.currency })),
            ...terms,
          },
        ]
      : [],
    settings: {
      isAdvanced: true,
      onSpecialPrices: false,
      orderDiscountBase: "price",
      personalScope: "quick_order",
      maxDiscountPercent: null,
      minMarginPercent: null,
    },
  }
}

export const discountVectorsSuite = storeSuite(__filename, (store) => {
  let world: World
  let regionOf: Record<string, string>
  let liechtenstein: string

  beforeAll(async () => {
    world = await createWorld(store)
    const container = store.container()
    const payment_providers = ["pp_system_default"]
    const { result } = await createRegionsWorkflow(container).run({
      input: {
        regions: [
          { name: "United States", currency_code: "usd", countries: ["us"], payment_providers },
          {
            name: "Liechtenstein",
            currency_code: "chf",
            countries: ["li"],
            payment_providers,
          },
        ],
      },
    })
    await createTaxRegionsWorkflow(container).run({
      input: [
        { country_code: "li", provider_id: "tp_system", default_tax_rate: { rate: 9.2, code: "LI", name: "VAT" } },
      ],
    })
    liechtenstein = result[1]?.id ?? ""
    regionOf = { eur: world.regions.eur.id, chf: world.regions.chf.id, usd: result[0]?.id ?? "" }
  })

  afterEach(() => {
    jest.useRealTimers()
  })

  const sell = async (title: string, price: number, currency: string): Promise<string> => {
    const { salesChannelId } = world
    const product = await createProduct(store.container(), { title, salesChannelId, prices: { [currency]: price } })
    return product.variants[0]?.id ?? ""
  }

  type Headers = Record<string, string>

  /** A cart with these items, by Medusa's own routes. */
  const fill = async (region_id: string, items: { variant_id: string; quantity: number }[], headers: Headers) => {
    const { data } = await store.api.post("/store/carts", { region_id, email: "v@test.example" }, { headers })
    for (const item of items) {
      await store.api.post(`/store/carts/${data.cart.id}/line-items`, item, { headers })
    }
    return data.cart.id as string
  }

  const readCart = async (id: string, headers: Headers): Promise<HttpTypes.StoreCart> =>
    (await store.api.get(`/store/carts/${id}`, { headers, params: { fields: "+items.total,*items.adjustments" } })).data
      .cart

  const complete = async (cart_id: string, headers: Headers): Promise<HttpTypes.StoreOrder> => {
    const { data } = await store.api.post("/store/payment-collections", { cart_id }, { headers })
    const path = `/store/payment-collections/${data.payment_collection.id}/payment-sessions`
    await store.api.post(path, { provider_id: "pp_system_default" }, { headers })
    const completed = await store.api.post(`/store/carts/${cart_id}/complete`, {}, { headers })
    await store.settled()
    return completed.data.order
  }

  const simulate = async (body: object): Promise<SimulateAnswer["answer"]> =>
    (await store.api.post("/admin/discounts/simulate", body, world.adminHeaders)).data.answer

  const takenOff = (item: { adjustments?: { provider_id?: string; amount: number }[] }) =>
    sum((item.adjustments ?? []).filter((one) => one.provider_id === PROVIDER).map((one) => String(one.amount)))

  describe("D1–D18: each shared case gives the same result in rule, simulator and store", () => {
    it.each(discountVectors().map((vector, index) => [`${index}: ${vector.source}`, vector] as const))(
      "%s",
      async (_name, vector) => {
        const container = store.container()
        const customers = container.resolve(Modules.CUSTOMER)
        const { customer, headers } = await createCustomer(container, { email: "v@test.example", ...world })
        const groupIds = new Map<string, string>()
        const names = (vector.article_discounts ?? []).flatMap(({ groups }) => groups)
        for (const name of new Set([...names, ...(vector.groups ?? [])])) {
          groupIds.set(name, (await customers.createCustomerGroups({ name })).id)
        }
        for (const name of vector.groups ?? []) {
          await customers.addCustomerToGroup({
            customer_id: customer.id,
            customer_group_id: groupIds.get(name) ?? "",
          })
        }
        const variants: string[] = []
        for (const { name, unit_price } of vector.items) {
          variants.push(await sell(name, Number(unit_price), vector.currency))
        }
        for (const [position, discount] of (vector.article_discounts ?? []).entries()) {
          await giveDiscount(container, {
            type: discount.type,
            groups: discount.groups.map((name) => groupIds.get(name) ?? ""),
            rules: discount.rules,
            on: variants.map((target_id) => ({ level: "variant", target_id, position })),
          })
        }
        if (vector.order_discount) {
          const currency_code = vector.currency
          const ranges = vector.order_discount.ranges.map((range) => ({ ...range, currency_code }))
          await giveOrderDiscount(container, { ranges })
        }
        await makeEligible(container, ...variants.filter((_, index) => vector.items[index]?.eligible))

        const byRule = evaluateDiscounts(factsOf(vector)).lines.map(({ amount }) => amount)
        const lines = variants.map((variant_id, index) => ({
          variant_id,
          quantity: vector.items[index]?.quantity ?? 1,
        }))
        const region_id = regionOf[vector.currency] ?? ""
        const simulated = await simulate({ region_id, customer_id: customer.id, lines })
        const cartId = await fill(region_id, lines, headers)
        const order = await complete(cartId, headers)
        const sold = variants.map((id) => order.items?.find((item) => item.variant_id === id))
        const byOrder = sold.map((item) => (item ? takenOff(item) : "-1"))

        const rounded = (amounts: string[]) => amounts.map((amount) => round(amount, vector.currency))
        expect({
          byRule: rounded(byRule),
          simulated: rounded(simulated.lines.map(({ amount }) => amount)),
          byOrder: rounded(byOrder),
        }).toEqual({ byRule: vector.discounts, simulated: vector.discounts, byOrder: vector.discounts })
        if (vector.total) {
          const price = sum(vector.items.map((item) => multiply(item.unit_price, item.quantity)))
          expect(compare(subtract(price, sum(byRule)), vector.total)).toBe(0)
          expect(order.item_subtotal - Number(sum(byOrder))).toBeCloseTo(Number(vector.total), 8)
        }
      },
    )
  })

  it("D15: 109.20 with 9.2 % tax in it, less a fixed 10.92: 98.28 with tax and 90.00 without, three times", async () => {
    const container = store.container()
    const { headers } = world.storeHeaders
    await includeTaxes(container, "chf")
    const variant_id = await sell("Desk", 109.2, "chf")
    await giveDiscount(container, {
      name: "Ten ninety-two",
      rules: [{ mode: "fixed", value: "10.92", currency_code: "chf", min: "1" }],
      on: [{ level: "variant", target_id: variant_id }],
    })
    await giveOrderDiscount(container, { ranges: [{ currency_code: "chf", min: "100.01", percent: "50" }] })
    await makeEligible(container, variant_id)

    const lines = [{ variant_id, quantity: 1 }]
    const simulated = await simulate({ region_id: liechtenstein, lines })
    expect(simulated).toMatchObject({
      order_value: "100.00",
      lines: [{ price: "109.20", amount: "10.92", is_tax_inclusive: true }],
    })

    const id = await fill(liechtenstein, lines, headers)
    await store.api.post(`/store/carts/${id}`, { shipping_address: { country_code: "li" } }, { headers })
    const cart = await readCart(id, headers)
    expect(cart.items?.[0]?.adjustments).toEqual([
      expect.objectContaining({ amount: 10.92, is_tax_inclusive: true, description: "Ten ninety-two" }),
    ])
    const order = await complete(id, headers)
    for (const { total, tax_total } of [cart, order]) {
      expect(total).toBeCloseTo(98.28, 8)
      expect(total - tax_total).toBeCloseTo(90, 8)
    }
  })

  /** Fixes the store's clock at an instant; timers go on. */
  const at = (instant: string) => jest.useFakeTimers({ now: new Date(instant), doNotFake: [...FAR_FROM_TIMERS] })

  it.each([
    {
      day: "2026-03-29",
      name: "the change to summer time",
      first: "2026-03-28T23:00:00Z",
      over: "2026-03-29T22:00:00Z",
    },
    { day: "2026-10-25", name: "the change from it", first: "2026-10-24T22:00:00Z", over: "2026-10-25T23:00:00Z" },
    { day: "2026-07-01", name: "a day in summer", first: "2026-06-30T22:00:00Z", over: "2026-07-01T22:00:00Z" },
  ])("D12: a day begins and ends at midnight in the store's zone: $name", async ({ day, first, over }) => {
    const { headers } = world.storeHeaders
    const variant_id = await sell("Mug", 10, "eur")
    await giveDiscount(store.container(), {
      name: "Today",
      rules: [{ value: "10" }],
      on: [{ level: "variant", target_id: variant_id }],
      starts_on: day,
      ends_on: day,
    })
    const id = await fill(regionOf.eur ?? "", [{ variant_id, quantity: 1 }], headers)
    const takenAt = async (instant: number) => {
      at(new Date(instant).toISOString())
      await store.api.post(`/store/carts/${id}`, { metadata: { at: String(instant) } }, { headers })
      const { items } = await readCart(id, headers)
      return round(items?.[0] ? takenOff(items[0]) : "-1", "eur")
    }
    expect(await takenAt(Date.parse(first) - 1)).toBe("0.00")
    expect(await takenAt(Date.parse(first))).toBe("1.00")
    expect(await takenAt(Date.parse(over) - 1)).toBe("1.00")
    expect(await takenAt(Date.parse(over))).toBe("0.00")
  })
})
