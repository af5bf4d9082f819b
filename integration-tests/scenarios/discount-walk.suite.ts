import { Modules } from "@medusajs/framework/utils"
import {
  createCollectionsWorkflow,
  createProductsWorkflow,
  createPromotionsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { SimulateAnswer } from "../../src/contracts/discounts/answers"
import {
  DEFAULT_SETTINGS,
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  writeSettings,
} from "../../src/modules/discounts"
import { DISCOUNT_TYPES, type AssignmentLevel } from "../../src/rules/discounts"
import { isZero, sum } from "../../src/rules/money"
import { randomFrom } from "../faults/random"
import { CartClient, type Cart } from "../support/cart-client"
import { createCustomer, type TestCustomer } from "../support/create-customer"
import { DISCOUNT_PROVIDER } from "../support/create-discount-shop"
import { createWorld, type World } from "../support/create-world"
import { giveDiscount, giveOrderDiscount, makeEligible, type GivenRule } from "../support/give-discount"
import { includeTaxes } from "../support/include-taxes"
import { storeSuite } from "../support/store-suite"
import type { Country } from "../support/test-address"

const SEED = 20260301
const WALKS = 5
const STEPS_OF_A_WALK = 12
const COUNTRIES = ["de", "fr", "ch"] as const
const CODES = ["HALF", "FIX"]

interface Article {
  productId: string
  variantId: string
}

export const discountWalkSuite = storeSuite(__filename, (store) => {
  const random = randomFrom(SEED)
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
  const oneOf = <One>(list: readonly One[]): One => list[whole(0, list.length - 1)] as One
  const some = <One>(list: readonly One[]): One[] => list.filter(() => random() < 0.5)
  const cents = (least: number, most: number): string => (whole(least * 100, most * 100) / 100).toFixed(2)

  let world: World
  let articles: Article[]
  let collectionId: string
  let clara: TestCustomer
  let groupId: string

  beforeAll(async () => {
    world = await createWorld(store)
    const container = store.container()
    const customers = container.resolve(Modules.CUSTOMER)
    clara = await createCustomer(container, { email: "clara@test.example", ...world })
    groupId = (await customers.createCustomerGroups({ name: "Partners" })).id
    await customers.addCustomerToGroup({ customer_group_id: groupId, customer_id: clara.customer.id })
    // In francs prices include the tax.
    await includeTaxes(container, "chf")
    const { result } = await createCollectionsWorkflow(container).run({ input: { collections: [{ title: "Desk" }] } })
    collectionId = result[0]?.id ?? ""
    await createPromotionsWorkflow(container).run({
      input: {
        promotionsData: CODES.map((code) => ({
          code,
          type: "standard" as const,
          status: "active" as const,
          application_method: {
            type: code === "HALF" ? ("percentage" as const) : ("fixed" as const),
            target_type: "items" as const,
            allocation: "across" as const,
            value: code === "HALF" ? 50 : 25,
            ...(code === "FIX" ? { currency_code: "eur" } : {}),
          },
        })),
      },
    })
    articles = await createArticles()
    await createDiscounts()
  })

  /** Three products with two variants each; two are of the collection. */
  async function createArticles(): Promise<Article[]> {
    const sizes = ["Small", "Large"]
    const { result } = await createProductsWorkflow(store.container()).run({
      input: {
        products: ["Pen", "Paper", "Lamp"].map((title, index) => ({
          title,
          status: "published" as const,
          options: [{ title: "Size", values: sizes }],
          sales_channels: [{ id: world.salesChannelId }],
          ...(index < 2 ? { collection_id: collectionId } : {}),
          variants: sizes.map((size) => ({
            title: size,
            options: { Size: size },
            manage_inventory: false,
            prices: ["eur", "chf"].map((currency_code) => ({ currency_code, amount: Number(cents(0, 40)) })),
          })),
        })),
      },
    })
    return result.flatMap((product) => product.variants.map(({ id }) => ({ productId: product.id, variantId: id })))
  }

  function ruleOf(): GivenRule {
    const isAmount = random() < 0.4
    const isFixed = random() < 0.4
    const min = isAmount ? cents(0, 80) : String(whole(1, 6))
    return {
      trigger: isAmount ? "amount" : "quantity",
      min,
      max: random() < 0.3 ? String(Number(min) + whole(0, 40)) : null,
      mode: isFixed ? "fixed" : "percent",
      value: isFixed ? cents(0, 12) : String(whole(0, 70)),
      per: isFixed && random() < 0.5 ? "article" : "unit",
      currency_code: isAmount || isFixed ? oneOf(["eur", "chf"]) : null,
    }
  }

  const targetOf = (level: AssignmentLevel, { productId, variantId }: Article): string =>
    level === "variant" ? variantId : level === "product" ? productId : collectionId

  async function createDiscounts(): Promise<void> {
    const container = store.container()
    for (let number = 0; number < 9; number++) {
      const level = oneOf(["variant", "product", "collection"] as const)
      await giveDiscount(container, {
        name: `Discount ${number}`,
        type: number < 2 ? "exclusive" : oneOf(DISCOUNT_TYPES),
        groups: [oneOf(["everyone", "everyone", groupId])],
        rules: Array.from({ length: whole(1, 3) }, ruleOf),
        on: [{ level, target_id: targetOf(level, oneOf(articles)), position: number }],
      })
    }
    await giveOrderDiscount(container, {
      name: "Order",
      ranges: ["eur", "chf"].flatMap((currency_code) => [
        { currency_code, min: "40", max: "79.99", percent: String(whole(1, 20)) },
        { currency_code, min: "80", percent: String(whole(20, 60)) },
      ]),
    })
    await makeEligible(container, ...some(articles).map(({ variantId }) => variantId))
  }

  interface Visit {
    cart: Cart
    country: Country
    client: CartClient
    customerId: string | null
  }

  type Step = (visit: Visit) => Promise<Visit>

  const withLine =
    (change: (visit: Visit, lineId: string) => Promise<Cart>): Step =>
    async (visit) => {
      const lines = visit.cart.items ?? []
      return lines.length ? { ...visit, cart: await change(visit, oneOf(lines).id) } : visit
    }

  const STEPS: Record<string, Step> = {
    add: async (visit) => {
      const item = { variant_id: oneOf(articles).variantId, quantity: whole(1, 5) }
      const more = random() < 0.3 ? { metadata: { engraving: oneOf(["A", "B"]) } } : {}
      return { ...visit, cart: await visit.client.add(visit.cart.id, { ...item, ...more }) }
    },
    quantity: withLine(({ cart, client }, id) => client.update(cart.id, id, { quantity: whole(1, 9) })),
    remove: withLine(({ cart, client }, id) => client.remove(cart.id, id)),
    promote: async (visit) => ({ ...visit, cart: await visit.client.promote(visit.cart.id, oneOf(CODES)) }),
    demote: async (visit) => ({ ...visit, cart: await visit.client.change(visit.cart.id, { promo_codes: [] }) }),
    move: async (visit) => {
      const country = oneOf(COUNTRIES)
      return { ...visit, country, cart: await visit.client.moveTo(visit.cart.id, country) }
    },
    logIn: async (visit) => {
      const cart = await visit.client.logIn(visit.cart.id, clara.headers)
      return { ...visit, cart, customerId: clara.customer.id, client: new CartClient(store, world, clara.headers) }
    },
  }
  const NAMES = ["add", "add", "add", "quantity", "quantity", "remove", "promote", "demote", "move", "logIn"]

  /** What the simulator takes off the same lines, without a cart. */
  async function simulated({ cart, country, customerId }: Visit): Promise<string[]> {
    const lines = (cart.items ?? []).map(({ variant_id, quantity }) => ({ variant_id, quantity }))
    if (!lines.length) {
      return []
    }
    const body = { region_id: cart.region_id, country_code: country, customer_id: customerId, lines }
    const { data } = await store.api.post("/admin/discounts/simulate", body, world.adminHeaders)
    return namedAmounts(
      (data as SimulateAnswer).answer.lines.flatMap(({ discounts }, place) =>
        discounts.map(({ name, amount }) => ({ name: `${lines[place]?.variant_id}: ${name}`, amount })),
      ),
    )
  }

  const inCart = (cart: Cart): string[] =>
    namedAmounts(
      (cart.items ?? [])
        .flatMap(({ variant_id, adjustments }) => (adjustments ?? []).map((one) => ({ ...one, variant_id })))
        .filter(({ provider_id }) => provider_id === DISCOUNT_PROVIDER)
        .map((one) => ({ name: `${one.variant_id}: ${one.description}`, amount: String(one.amount) })),
    )

  /** What each discount takes off each variant, whichever of its lines has the odd cent. */
  const namedAmounts = (discounts: { name: string; amount: string }[]): string[] =>
    [...new Set(discounts.map(({ name }) => name))]
      .map((name) => ({ name, amount: sum(discounts.filter((one) => one.name === name).map(({ amount }) => amount)) }))
      .filter(({ amount }) => !isZero(amount))
      .map(({ name, amount }) => `${name} ${amount}`)
      .sort()

  const totalsOf = (cart: Cart): number[] => [
    cart.total,
    cart.item_total,
    ...(cart.items ?? []).map(({ total }) => total ?? -1),
  ]

  it("D18–D20: after any change a cart has the evaluation's discounts, and nothing is below zero", async () => {
    const room = store.container().resolve<DiscountsModuleService>(DISCOUNTS_MODULE)
    let steps = 0
    let discounted = 0
    for (let walk = 0; walk < WALKS; walk++) {
      await writeSettings(room.db.knex, {
        ...DEFAULT_SETTINGS,
        order_discount_base: oneOf(["price", "remaining"] as const),
        max_discount_percent: oneOf([null, null, "45"]),
      })
      const client = new CartClient(store, world)
      let visit: Visit = { client, country: "de", customerId: null, cart: await client.create("de") }
      for (let step = 0; step < STEPS_OF_A_WALK; step++) {
        const name = step < 2 ? "add" : oneOf(NAMES)
        visit = (await STEPS[name]?.(visit)) ?? visit
        steps++
        const shown = inCart(visit.cart)
        discounted += shown.length ? 1 : 0
        // With a code, ours gives way to it within the store's limits; the simulator knows no codes.
        if (!visit.cart.promotions?.length) {
          expect({ steps, name, discounts: shown }).toEqual({ steps, name, discounts: await simulated(visit) })
        }
        expect({ steps, name, least: Math.min(0, ...totalsOf(visit.cart)) }).toEqual({ steps, name, least: 0 })
      }
    }
    expect(discounted).toBeGreaterThan(steps / 3)
  })
})
