import { ROUTES } from "../../src/contracts/routes"
import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { askCrmRoutes } from "../support/ask-crm-routes"
import { askDocumentRoutes, askExitRoutes, askFigureRoutes, askReminderRoutes } from "../support/ask-document-routes"
import { addDays } from "../../src/rules/calendar"
import { askMoneyRoutes } from "../support/ask-money-routes"
import { askPackageRoutes } from "../support/ask-package-routes"
import { askProvisioningRoutes } from "../support/ask-provisioning-routes"
import { askSalesRoutes } from "../support/ask-sales-routes"
import { askQuickOrderRoutes } from "../support/ask-quick-order-routes"
import { nameOf } from "../support/contract-watch"
import { createCustomer, type TestCustomer } from "../support/create-customer"
import { createOfferedProduct, type OfferedProduct } from "../support/create-offered-product"
import { createWorld, type World } from "../support/create-world"
import { givePromotion } from "../support/give-promotion"
import { placeOrder } from "../support/place-order"
import { storeSuite } from "../support/store-suite"

type Headers = TestCustomer["headers"]

/** A short life of a store through each route of the plugin: every answer is held to its contract (`ContractWatch`). */
const ADDRESS = { address_1: "Bahnhofstrasse 1", city: "Bern", country_code: "ch" }

export const contractsSuite = storeSuite(__filename, (store) => {
  let world: World
  let clara: TestCustomer
  let hosting: OfferedProduct
  let monthly: string

  beforeAll(async () => {
    world = await createWorld(store)
    clara = await createCustomer(store.container(), { email: "clara@test.example", ...world })
    hosting = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId: world.salesChannelId,
      cycles: [
        {
          name: "Monthly",
          interval: { unit: "month", count: 1 },
          prices: { eur: 9.9, chf: 12 },
          setupFees: { eur: "4.50" },
        },
        { name: "Yearly", interval: { unit: "year", count: 1 }, prices: { eur: 99.9 } },
      ],
    })
    monthly = hosting.variants.Monthly ?? ""
  })

  const asking = (headers: Headers) => {
    const ask = async (method: string, url: string, body?: object) => {
      const { status, data } = await store.api.request({ method, url, data: body, headers, validateStatus: () => true })
      if (status >= 400) {
        throw new Error(`${method} ${url} answers ${status}: ${data.message}`)
      }
      return data
    }
    return {
      get: (path: string) => ask("get", path),
      post: (path: string, body: object = {}) => ask("post", path, body),
      delete: (path: string) => ask("delete", path),
    }
  }
  const admin = () => asking(world.adminHeaders.headers)
  const customer = () => asking(clara.headers)

  const subscribe = async (quantity: number) => {
    const order = await placeOrder(store, world, {
      headers: clara.headers,
      items: [{ variant_id: monthly, quantity }],
      providerId: "pp_demo_demo",
    })
    const { subscriptions } = await admin().get(`/admin/billing/subscriptions?order_id=${order.id}`)
    return { order, id: String(subscriptions[0]?.id), item_id: String(subscriptions[0]?.items[0]?.id) }
  }

  async function askOffers(): Promise<void> {
    const { get, post, delete: remove } = admin()
    const offer = `/admin/billing/products/${hosting.productId}/offer`
    await get("/admin/billing/offers")
    await get(offer)
    await get(`/admin/billing/products/${hosting.productId}/links`)
    await post(`/admin/billing/products/${hosting.productId}/clone`, { title: "Hosting, a copy" })
    await post(offer, { payment_type: "recurring", trial_days: 0 })
    await post("/admin/billing/offers/positions", { ids: [hosting.offerId] })
    await post(`/admin/billing/offers/${hosting.offerId}/visibility`, { hidden: false })
    const { collection } = await post("/admin/collections", { title: "Web" })
    await post(`/admin/billing/groups/${collection.id}/visibility`, { hidden: false })
    const cycles = [{ interval: { unit: "year", count: 1 }, percent_off: "10" }]
    await post("/admin/billing/calculator", { currency_code: "eur", monthly_price: "9.90", cycles })
    const other = await createOfferedProduct(store.container(), {
      title: "Gone",
      salesChannelId: world.salesChannelId,
      cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 1 } }],
    })
    await remove(`/admin/billing/products/${other.productId}/offer`)
    await customer().get(`/store/billing/products?region_id=${world.regions.eur.id}`)
    await customer().get(`/store/billing/products/${hosting.productId}?currency_code=eur`)
  }

  async function askDiscounts(): Promise<void> {
    const { get, post, delete: remove } = admin()
    const at = "/admin/discounts"
    const rules = [{ trigger: "quantity", min: "5", mode: "percent", value: "12.50" }]
    const assignments = [{ level: "variant", target_id: monthly }]
    const made = await post(`${at}/article-discounts`, { name: "Five", type: "cumulative", rules, assignments })
    const id: string = made.article_discount.id
    await post(`${at}/article-discounts/${id}`, { is_active: true, groups: ["everyone"], renewals: "forever" })
    await get(`${at}/article-discounts`)
    await get(`${at}/article-discounts/${id}`)
    const target = { level: "product", target_id: hosting.productId }
    const assigned = await post(`${at}/assignments`, { discount_id: id, ...target })
    await post(`${at}/assignments/${assigned.assignment.id}`, { limited_duration: true, starts_on: "2026-01-01" })
    await post(`${at}/articles/product/${hosting.productId}/positions`, { assignment_ids: [assigned.assignment.id] })
    await remove(`${at}/assignments/${assigned.assignment.id}`)
    await post(`${at}/articles/variant/${monthly}`, { order_discount_eligible: true, costs: { eur: "2.50" } })
    await get(`${at}/articles/variant/${monthly}`)
    await post(`${at}/eligibility`, { targets: [target], order_discount_eligible: true })
    await get(`${at}/eligibility`)

    const ranges = [{ currency_code: "eur", min: "100.00", percent: "3.5" }]
    const terms = { is_active: true, groups: ["everyone"] }
    const order = (await post(`${at}/order-discounts`, { name: "Over 100", ranges, ...terms })).order_discount.id
    await post(`${at}/order-discounts/${order}`, { note: "for everyone" })
    await post(`${at}/order-discounts/positions`, { ids: [order] })
    const promotion = await givePromotion(store.container(), { code: "SPRING", value: 10 })
    await get(`${at}/promotions/${promotion}/renewals`)
    await post(`${at}/promotions/${promotion}/renewals`, { renewals: "cycles", renewal_cycles: 3 })
    await get(`${at}/order-discounts`)
    await get(`${at}/order-discounts/${order}`)
    await get(`${at}/settings`)
    await post(`${at}/settings`, { is_advanced: true, max_discount_percent: "50.0" })
    const lines = [{ variant_id: monthly, quantity: 6 }]
    await post(`${at}/simulate`, { region_id: world.regions.eur.id, lines })
    await customer().get(`/store/discounts/tiers?variant_id=${monthly}&region_id=${world.regions.eur.id}`)
    const { cart } = await customer().post("/store/carts", {
      region_id: world.regions.eur.id,
      items: [{ variant_id: monthly, quantity: 4 }],
    })
    const sold = await createOfferedProduct(store.container(), {
      title: "Backup",
      salesChannelId: world.salesChannelId,
      cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 5 } }],
    })
    const cross_sells = [{ product_id: sold.productId, replaces: false }]
    await admin().post(`/admin/billing/products/${hosting.productId}/offer`, { payment_type: "recurring", cross_sells })
    const { cart: other } = await customer().post("/store/carts", {
      region_id: world.regions.eur.id,
      items: [{ variant_id: monthly, quantity: 1 }],
    })
    await customer().get(`/store/carts/${other.id}/cross-sells`)
    await customer().post(`/store/carts/${other.id}/cross-sells`, { variant_id: sold.variants.Monthly })
    const { next_tiers } = await customer().get(`/store/carts/${cart.id}/next-tiers`)
    expect(next_tiers).toMatchObject([{ name: "Five" }, { name: "Over 100" }])
  }

  /** Nothing is due on a cart with a trial alone. */
  async function askMethods(): Promise<void> {
    const { variants } = await createOfferedProduct(store.container(), {
      title: "Archive",
      salesChannelId: world.salesChannelId,
      trialDays: 30,
      cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 5 } }],
    })
    const { post } = customer()
    const items = [{ variant_id: variants.Monthly, quantity: 1 }]
    const { cart } = await post("/store/carts", { region_id: world.regions.eur.id, items })
    const method = { provider_id: "pp_demo_demo", data: { payment_method: "new" } }
    await post(`/store/carts/${cart.id}/payment-method`, method)
  }

  const today = () => store.container().resolve<CoreModuleService>(CORE_MODULE).today()

  async function askSubscriptions(): Promise<string> {
    const { get, post } = admin()
    const bought = await subscribe(5)
    const at = `/admin/billing/subscriptions/${bought.id}`
    await get(at)
    await post(`${at}/split`, { item_id: bought.item_id, quantity: 1 })
    const later = { quantity: 2, when: "period_end" }
    await post(`${at}/changes/preview`, later)
    await post(`${at}/changes`, later)
    await post(`${at}/changes/undo`)
    await post(`${at}/pause`, { reason: "on holiday" })
    await post(`${at}/resume`, { reason: "back again" })
    await post(`${at}/addresses`, { billing_address: ADDRESS })
    await post(`${at}/cancel`, { when: "period_end", reason: "asked by phone" })
    await post(`${at}/undo-cancel`)
    await post("/admin/billing/subscriptions/migrate-price", { ids: [bought.id], dry_run: true })
    await askPrices(bought.id)
    await get(`/admin/discounts/why?order_id=${bought.order.id}`)
    await askNextCycle()
    const own = "/store/customers/me/subscriptions"
    await customer().get(own)
    await customer().get(`${own}/${bought.id}`)
    await customer().post(`${own}/${bought.id}/changes/preview`, later)
    await customer().post(`${own}/${bought.id}/changes`, later)
    await customer().post(`${own}/${bought.id}/changes/undo`)
    await customer().post(`${own}/${bought.id}/addresses`, { billing_address: ADDRESS })
    await customer().post(`${own}/${bought.id}/pause`, { until: addDays(await today(), 30) })
    await customer().post(`${own}/${bought.id}/resume`, {})
    await customer().post(`${own}/${bought.id}/cancel`, { reason: "too dear" })
    await customer().post(`${own}/${bought.id}/undo-cancel`)
    return bought.id
  }

  async function askPrices(id: string): Promise<void> {
    const price = { amount: "19.00", currency_code: "eur" }
    const asked = { ids: [id], price, mode: "ask", days: 10, without_consent: "keep", dry_run: false }
    const at = `/admin/billing/subscriptions/${id}/price-change`
    await admin().post("/admin/billing/subscriptions/migrate-price", asked)
    await admin().post(`${at}/answer`, { reply: "refuse" })
    await admin().post("/admin/billing/subscriptions/migrate-price", asked)
    await customer().post(`/store/customers/me/subscriptions/${id}/price-change`, { reply: "accept" })
    const { price_changes } = await admin().get("/admin/billing/price-changes")
    await admin().post(`${at}/withdraw`, { price_change_id: price_changes[0].id })
  }

  /** Of a subscription of its own, which ends then: what is billed later is counted. */
  async function askNextCycle(): Promise<void> {
    const { post } = admin()
    const { id } = await subscribe(1)
    const at = `/admin/billing/subscriptions/${id}`
    const own = `/store/customers/me/subscriptions/${id}`
    await post(`${at}/renew-early`, {})
    await customer().post(`${own}/renew-early`, {})
    await post(`${at}/skip`, { reason: "on holiday" })
    await customer().post(`${own}/skip`, {})
    await post("/admin/billing/settings", { retention_offer: "discount" })
    await post(`${at}/retention`, { kind: "discount" })
    await post(`${at}/cancel`, { when: "now", reason: "moved away" })
    const other = await subscribe(1)
    await customer().post(`/store/customers/me/subscriptions/${other.id}/retention`, { kind: "discount" })
    await post("/admin/billing/settings", { retention_offer: "none" })
    await post(`/admin/billing/subscriptions/${other.id}/cancel`, { when: "now", reason: "moved away" })
  }

  async function askRuns(subscriptionId: string): Promise<void> {
    const { get, post } = admin()
    await post("/admin/billing/demo-payments", { behaviour: "decline" })
    await post("/admin/billing/clock", { unit: "month", count: 1 })
    await get("/admin/billing/clock")
    const { preview } = await get("/admin/billing/runs/preview")
    expect(preview.sums).toMatchObject([{ currency_code: "eur", invoices: { count: 2 } }])
    const { run } = await post("/admin/billing/runs")
    await store.settled()
    const { run: done } = await get(`/admin/billing/runs/${run.id}`)
    expect(done.failures).toMatchObject([{ charge_status: "soft_declined" }, { charge_status: "soft_declined" }])
    await get("/admin/billing/runs")
    await get("/admin/billing/demo-payments")
    await get("/admin/billing/overview")
    const { invoices } = await get("/admin/billing/invoices")
    await get(`/admin/billing/invoices/${invoices[0].id}`)
    await get(`/admin/billing/orders/${invoices[0].order_id}`)
    await get(`/admin/billing/subscriptions/${subscriptionId}`)
    await customer().get(`/store/customers/me/subscriptions/${subscriptionId}`)
    const from = await today()
    await get("/admin/discounts/report?limit=10")
    await get(`/admin/discounts/report/csv?to=${from}`)
    const callers = { store, admin: admin(), shopper: customer() }
    const owing = { customerId: clara.customer.id, subscriptionId }
    await askDocumentRoutes(callers, owing)
    await askReminderRoutes(callers, owing)
    await askExitRoutes(callers, owing)
    await askFigureRoutes(callers)
    await askMoneyRoutes(callers, owing)
    await post(`/admin/billing/customers/${clara.customer.id}/end-subscriptions`, { reason: "closes the account" })
  }

  async function askDeletions(): Promise<void> {
    const { get, post, delete: remove } = admin()
    const at = "/admin/discounts"
    const { article_discounts } = await get(`${at}/article-discounts`)
    await remove(`${at}/article-discounts/${article_discounts[0].id}`)
    const { order_discounts } = await get(`${at}/order-discounts`)
    await remove(`${at}/order-discounts/${order_discounts[0].id}`)
    await store
      .knex()("billing_run")
      .insert({ id: "brun_open", as_of: "2020-01-01", status: "queued", requested_by: "test" })
    await post("/admin/billing/runs/brun_open/stop")
  }

  it("each route of the plugin answers as its contract says, and no more", async () => {
    store.contracts.answered.clear()
    await askOffers()
    await askDiscounts()
    await askMethods()
    await askRuns(await askSubscriptions())
    await askDeletions()
    await askPackageRoutes({ store, world, admin: admin(), shopper: customer() })
    await askCrmRoutes({ store, admin: admin() })
    await askProvisioningRoutes(
      { store, admin: admin(), shopper: customer() },
      { orderId: "order_known", productId: hosting.productId, customerId: clara.customer.id },
    )
    await store.knex()("sales_sale").update({ status: "processing" })
    await askSalesRoutes({ admin: admin(), shopper: customer() })
    await askQuickOrderRoutes({ store, world, admin: admin(), shopper: customer() }, { variant_id: monthly })
    expect(ROUTES.map(nameOf).filter((name) => !store.contracts.answered.has(name))).toEqual([])
  })

  it("an answer that has more than its contract, or a number for an amount, is found", async () => {
    const answer = (data: object) =>
      store.api.get("/admin/billing/clock", {
        ...world.adminHeaders,
        transformResponse: () => data,
      })
    const clock = { today: "2026-01-01", days_ahead: 0, time_zone: "UTC", demo: true }
    await expect(answer({ clock })).resolves.toMatchObject({ status: 200 })
    await expect(answer({ clock: { ...clock, secret: 1 } })).rejects.toThrow("answer.clock.secret is in no contract")
    await expect(answer({ clock: { ...clock, today: 1 } })).rejects.toThrow("answer.clock.today")
  })
})
