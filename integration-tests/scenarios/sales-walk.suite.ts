import { Modules } from "@medusajs/framework/utils"
import { cancelOrderWorkflow, createPromotionsWorkflow, deletePromotionsWorkflow } from "@medusajs/medusa/core-flows"
import type { SaleDetailAnswer } from "../../src/contracts/sales/sales"
import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { daysMiscounted } from "../../src/modules/sales"
import { sweepOrders } from "../../src/workflows/orders/sweep-orders"
import { orderRooms } from "../../src/workflows/rooms"
import { randomFrom } from "../faults/random"
import { CrmClient } from "../support/crm-client"
import { createCustomer, type TestCustomer } from "../support/create-customer"
import { createProduct } from "../support/create-product"
import { createWorld, type World } from "../support/create-world"
import { giveDiscount } from "../support/give-discount"
import { placeOrder } from "../support/place-order"
import { SalesClient } from "../support/sales-client"
import { storeSuite } from "../support/store-suite"

const SEED = 20260505
const ORDERS = 5
const ALTERATIONS = 12
const GUEST = "guest@test.example"

interface Article {
  productId: string
  variantId: string
}

/** A sale as an admin reads it, in words: what two readings are compared by. */
const words = (sale: unknown): string => JSON.stringify(sale)

export const salesWalkSuite = storeSuite(__filename, (store) => {
  const random = randomFrom(SEED)
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
  const oneOf = <One>(list: readonly One[]): One => list[whole(0, list.length - 1)] as One

  let world: World
  let sales: SalesClient
  let crm: CrmClient
  let articles: Article[]
  let customers: TestCustomer[]
  let discountId: string
  let promotionId: string

  beforeAll(async () => {
    world = await createWorld(store)
    sales = new SalesClient(store, world)
    crm = new CrmClient(store, () => world.adminHeaders)
    const container = store.container()
    customers = []
    for (const name of ["clara", "benno", "dora"]) {
      customers.push(await createCustomer(container, { email: `${name}@test.example`, ...world }))
    }
    articles = []
    for (const [title, isShipped] of [
      ["Mug", true],
      ["E-book", false],
      ["Lamp", true],
      ["Song", false],
    ] as const) {
      const { id, variants } = await createProduct(container, {
        ...{ title, salesChannelId: world.salesChannelId, prices: { eur: whole(5, 60), chf: whole(5, 60) } },
        ...(isShipped ? { shippingProfileId: world.shipping.profileId } : {}),
      })
      articles.push({ productId: id, variantId: variants[0]?.id ?? "" })
    }
    const on = articles.slice(0, 2).map(({ productId }) => ({ level: "product" as const, target_id: productId }))
    discountId = await giveDiscount(container, { name: "Ten off", rules: [{ value: "10", min: "1" }], on })
    const { result } = await createPromotionsWorkflow(container).run({
      input: {
        promotionsData: [
          {
            ...{ code: "SPRING", type: "standard", status: "active", is_automatic: true },
            application_method: { type: "percentage", target_type: "items", allocation: "across", value: 5 },
          },
        ],
      },
    })
    promotionId = result[0]?.id ?? ""
  })

  const today = () => store.container().resolve<CoreModuleService>(CORE_MODULE).today()

  /** What is bought, and what becomes of the order at once. */
  async function live(): Promise<string> {
    const buyer = oneOf([...customers, null])
    const bought = articles.filter(() => random() < 0.6)
    const items = (bought.length ? bought : articles.slice(0, 1)).map(({ variantId }) => ({
      ...{ variant_id: variantId, quantity: whole(1, 2) },
    }))
    const { id } = await placeOrder(store, world, {
      ...{ items, withShipping: true, country: oneOf(["de", "ch"] as const) },
      ...(buyer ? { headers: buyer.headers } : { email: GUEST }),
      providerId: oneOf(["pp_demo_demo", "pp_demo_demo", "pp_system_default"]),
    })
    const { id: saleId, payment_status } = await sales.ofOrder(id)
    const isPaid = payment_status === "paid"
    await oneOf<() => Promise<unknown>>([
      () => Promise.resolve(),
      () => sales.change(saleId, isPaid ? "hold" : "stop"),
      () => (isPaid ? sales.refund(id, 1) : sales.fulfil(id)),
      async () => sales.deliver(id, await sales.fulfil(id)),
      () => cancelOrderWorkflow(store.container()).run({ input: { order_id: id } }),
    ])()
    await store.settled()
    return id
  }

  /** Everything that a sale once said is changed, and in the end gone. */
  function alter(): Promise<unknown> {
    const products = store.container().resolve(Modules.PRODUCT)
    const people = store.container().resolve(Modules.CUSTOMER)
    const { productId, variantId } = oneOf(articles)
    const { customer } = oneOf(customers)
    const word = `Word ${whole(1, 999)}`
    return oneOf<() => Promise<unknown>>([
      () => products.updateProducts(productId, { title: word, subtitle: word }),
      () => products.updateProductVariants(variantId, { title: word, sku: word }),
      () =>
        store.api.post(
          `/admin/products/${productId}/variants/${variantId}`,
          { prices: [{ currency_code: "eur", amount: whole(1, 99) }] },
          world.adminHeaders,
        ),
      () =>
        people.updateCustomers(customer.id, { last_name: word, company_name: word, metadata: { vat_number: word } }),
      () => store.api.post(`/admin/regions/${world.regions.eur.id}`, { name: word }, world.adminHeaders),
    ])()
  }

  const readAll = async (orders: readonly string[]): Promise<SaleDetailAnswer[]> => {
    const read: SaleDetailAnswer[] = []
    for (const id of orders) {
      read.push(await sales.ofOrder(id))
    }
    return read
  }

  /** The list with its totals, and the file. */
  const readLists = async (): Promise<string> =>
    words([await sales.list(), (await store.api.get("/admin/sales/csv", world.adminHeaders)).data])

  /** Asks all orders again, as a sweep or a late event would. */
  async function followAll(orders: readonly string[]): Promise<void> {
    await sweepOrders(store.container(), { now: new Date(), today: await today() }, orderRooms)
    for (const id of orders) {
      await sales.follow(id, await today())
    }
  }

  /** What is left of a sale whose customer was erased: all but what it said of people. */
  const erased = (sale: SaleDetailAnswer) => ({
    ...{ ...sale, customer_name: null, personal_state: "erased" as const },
    events: [],
    snapshots: sale.snapshots.map((snapshot) => ({ ...snapshot, personal: null })),
  })

  it("H6, SA1: whatever is renamed, repriced, deleted, merged or erased, every sale says byte for byte the same, but for what was erased", async () => {
    const orders: string[] = []
    for (let count = 0; count < ORDERS; count++) {
      orders.push(await live())
    }
    await followAll(orders)
    const before = await readAll(orders)
    const said = before.map(words)
    const listed = await readLists()
    for (let count = 0; count < ALTERATIONS; count++) {
      await alter()
    }
    const products = store.container().resolve(Modules.PRODUCT)
    await products.deleteProducts(articles.map(({ productId }) => productId).slice(1))
    await store.api.delete(`/admin/discounts/article-discounts/${discountId}`, world.adminHeaders)
    await deletePromotionsWorkflow(store.container()).run({ input: { ids: [promotionId] } })
    await store.settled()
    await followAll(orders)
    expect((await readAll(orders)).map(words)).toEqual(said)
    expect(await readLists()).toBe(listed)

    // Who has a log-in, and a guest: two log-ins are not merged.
    const guest = await store.knex()("customer").where({ email: GUEST }).first<{ id: string }>("id")
    const merged = [customers[0]?.customer.id ?? "", guest.id]
    const [winner, loser] = await Promise.all(merged.map(profileOf))
    await crm.post(`profiles/${winner?.id}/merge`, {
      ...{ loser_id: loser?.id, winner_version: winner?.version, loser_version: loser?.version },
    })
    await followAll(orders)
    expect((await readAll(orders)).map(words)).toEqual(said)
    expect(await readLists()).toBe(listed)

    const { id, name } = await crm.profile(winner?.id ?? "")
    await crm.post(`profiles/${id}/erase`, { name })
    await store.settled()
    await followAll(orders)
    for (const [index, sale] of (await readAll(orders)).entries()) {
      const earlier = before[index]
      if (earlier && merged.includes(earlier.customer_id ?? "")) {
        expect(words({ ...sale, events: [] })).toBe(words(erased(earlier)))
        expect(words(sale.events.slice(0, -1))).toBe(words(earlier.events))
        expect(sale.events.at(-1)).toMatchObject({ kind: "erased" })
      } else {
        expect(words(sale)).toBe(said[index])
      }
    }
    const { data } = await store.api.post("/admin/sales/verifications", {}, world.adminHeaders)
    expect(data.verification).toMatchObject({ ok: true, problems: [] })
    expect(await daysMiscounted(store.knex())).toEqual([])
  })

  /** The profile of one of Medusa's customers. */
  async function profileOf(customerId: string): Promise<{ id: string; version: number }> {
    const { profile_id } = await store
      .knex()("customers_customer")
      .where({ customer_id: customerId })
      .first<{ profile_id: string }>("profile_id")
    return crm.profile(profile_id)
  }
})
