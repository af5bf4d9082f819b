import { Modules } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { adoptCustomer } from "../../../src/workflows/customers/profiles/adopt-customer"
import { dispatchOutbox } from "../../../src/workflows/events/dispatch-outbox"
import { giveDiscount } from "../../support/give-discount"
import { createQuickShop, LENA, giveLinkTo, type QuickShop } from "../../support/create-quick-shop"
import { findBillingFaults } from "../../support/find-billing-faults"
import { PageClient, pathOf, type PageAnswer } from "../../support/page-client"
import { giveLink } from "../../support/create-quick-order-world"
import { createStockedProduct, stockOf } from "../../support/create-stocked-product"
import { storeSuite } from "../../support/store-suite"

export const quickOrderPagesSuite = storeSuite(__filename, (store) => {
  let shop: QuickShop

  beforeAll(async () => {
    shop = await createQuickShop(store)
  })

  const client = (headers?: Record<string, string>) => new PageClient(store, headers)
  const textOf = ({ html }: { html: string }) =>
    html
      .replace(/<style.*?<\/style>|<[^>]+>/gs, " ")
      .replace(/&#39;/g, "'")
      .replace(/\s+/g, " ")
  const orders = async () =>
    (
      await store.api.get(
        "/admin/orders?fields=+total,*items,metadata,payment_status,email,customer_id,*shipping_address",
        shop.world.adminHeaders,
      )
    ).data.orders
  const admin = (path: string, body: object = {}) => store.api.post(`/admin${path}`, body, shop.world.adminHeaders)

  /** Puts articles into the basket and goes on to the order as it will be made. */
  const review = async (browser: PageClient, url: string, wanted: [string, number][], details = {}) => {
    const page = await browser.open(url)
    for (const [variant_id, quantity] of wanted) {
      await browser.submit(page, "add", { variant_id, quantity: String(quantity) })
    }
    const basket = await browser.get(`${page.path.split("?")[0]}/basket?lang=en`)
    return { page, basket, checked: await browser.submit(basket, "review", details) }
  }

  describe("C20, C21: a link opens the customer's catalogue", () => {
    it("C21, C22, D25: at their prices, with the list price beside; hidden ones and those without a price are not there", async () => {
      await giveDiscount(store.container(), {
        name: "Six",
        rules: [{ min: "6", value: "10" }],
        on: [{ level: "variant", target_id: shop.mug }],
      })
      const page = await client().open(shop.lena.url)
      expect(page.status).toBe(200)
      const text = textOf(page)
      for (const shown of [
        "Order for Lena Lead",
        "€0.84",
        "€0.99",
        "From 6: €7.65",
        "On request",
        "plus €5.00 for set-up",
      ]) {
        expect(text).toContain(shown)
      }
      expect(page.html).toContain("Monthly · €17.00 (list price €20.00) · every month")
      expect(text).not.toMatch(/Secret|Franc only/)
    })

    it("C21: search, and the customer's language or the one that they choose", async () => {
      const browser = client()
      const page = await browser.open(shop.lena.url)
      const found = await browser.get(`${page.path}?q=clip`)
      expect(textOf(found)).toContain("1 article")
      expect(found.html).not.toContain("<h2>Mug")
      expect(textOf(await browser.get(`${page.path}?q=%25`))).toContain("Nothing was found")
      await store
        .knex()("product")
        .where({ title: "Clip" })
        .update({ title: "Pince à linge d’été – Školení ØL Дизайн हिन्दी" })
      for (const q of ["LINGE PINCE", "pince a", "d'ete", "été", "skoleni", "ŠKOLENÍ", "øl", "дизайн", "हिन्दी"]) {
        expect([q, textOf(await browser.get(`${page.path}?q=${encodeURIComponent(q)}`))]).toEqual([
          q,
          expect.stringMatching(/1 article/),
        ])
      }
      // An article number finds it, too.
      await store.knex()("product_variant").where({ id: shop.clip }).update({ sku: "PI-40" })
      expect(textOf(await browser.get(`${page.path}?q=pi-40`))).toContain("1 article")
      expect(textOf(await browser.get(`${page.path}?lang=fr`))).toContain("Commander pour Lena Lead")
      const fr = await giveLinkTo(store, { ...LENA, email: "fr@test.example", language: "fr" })
      expect((await client({ "accept-language": "en" }).open(fr.url)).html).toContain('<html lang="fr">')
    })

    it("CR6, CR8, C20, C25: opening writes nothing, and leads to an address without the token, with a cookie of its path", async () => {
      const everything = async () =>
        JSON.stringify(
          await Promise.all(["link", "link_use", "quick_order"].map((t) => store.knex()(`customers_${t}`))),
        )
      const before = await everything()
      const browser = client()
      const first = await browser.get(pathOf(shop.lena.url))
      expect([first.status, first.location]).toEqual([303, expect.stringMatching(/^\/pages\/quick-order\/l\/clink_/)])
      expect(String(first.headers["set-cookie"])).toMatch(
        /Path=\/pages\/quick-order\/l\/clink_\w+; HttpOnly; SameSite=Lax/,
      )
      const page = await browser.get(first.location ?? "")
      for (const path of ["basket", "review", "done/0"]) {
        await browser.get(`${first.location}/${path}`)
      }
      expect(await everything()).toBe(before)
      expect(page.headers).toMatchObject({
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex, nofollow",
        "content-security-policy": expect.stringMatching(/default-src 'none'.*script-src 'self'.*form-action 'self'/),
      })
      expect(page.html).not.toContain(shop.lena.token)
      expect(page.html).not.toMatch(/style="|<script>|onclick/)
    })

    it("C20: wrong, expired, revoked and replaced tokens are answered alike, and open pages end with them", async () => {
      const browser = client()
      const page = await browser.open(shop.lena.url)
      const next = await giveLink(store, shop.lena.profileId)
      const expired = await giveLinkTo(store, { ...LENA, email: "late@test.example" })
      await store
        .knex()("customers_link")
        .where({ id: expired.id })
        .update({ expires_at: new Date(0) })
      await admin(`/quick-order-links/${next.id}/revoke`)
      const wrong = ["A".repeat(43), "short", shop.lena.token, next.token, expired.token]
      const answers = await Promise.all(wrong.map((token) => client().get(`/pages/quick-order/${token}`)))
      expect(new Set(answers.map(({ status, html }) => `${status} ${html}`)).size).toBe(1)
      expect(answers[0]?.status).toBe(404)
      expect((await browser.get(page.path)).status).toBe(404)
      expect((await browser.submit(page, "add", { variant_id: shop.clip, quantity: "1" })).status).toBe(403)
    })

    it("C20: forms are taken of this page alone: not of another site, another link, or without its key", async () => {
      const other = await giveLinkTo(store, { ...LENA, email: "other@test.example" })
      const browser = client()
      const mine = await browser.open(shop.lena.url)
      const theirs = await browser.open(other.url)
      const send = (path: string, form_key: string, headers = {}) =>
        browser.post(`${path}/add`, { form_key, variant_id: shop.clip, quantity: "1" }, headers)
      const keyOf = ({ html }: PageAnswer) => /name="form_key" value="([^"]+)"/.exec(html)?.[1] ?? ""
      const here = mine.path.split("?")[0] ?? ""
      const statuses = [
        await send(here, "x"),
        await send(here, keyOf(theirs)),
        await send(here, keyOf(mine), { "sec-fetch-site": "cross-site" }),
        await client().post(`${here}/add`, { form_key: keyOf(mine), variant_id: shop.clip, quantity: "1" }),
      ].map(({ status }) => status)
      expect(statuses).toEqual([403, 403, 403, 403])
      expect(await store.knex()("customers_quick_order")).toEqual([])
      expect(await store.knex()("customers_link_use")).toEqual([])
    })
  })

  describe("C24: an order", () => {
    it("C24, D25: 15 % on 0.99 × 7 is 5.89 in page, order and invoice alike; a lead becomes the order's customer, and is erased whole", async () => {
      const browser = client()
      const more = { address_2: "c/o Lager", phone: "+49 30 901820" }
      const vat = { vat_number: "DE136695976", vat_state: "valid", vat_checked_on: "2026-03-01" }
      await store
        .knex()("customers_profile")
        .where({ id: shop.lena.profileId })
        .update({ ...more, ...vat })
      const { basket, checked } = await review(browser, shop.lena.url, [[shop.clip, 7]], {
        purchase_order_number: "PO 7",
        wanted_on: "2999-01-31",
        note: "<b>Ring</b> twice",
      })
      // What a line comes to is rounded once, not once a piece: 0.84 × 7 would be 5.88.
      expect(textOf(basket)).toMatch(/Clip.*€0\.84.*€5\.89.*Sum of the articles €5\.89/)
      const text = textOf(checked)
      // 5.89 + 5.00 for shipping + 19 % of both.
      for (const shown of ["Clip", "€5.89", "€6.93", "€12.96", "PO 7", "31 Jan 2999", "Order with obligation to pay"]) {
        expect(text).toContain(shown)
      }
      expect(checked.html).toContain("&lt;b&gt;Ring&lt;/b&gt; twice")
      const done = await browser.submit(checked, "order")
      expect(textOf(done)).toMatch(/Order number \d+.*€12\.96/)
      await store.settled()
      const [order] = await orders()
      expect(order).toMatchObject({
        payment_status: "not_paid",
        email: "lena@test.example",
        metadata: { purchase_order_number: "PO 7", wanted_on: "2999-01-31", note: "<b>Ring</b> twice" },
        shipping_address: { address_1: "Weg 7", city: "Berlin", ...more },
      })
      const { data } = await store.api.get(`/admin/billing/invoices?order_id=${order.id}`, shop.world.adminHeaders)
      expect(data.invoices[0].document.lines[0]).toMatchObject({ subtotal: "6.93", total: "5.89" })
      expect(data.invoices[0]).toMatchObject({
        status: "open",
        document: { order: { purchase_order_number: "PO 7" }, buyer: { vat_number: "DE136695976" } },
      })
      const linked = await store.knex()("customers_customer").where({ profile_id: shop.lena.profileId }).first()
      expect(linked.customer_id).toBe(order.customer_id)
      const { events, status } = (
        await store.api.get(`/admin/crm/profiles/${shop.lena.profileId}`, shop.world.adminHeaders)
      ).data.profile
      expect(status).toBe("current")
      expect(events.map(({ type }: { type: string }) => type).sort()).toEqual([
        "became_current",
        "link_created",
        "linked",
        "quick_order_placed",
      ])
      await dispatchOutbox(store.container())
      await store.settled()
      expect(await findBillingFaults(store.knex())).toEqual([])

      const again = await browser.submit(await browser.get((await browser.open(shop.lena.url)).path), "again")
      expect(textOf(again)).toContain("The articles of your last order are in the basket.")
      expect(again.html).toMatch(/name="n-[^"]+" value="7"/)

      // Another order is written and not sent, and something is asked for: all that says who it was goes.
      const unsent = await browser.submit(again, "review", { note: "Lena's own words" })
      expect(textOf(unsent)).toContain("Lena's own words")
      const page = await browser.get((await browser.open(shop.lena.url)).path)
      const variant_id = shop.advised.variants.Once ?? ""
      await browser.submit(page, "request", { variant_id, quantity: "1", message: "Lena asks" })
      await store.knex()("billing_offer_request").update({ customer_id: null })
      const crm = `/crm/profiles/${shop.lena.profileId}`
      const handed = await store.api.get(`/admin${crm}/personal-data`, shop.world.adminHeaders)
      expect(JSON.stringify(handed.data.quick_orders)).toMatch(/Ring.*own words/)
      await admin(`${crm}/erase`, { name: "Lena Lead" })
      await store.settled()
      const left = await Promise.all(
        ["customers_profile", "customers_quick_order", "customers_note", "billing_offer_request", "customer"].map(
          (table) => store.knex()(table),
        ),
      )
      const carts = await store
        .knex()("cart as k")
        .whereNull("k.completed_at")
        .leftJoin("cart_address as a", "a.id", "k.shipping_address_id")
      expect(JSON.stringify([left, carts])).not.toMatch(/lena|own words|Ring|Weg 7|901820/i)
    })

    it("C7, C24: what renews is ordered by a lead, too, on account; a double submit of two windows makes one order", async () => {
      // Somebody has bought with this address before: that guest has a profile of their own.
      const guest = await store.container().resolve(Modules.CUSTOMER).createCustomers({ email: "lena@test.example" })
      const editing = { at: new Date().toISOString(), as_of: "2026-03-01", by: null }
      const own = await adoptCustomer(store.container(), guest.id, editing)
      const [one, two] = [client(), client()]
      const monthly = shop.hosting.variants.Monthly ?? ""
      const { checked } = await review(one, shop.lena.url, [[monthly, 2]])
      expect(textOf(checked)).toMatch(/Hosting.*€34\.00.*€40\.00/)
      const page = await two.open(shop.lena.url)
      const same = await two.get(`${page.path.split("?")[0]}/review?lang=en`)
      const stale = await two.get(`${page.path.split("?")[0]}/basket?lang=en`)
      const done = await Promise.all([one, one, two, two].map((c, n) => c.submit(n < 2 ? checked : same, "order")))
      expect(new Set(done.map((answer) => /Order number \d+/.exec(textOf(answer))?.[0])).size).toBe(1)
      await store.settled()
      expect(await orders()).toHaveLength(1)
      expect(await store.knex()("billing_subscription").select("status", "collection_method")).toEqual([
        { status: "pending", collection_method: "send_invoice" },
      ])
      const late = await two.submit(same, "order")
      expect(textOf(late)).toMatch(/Order number/)
      // Nor does a window that still shows the basket of before order the same once more.
      for (const form of ["review", "basket"]) {
        const shown = textOf(await two.submit({ html: stale.html.replace("/review?", `/${form}?`) }, form))
        expect(shown).toMatch(/sent in another window.*The basket is empty/)
      }
      expect(await orders()).toMatchObject([{ customer_id: guest.id }])
      expect(own).not.toBe(shop.lena.profileId)
      expect(await store.knex()("customers_profile").whereIn("id", [own, shop.lena.profileId]).pluck("status")).toEqual(
        ["current", "current"],
      )
      // The set-up fee comes with its article again.
      const again = await two.submit(await two.get(page.path), "again")
      expect(again.html).toMatch(/name="n-[^"]+" value="2"/)
      expect(again.html).not.toContain("Not sold any more")
    })

    it("C23: a price that changed between is shown first, and nothing is ordered", async () => {
      const browser = client()
      const { page, checked } = await review(browser, shop.lena.url, [[shop.mug, 2]])
      const percent = (discount_percent: string) =>
        store.knex()("customers_profile").where({ id: shop.lena.profileId }).update({ discount_percent })
      await percent("5")
      const shown = await browser.submit(checked, "order")
      expect(textOf(shown)).toMatch(/A price has changed.*Mug was €17\.00, is now €19\.00/)
      expect(await orders()).toEqual([])
      await percent("0")
      const basket = await browser.get(`${page.path.split("?")[0]}/basket?lang=en`)
      expect(textOf(basket)).toContain("Mug was €8.50, is now €10.00")
      const reviewed = await browser.submit(basket, "review")
      expect(textOf(reviewed)).toContain("€20.00")
      expect(textOf(await browser.submit(reviewed, "order"))).toMatch(/Order number/)
      expect((await orders())[0].items[0]).toMatchObject({ quantity: 2, unit_price: 10 })
    })

    it("C24: too small an order, and one that is sold out in between, are not made; afterwards it is", async () => {
      const { world } = shop
      const here = world.shipping.stockLocationId
      const chair = await createStockedProduct(store.container(), world, {
        title: "Chair",
        stock: { [here]: 5 },
        shippingProfileId: world.shipping.profileId,
      })
      const { quickOrders } = store.container().resolve<CoreModuleService>(CORE_MODULE).options.pages
      const stock = (stocked_quantity: number) => {
        const level = { inventory_item_id: chair.inventoryItemId, location_id: here, stocked_quantity }
        return store.container().resolve(Modules.INVENTORY).updateInventoryLevels([level])
      }
      quickOrders.minimumOrder = { eur: "17.01" }
      try {
        const browser = client()
        const { page, basket, checked } = await review(browser, shop.lena.url, [[chair.variantId, 2]])
        expect(textOf(checked)).toContain("Articles have to come to at least €17.01")
        expect(checked.status).toBe(422)
        quickOrders.minimumOrder = { eur: "17.00" }
        const enough = await browser.submit(basket, "review")
        quickOrders.minimumOrder = { eur: "17.01" }
        expect(textOf(await browser.submit(enough, "order"))).toContain("have to come to at least €17.01. Please add")
        quickOrders.minimumOrder = {}
        await stock(1)
        const refused = await browser.submit(enough, "order")
        expect(textOf(refused)).toContain("something is sold out or not sold any more. Nothing was ordered.")
        expect(textOf(await browser.submit(refused, "review"))).toContain("Articles cannot be had in this quantity")
        expect(await orders()).toEqual([])
        const less = await browser.submit(await browser.get(`${page.path.split("?")[0]}/basket?lang=en`), "review", {
          [`n-${chair.variantId}`]: "1",
        })
        expect(textOf(await browser.submit(less, "order"))).toMatch(/Order number/)
        await store.settled()
        expect(await stockOf(store.container(), chair.inventoryItemId, here)).toEqual({ stocked: 1, reserved: 1 })
      } finally {
        quickOrders.minimumOrder = {}
      }
    })

    it("C24: what is missing is asked for, and named by its field", async () => {
      const { url } = await giveLinkTo(store, { name: "Nobody", currency_code: "eur" })
      const browser = client()
      const { basket, checked } = await review(browser, url, [[shop.clip, 1]], { email: "x", wanted_on: "2001-01-01" })
      expect(basket.html).toContain('autocomplete="street-address"')
      expect(checked.status).toBe(422)
      expect(textOf(checked)).toMatch(
        /E-mail is no e-mail address.*Wanted on is in the past|Street and number is needed/,
      )
      const filled = {
        email: "new@test.example",
        name: "N",
        address_1: "Weg 1",
        postal_code: "1",
        city: "Ort",
        country_code: "fr",
      }
      const ok = await browser.submit(checked, "review", { ...filled, wanted_on: "" })
      // French tax of 20 %: 0.99 + 5.00 and 1.20.
      expect(textOf(ok)).toContain("€7.19")
      // What was typed stands in the next order's form again.
      await store.knex()("customers_quick_order").update({ state: "placed", placed_at: new Date() })
      const page = await browser.open(url)
      await browser.submit(page, "add", { variant_id: shop.clip, quantity: "1" })
      const next = await browser.get(`${page.path.split("?")[0]}/basket?lang=en`)
      expect(next.html).toMatch(/value="Weg 1".*value="Ort".*value="fr" selected/s)
    })

    it("bad input: neither less than nothing, a part of a piece, what is on request nor what is no variant is put into the basket", async () => {
      const wrong = [
        { variant_id: shop.clip, quantity: "-1" },
        { variant_id: shop.clip, quantity: "1.5" },
        { variant_id: shop.advised.variants.Once ?? "", quantity: "1" },
        { variant_id: "variant_x' or 1=1", quantity: "1" },
        { variant_id: "\u0000", quantity: "1" },
      ]
      const browser = client()
      const page = await browser.open(shop.lena.url)
      const form_key = /name="form_key" value="([^"]+)"/.exec(page.html)?.[1] ?? ""
      for (const fields of wrong) {
        const answer = await browser.post(`${page.path.split("?")[0]}/add`, { form_key, ...fields })
        expect([fields, answer.location]).toEqual([fields, expect.stringContaining("notice=not_taken")])
      }
      expect((await browser.get(`${page.path.split("?")[0]}/package/%00`)).status).toBe(404)
      const asked = { form_key, variant_id: shop.advised.variants.Once ?? "", message: "\u0000Soon\u0000" }
      expect((await browser.post(`${page.path.split("?")[0]}/request`, asked)).location).toContain("notice=requested")
      expect(await store.knex()("customers_quick_order")).toEqual([])
    })

    it("C22: a product on request is asked for: a note of today on the profile, once for the same words", async () => {
      const browser = client()
      const page = await browser.open(shop.lena.url)
      const variant_id = shop.advised.variants.Once ?? ""
      for (const _twice of [1, 2]) {
        const asked = await browser.submit(page, "request", { variant_id, quantity: "2", message: "<i>Soon</i>?" })
        expect(textOf(asked)).toContain("We have received your request")
      }
      const notes = await store.knex()("customers_note").select("text", "priority", "created_by")
      expect(await store.knex()("service_core_timeline_entry").where({ type: "quick_order_requested" })).toHaveLength(1)
      expect(notes).toEqual([
        { text: "Requested by quick-order link: 2 × Audit (Once)\n<i>Soon</i>?", priority: "high", created_by: null },
      ])
      // Who asks for more, or says more, is heard.
      await browser.submit(page, "request", { variant_id, quantity: "20", message: "After all" })
      expect(await store.knex()("customers_note").pluck("text")).toContain(
        "Requested by quick-order link: 20 × Audit (Once)\nAfter all",
      )
      expect(await store.knex()("billing_offer_request")).toHaveLength(2)
    })
  })
})
