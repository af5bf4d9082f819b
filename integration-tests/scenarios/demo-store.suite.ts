import { seedDemo } from "../../demo/seed"
import { BILLING_MODULE, type BillingModuleService, openInvoicesOf } from "../../src/modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { listFollowUps, listProfiles } from "../../src/modules/customers"
import { profileFacets, staleBefore } from "../../src/rules/customers"
import { DISCOUNTS_MODULE, type DiscountsModuleService } from "../../src/modules/discounts"
import { PACKAGES } from "../../demo/data/packages"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../src/modules/packages"
import { CartClient, type Cart } from "../support/cart-client"
import { createCustomer } from "../support/create-customer"
import { createDemoWorld, demoProduct, type DemoWorld } from "../support/create-demo-world"
import { storeSuite } from "../support/store-suite"
import type { TestStore } from "../support/store-test"

/** How many rows each table holds, but for Medusa's own log of finished workflows. */
async function countRows({ knex }: TestStore): Promise<Record<string, number>> {
  const tables: string[] = await knex()("information_schema.tables")
    .where({ table_schema: "public" })
    .whereNot({ table_name: "workflow_execution" })
    .orderBy("table_name")
    .pluck("table_name")
  const counts: Record<string, number> = {}
  for (const table of tables) {
    counts[table] = Number((await knex()(table).count("* as rows").first())?.rows)
  }
  return counts
}

const YEAR = new Date().getUTCFullYear() + 1
/** From Friday evening to Monday morning: three started days. */
const WEEK_END = { from: `${YEAR}-07-02T18:00+02:00`, to: `${YEAR}-07-05T09:00+02:00` }

interface Sale {
  /** What is said beside the variant. */
  body?: object
  /** Before tax, in euro and in francs. */
  net: { de: number; ch: number }
  /** In Germany and in Switzerland, with the demo store's taxes. */
  gross: { de: number; ch: number }
}

const SALES: Record<string, Sale> = {
  wedding: { net: { de: 1490, ch: 1450 }, gross: { de: 1773.1, ch: 1567.45 } },
  "garden-set": { net: { de: 314.9, ch: 306.5 }, gross: { de: 374.73, ch: 331.33 } },
  catering: { net: { de: 513, ch: 560 }, gross: { de: 610.47, ch: 605.36 } },
  "photo-kit": { body: { period: WEEK_END }, net: { de: 150, ch: 155 }, gross: { de: 178.5, ch: 167.56 } },
  "opening-party": { net: { de: 1142.8, ch: 1173 }, gross: { de: 1359.93, ch: 1268.01 } },
  "hosting-pack": { net: { de: 54, ch: 52 }, gross: { de: 64.26, ch: 56.21 } },
}

const cents = (amount: number | undefined): number => Math.round((amount ?? -1) * 100) / 100

export const demoStoreSuite = storeSuite(__filename, (store) => {
  let world: DemoWorld

  beforeAll(async () => {
    world = await createDemoWorld(store)
  })

  describe("the demo store", () => {
    it("has fifty customers over all temperatures, with notes, follow-ups and stale leads", async () => {
      const today = await store.container().resolve<CoreModuleService>(CORE_MODULE).today()
      const { cells } = await listProfiles(store.knex(), { terms: [], limit: 1, offset: 0 })
      const { count, status, temperature } = profileFacets(cells, {})
      expect([count, Math.min(...Object.values(status), ...Object.values(temperature)) > 4]).toEqual([51, true])
      const due = await listFollowUps(store.knex(), { asOf: today, limit: 1, offset: 0 })
      const stale = { terms: [], staleBefore: staleBefore(today, 30, "UTC"), limit: 50, offset: 0 }
      expect([due.count > 4, (await listProfiles(store.knex(), stale)).rows.length > 4]).toEqual([true, true])
    })

    it("shows the hard cases beside what is paid: a cancellation, a decline, overdue, a trial; a second seed changes nothing", async () => {
      const billing = store.container().resolve<BillingModuleService>(BILLING_MODULE)
      const subscriptions = await billing.listSubscriptions({}, { take: null })
      const cases = [...subscriptions].sort((a, b) => a.display_id - b.display_id)
      const core = store.container().resolve<CoreModuleService>(CORE_MODULE)
      const today = await core.today()
      expect(cases.map(({ status, cancel_on }) => [status, cancel_on !== null && cancel_on > today])).toEqual([
        ["active", false],
        ["active", true],
        ["past_due", false],
        ["active", false],
        ["trialing", false],
      ])
      const { knex } = billing.db
      const renewals = await billing.listRenewals({}, { take: null, order: { cycle: "ASC" } })
      const renewed = cases.map(({ id }) =>
        renewals.filter((one) => one.subscription_id === id).map(({ status }) => status),
      )
      expect(renewed).toEqual([["paid", "paid", "paid", "paid"], [], ["paid", "failed"], ["issued", "issued"], []])
      const ids = cases.map(({ id }) => id)
      expect((await openInvoicesOf(knex, ids, today)).get(ids[3] ?? "")).toEqual({ count: 2, overdue: 1 })
      expect(await core.daysAhead()).toBe(0)

      const discounts = store.container().resolve<DiscountsModuleService>(DISCOUNTS_MODULE)
      expect(await discounts.listDiscounts({}, { take: null })).toHaveLength(3)
      expect(await discounts.listOrderDiscounts({}, { take: null })).toHaveLength(1)

      const before = await countRows(store)
      const { quick_order, ...again } = await seedDemo(store.container())
      await store.settled()
      const { quick_order: first, ...summary } = world.summary
      expect(again).toEqual(summary)
      // A link's token is stored nowhere: to show one again is to replace it.
      expect([quick_order, first].map((path) => path.replace(/[^/]+$/, ""))).toEqual(
        Array(2).fill("/pages/quick-order/"),
      )
      const { customers_link = 0, service_core_timeline_entry = 0 } = before
      expect(await countRows(store)).toEqual({
        ...before,
        customers_link: customers_link + 1,
        service_core_timeline_entry: service_core_timeline_entry + 1,
      })
    })

    it("has a package of each pricing, one with others in it and one that renews, named in two languages", async () => {
      const room = store.container().resolve<PackagesModuleService>(PACKAGES_MODULE)
      const packages = await room.listPackages({}, { take: null })
      const products = await Promise.all(PACKAGES.map(({ handle }) => demoProduct(store, handle)))
      expect(packages.map(({ product_id }) => product_id).sort()).toEqual(products.map(({ id }) => id).sort())
      expect(new Set(packages.map(({ pricing }) => pricing))).toEqual(
        new Set(["flat", "contents_all", "contents_visible", "day"]),
      )
      for (const { title, subtitle, description } of products) {
        expect([title, subtitle, description?.split("\n\n")]).toEqual([
          expect.any(String),
          expect.any(String),
          [expect.any(String), expect.any(String)],
        ])
      }
    })

    it("what the banner asks: the photo kit for a week-end costs its step of three days", async () => {
      const body = { currency_code: "eur", days: 3 }
      const { data } = await store.api.post(
        `/store/packages/${world.summary.photo_kit}/price`,
        body,
        world.storeHeaders,
      )
      expect(data.price).toMatchObject({ total: "150", needs_period: true })
    })

    it.each(PACKAGES.map(({ handle }) => handle))("sells the package %s, right to the cent", async (handle) => {
      const sale = SALES[handle]
      const { headers } = await createCustomer(store.container(), { email: "emma@test.example", ...world })
      const shopper = new CartClient(store, world, headers)
      const variant = (await demoProduct(store, handle)).variants.find(({ title }) => title !== "Annual")
      for (const country of ["de", "ch"] as const) {
        const { id } = await shopper.create(country, { email: "emma@test.example" })
        const body = { variant_id: variant?.id, ...sale?.body }
        await store.api.post(`/store/carts/${id}/packages`, body, { headers })
        const cart: Cart = await shopper.read(id)
        expect([cents(cart.item_subtotal), cents(cart.item_total)]).toEqual([sale?.net[country], sale?.gross[country]])
        await shopper.ship(id)
        const order = await shopper.complete(id, "pp_demo_demo")
        expect([cents(order.item_subtotal), cents(order.item_total)]).toEqual([
          sale?.net[country],
          sale?.gross[country],
        ])
      }
    })
  })
})
