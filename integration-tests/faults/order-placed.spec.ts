import { BILLING_MODULE, type BillingModuleService } from "../../src/modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { sweepOrders } from "../../src/workflows/orders/sweep-orders"
import { orderRooms } from "../../src/workflows/rooms"
import { CartClient } from "../support/cart-client"
import { createCustomer, type TestCustomer } from "../support/create-customer"
import { createOfferedProduct } from "../support/create-offered-product"
import { createProduct } from "../support/create-product"
import { createWorld, type World } from "../support/create-world"
import { findBillingFaults } from "../support/find-billing-faults"
import { storeTest } from "../support/store-test"
import type { Death } from "./process/messages"
import { ProcessPool } from "./process-pool"
import { randomFrom } from "./random"
import { KILLS, SEED } from "./settings"

const DEMO = "pp_demo_demo"
/** Each death is an order's own; fewer of them than of a run's, which has more to break. */
const DEATHS = Math.max(3, Math.ceil(KILLS / 4))

storeTest((store) => {
  let world: World
  let clara: TestCustomer
  let variants: { id: string; quantity: number }[]
  let pool: ProcessPool

  /**
   * A mixed cart that wants nothing but its completion: two recurring lines, one of them with a set-up fee, and goods.
   */
  async function fillCart(): Promise<string> {
    const client = new CartClient(store, world, clara.headers)
    const items = variants.map(({ id, quantity }) => ({ variant_id: id, quantity }))
    const cart = await client.create("de", { items })
    const request = { headers: clara.headers }
    const { data } = await store.api.post("/store/payment-collections", { cart_id: cart.id }, request)
    await store.api.post(
      `/store/payment-collections/${data.payment_collection.id}/payment-sessions`,
      { provider_id: DEMO, data: {} },
      request,
    )
    return cart.id
  }

  /** Runs the job some minutes later, when the claims of a crashed process have run out. */
  async function sweep(): Promise<void> {
    const today = await store.container().resolve<CoreModuleService>(CORE_MODULE).today()
    await sweepOrders(store.container(), { now: new Date(Date.now() + 180_000), today }, orderRooms)
  }

  const orderIds = async (): Promise<string[]> =>
    (await store.knex()("order").select("id").orderBy("id")).map(({ id }) => id)

  /** Billing's records of an order, without random ids. */
  async function recordOf(orderId: string) {
    const knex = store.knex()
    const subscriptions = await knex("billing_subscription as s")
      .join("billing_subscription_item as i", "i.subscription_id", "s.id")
      .where("s.order_id", orderId)
      .orderBy("s.next_due_on")
      .select("i.title", "i.quantity", "i.unit_price", "s.anchor_on", "s.next_cycle", "s.next_due_on")
    const invoices = await knex("billing_invoice").where({ order_id: orderId }).select("total", "tax_total")
    const created = await knex("service_core_outbox_event")
      .where("name", "billing.subscription.created")
      .whereRaw("data ->> 'order_id' = ?", [orderId])
    return { subscriptions, invoices, created: created.length }
  }

  beforeAll(async () => {
    world = await createWorld(store)
    clara = await createCustomer(store.container(), { email: "clara@test.example", ...world })
    const { salesChannelId } = world
    const mug = await createProduct(store.container(), { title: "Mug", salesChannelId, prices: { eur: 10 } })
    const hosting = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId,
      cycles: [
        { name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 9.9 }, setupFees: { eur: "5.00" } },
        { name: "Annual", interval: { unit: "year", count: 1 }, prices: { eur: 99 } },
      ],
    })
    variants = [
      { id: hosting.variants.Monthly ?? "", quantity: 3 },
      { id: hosting.variants.Annual ?? "", quantity: 1 },
      { id: mug.variants[0]?.id ?? "", quantity: 2 },
    ]
  })

  afterEach(() => pool.end())

  it(`B20: a process killed ${DEATHS} times while it placed an order, at moments of seed ${SEED}: the sweep makes the rest, once`, async () => {
    pool = new ProcessPool(store.databaseUrl, {}, 2)
    const random = randomFrom(SEED)
    const undisturbed = await pool.do({ kind: "complete", cartId: await fillCart() })
    const [first = ""] = await orderIds()
    const expected = await recordOf(first)
    expect(expected.subscriptions).toHaveLength(2)
    expect(expected.invoices).toHaveLength(1)

    const statements = undisturbed.killed ? 0 : (undisturbed.statements.ordering ?? 0)
    let orders = 1
    for (let killed = 0; killed < DEATHS;) {
      const death: Death = {
        phase: "ordering",
        statements: Math.floor(random() * statements),
        milliseconds: Math.floor(random() * 8),
      }
      const ending = await pool.do({ kind: "complete", cartId: await fillCart(), death })
      killed += ending.killed ? 1 : 0
      const made = (await orderIds()).length
      // Medusa makes the order in one transaction; what comes after it is ours to finish.
      expect(made - orders).toBeLessThanOrEqual(1)
      orders = made
    }
    await sweep()
    await sweep()

    const ids = await orderIds()
    for (const id of ids) {
      expect(await recordOf(id)).toEqual(expected)
    }
    expect(ids.length).toBeGreaterThan(1)
    const { knex } = store.container().resolve<BillingModuleService>(BILLING_MODULE).db
    const faults = await findBillingFaults(knex)
    expect(faults.filter((fault) => !fault.startsWith("an event that was not dispatched"))).toEqual([])
  })
})
