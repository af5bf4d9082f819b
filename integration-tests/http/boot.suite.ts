import { createCustomer } from "../support/create-customer"
import { createProduct } from "../support/create-product"
import { createWorld, type World } from "../support/create-world"
import { placeOrder } from "../support/place-order"
import { storeSuite } from "../support/store-suite"

export const bootSuite = storeSuite(__filename, (store) => {
  let world: World
  beforeAll(async () => {
    world = await createWorld(store)
  })

  describe("the plugin's own store", () => {
    it("answers that it is well", async () => {
      expect((await store.api.get("/health")).status).toBe(200)
    })

    it("provides what all rooms share", async () => {
      const tables = await store
        .knex()("information_schema.tables")
        .where("table_name", "like", "service_core_%")
        .pluck("table_name")
      expect(tables).toEqual(
        expect.arrayContaining(["service_core_outbox_event", "service_core_sweep_cursor", "service_core_settings"]),
      )
    })

    it("holds the billing room's tables", async () => {
      const tables = await store
        .knex()("information_schema.tables")
        .where("table_name", "like", "billing_%")
        .pluck("table_name")
      expect(tables).toEqual(expect.arrayContaining(["billing_offer", "billing_subscription", "billing_invoice"]))
    })

    it("holds the customers room's tables", async () => {
      const tables = await store
        .knex()("information_schema.tables")
        .where("table_name", "like", "customers_%")
        .orderBy("table_name")
        .pluck("table_name")
      expect(tables).toEqual([
        "customers_customer",
        "customers_import",
        "customers_link",
        "customers_link_use",
        "customers_note",
        "customers_note_revision",
        "customers_profile",
        "customers_quick_order",
        "customers_saved_filter",
        "customers_temperature_change",
      ])
    })

    it("holds the discounts room's tables", async () => {
      const tables = await store
        .knex()("information_schema.tables")
        .where("table_name", "like", "discounts_%")
        .pluck("table_name")
      expect(tables).toEqual(expect.arrayContaining(["discounts_discount", "discounts_range", "discounts_applied"]))
    })

    it("holds the packages room's tables", async () => {
      const tables = await store
        .knex()("information_schema.tables")
        .where("table_name", "like", "packages_%")
        .pluck("table_name")
      expect(tables.sort()).toEqual([
        "packages_article",
        "packages_booking",
        "packages_entry",
        "packages_package",
        "packages_rate",
      ])
    })

    it("still sells a plain product through Medusa's own routes, with its tax", async () => {
      const container = store.container()
      const product = await createProduct(container, {
        title: "Mug",
        salesChannelId: world.salesChannelId,
        prices: { eur: 10, chf: 11 },
        shippingProfileId: world.shipping.profileId,
      })
      const { headers } = await createCustomer(container, { email: "clara@test.example", ...world })
      const variant_id = product.variants[0]?.id ?? ""

      const order = await placeOrder(store, world, {
        items: [{ variant_id, quantity: 2 }],
        headers,
        country: "ch",
        withShipping: true,
      })

      expect(order).toMatchObject({ currency_code: "chf", item_subtotal: 22, shipping_subtotal: 6 })
      expect(order.tax_total).toBeCloseTo(2.268, 6)
    })
  })
})
