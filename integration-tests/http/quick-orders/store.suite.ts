import { Modules } from "@medusajs/framework/utils"
import type { ReviewedAnswer } from "../../../src/contracts/customers/quick-orders"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { profileOfCustomer } from "../../../src/modules/customers"
import { customersOrders } from "../../../src/workflows/customers/orders/customers-orders"
import { giveLink } from "../../support/create-quick-order-world"
import { createQuickShop, type QuickShop } from "../../support/create-quick-shop"
import { giveDiscount } from "../../support/give-discount"
import { PageClient } from "../../support/page-client"
import { storeSuite } from "../../support/store-suite"

/** C26: the same as JSON, for merchants who build their own page; and the admin's side of a link. */
export const quickOrderStoreSuite = storeSuite(__filename, (store) => {
  let shop: QuickShop
  let token: string

  beforeAll(async () => {
    shop = await createQuickShop(store)
    token = shop.lena.token
  })
  beforeEach(() => {
    shop.lena.token = token
  })

  const ask = async (path: string, body: object = {}) => {
    const url = `/store/quick-orders${path}`
    const sent = { token: shop.lena.token, ...body }
    return store.api.post(url, sent, { ...shop.world.storeHeaders, validateStatus: () => true })
  }
  const links = async () =>
    (await store.api.get(`/admin/quick-order-links?profile_id=${shop.lena.profileId}`, shop.world.adminHeaders)).data
      .quick_order_links
  const shownOf = ({ review }: ReviewedAnswer) => ({
    total: review?.total ?? "0",
    lines: (review?.lines ?? []).map(({ key, total }) => ({ key, total })),
  })

  it("C26: shows, fills, reviews and orders; twice and at once it is one order, and each use is counted once", async () => {
    const { data } = await ask("")
    const clip = data.quick_order.products.find(({ title }: { title: string }) => title === "Clip")
    expect(clip.variants[0]).toMatchObject({ your_price: "0.84", list_price: "0.99", is_on_request: false })
    expect((await links())[0]).toMatchObject({ state: "live", uses: 0, orders: 0 })
    const filled = await ask("/basket", { items: [{ variant_id: shop.clip, quantity: 7 }] })
    expect(filled.data).toMatchObject({
      problems: [],
      basket: { turn: 0, items: [{ quantity: 7, your_price: "0.84", sum: "5.89" }], estimate: "5.89" },
    })
    const reviewed = (await ask("/review", { purchase_order_number: "PO 1" })).data
    expect(reviewed).toMatchObject({ outcome: "made", review: { goods: "5.89", turn: 0 } })
    const sent = { turn: 0, attempt: reviewed.review.attempt, shown: shownOf(reviewed) }
    const placed = await Promise.all([ask("/place", sent), ask("/place", sent), ask("/place", sent)])
    expect(placed.map((answer) => answer.data.outcome)).toEqual(["placed", "placed", "placed"])
    expect(new Set(placed.map((answer) => answer.data.order.id)).size).toBe(1)
    await store.settled()
    // What is asked for is no use of its own.
    await ask("/requests", { variant_id: shop.advised.variants.Once })
    expect((await links())[0]).toMatchObject({ uses: 1, orders: 1 })
    expect((await ask("")).data.quick_order.basket).toMatchObject({ turn: 1, items: [] })
    // A page that shows the basket of before puts nothing into the next one.
    const late = { items: [{ variant_id: shop.clip, quantity: 7 }], turn: 0 }
    expect((await ask("/basket", late)).data).toMatchObject({
      problems: [{ field: "turn", reason: "is that of an order that was sent meanwhile" }],
      basket: { turn: 1, items: [] },
    })
    const { data: again } = await ask("/last-order")
    expect(again).toMatchObject({ left_out: [], basket: { items: [{ variant_id: shop.clip, quantity: 7 }] } })
    const empty = () => ask("/basket", { items: [{ variant_id: shop.clip, quantity: 0 }] })
    await empty()
    // What cannot be had so any more is named.
    await store
      .knex()("order_item")
      .update({ quantity: 0.5, raw_quantity: { value: "0.5", precision: 20 } })
    expect((await ask("/last-order")).data).toMatchObject({
      left_out: [{ title: "Clip", reason: "not_sold" }],
      basket: { items: [] },
    })
    // Neither a renewal nor what was canceled is an order that somebody has made.
    for (const made of [{ metadata: { billing_renewal_id: "bren_1" } }, { metadata: null, canceled_at: new Date() }]) {
      await store.knex()("order").update(made)
      expect((await ask("/last-order")).data).toMatchObject({ left_out: [], basket: { items: [] } })
    }
  })

  it("C24: one whose placing has stopped half-way is changed and sent again, or is the order that was made; what may be had once is not shown again", async () => {
    // D24: a guest is counted by the e-mail address, on the page as in the cart.
    const on = [{ level: "variant", target_id: shop.clip } as const]
    await giveDiscount(store.container(), { name: "Once", rules: [{ value: "50" }], on, usage_limit_per_customer: 1 })
    const clips = (quantity: number) => ask("/basket", { items: [{ variant_id: shop.clip, quantity }] })
    const rows = () => store.knex()("customers_quick_order").orderBy("turn").select("turn", "state", "attempt")
    const stop = (at: string) =>
      store
        .knex()("customers_quick_order")
        .where({ turn: 0 })
        .update({ state: "placing", placing_until: store.knex().raw(at) })
    expect((await clips(1)).data.basket.items).toMatchObject([{ your_price: "0.42" }])
    await ask("/review")
    await stop("now() + interval '1 minute'")
    expect((await clips(2)).data.problems).toEqual([{ field: "items", reason: "are being ordered in another window" }])
    await stop("now() - interval '1 second'")
    expect((await clips(2)).data).toMatchObject({ problems: [], basket: { items: [{ quantity: 2 }] } })
    const reviewed = (await ask("/review")).data
    const { attempt } = reviewed.review
    expect(await rows()).toEqual([{ turn: 0, state: "open", attempt }])
    const placed = await ask("/place", { turn: 0, attempt, shown: shownOf(reviewed) })
    await store.settled()
    const order_id = placed.data.order.id
    /** As after a crash between the order and its record. */
    const forget = async () => {
      await store.knex().raw(`alter table customers_quick_order disable trigger "customers_quick_order_placed"`)
      await store.knex()("customers_quick_order").update({ order_id: null, placed_at: null, state: "open" })
      await stop("now() - interval '1 second'")
      await store.knex().raw(`alter table customers_quick_order enable trigger "customers_quick_order_placed"`)
    }
    const recorded = () => store.knex()("customers_quick_order").where({ turn: 0 }).first("order_id")
    await forget()
    // Nobody comes back: the order itself tells, whatever makes a lead current.
    const { customers } = store.container().resolve<CoreModuleService>(CORE_MODULE).options
    const { currentAfter } = customers
    customers.currentAfter = "never"
    const change = { order_id, kind: "placed", source_id: order_id, by_event: false } as const
    const at = { now: new Date(), today: () => Promise.resolve("2026-03-01" as const) }
    try {
      expect(await customersOrders.concerns?.(store.container(), [change], "placed")).toEqual(new Set([order_id]))
      await customersOrders.handle(store.container(), change, at)
      await customersOrders.handle(store.container(), change, at)
    } finally {
      customers.currentAfter = currentAfter
    }
    expect(await recorded()).toEqual({ order_id })
    // Twice is once, after the one that is forgotten.
    expect(
      await store.knex()("service_core_timeline_entry").where({ type: "customers.quick_order.placed" }),
    ).toHaveLength(2)
    await forget()
    const late = { items: [{ variant_id: shop.clip, quantity: 2 }], turn: 0 }
    expect((await ask("/basket", late)).data.problems).toMatchObject([{ field: "turn" }])
    expect((await clips(3)).data.basket.items).toMatchObject([{ quantity: 3, your_price: "0.84" }])
    expect(await rows()).toMatchObject([{ state: "placed" }, { turn: 1, state: "open" }])
    expect(await recorded()).toEqual({ order_id })
  })

  describe("C23: what changes between the check and the order", () => {
    const orders = async () =>
      (
        await store.api.get(
          "/admin/orders?fields=email,*items,*shipping_address,currency_code",
          shop.world.adminHeaders,
        )
      ).data.orders
    const clips = (quantity: number) => ask("/basket", { items: [{ variant_id: shop.clip, quantity }] })
    const check = async () => {
      const { data } = await ask("/review", { purchase_order_number: "PO 1" })
      return { turn: data.review.turn, attempt: data.review.attempt, shown: shownOf(data) }
    }
    /** What the page of the check answers to who opens it now. */
    const page = async () => {
      const browser = new PageClient(store, { "accept-language": "en" })
      const { path } = await browser.open(shop.lena.url)
      return browser.get(`${path}/review?lang=en`)
    }
    const lena = (fields: object) => store.knex()("customers_profile").where({ id: shop.lena.profileId }).update(fields)

    it("an article that is put in beside it is not lost: it is checked anew, in each window", async () => {
      await clips(1)
      const sent = await check()
      expect((await page()).status).toBe(200)
      await clips(2)
      expect((await ask("/place", sent)).data).toMatchObject({ outcome: "moved", order: null })
      expect((await page()).location).toMatch(/\/basket\?lang=en&notice=moved$/)
      expect((await ask("/place", { ...sent, attempt: sent.attempt + 1 })).data.outcome).toBe("moved")
      // The same quantity once more is no change. What was shown is compared, never charged.
      const again = await check()
      await clips(2)
      const lines = again.shown.lines.map(({ key }) => ({ key, total: "0.01" }))
      expect((await ask("/place", { ...again, shown: { ...again.shown, lines } })).data).toMatchObject({
        outcome: "changed",
        changes: [{ before: "0.01", after: "1.68" }],
        order: null,
      })
      expect((await ask("/place", again)).data.outcome).toBe("placed")
      expect(await orders()).toMatchObject([{ items: [{ quantity: 2 }] }])
    })

    it("another address, e-mail or currency of the customer's, or no way of shipping: nothing is sent as it was", async () => {
      await clips(1)
      const isOld = async (sent: Awaited<ReturnType<typeof check>>) => {
        expect((await ask("/place", sent)).data.outcome).toBe("moved")
        expect((await page()).location).toMatch(/\/basket\?lang=en&notice=moved$/)
      }
      const changes = [
        () => lena({ city: "Potsdam", email: "office@test.example", email_key: "office@test.example" }),
        () => store.knex()("cart_shipping_method").delete(),
      ]
      for (const change of changes) {
        const sent = await check()
        await change()
        await isOld(sent)
      }
      const inEuros = await check()
      await lena({ currency_code: "chf", country_code: "ch" })
      await isOld(inEuros)
      expect(await orders()).toEqual([])
      await lena({ currency_code: "eur", country_code: "de" })
      expect((await ask("/place", inEuros)).data.outcome).toBe("placed")
      expect(await orders()).toMatchObject([
        { email: "office@test.example", currency_code: "eur", shipping_address: { city: "Potsdam" } },
      ])
    })

    it("a link that takes the place of another has its basket, and what was written beside it; one that was revoked has not", async () => {
      await clips(3)
      const sent = await check()
      shop.lena.token = (await giveLink(store, shop.lena.profileId)).token
      expect((await ask("/place", sent)).data.outcome).toBe("moved")
      const { data } = await ask("")
      expect(data.quick_order.basket).toMatchObject({ turn: 0, items: [{ variant_id: shop.clip, quantity: 3 }] })
      expect((await ask("/place", await check())).data.outcome).toBe("placed")
      await clips(5)
      await store.knex()("customers_link").whereNull("replaced_at").update({ revoked_at: new Date() })
      shop.lena.token = (await giveLink(store, shop.lena.profileId)).token
      expect((await ask("")).data.quick_order.basket).toMatchObject({ turn: 0, items: [] })
    })
  })

  it("C24: what a promotion takes off shipping is off it before the order, and the sums add up", async () => {
    const application_method = { type: "percentage", target_type: "shipping_methods", allocation: "across", value: 100 }
    await store.api.post(
      "/admin/promotions",
      { code: "FREE", type: "standard", status: "active", is_automatic: true, application_method },
      shop.world.adminHeaders,
    )
    await ask("/basket", { items: [{ variant_id: shop.clip, quantity: 7 }] })
    const { review } = (await ask("/review")).data
    expect(review).toMatchObject({ goods: "5.89", shipping: [{ amount: "0.00" }], tax_added: "1.12", total: "7.01" })
  })

  it("C24: a service of which something has to be chosen is asked for; an account's own address is not", async () => {
    const options = [{ key: "host", kind: "text", label: "Host name", is_required: true, max: 40 }]
    const at = `/admin/provisioning/products/${shop.hosting.productId}/options`
    await store.api.post(at, { options }, shop.world.adminHeaders)
    const { data } = await ask("")
    const shown = data.quick_order.products.find(({ title }: { title: string }) => title === "Hosting")
    expect(shown.variants[0]).toMatchObject({ is_on_request: true, your_price: null })
    const hosting = { variant_id: shop.hosting.variants.Monthly, quantity: 1 }
    expect((await ask("/basket", { items: [hosting] })).data.problems).toMatchObject([
      { reason: "is sold on request only" },
    ])
    expect((await ask("/requests", hosting)).data).toEqual({ requested: true })
    // Clara has an account, with an address in Medusa and none in her profile.
    await store.settled()
    const profileId = (await profileOfCustomer(store.knex(), shop.clara.customer.id)) ?? ""
    const address = { first_name: "Clara", address_1: "Rue 1", city: "Paris", postal_code: "75001", country_code: "fr" }
    await store
      .container()
      .resolve(Modules.CUSTOMER)
      .createCustomerAddresses({ customer_id: shop.clara.customer.id, ...address })
    shop.lena.token = (await giveLink(store, profileId)).token
    expect((await ask("")).data.quick_order.asks).toEqual({ email: false, address_countries: null })
    await ask("/basket", { items: [{ variant_id: shop.clip, quantity: 1 }] })
    const checked = (await ask("/review")).data.review
    // French tax of 20 %: 0.99 + 5.00 and 1.20.
    expect(checked).toMatchObject({ currency_code: "eur", tax_added: "1.20", total: "7.19" })
  })

  it("bad input: names the field and the reason, and puts nothing into the basket", async () => {
    const items = [
      { variant_id: shop.clip, quantity: 1 },
      { variant_id: shop.advised.variants.Once, quantity: 1 },
    ]
    const { data } = await ask("/basket", { items })
    expect(data.problems).toEqual([{ field: "items.1.variantId", reason: "is sold on request only" }])
    expect(data.basket.items).toEqual([])
    expect((await ask("/basket", { items: [{ variant_id: shop.clip, quantity: -1 }] })).status).toBe(400)
    expect((await ask("/requests", { variant_id: shop.clip })).data.message).toContain(
      "variant_id: is not sold on request",
    )
    expect((await ask("/review")).data).toMatchObject({
      outcome: "problems",
      problems: [{ field: "items", reason: "must have at least one piece" }],
    })
  })

  it("C20: a link is made once, replaces the one before it, and is revoked; each opens nothing afterwards", async () => {
    const make = () =>
      store.api.post("/admin/quick-order-links", { profile_id: shop.lena.profileId }, shop.world.adminHeaders)
    const { data, status } = await make()
    const { url, id } = data.quick_order_link
    expect([status, url]).toEqual([201, expect.stringMatching(/^http:\/\/[^/]+\/pages\/quick-order\/[\w-]{43}$/)])
    expect((await ask("")).status).toBe(404)
    shop.lena.token = url.split("/").pop()
    expect((await ask("")).status).toBe(200)
    for (const _twice of [1, 2]) {
      await store.api.post(`/admin/quick-order-links/${id}/revoke`, {}, shop.world.adminHeaders)
    }
    const ended = { subject_id: shop.lena.profileId, type: "customers.quick_order_link.revoked" }
    expect(await store.knex()("service_core_timeline_entry").where(ended)).toHaveLength(1)
    expect((await ask("")).status).toBe(404)
    expect((await links()).map(({ state }: { state: string }) => state)).toEqual(["revoked", "replaced"])
    expect(JSON.stringify(await links())).not.toContain(shop.lena.token)
    const none = await store.api.post(
      "/admin/quick-order-links",
      { profile_id: "cprof_none" },
      { ...shop.world.adminHeaders, validateStatus: () => true },
    )
    expect([none.status, none.data.message]).toEqual([404, "Profile with id: cprof_none was not found"])
  })

  it("C24: the merchant sees beside the link that no region sells in the customer's currency, or takes orders on account", async () => {
    const selling = async () =>
      (await store.api.get(`/admin/quick-order-links?profile_id=${shop.lena.profileId}`, shop.world.adminHeaders)).data
        .selling
    const profile = store.knex()("customers_profile").where({ id: shop.lena.profileId })
    expect(await selling()).toEqual({ currency_code: "eur", problem: null })
    await profile.clone().update({ currency_code: "usd" })
    expect(await selling()).toEqual({ currency_code: "eur", problem: "other_currency" })
    await profile.clone().update({ currency_code: "eur", country_code: "gb" })
    expect(await selling()).toEqual({ currency_code: "eur", problem: "other_country" })
    // Medusa would tax nothing that is sent there: another address is asked for.
    expect((await ask("")).data.quick_order.asks).toEqual({ email: false, address_countries: ["de", "fr"] })
    await ask("/basket", { items: [{ variant_id: shop.clip, quantity: 1 }] })
    expect((await ask("/review")).data.problems).toContainEqual({ field: "address.city", reason: "is required" })
    await profile.clone().update({ country_code: "de" })
    await store.knex()("region_payment_provider").where({ payment_provider_id: "pp_system_default" }).delete()
    expect(await selling()).toEqual({ currency_code: "eur", problem: "not_on_account" })
    await store.knex()("region").update({ deleted_at: new Date() })
    expect(await selling()).toEqual({ currency_code: null, problem: "nowhere" })
  })

  it("C20: wrong tokens are limited by address, over all processes", async () => {
    const wrong = () => ask("", { token: "A".repeat(43) })
    const statuses: number[] = []
    for (let tries = 0; tries < 40; tries++) {
      statuses.push((await wrong()).status)
    }
    expect([statuses[0], statuses.at(-1)]).toEqual([404, 429])
  })
})
