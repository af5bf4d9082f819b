import fc from "fast-check"
import { listCharges } from "../../src/providers/demo-payment/ledger"
import { round } from "../../src/rules/money"
import { CartClient } from "../support/cart-client"
import { findBillingFaults } from "../support/find-billing-faults"
import { giveDiscount, giveOrderDiscount, makeEligible } from "../support/give-discount"
import { ARTICLES, createLifeWorld, RECURRING, type LifeWorld } from "../support/lives/create-life-world"
import { Life, STEP_KINDS, type Step } from "../support/lives/life"
import { storeSuite } from "../support/store-suite"

/**
 * How many lives, by which seed, and of these one or some alone: what a failure names.
 * `LIFE_SEED=7 LIFE_COUNT=40 npm run test:walks -- random-lives`, and `LIFE=13` or `LIFE=3,13` beside both. `npm run test:model` makes 10,000 steps.
 */
const SEED = Number(process.env.LIFE_SEED ?? 20_261_129)
const LIVES = Number(process.env.LIFE_COUNT ?? 24)
const ONLY = process.env.LIFE?.split(",")
const STEPS_OF_A_LIFE = Number(process.env.LIFE_LENGTH ?? 13)

const BOOKS = "look at the books"
const DEMO = "pp_demo_demo"

const step: fc.Arbitrary<Step> = fc.record({
  // Time passes more often than anything else happens.
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constant("pass" as const) },
    { weight: 5, arbitrary: fc.constantFrom<Step["kind"][]>(...STEP_KINDS) },
  ),
  which: fc.nat(99),
  much: fc.nat(99),
})

/** A store's discounts, what two customers buy in it, and what happens then. */
const scene = fc.record({
  discount: fc.option(
    fc.record({
      value: fc.constantFrom("10", "12.5", "33.3333", "100"),
      renewals: fc.constantFrom("first_only" as const, "cycles" as const, "forever" as const),
    }),
  ),
  order: fc.constantFrom("0", "7.5"),
  carts: fc.array(
    fc.record({
      country: fc.constantFrom("de" as const, "de" as const, "fr" as const, "jp" as const),
      articles: fc.uniqueArray(fc.constantFrom(...ARTICLES), { minLength: 1, maxLength: 3 }),
      also: fc.constantFrom(...RECURRING),
      by: fc.nat(1),
      quantity: fc.integer({ min: 1, max: 3 }),
      code: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  steps: fc.array(step, { minLength: STEPS_OF_A_LIFE, maxLength: STEPS_OF_A_LIFE }),
})
type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never

export const randomLivesSuite = storeSuite(__filename, (store) => {
  let shop: LifeWorld
  /** How long the steps of a kind took, and of them all the look at the books. */
  const took = new Map<string, number[]>()

  beforeAll(async () => {
    shop = await createLifeWorld(store)
  })

  afterAll(() => {
    const kinds = [...took].map(([kind, times]) => ({
      kind,
      count: times.length,
      ms: times.reduce((a, b) => a + b, 0),
    }))
    const lines = kinds
      .sort((a, b) => b.ms - a.ms)
      .map(({ kind, count, ms }) => {
        const each = Math.round(ms / count)
        return `  ${kind.padEnd(20)} ${String(count).padStart(6)} × ${String(each).padStart(6)} ms = ${Math.round(ms / 1000)} s`
      })
    const steps = took.get(BOOKS)?.length ?? 0
    process.stdout.write([`Random lives: seed ${SEED}, ${steps} steps`, ...lines, ""].join("\n"))
  })

  async function timed<Result>(kind: string, make: () => Promise<Result>): Promise<Result> {
    const from = performance.now()
    const result = await make()
    took.set(kind, [...(took.get(kind) ?? []), performance.now() - from])
    return result
  }

  async function discount({ discount: given, order }: Scene): Promise<void> {
    const container = store.container()
    if (given) {
      const { value, renewals } = given
      const on = [{ level: "all" as const, target_id: "all" }]
      const terms = renewals === "cycles" ? { renewals, renewal_cycles: 2 } : { renewals }
      await giveDiscount(container, { name: "Article", ...terms, rules: [{ value }], on })
    }
    await giveOrderDiscount(container, {
      name: "Order",
      renewals: "forever",
      ranges: ["eur", "jpy"].map((currency_code) => ({ currency_code, min: "20", percent: order })),
    })
    await makeEligible(container, ...Object.values(shop.variants))
  }

  /** Preview equals charge, for a cart: what it shows is what the order comes to and what the card gives. */
  async function buy(cart: Scene["carts"][number]): Promise<void> {
    const customer = shop.customers[cart.by]
    const visitor = new CartClient(store, shop.world, customer?.headers)
    const items = [...new Set([...cart.articles, cart.also])].map((article) => ({
      variant_id: shop.variants[article],
      quantity: cart.quantity,
    }))
    const { id } = await visitor.create(cart.country, { items })
    if (cart.code) {
      await visitor.promote(id, "HALF")
    }
    if (items.some(({ variant_id }) => ["coffee", "mug"].some((goods) => nameOf(variant_id).startsWith(goods)))) {
      await visitor.ship(id)
    }
    const shown = Number((await visitor.read(id)).total)
    const before = (await listCharges(store.knex())).length
    if (shown === 0) {
      const request = { headers: customer?.headers }
      await store.api.post(`/store/carts/${id}/payment-method`, { provider_id: DEMO }, request)
    }
    const order = shown === 0 ? await visitor.completeUnpaid(id) : await visitor.complete(id, DEMO)
    expect(order.total).toBeCloseTo(shown, 8)
    const charges = (await listCharges(store.knex())).slice(before)
    const taken = charges.filter(({ status }) => status !== "declined").map(({ amount }) => Number(amount))
    const payable = Number(round(String(order.total), order.currency_code))
    expect(taken).toEqual(shown === 0 ? [] : [payable])
    const invoices = await store.knex()("billing_invoice").where({ order_id: order.id })
    expect(invoices.map(({ total }) => Number(total))).toEqual([payable])
  }

  const nameOf = (variantId: string): string => ARTICLES.find((article) => shop.variants[article] === variantId) ?? ""

  const lives = fc
    .sample(scene, { seed: SEED, numRuns: LIVES })
    .map((one, index) => [index + 1, one] as const)
    .filter(([number]) => !ONLY || ONLY.includes(String(number)))

  it.each(lives)("decisions 3 and 7: life %i of a store", async (number, one) => {
    const done: string[] = []
    try {
      await discount(one)
      const life = new Life(store, shop)
      for (const cart of one.carts) {
        await buy(cart)
      }
      await life.settle()
      expect(await findBillingFaults(store.knex())).toEqual([])
      for (const each of one.steps) {
        done.push(each.kind)
        done[done.length - 1] = await timed(each.kind, () => life.make(each))
        expect(await timed(BOOKS, () => findBillingFaults(store.knex()))).toEqual([])
      }
    } catch (error) {
      if (error instanceof Error) {
        const which = `LIFE_SEED=${SEED} LIFE_COUNT=${LIVES} LIFE_LENGTH=${STEPS_OF_A_LIFE} LIFE=${number}`
        const bought = JSON.stringify({ ...one, steps: undefined })
        error.message = [which, bought, ...done, error.message].join("\n")
      }
      throw error
    }
  })
})
