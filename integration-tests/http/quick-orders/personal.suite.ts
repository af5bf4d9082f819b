import { profileOfCustomer } from "../../../src/modules/customers"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createProduct } from "../../support/create-product"
import { createDiscountShop, given, type DiscountShop } from "../../support/create-discount-shop"
import { CartClient } from "../../support/cart-client"
import { DiscountAdmin } from "../../support/discount-admin"
import { DraftClient, type AdminOrder } from "../../support/draft-client"
import { findBillingFaults } from "../../support/find-billing-faults"
import { placeOrder } from "../../support/place-order"
import { runBilling } from "../../support/run-billing"
import { storeSuite } from "../../support/store-suite"

/** D25: a customer's percentage, where the setting extends it to the whole store. */
export const personalSuite = storeSuite(__filename, (store) => {
  let shop: DiscountShop
  let admin: DiscountAdmin
  let clip: string
  let hosting: OfferedProduct
  let clara: CartClient

  beforeAll(async () => {
    shop = await createDiscountShop(store)
    const { world } = shop
    admin = new DiscountAdmin(store, world.adminHeaders)
    clara = new CartClient(store, world, shop.clara.headers)
    const product = await createProduct(store.container(), { title: "Clip", prices: { eur: 0.99 }, ...world })
    clip = product.variants[0]?.id ?? ""
    hosting = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId: world.salesChannelId,
      cycles: [{ name: "Monthly", interval: { count: 1, unit: "month" }, prices: { eur: 20 } }],
    })
    await store.settled()
    const id = await profileOfCustomer(store.knex(), shop.clara.customer.id)
    const vat = { vat_number: "DE136695976", vat_state: "unchecked" }
    await store
      .knex()("customers_profile")
      .where({ id })
      .update({ discount_percent: "15", ...vat })
  })

  const inWholeStore = () => admin.post("settings", { personal_scope: "store" })
  const invoiceOf = async (orderId: string) =>
    (await store.api.get(`/admin/billing/invoices?order_id=${orderId}`, shop.world.adminHeaders)).data.invoices[0]
      ?.document
  const sevenClips = () => [{ variant_id: clip, quantity: 7 }]
  const discountsOf = ({ items }: AdminOrder) =>
    items.map(({ title, adjustments }) => [title, adjustments.map(({ amount }) => Number(amount).toFixed(2)).join()])

  it("D25: counts on quick-order links only, until the setting says otherwise", async () => {
    const cart = await clara.create("de", { items: sevenClips() })
    expect(given(cart)).toEqual({ Clip: [] })
    await inWholeStore()
    const again = await clara.create("de", { items: sevenClips() })
    expect(given(again)).toEqual({ Clip: ["Personal discount 1.04"] })
    expect(again.item_total).toBeCloseTo(5.89 * 1.19, 10)
    const visitor = await shop.visitor.create("de", { items: sevenClips(), email: "clara@test.example" })
    expect(given(visitor)).toEqual({ Clip: [] })
  })

  it("D25: 15 % on 0.99 × 7 is 5.89 in cart, order and invoice alike", async () => {
    await inWholeStore()
    const order = await placeOrder(store, shop.world, { items: sevenClips(), headers: shop.clara.headers })
    expect(order.item_total).toBeCloseTo(5.89 * 1.19, 10)
    const document = await invoiceOf(order.id)
    expect(document.lines[0]).toMatchObject({ subtotal: "6.93", total: "5.89" })
    expect(document.lines[0].discounts).toEqual([{ name: "Personal discount", amount: "1.04" }])
    expect(document.buyer).toMatchObject({ vat_number: "DE136695976" })
  })

  it("D21, D25: drafts of the customer, and the lines that an edit adds to an order", async () => {
    await inWholeStore()
    const drafts = new DraftClient(store, shop.world)
    const of = { customer_id: shop.clara.customer.id }
    const draft = await drafts.create({ ...of, items: sevenClips() })
    await drafts.beginDraft(draft.id)
    expect(discountsOf(await drafts.addToDraft(draft.id, { variant_id: shop.service, quantity: 1 }))).toEqual(
      expect.arrayContaining([
        ["Clip", "1.04"],
        ["Advice", "13.50"],
      ]),
    )
    const order = await placeOrder(store, shop.world, { items: sevenClips(), headers: shop.clara.headers })
    await admin.post("settings", { personal_scope: "quick_order" })
    await drafts.beginEdit(order.id)
    const edited = await drafts.add(order.id, { variant_id: shop.service, quantity: 1 })
    // The order was made with it, and keeps it.
    expect(discountsOf(edited)).toEqual(
      expect.arrayContaining([
        ["Clip", "1.04"],
        ["Advice", "13.50"],
      ]),
    )
  })

  it("B22, D25: a subscription keeps it on its renewals, whatever the profile and the setting say later", async () => {
    await inWholeStore()
    const items = [{ variant_id: hosting.variants.Monthly ?? "", quantity: 1 }]
    const order = await placeOrder(store, shop.world, { items, headers: shop.clara.headers })
    expect(order.item_total).toBeCloseTo(17 * 1.19, 10)
    await admin.post("settings", { personal_scope: "quick_order" })
    const wrong = { vat_state: "invalid", vat_checked_on: "2026-03-01" }
    await store
      .knex()("customers_profile")
      .whereNotNull("vat_number")
      .update({ discount_percent: "1", ...wrong })
    await store
      .knex()("order")
      .update({ metadata: { purchase_order_number: "PO 9" } })
    const subscription = await store.knex()("billing_subscription").first("id", "next_due_on")
    await runBilling(store.container(), subscription.next_due_on)
    const { data } = await store.api.get(
      `/admin/billing/invoices?subscription_id=${subscription.id}&order=issued_on`,
      shop.world.adminHeaders,
    )
    const last = data.invoices.at(-1)
    expect(data.invoices.length).toBeGreaterThan(0)
    expect(last.document.lines[0]).toMatchObject({ subtotal: "20.00", total: "17.00" })
    expect(last.document.order).toMatchObject({ purchase_order_number: "PO 9" })
    // One that is known to be wrong is on no invoice.
    expect(last.document.buyer).toMatchObject({ vat_number: null })
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("D22, D23: the simulator and the tiers know it", async () => {
    await inWholeStore()
    const simulated = await admin.post<{ total: string }>("simulate", {
      region_id: shop.world.regions.eur.id,
      channel: "cart",
      customer_id: shop.clara.customer.id,
      lines: [{ variant_id: clip, quantity: 7 }],
    })
    expect(JSON.stringify(simulated)).toContain("1.04")
  })
})
