import { createInventoryLevelsWorkflow, createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { createWorld, type World } from "../../support/create-world"
import { findBillingFaults } from "../../support/find-billing-faults"
import { runBilling } from "../../support/run-billing"
import { seedSubscriptions } from "../../support/seed-subscriptions"
import { storeSuite } from "../../support/store-suite"

export const renewalReservationsSuite = storeSuite(__filename, (store) => {
  let world: World

  const inventory = () => store.container().resolve(Modules.INVENTORY)

  /** A parcel of coffee of which so many lie in the warehouse; null: no location keeps it. */
  async function createCoffee(
    stocked: number | null,
    allow_backorder = false,
  ): Promise<{ variant: string; article: string }> {
    const { result } = await createProductsWorkflow(store.container()).run({
      input: {
        products: [
          {
            title: `Coffee ${stocked} ${allow_backorder}`,
            status: "published",
            options: [{ title: "Size", values: ["1 kg"] }],
            shipping_profile_id: world.shipping.profileId,
            variants: [
              { title: "1 kg", options: { Size: "1 kg" }, manage_inventory: true, allow_backorder, prices: [] },
            ],
          },
        ],
      },
    })
    const variant = result[0]?.variants[0]?.id ?? ""
    const answer = await store.api.get(
      `/admin/products/${result[0]?.id}/variants/${variant}?fields=inventory_items.inventory_item_id`,
      world.adminHeaders,
    )
    const article: string = answer.data.variant.inventory_items[0].inventory_item_id
    if (stocked !== null) {
      await createInventoryLevelsWorkflow(store.container()).run({
        input: {
          inventory_levels: [
            { inventory_item_id: article, location_id: world.shipping.stockLocationId, stocked_quantity: stocked },
          ],
        },
      })
    }
    return { variant, article }
  }

  /** Subscriptions on two units of a variant each. */
  async function subscribe(prefix: string, variant_id: string, { count = 1, goods = true } = {}): Promise<string[]> {
    const knex = store.knex()
    const ids = await seedSubscriptions(knex, {
      count,
      prefix,
      anchorOn: "2026-01-31",
      currencyCode: "eur",
      regionId: world.regions.eur.id,
      salesChannelId: world.salesChannelId,
      countryCode: "de",
      unitPrice: "12.00",
      quantity: 2,
      withMethods: true,
    })
    const snapshot = JSON.stringify({ variant_title: "1 kg", product_title: "Coffee", requires_shipping: goods })
    await knex("billing_subscription_item").whereIn("subscription_id", ids).update({ variant_id, snapshot })
    return ids
  }

  async function reservationsOf(article: string) {
    const found = await inventory().listReservationItems({ inventory_item_id: article })
    return found.map(({ line_item_id, quantity, location_id }) => ({
      line_item_id,
      quantity: Number(quantity),
      location_id,
    }))
  }

  const freeOf = async (article: string): Promise<number> =>
    Number(await inventory().retrieveAvailableQuantity(article, [world.shipping.stockLocationId]))

  beforeAll(async () => {
    world = await createWorld(store)
  })

  it("B31: a renewal of goods reserves its stock, and running it again reserves no more", async () => {
    const { variant, article } = await createCoffee(10)
    const [id = ""] = await subscribe("G", variant)
    await runBilling(store.container(), "2026-02-28")
    await runBilling(store.container(), "2026-02-28")

    const { data } = await store.api.get(
      `/admin/orders/order_${id.slice(5)}_1?fields=items.id,items.requires_shipping`,
      world.adminHeaders,
    )
    const [line] = data.order.items
    expect(line.requires_shipping).toBe(true)
    expect(await reservationsOf(article)).toEqual([
      { line_item_id: line.id, quantity: 2, location_id: world.shipping.stockLocationId },
    ])
    expect(await freeOf(article)).toBe(8)
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("B31: a service that exists reserves nothing, even where its inventory is managed", async () => {
    const { variant, article } = await createCoffee(10)
    await subscribe("S", variant, { goods: false })
    await runBilling(store.container(), "2026-02-28")
    expect(await reservationsOf(article)).toEqual([])
  })

  it("B31: a renewal is issued and charged when the stock is short; the shortage shows in Medusa's stock", async () => {
    const { variant, article } = await createCoffee(3)
    await subscribe("K", variant, { count: 3 })
    const run = await runBilling(store.container(), "2026-02-28")
    expect(await store.knex()("billing_run").where({ id: run }).first()).toMatchObject({ issued: 3, paid: 3 })
    expect(await reservationsOf(article)).toHaveLength(3)
    expect(await freeOf(article)).toBe(-3)
  })

  it("B31: backorder goods are reserved, too; what no location stocks is not reserved, but issued", async () => {
    const backorder = await createCoffee(0, true)
    const nowhere = await createCoffee(null)
    await subscribe("B", backorder.variant)
    await subscribe("N", nowhere.variant)
    await subscribe("D", "variant_deleted")
    const run = await runBilling(store.container(), "2026-02-28")
    expect(await store.knex()("billing_run").where({ id: run }).first()).toMatchObject({ issued: 3, paid: 3 })
    expect(await reservationsOf(backorder.article)).toHaveLength(1)
    expect(await reservationsOf(nowhere.article)).toEqual([])
  })

  it("B31: the order of a renewal is packed and sent by Medusa's own routes, which uses the reservation up", async () => {
    const { variant, article } = await createCoffee(10)
    const [id = ""] = await subscribe("P", variant)
    await runBilling(store.container(), "2026-02-28")
    const order = `order_${id.slice(5)}_1`
    const { data } = await store.api.get(`/admin/orders/${order}?fields=items.id`, world.adminHeaders)
    await store.api.post(
      `/admin/orders/${order}/fulfillments`,
      {
        items: [{ id: data.order.items[0].id, quantity: 2 }],
        location_id: world.shipping.stockLocationId,
        shipping_option_id: world.shipping.optionId,
      },
      world.adminHeaders,
    )
    expect(await reservationsOf(article)).toEqual([])
    const [level] = await inventory().listInventoryLevels({ inventory_item_id: article })
    expect(Number(level?.stocked_quantity)).toBe(8)
  })
})
