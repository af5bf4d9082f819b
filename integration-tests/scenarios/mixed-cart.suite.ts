import type { HttpTypes } from "@medusajs/framework/types"
import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { CORE_MODULE, type CoreModuleService, readLineRecords } from "../../src/modules/core"
import { cartLinesOfOrder } from "../../src/workflows/billing/cart/cart-lines-of-order"
import { CartClient, type Cart } from "../support/cart-client"
import { createCustomer } from "../support/create-customer"
import { createOfferedProduct, type OfferedProduct } from "../support/create-offered-product"
import { createProduct } from "../support/create-product"
import { createWorld, type World } from "../support/create-world"
import { storeSuite } from "../support/store-suite"

const MONTHLY = { unit: "month", count: 1 } as const
const ANNUAL = { unit: "year", count: 1 } as const

type Line = HttpTypes.StoreCartLineItem | HttpTypes.StoreOrderLineItem

/** `title × quantity at unit price`, in alphabetical order: what a buyer sees of a cart. */
const seen = (items: Line[] | null | undefined): string[] =>
  (items ?? [])
    .map((item) => `${item.title} ${item.variant_title ?? ""} × ${item.quantity} at ${item.unit_price}`)
    .sort()

const totals = (cart: Cart) => ({
  currency: cart.currency_code,
  net: Number(cart.item_subtotal.toFixed(4)),
  tax: Number(cart.tax_total.toFixed(4)),
  total: Number(cart.total.toFixed(4)),
})

const lineOf = (cart: Cart, title: string, variant: string): string =>
  cart.items?.find((item) => item.title === title && item.variant_title === variant)?.id ?? ""

export const mixedCartSuite = storeSuite(__filename, (store) => {
  let world: World
  let mug: string
  let hosting: OfferedProduct
  let shopper: CartClient

  beforeAll(async () => {
    world = await createWorld(store)
    const container = store.container()
    const { salesChannelId } = world
    const product = await createProduct(container, {
      title: "Mug",
      salesChannelId,
      prices: { eur: 10, chf: 12 },
      shippingProfileId: world.shipping.profileId,
    })
    mug = product.variants[0]?.id ?? ""
    hosting = await createOfferedProduct(container, {
      title: "Hosting",
      salesChannelId,
      cycles: [
        {
          name: "Monthly",
          interval: MONTHLY,
          prices: { eur: 9.9, chf: 11 },
          setupFees: { eur: "5.00", chf: "6.00" },
        },
        { name: "Annual", interval: ANNUAL, prices: { eur: 99, chf: 110 }, setupFees: { eur: "20.00" } },
      ],
    })
    await createPromotionsWorkflow(container).run({
      input: {
        promotionsData: [
          {
            code: "TENTH",
            type: "standard",
            status: "active",
            application_method: { type: "percentage", target_type: "items", allocation: "across", value: 10 },
          },
        ],
      },
    })
    const { headers } = await createCustomer(container, { email: "clara@test.example", ...world })
    shopper = new CartClient(store, world, headers)
  })

  /** Two mugs (20.00), three monthly (29.70) with fees (15.00), one annual (99.00) with its fee (20.00). */
  const MIXED = [
    "Hosting Annual × 1 at 99",
    "Hosting Monthly × 3 at 9.9",
    "Mug Standard × 2 at 10",
    "Set-up fee: Hosting Annual × 1 at 20",
    "Set-up fee: Hosting Monthly × 3 at 5",
  ]
  const MIXED_TOTALS = { currency: "eur", net: 183.7, tax: 34.903, total: 218.603 }

  const fill = async (): Promise<Cart> => {
    const { id } = await shopper.create("de")
    await shopper.add(id, { variant_id: mug, quantity: 2 })
    await shopper.add(id, { variant_id: hosting.variants.Monthly ?? "", quantity: 3 })
    return shopper.add(id, { variant_id: hosting.variants.Annual ?? "", quantity: 1 })
  }

  it("B7, B20: a mixed cart is right at each step, from Medusa's own routes alone", async () => {
    let cart = await fill()
    const { id } = cart
    expect(seen(cart.items)).toEqual(MIXED)
    expect(totals(cart)).toEqual(MIXED_TOTALS)

    // Once more of the same is one line, and one fee line: 183.70 + 9.90 + 5.00
    cart = await shopper.add(id, { variant_id: hosting.variants.Monthly ?? "", quantity: 1 })
    expect(cart.items).toHaveLength(5)
    expect(totals(cart)).toEqual({ currency: "eur", net: 198.6, tax: 37.734, total: 236.334 })

    cart = await shopper.update(id, lineOf(cart, "Hosting", "Monthly"), { quantity: 3 })
    expect(seen(cart.items)).toEqual(MIXED)
    expect(totals(cart)).toEqual(MIXED_TOTALS)

    // Francs: 24 + 33 + 18 + 110; the annual cycle has no fee there. 185 × 8.1 % = 14.985
    cart = await shopper.moveTo(id, "ch")
    expect(seen(cart.items)).toEqual([
      "Hosting Annual × 1 at 110",
      "Hosting Monthly × 3 at 11",
      "Mug Standard × 2 at 12",
      "Set-up fee: Hosting Monthly × 3 at 6",
    ])
    expect(totals(cart)).toEqual({ currency: "chf", net: 185, tax: 14.985, total: 199.985 })

    cart = await shopper.moveTo(id, "de")
    expect(seen(cart.items)).toEqual(MIXED)
    expect(totals(cart)).toEqual(MIXED_TOTALS)

    // 20 % in France
    cart = await shopper.moveTo(id, "fr")
    expect(totals(cart)).toEqual({ currency: "eur", net: 183.7, tax: 36.74, total: 220.44 })
    cart = await shopper.moveTo(id, "de")

    // The annual line takes its fee along: 20.00 + 29.70 + 15.00 = 64.70
    cart = await shopper.remove(id, lineOf(cart, "Hosting", "Annual"))
    expect(seen(cart.items)).toEqual([
      "Hosting Monthly × 3 at 9.9",
      "Mug Standard × 2 at 10",
      "Set-up fee: Hosting Monthly × 3 at 5",
    ])
    expect(totals(cart)).toEqual({ currency: "eur", net: 64.7, tax: 12.293, total: 76.993 })

    // A tenth off: 58.23 net, 11.0637 tax
    cart = await shopper.promote(id, "TENTH")
    expect(totals(cart)).toEqual({ currency: "eur", net: 64.7, tax: 11.0637, total: 69.2937 })

    // Parcel 5.00 and 0.95
    cart = await shopper.ship(id)
    expect(totals(cart)).toEqual({ currency: "eur", net: 64.7, tax: 12.0137, total: 75.2437 })

    const order = await shopper.complete(id)
    expect(seen(order.items)).toEqual(seen(cart.items))
    expect(order.total).toBeCloseTo(75.2437, 6)
    expect(order.tax_total).toBeCloseTo(12.0137, 6)
  })

  it("B22: each order line finds the terms that it was sold under, whatever its metadata says", async () => {
    const cart = await fill()
    await shopper.ship(cart.id)
    const order = await shopper.complete(cart.id)
    const lines = (order.items ?? []).map((item) => ({
      id: item.id,
      title: `${item.title} ${item.variant_title ?? ""}`,
      productId: item.product_id,
      variantId: item.variant_id,
      metadata: item.metadata ?? null,
    }))
    const soldAs = async (given: typeof lines) => {
      const records = await cartLinesOfOrder(store.container(), { cartId: cart.id, lines: given })
      return Object.fromEntries(
        lines.map(({ id, title }) => {
          const record = records.get(id)
          const terms = record?.terms
          const interval = terms?.kind === "recurring" ? `${terms.interval.count} ${terms.interval.unit}` : null
          return [title, record ? `${record.kind} ${terms?.kind} ${interval} fee ${terms?.setupFee}` : null]
        }),
      )
    }
    const expected = {
      "Mug Standard": null,
      "Hosting Monthly": "product recurring 1 month fee 5.00",
      "Hosting Annual": "product recurring 1 year fee 20.00",
      "Set-up fee: Hosting Monthly": "setup_fee recurring 1 month fee 5.00",
      "Set-up fee: Hosting Annual": "setup_fee recurring 1 year fee 20.00",
    }
    expect(await soldAs(lines)).toEqual(expected)

    // The keys of the two cycles exchanged: each is of another variant, so none is believed, and the lines are found anyway.
    const keys = new Map(lines.map((line) => [line.title, line.metadata]))
    const exchanged = lines.map((line) => ({
      ...line,
      metadata:
        (line.title === "Hosting Monthly" && keys.get("Hosting Annual")) ||
        (line.title === "Hosting Annual" && keys.get("Hosting Monthly")) ||
        line.metadata,
    }))
    expect(await soldAs(exchanged)).toMatchObject({
      "Hosting Monthly": expected["Hosting Monthly"],
      "Hosting Annual": expected["Hosting Annual"],
      "Mug Standard": null,
    })

    // A record of another cart is none of this order's.
    const other = await fill()
    const { knex } = store.container().resolve<CoreModuleService>(CORE_MODULE).db
    const foreign = await readLineRecords(knex, other.id)
    const stolen = lines.map((line) => ({ ...line, metadata: { service_commerce_key: foreign[0]?.key } }))
    const records = await cartLinesOfOrder(store.container(), { cartId: cart.id, lines: stolen })
    expect([...records.values()].every((record) => record.cartId === cart.id)).toBe(true)
  })
})
