import { Modules } from "@medusajs/framework/utils"
import {
  cancelOrderWorkflow,
  confirmOrderEditRequestWorkflow,
  convertDraftOrderWorkflow,
  createPromotionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { DISCOUNTS_MODULE, type DiscountsModuleService } from "../../../src/modules/discounts"
import { evaluateDiscounts } from "../../../src/rules/discounts"
import { loadDiscountCart } from "../../../src/workflows/discounts/cart/load-discount-cart"
import { loadDiscountFacts } from "../../../src/workflows/discounts/cart/load-discount-facts"
import { discountsOrders } from "../../../src/workflows/discounts/orders/discounts-orders"
import { reserveOrderRecordOf } from "../../../src/workflows/discounts/orders/reserve-order-record"
import { releaseAbandonedRecords } from "../../../src/workflows/discounts/orders/release-abandoned-records"
import { CartClient } from "../../support/cart-client"
import { createCustomer } from "../../support/create-customer"
import { createProduct } from "../../support/create-product"
import { createWorld, type World } from "../../support/create-world"
import { DraftClient, type AdminOrder } from "../../support/draft-client"
import { giveDiscount, giveOrderDiscount, makeEligible } from "../../support/give-discount"
import { placeOrder } from "../../support/place-order"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

/** Each line as `title × quantity: name amount, …`; a promotion by its code. */
const lines = (order: AdminOrder): string[] =>
  order.items
    .map(({ title, quantity, adjustments }) => {
      const words = adjustments.map(({ code, description, amount }) => `${code ?? description} ${Number(amount)}`)
      return `${title} × ${quantity}: ${words.sort().join(", ")}`
    })
    .sort()

const lineOf = (order: AdminOrder, title: string): string => order.items.find((item) => item.title === title)?.id ?? ""

export const ordersSuite = storeSuite(__filename, (store) => {
  let world: World
  let admin: DraftClient
  let visitor: CartClient
  let mug: string
  let pen: string

  beforeAll(async () => {
    world = await createWorld(store)
    admin = new DraftClient(store, world)
    visitor = new CartClient(store, world)
    const { salesChannelId } = world
    const variantOf = async (title: string, eur: number): Promise<string> =>
      (await createProduct(store.container(), { title, salesChannelId, prices: { eur } })).variants[0]?.id ?? ""
    mug = await variantOf("Mug", 10)
    pen = await variantOf("Pen", 20)
    const application_method = { type: "percentage", target_type: "items", allocation: "across", value: 50 } as const
    await createPromotionsWorkflow(store.container()).run({
      input: { promotionsData: [{ code: "HALF", type: "standard", status: "active", application_method }] },
    })
  })

  const room = () => store.container().resolve<DiscountsModuleService>(DISCOUNTS_MODULE)
  /** 10 % from one mug on, 20 % from five. */
  const tiers = (more: { usage_limit?: number; groups?: string[] } = {}) =>
    giveDiscount(store.container(), {
      name: "Tiers",
      rules: [
        { min: "1", max: "4", value: "10" },
        { min: "5", value: "20" },
      ],
      on: [{ level: "variant", target_id: mug }],
      ...more,
    })
  const recordsOf = (orderId: string) =>
    store.knex()("discounts_record").where({ order_id: orderId }).orderBy("version")
  const appliedOf = (orderId: string) =>
    store.knex()("discounts_applied").where({ order_id: orderId }).orderBy(["version", "amount"])
  const order = (items: { variant_id: string; quantity: number }[]) =>
    placeOrder(store, world, { items, email: "clara@test.example" })

  describe("a draft (D21)", () => {
    it("D21: has the discounts of a cart from the start, and promotions work on what is left", async () => {
      await tiers()
      const plain = await admin.create({ items: [{ variant_id: mug, quantity: 3 }] })
      expect(lines(plain)).toEqual(["Mug × 3: Tiers 3"])
      expect(plain.total).toBeCloseTo(27 * 1.19, 6)
      const promoted = await admin.create({ items: [{ variant_id: mug, quantity: 3 }], promo_codes: ["HALF"] })
      expect(lines(promoted)).toEqual(["Mug × 3: HALF 13.5, Tiers 3"])
    })

    it("D21: they follow each change of its edit, its confirmation and its conversion to an order", async () => {
      const discount = await tiers()
      await giveOrderDiscount(store.container(), {
        name: "Volume",
        ranges: [{ currency_code: "eur", min: "60", percent: "5" }],
      })
      await makeEligible(store.container(), mug)
      const { id } = await admin.create({ items: [{ variant_id: mug, quantity: 3 }] })
      await admin.beginDraft(id)
      const added = await admin.addToDraft(id, { variant_id: pen, quantity: 2 })
      expect(lines(added)).toEqual(["Mug × 3: Tiers 3, Volume 1.5", "Pen × 2: "])
      const more = await admin.changeDraft(id, lineOf(added, "Mug"), 5)
      expect(lines(more)).toEqual(["Mug × 5: Tiers 10, Volume 2.5", "Pen × 2: "])
      const promoted = await admin.promoteDraft(id, "HALF")
      expect(lines(promoted)).toEqual(["Mug × 5: HALF 18.75, Tiers 10, Volume 2.5", "Pen × 2: HALF 20"])
      const demoted = await admin.demoteDraft(id, "HALF")
      expect(lines(demoted)).toEqual(["Mug × 5: Tiers 10, Volume 2.5", "Pen × 2: "])
      const adding = added.items.flatMap(({ actions }) => actions ?? []).find(({ action }) => action === "ITEM_ADD")
      const less = await admin.takeBackFromDraft(id, adding?.id ?? "")
      expect(lines(less)).toEqual(["Mug × 5: Tiers 10"])
      await admin.confirmDraft(id)

      const draft = await admin.readDraft(id)
      expect(lines(draft)).toEqual(["Mug × 5: Tiers 10"])
      expect(draft.items[0]?.adjustments[0]?.provider_id).toBe("service-commerce-discount")
      expect(draft.summary.pending_difference).toBeCloseTo(40 * 1.19, 6)
      expect(await recordsOf(id)).toEqual([])

      const sold = await admin.convert(id)
      expect(lines(sold)).toEqual(["Mug × 5: Tiers 10"])
      const [record, ...others] = await recordsOf(id)
      expect(others).toEqual([])
      expect(record).toMatchObject({ channel: "draft_order", version: draft.version, cart_id: null })
      expect(record.placed_at).not.toBeNull()
      expect(record.trace.lines[0]).toMatchObject({ title: "Mug", amount: "10.00", quantity: 5 })
      expect(await appliedOf(id)).toMatchObject([{ discount_id: discount, kind: "first_order", amount: "10.00" }])
      expect(await room().retrieveDiscount(discount)).toMatchObject({ used: 1 })
    })

    it("D16, D21: it has the discounts of its customer's groups, and follows a change of the customer", async () => {
      const customers = store.container().resolve(Modules.CUSTOMER)
      const group = await customers.createCustomerGroups({ name: "Partners" })
      const { customer } = await createCustomer(store.container(), { email: "partner@test.example", ...world })
      await customers.addCustomerToGroup({ customer_id: customer.id, customer_group_id: group.id })
      await tiers({ groups: [group.id] })
      const { id, ...draft } = await admin.create({ items: [{ variant_id: mug, quantity: 5 }] })
      expect(lines({ id, ...draft })).toEqual(["Mug × 5: "])
      await admin.send(`/draft-orders/${id}`, { customer_id: customer.id })
      expect(lines(await admin.readDraft(id))).toEqual(["Mug × 5: Tiers 10"])
    })

    it("D12, D21: a quote of 47.60 does not become an order of 59.50 without a word: it is shown first", async () => {
      const discount = await tiers()
      const { id, total } = await admin.create({ items: [{ variant_id: mug, quantity: 5 }] })
      expect(total).toBeCloseTo(47.6, 6)
      await room().updateDiscounts({ id: discount, is_active: false })
      expect(await refusalOf(admin.convert(id))).toEqual({
        status: 400,
        type: "not_allowed",
        message:
          "total: it was shown as 47.60 EUR, and with its discounts of now it is 59.50 EUR: look at it, then confirm again",
      })
      expect(await recordsOf(id)).toEqual([])
      const shown = await admin.readDraft(id)
      expect([lines(shown), shown.summary.pending_difference]).toEqual([["Mug × 5: "], 59.5])
      expect(lines(await admin.convert(id))).toEqual(["Mug × 5: "])
    })

    it("D12, D21: nor does a draft's own edit change what was shown of it", async () => {
      const discount = await tiers()
      const { id } = await admin.create({ items: [{ variant_id: mug, quantity: 1 }] })
      await admin.beginDraft(id)
      await admin.addToDraft(id, { variant_id: pen, quantity: 1 })
      await room().updateDiscounts({ id: discount, is_active: false })
      expect((await refusalOf(admin.confirmDraft(id))).message).toMatch(
        /^total: it was shown as 34.51 EUR, .* 35.70 EUR/,
      )
      await admin.confirmDraft(id)
      expect(lines(await admin.readDraft(id))).toEqual(["Mug × 1: ", "Pen × 1: "])
    })

    it("D24: the last use goes to one of several drafts that become orders at once", async () => {
      const discount = await tiers({ usage_limit: 1 })
      const drafts: AdminOrder[] = []
      for (let count = 0; count < 4; count++) {
        drafts.push(await admin.create({ items: [{ variant_id: mug, quantity: 5 }] }))
      }
      const converted = await Promise.allSettled(drafts.map(({ id }) => admin.convert(id)))
      const sold = converted.flatMap((one) => (one.status === "fulfilled" ? lines(one.value) : []))
      expect(sold.filter((line) => line === "Mug × 5: Tiers 10")).toHaveLength(1)
      expect(sold.filter((line) => line === "Mug × 5: ")).toHaveLength(sold.length - 1)
      expect(await room().retrieveDiscount(discount)).toMatchObject({ used: 1 })
      // A refused one tries again, is shown without the discount, and becomes an order without it.
      for (const { id } of drafts.filter((_, place) => converted[place]?.status === "rejected")) {
        const again = await admin.convert(id).catch(() => admin.convert(id))
        expect(lines(again)).toEqual(["Mug × 5: "])
      }
      expect(await room().retrieveDiscount(discount)).toMatchObject({ used: 1 })
    })

    it("without discounts it is Medusa's own", async () => {
      const { id, ...draft } = await admin.create({ items: [{ variant_id: mug, quantity: 2 }], promo_codes: ["HALF"] })
      expect(lines({ id, ...draft })).toEqual(["Mug × 2: HALF 10"])
      await admin.beginDraft(id)
      expect(lines(await admin.addToDraft(id, { variant_id: pen, quantity: 1 }))).toEqual([
        "Mug × 2: HALF 10",
        "Pen × 1: HALF 10",
      ])
    })
  })

  it("D24: an article on four lines counts all of them in the report, though the rounding leaves two with nothing", async () => {
    const clip = await createProduct(store.container(), {
      title: "Clip",
      salesChannelId: world.salesChannelId,
      prices: { eur: 0.05 },
    })
    const variant_id = clip.variants[0]?.id ?? ""
    await giveDiscount(store.container(), {
      name: "Tenth",
      rules: [{ value: "10" }],
      on: [{ level: "variant", target_id: variant_id }],
    })
    await placeOrder(store, world, {
      items: [1, 2, 3, 4].map((number) => ({ variant_id, quantity: 1, metadata: { number } })),
      email: "clara@test.example",
    })
    const { data } = await store.api.get("/admin/discounts/report", world.adminHeaders)
    expect(data.rows).toMatchObject([{ uses: 1, lines: 4, quantity: 4, discount_total: "0.02", revenue: "0.18" }])
  })

  describe("names (D20)", () => {
    const codesOf = (order: AdminOrder) =>
      order.items.map(({ adjustments }) => adjustments.map(({ code }) => code).sort())

    it("D20: Medusa's order page says 'Item (HALF, Tiers)', not 'Item ()', after edits, too", async () => {
      await tiers()
      const cart = await visitor.create("de", {
        items: [{ variant_id: mug, quantity: 1 }],
        email: "clara@test.example",
      })
      await visitor.promote(cart.id, "HALF")
      const { id } = await visitor.complete(cart.id)
      // What the page asks for.
      const { data } = await store.api.get(`/admin/orders/${id}`, world.adminHeaders)
      expect(codesOf(data.order)).toEqual([["HALF", "Tiers"]])
      for (const quantity of [2, 5]) {
        await admin.beginEdit(id)
        const changed = await admin.change(id, lineOf(await admin.read(id), "Mug"), quantity)
        expect(codesOf(changed)).toEqual([["HALF", "Tiers"]])
        await admin.confirm(id)
        await store.settled()
        expect(codesOf(await admin.read(id))).toEqual([["HALF", "Tiers"]])
      }
      expect(lines(await admin.read(id))).toEqual(["Mug × 5: HALF 4.5, Tiers 10"])
    })

    it("D20: a discount with the name of a promotion's code is not that promotion, in a draft, its order and its edit", async () => {
      await giveDiscount(store.container(), {
        name: "HALF",
        rules: [{ value: "10" }],
        on: [{ level: "variant", target_id: mug }],
      })
      const { id } = await admin.create({ items: [{ variant_id: mug, quantity: 1 }] })
      await admin.beginDraft(id)
      expect(lines(await admin.addToDraft(id, { variant_id: pen, quantity: 1 }))).toEqual([
        "Mug × 1: HALF 1",
        "Pen × 1: ",
      ])
      await admin.confirmDraft(id)
      await admin.convert(id)
      await admin.beginEdit(id)
      const edited = await admin.change(id, lineOf(await admin.read(id), "Mug"), 2)
      expect(lines(edited)).toEqual(["Mug × 2: HALF 2", "Pen × 1: "])
      await admin.confirm(id)
      expect(lines(await admin.read(id))).toEqual(["Mug × 2: HALF 2", "Pen × 1: "])
    })

    it("D20: a cart shows its discounts by name without being asked, and is not changed by a client's own fields", async () => {
      await tiers()
      const request = world.storeHeaders
      const items = [{ variant_id: mug, quantity: 1 }]
      const created = await store.api.post("/store/carts", { region_id: world.regions.eur.id, items }, request)
      const { id } = created.data.cart
      const shown = [
        created.data.cart,
        (await store.api.get(`/store/carts/${id}`, request)).data.cart,
        (await store.api.post(`/store/carts/${id}/promotions`, { promo_codes: [] }, request)).data.cart,
      ]
      expect(shown.map((cart) => cart.items[0].adjustments[0].description)).toEqual(["Tiers", "Tiers", "Tiers"])
      const own = (await store.api.get(`/store/carts/${id}?fields=id,total`, request)).data.cart
      expect(Object.keys(own)).not.toContain("items")
    })
  })

  describe("an order's edit (D21)", () => {
    it("D14: an edit neither gives a value that counts once for its article twice, nor loses it", async () => {
      await giveDiscount(store.container(), {
        name: "Once",
        rules: [{ mode: "fixed", per: "article", value: "4", currency_code: "eur" }],
        on: [{ level: "variant", target_id: pen }],
      })
      const { id } = await order([{ variant_id: pen, quantity: 1 }])
      expect(lines(await admin.read(id))).toEqual(["Pen × 1: Once 4"])
      await admin.beginEdit(id)
      const added = await admin.add(id, { variant_id: pen, quantity: 1 })
      expect(lines(added)).toEqual(["Pen × 1: Once 2", "Pen × 1: Once 2"])
      await admin.requestEdit(id)
      await admin.confirm(id)
      const edited = await admin.read(id)
      expect(lines(edited)).toEqual(["Pen × 1: Once 2", "Pen × 1: Once 2"])

      await admin.beginEdit(id)
      const less = await admin.change(id, edited.items[0]?.id ?? "", 0)
      expect(lines(less).filter((line) => !line.includes("× 0"))).toEqual(["Pen × 1: Once 4"])
      await admin.requestEdit(id)
      await admin.confirm(id)
      const { data } = await store.api.get("/admin/discounts/report", world.adminHeaders)
      expect(data.rows).toMatchObject([{ name: "Once", uses: 1, lines: 1 }])
      expect(Number(data.rows[0].discount_total)).toBe(4)
    })

    it("D21: lines that it touches are evaluated again, on the edited order; the others keep their discounts", async () => {
      const discount = await tiers()
      const penDiscount = await giveDiscount(store.container(), {
        name: "Pens",
        rules: [{ value: "50" }],
        on: [{ level: "variant", target_id: pen }],
      })
      const { id } = await order([
        { variant_id: mug, quantity: 2 },
        { variant_id: pen, quantity: 1 },
      ])
      expect(lines(await admin.read(id))).toEqual(["Mug × 2: Tiers 2", "Pen × 1: Pens 10"])
      await room().updateDiscounts({ id: penDiscount, is_active: false })

      await admin.beginEdit(id)
      const more = await admin.change(id, lineOf(await admin.read(id), "Mug"), 5)
      expect(lines(more)).toEqual(["Mug × 5: Tiers 10", "Pen × 1: Pens 10"])
      const added = await admin.add(id, { variant_id: pen, quantity: 1 })
      expect(lines(added)).toEqual(["Mug × 5: Tiers 10", "Pen × 1: ", "Pen × 1: Pens 10"])
      const adding = added.items.flatMap(({ actions }) => actions ?? []).find(({ action }) => action === "ITEM_ADD")
      expect(lines(await admin.takeBack(id, adding?.id ?? ""))).toEqual(["Mug × 5: Tiers 10", "Pen × 1: Pens 10"])
      await admin.requestEdit(id)
      await admin.confirm(id)

      const edited = await admin.read(id)
      expect(lines(edited)).toEqual(["Mug × 5: Tiers 10", "Pen × 1: Pens 10"])
      expect(edited.items.flatMap(({ adjustments }) => adjustments.map((one) => one.provider_id))).toEqual([
        "service-commerce-discount",
        "service-commerce-discount",
      ])
      // 28.00 were ordered and are not captured yet, 50.00 and their tax are to be paid now.
      expect(edited.total).toBeCloseTo(50 * 1.19, 6)
      const { data } = await store.api.get(`/admin/orders/${id}?fields=*payment_collections`, world.adminHeaders)
      const collections: { amount: number; status: string }[] = data.order.payment_collections
      const asked = collections.filter(({ status }) => status !== "canceled").map(({ amount }) => amount)
      expect(asked).toEqual([59.5])

      const records = await recordsOf(id)
      expect(records).toMatchObject([
        { version: 1, channel: "cart" },
        { version: 2, channel: "order_edit" },
      ])
      expect(
        records[1].trace.lines.map((line: { title: string; amount: string }) => [line.title, line.amount]).sort(),
      ).toEqual([
        ["Mug", "10.00"],
        ["Pen", "10.00"],
      ])
      const applied: { amount: string; kind: string; reversed_on: string | null }[] = await appliedOf(id)
      expect(applied.map(({ amount, kind, reversed_on }) => [amount, kind, reversed_on !== null])).toEqual(
        [
          ["2.00", "first_order", true],
          ["10.00", "first_order", false],
          ["10.00", "edit", false],
        ].sort((a, b) => Number(a[0]) - Number(b[0])),
      )
      expect(await room().retrieveDiscount(discount)).toMatchObject({ used: 1 })
      // The report has the edited line as it is now, and the untouched one.
      const report = await store.api.get("/admin/discounts/report", world.adminHeaders)
      const figures = report.data.rows.map((row: { name: string; discount_total: string; revenue: string }) => [
        row.name,
        Number(row.discount_total),
        Number(row.revenue),
      ])
      expect(figures.sort()).toEqual([
        ["Pens", 10, 10],
        ["Tiers", 10, 40],
      ])
    })

    it("D21: an edit that was shown at one total is not confirmed at another; shown again, it is", async () => {
      const discount = await tiers()
      const { id } = await order([{ variant_id: mug, quantity: 1 }])
      await admin.beginEdit(id)
      await admin.change(id, lineOf(await admin.read(id), "Mug"), 5)
      await admin.requestEdit(id)
      await room().updateDiscounts({ id: discount, is_active: false })
      expect((await refusalOf(admin.confirm(id))).message).toMatch(/^total: it was shown as 47.60 EUR, .* 59.50 EUR/)
      expect(await recordsOf(id)).toHaveLength(1)
      expect(lines(await admin.preview(id))).toEqual(["Mug × 5: "])
      await admin.confirm(id)
      expect(lines(await admin.read(id))).toEqual(["Mug × 5: "])
    })

    it("D19, D21: fewer units never leave a line below zero; a promotion is capped to what is left", async () => {
      await tiers()
      const cart = await visitor.create("de", {
        items: [{ variant_id: mug, quantity: 5 }],
        email: "clara@test.example",
      })
      await visitor.promote(cart.id, "HALF")
      const { id } = await visitor.complete(cart.id)
      expect(lines(await admin.read(id))).toEqual(["Mug × 5: HALF 20, Tiers 10"])
      await admin.beginEdit(id)
      const less = await admin.change(id, lineOf(await admin.read(id), "Mug"), 2)
      // Medusa leaves the promotion's 20.00 as they were: 18.00 are left for it.
      expect(lines(less)).toEqual(["Mug × 2: HALF 18, Tiers 2"])
      expect(less.total).toBe(0)
      const { data } = await store.api.get(`/admin/orders/${id}/changes`, world.adminHeaders)
      const change: string = data.order_changes.find((one: { status: string }) => one.status === "pending").id
      await admin.send(`/order-changes/${change}`, { carry_over_promotions: true })
      expect(lines(await admin.preview(id))).toEqual(["Mug × 2: HALF 9, Tiers 2"])
      await admin.confirm(id)
      expect(lines(await admin.read(id))).toEqual(["Mug × 2: HALF 9, Tiers 2"])
    })

    it("D21: a second edit recognizes the discounts of the first", async () => {
      await tiers()
      const { id } = await order([{ variant_id: mug, quantity: 1 }])
      for (const quantity of [6, 2]) {
        await admin.beginEdit(id)
        await admin.change(id, lineOf(await admin.read(id), "Mug"), quantity)
        await admin.confirm(id)
      }
      expect(lines(await admin.read(id))).toEqual(["Mug × 2: Tiers 2"])
      expect((await recordsOf(id)).map(({ version }: { version: number }) => version)).toEqual([1, 2, 3])
    })

    it("D24: an order that took a discount's last use keeps it; another order cannot take it", async () => {
      await tiers({ usage_limit: 1 })
      const first = await order([{ variant_id: mug, quantity: 1 }])
      const second = await order([{ variant_id: mug, quantity: 1 }])
      expect(lines(await admin.read(second.id))).toEqual(["Mug × 1: "])
      for (const { id } of [first, second]) {
        await admin.beginEdit(id)
        await admin.change(id, lineOf(await admin.read(id), "Mug"), 5)
        await admin.confirm(id)
      }
      expect(lines(await admin.read(first.id))).toEqual(["Mug × 5: Tiers 10"])
      expect(lines(await admin.read(second.id))).toEqual(["Mug × 5: "])
    })

    it("an edit that cannot be confirmed, or not by a visitor, records and uses nothing", async () => {
      await tiers()
      const { id } = await order([{ variant_id: mug, quantity: 1 }])
      expect((await refusalOf(admin.confirm(id))).status).toBe(400)
      await admin.beginEdit(id)
      await admin.change(id, lineOf(await admin.read(id), "Mug"), 5)
      const visitor = new DraftClient(store, world, { headers: {} })
      expect((await refusalOf(visitor.confirm(id))).status).toBe(401)
      expect(await recordsOf(id)).toHaveLength(1)
      expect((await refusalOf(admin.confirm("order_none"))).status).toBe(404)
    })

    it("decision 7: the sweep places or releases the records of a crashed process, once", async () => {
      const discount = await tiers()
      const { id } = await order([{ variant_id: mug, quantity: 1 }])
      const draft = await admin.create({ items: [{ variant_id: mug, quantity: 1 }] })
      const reserve = { as_of: "2026-06-01", of: "draft" } as const
      const left = await reserveOrderRecordOf(store.container(), { order_id: draft.id, ...reserve })
      expect(await room().retrieveDiscount(discount)).toMatchObject({ used: 2 })
      const second = reserveOrderRecordOf(store.container(), { order_id: draft.id, ...reserve })
      await expect(second).rejects.toThrow(/being confirmed/)

      await admin.beginEdit(id)
      await admin.change(id, lineOf(await admin.read(id), "Mug"), 5)
      const edit = await reserveOrderRecordOf(store.container(), { order_id: id, as_of: "2026-06-01", of: "edit" })
      await confirmOrderEditRequestWorkflow(store.container()).run({ input: { order_id: id } })

      const later = { now: new Date(Date.now() + 3_600_000) }
      await releaseAbandonedRecords(store.container(), later)
      await releaseAbandonedRecords(store.container(), later)
      const records: { id: string; placed_at: Date | null }[] = await store.knex()("discounts_record")
      expect(records.find((record) => record.id === edit)?.placed_at).toBeInstanceOf(Date)
      expect(records.some((record) => record.id === left)).toBe(false)
      expect(await room().retrieveDiscount(discount)).toMatchObject({ used: 1 })
      expect(await appliedOf(id)).toMatchObject([{ kind: "first_order" }, { kind: "edit", amount: "10.00" }])
    })
  })

  it("issue 9, D24: what is canceled before its confirmation was handled keeps no use, and is in no report", async () => {
    const discount = await tiers()
    const container = store.container()
    const now = new Date()
    const handle = (order_id: string, kind: "placed" | "edited" | "canceled") =>
      discountsOrders.handle(
        container,
        { order_id, kind, source_id: order_id, by_event: false },
        { today: () => Promise.resolve("2026-06-02"), now },
      )
    // Its edit gives the draft another version than the first.
    const draft = await admin.create({ items: [{ variant_id: mug, quantity: 4 }] })
    await admin.beginDraft(draft.id)
    await admin.changeDraft(draft.id, lineOf(draft, "Mug"), 5)
    await admin.confirmDraft(draft.id)
    await reserveOrderRecordOf(container, { order_id: draft.id, as_of: "2026-06-01", of: "draft" })
    const silence = jest.spyOn(container.resolve(Modules.EVENT_BUS), "emit").mockResolvedValue(undefined)
    try {
      await convertDraftOrderWorkflow(container).run({ input: { id: draft.id } })
      await cancelOrderWorkflow(container).run({ input: { order_id: draft.id } })
    } finally {
      silence.mockRestore()
    }
    expect(await room().retrieveDiscount(discount)).toMatchObject({ used: 1 })
    await handle(draft.id, "canceled")
    await handle(draft.id, "placed")
    await releaseAbandonedRecords(container, { now: new Date(now.getTime() + 3_600_000) })
    expect(await room().retrieveDiscount(discount)).toMatchObject({ used: 0 })
    expect(await store.knex()("discounts_applied").whereNull("reversed_on")).toEqual([])
  })

  describe("a quick order (D21, D25)", () => {
    it("D25: the personal percentage comes first, on this channel only: 100.00 becomes 67.50", async () => {
      const container = store.container()
      const hundred = await createProduct(container, {
        title: "Advice",
        salesChannelId: world.salesChannelId,
        prices: { eur: 100 },
      })
      const variant = hundred.variants[0]?.id ?? ""
      await giveDiscount(container, { rules: [{ value: "20" }], on: [{ level: "variant", target_id: variant }] })
      await giveOrderDiscount(container, { ranges: [{ currency_code: "eur", percent: "5" }] })
      await makeEligible(container, variant)
      const { id } = await visitor.create("de", { items: [{ variant_id: variant, quantity: 1 }] })
      const cart = await loadDiscountCart(container, id)
      const amountBy = async (channel: "cart" | "quick_order") => {
        const facts = await loadDiscountFacts(
          container,
          { ...cart, currency_code: "eur", id },
          {
            asOf: "2026-06-01",
            channel,
            personalPercent: "10",
          },
        )
        return evaluateDiscounts(facts).lines.map(({ amount }) => amount)
      }
      expect(await amountBy("quick_order")).toEqual(["32.50"])
      expect(await amountBy("cart")).toEqual(["25.00"])
    })
  })
})
