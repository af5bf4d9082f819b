import { Modules } from "@medusajs/framework/utils"
import { printedLines, type InvoiceDocument } from "../../../src/rules/billing"
import type { CivilDate } from "../../../src/rules/calendar"
import { sum } from "../../../src/rules/money"
import { CartClient } from "../../support/cart-client"
import { createCustomer } from "../../support/create-customer"
import { createStockedProduct, type StockedProduct } from "../../support/create-stocked-product"
import { createWorld, type World } from "../../support/create-world"
import { DraftClient } from "../../support/draft-client"
import { findBillingFaults } from "../../support/find-billing-faults"
import { giveDiscount } from "../../support/give-discount"
import { giveArticle, type Sold } from "../../support/give-package"
import { giveRecurringPackage, type RecurringPackage } from "../../support/give-recurring-package"
import { refusalOf } from "../../support/refusal-of"
import { runBilling } from "../../support/run-billing"
import { storeSuite } from "../../support/store-suite"

interface OrderLine {
  id: string
  title: string
  quantity: number
  unit_price: number
  total: number
  tax_total: number
  discount_total: number
}

interface Subscription {
  id: string
  status: string
  next_due_on: CivilDate
  items: {
    id: string
    kind: string
    title: string
    quantity: number
    unit_price: string
    parent_id: string | null
    is_hidden: boolean
  }[]
  upcoming: { total: string; lines: InvoiceDocument["lines"] } | null
}

const DEMO = "pp_demo_demo"
const LINE_FIELDS = "+total,+metadata,*items,+items.total,+items.tax_total,+items.discount_total"

/** What each line comes to, in alphabetical order. */
const seen = (items: readonly OrderLine[]): string[] =>
  items
    .map(
      ({ title, quantity, unit_price, tax_total, discount_total }) =>
        `${quantity} ${title} at ${unit_price}, less ${discount_total}, tax ${Number(tax_total.toFixed(4))}`,
    )
    .sort()

export const recurringSuite = storeSuite(__filename, (store) => {
  let world: World
  let drafts: DraftClient
  let mail: Sold
  let backup: Sold
  let stick: StockedProduct
  let pack: RecurringPackage
  let buyers = 0

  beforeAll(async () => {
    world = await createWorld(store)
    drafts = new DraftClient(store, world)
    const container = store.container()
    const { salesChannelId, shipping } = world
    const article = (title: string, eur: number) => giveArticle(container, { title, salesChannelId, prices: { eur } })
    ;[mail, backup] = await Promise.all([article("Mail", 8), article("Backup", 5)])
    stick = await createStockedProduct(container, world, {
      title: "Stick",
      price: 4,
      stock: { [shipping.stockLocationId]: 100 },
      shippingProfileId: shipping.profileId,
    })
    pack = await giveRecurringPackage(container, {
      title: "Hosting pack",
      salesChannelId,
      pricing: "contents_all",
      prices: { eur: 1 },
      contents: [{ ...mail, quantity: 2 }, { ...backup, isHidden: true }, stick],
    })
    const forever = { renewals: "forever" as const }
    await giveDiscount(container, {
      ...{ ...forever, name: "Packs", rules: [{ value: "3.3333" }] },
      on: [{ level: "product", target_id: pack.productId }],
    })
    await giveDiscount(container, {
      ...{ ...forever, name: "Partners", rules: [{ mode: "fixed", value: "0.37", currency_code: "eur" }] },
      on: [{ level: "product", target_id: mail.productId }],
    })
  })

  /** A customer buys a package with their own account, which keeps the payment method. */
  async function buy(variantId: string, { quantity = 1, ship = false, ...selection }: BuyInput = {}) {
    const email = `clara${++buyers}@test.example`
    const { headers } = await createCustomer(store.container(), { email, storeHeaders: world.storeHeaders })
    const shopper = new CartClient(store, world, headers)
    const { id } = await shopper.create("de", { email })
    await store.api.post(`/store/carts/${id}/packages`, { variant_id: variantId, quantity, ...selection }, { headers })
    if (ship) {
      await shopper.ship(id)
    }
    const { id: orderId } = await shopper.complete(id, DEMO)
    return { orderId, headers }
  }
  interface BuyInput {
    quantity?: number
    ship?: boolean
    choices?: object[]
    days?: number
  }

  const orderOf = async (id: string): Promise<{ id: string; total: number; items: OrderLine[] }> =>
    (await store.api.get(`/admin/orders/${id}?fields=${LINE_FIELDS}`, world.adminHeaders)).data.order
  const shownOrder = async (id: string, headers: object): Promise<{ total: number; items: OrderLine[] }> =>
    (await store.api.get(`/store/orders/${id}?fields=${LINE_FIELDS}`, { headers })).data.order
  const subscription = async (id: string): Promise<Subscription> =>
    (await store.api.get(`/admin/billing/subscriptions/${id}`, world.adminHeaders)).data.subscription
  const ownSubscription = async (id: string, headers: object): Promise<Subscription> =>
    (await store.api.get(`/store/customers/me/subscriptions/${id}`, { headers })).data.subscription
  const subscriptionsOf = async (orderId: string): Promise<Subscription[]> => {
    const ids = await store
      .knex()("billing_subscription")
      .where({ order_id: orderId })
      .orderBy("display_id")
      .pluck("id")
    return Promise.all(ids.map(subscription))
  }
  const theSubscription = async (orderId: string): Promise<Subscription> => {
    const [one] = await subscriptionsOf(orderId)
    if (!one) {
      throw new Error(`Order ${orderId} has no subscription`)
    }
    return one
  }
  /** Renews on the date on which it is due; answers with the preview, the order and the invoice. */
  async function renew(id: string) {
    const { upcoming, next_due_on } = await subscription(id)
    await runBilling(store.container(), next_due_on)
    await store.settled()
    const { data } = await store.api.get(`/admin/billing/invoices?subscription_id=${id}`, world.adminHeaders)
    const { order_id, document }: { order_id: string; document: InvoiceDocument } = data.invoices[0]
    return { upcoming, document, order: await orderOf(order_id) }
  }
  const itemsOf = ({ items }: Subscription): string[] =>
    items.map((item) => `${item.parent_id ? "– " : ""}${item.quantity} ${item.title} at ${Number(item.unit_price)}`)
  const reservedOf = async (orderId: string): Promise<Record<string, number>> => {
    const { items } = await orderOf(orderId)
    const found = await store
      .container()
      .resolve(Modules.INVENTORY)
      .listReservationItems({ line_item_id: items.map(({ id }) => id) })
    const titleOf = new Map(items.map(({ id, title }) => [id, title]))
    return Object.fromEntries(found.map((one) => [titleOf.get(one.line_item_id ?? ""), Number(one.quantity)]))
  }
  /** Changes the package of an order by an edit, as an admin does. */
  async function edit(orderId: string, body: object): Promise<void> {
    await drafts.beginEdit(orderId)
    const { data } = await store.api.get(`/admin/order-edits/${orderId}/packages`, world.adminHeaders)
    const path = `/admin/order-edits/${orderId}/packages/${data.packages[0].line_id}`
    await store.api.post(path, body, world.adminHeaders)
    await drafts.confirm(orderId)
    await store.settled()
  }

  it("P19, B27: a hosting pack is bought, renewed, hidden in part, refunded in part, split and canceled", async () => {
    const { orderId, headers } = await buy(pack.variantId, { quantity: 2, ship: true })
    const first = await orderOf(orderId)
    const { id } = await theSubscription(orderId)
    expect(itemsOf(await subscription(id))).toEqual([
      "2 Hosting pack at 0",
      "– 4 Mail at 8",
      "– 2 Backup at 5",
      "– 2 Stick at 4",
    ])

    // What the preview says, line by line as it was sold, to the cent.
    const { upcoming, order, document } = await renew(id)
    expect(upcoming?.lines).toEqual(document.lines)
    expect(upcoming?.total).toBe(document.totals.payable)
    expect(seen(order.items)).toEqual(seen(first.items))
    expect(order.total).toBeCloseTo(first.total, 6)
    expect(await reservedOf(order.id)).toEqual({ Stick: 2 })

    // The customer sees no hidden content: not in orders, not in the subscription, not in what comes next.
    const shown = await shownOrder(order.id, headers)
    expect(shown.items.map(({ title }) => title).sort()).toEqual(["Hosting pack", "Mail", "Stick"])
    expect(sum(shown.items.map(({ total }) => String(total)))).toBe(sum(order.items.map(({ total }) => String(total))))
    const own = await ownSubscription(id, headers)
    expect(itemsOf(own)).toEqual(["2 Hosting pack at 5", "– 4 Mail at 8", "– 2 Stick at 4"])
    expect(JSON.stringify([shown, own])).not.toContain("Backup")
    expect(printedLines(document.lines).map(({ title }) => title)).toEqual([
      ...["Hosting pack", "Mail", "Stick"],
      document.lines.find(({ kind }) => kind === "shipping")?.title,
    ])

    // An admin hides the mail on the order: the next renewals cost the same, and do not name it either.
    await edit(orderId, { choices: [{ path: pack.entryIds[0], is_hidden: true }] })
    const hidden = await renew(id)
    expect(hidden.order.total).toBeCloseTo(first.total, 6)
    expect((await shownOrder(hidden.order.id, headers)).items.map(({ title }) => title).sort()).toEqual([
      "Hosting pack",
      "Stick",
    ])
    expect(JSON.stringify(await ownSubscription(id, headers))).not.toContain("Mail")

    // Some of it is given back: the subscription goes on as it was.
    const { data } = await store.api.get(
      `/admin/orders/${hidden.order.id}?fields=payment_collections.payments.id`,
      world.adminHeaders,
    )
    const payment = data.order.payment_collections[0].payments[0].id
    await store.api.post(`/admin/payments/${payment}/refund`, { amount: 3 }, world.adminHeaders)
    await store.settled()
    expect(await subscription(id)).toMatchObject({ status: "active" })

    // One of two is split off with what is in it: both together come to what there was.
    const whole = await subscription(id)
    const root = whole.items.find(({ kind }) => kind === "package")?.id ?? ""
    const split = (item_id: string) =>
      store.api.post(`/admin/billing/subscriptions/${id}/split`, { item_id, quantity: 1 }, world.adminHeaders)
    expect(await refusalOf(split(whole.items[1]?.id ?? ""))).toMatchObject({ status: 400 })
    await split(root)
    const halves = await subscriptionsOf(orderId)
    expect(halves.map(itemsOf)).toEqual(
      halves.map(() => ["1 Hosting pack at 0", "– 2 Mail at 8", "– 1 Backup at 5", "– 1 Stick at 4"]),
    )

    // One ends at once, the other renews alone.
    const [kept, ended] = halves
    const cancel = { when: "now", reason: "closed" }
    await store.api.post(`/admin/billing/subscriptions/${ended?.id}/cancel`, cancel, world.adminHeaders)
    const last = await renew(kept?.id ?? "")
    expect(last.order.items.map(({ title, quantity }) => `${quantity} ${title}`).sort()).toEqual([
      "1 Backup",
      "1 Hosting pack",
      "1 Stick",
      "2 Mail",
    ])
    expect(await reservedOf(last.order.id)).toEqual({ Stick: 1 })
    expect(await subscription(ended?.id ?? "")).toMatchObject({ status: "canceled", upcoming: null })
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("P3: renewals print the title alone where the recipe says so, or an admin says so of the order's line", async () => {
    const container = store.container()
    const plain = await giveRecurringPackage(container, {
      ...{ title: "Plain pack", salesChannelId: world.salesChannelId, pricing: "contents_visible", prices: { eur: 1 } },
      contents: [mail, { ...backup, isHidden: true }],
      listsContents: false,
    })
    const { orderId, headers } = await buy(plain.variantId)
    const { id } = await theSubscription(orderId)
    const printed = async () =>
      printedLines((await renew(id)).document.lines).map(({ title, total }) => [title, Number(total)])
    expect(await printed()).toEqual([["Plain pack", 7.63]])
    // Not listed is not hidden: the order has the line all the same.
    expect((await ownSubscription(id, headers)).items.map(({ title }) => title)).toEqual(["Plain pack", "Mail"])

    const order = await orderOf(orderId)
    const line = order.items.find(({ title }) => title === "Plain pack")?.id
    await store.api.post(
      `/admin/packages/orders/${orderId}/lines/${line}`,
      { lists_contents: true },
      world.adminHeaders,
    )
    expect(await printed()).toEqual([
      ["Plain pack", 0],
      ["Mail", 7.63],
    ])
  })

  it("B22: a package moves to the current prices of its contents, with the recipe that was sold", async () => {
    const container = store.container()
    const cloud = await giveArticle(container, {
      title: "Cloud",
      salesChannelId: world.salesChannelId,
      prices: { eur: 7 },
    })
    const moving = await giveRecurringPackage(container, {
      ...{ title: "Moving pack", salesChannelId: world.salesChannelId, pricing: "contents_all", prices: { eur: 1 } },
      contents: [
        { ...cloud, quantity: 2 },
        { ...backup, isHidden: true },
        { ...mail, isBeside: true },
      ],
    })
    const { orderId } = await buy(moving.variantId)
    const { id } = await theSubscription(orderId)
    const migrate = async (dry_run: boolean) =>
      (await store.api.post("/admin/billing/subscriptions/migrate-price", { ids: [id], dry_run }, world.adminHeaders))
        .data
    expect((await migrate(true)).unchanged).toMatchObject([{ reason: "It has the current price already" }])

    const prices = [{ currency_code: "eur", amount: 9 }]
    await store.api.post(
      `/admin/products/${cloud.productId}/variants/${cloud.variantId}`,
      { prices },
      world.adminHeaders,
    )
    // The recipe of now has nothing in it any more: what runs goes on with what was sold.
    await store.knex()("packages_entry").where({ id: moving.entryIds[1] }).update({ deleted_at: new Date() })
    const [change] = (await migrate(true)).changes
    expect([change.title, Number(change.from), Number(change.to)]).toEqual(["Moving pack", 19, 23])
    await migrate(false)
    expect(itemsOf(await subscription(id))).toEqual(["1 Moving pack at 0", "– 2 Cloud at 9", "– 1 Backup at 5"])
    expect((await renew(id)).order.total).toBeCloseTo(23 * 1.19, 6)

    // By the day: the rates of today for the days that were sold.
    const tool = await giveArticle(container, {
      ...{ title: "Tool", salesChannelId: world.salesChannelId, prices: { eur: 3 }, unit: "day" },
    })
    const daily = await giveRecurringPackage(container, {
      ...{ title: "Daily pack", salesChannelId: world.salesChannelId, pricing: "contents_all", prices: { eur: 1 } },
      contents: [tool, backup],
    })
    const sold = await buy(daily.variantId, { days: 4 })
    const { id: dailyId } = await theSubscription(sold.orderId)
    expect(itemsOf(await subscription(dailyId))).toEqual(["1 Daily pack at 0", "– 1 Tool at 12", "– 1 Backup at 5"])
    const path = `/admin/products/${tool.productId}/variants/${tool.variantId}`
    await store.api.post(path, { prices: [{ currency_code: "eur", amount: 5 }] }, world.adminHeaders)
    const body = { ids: [dailyId], dry_run: true }
    const { data } = await store.api.post("/admin/billing/subscriptions/migrate-price", body, world.adminHeaders)
    expect([Number(data.changes[0].from), Number(data.changes[0].to)]).toEqual([17, 25])
  })

  it("B14, P11: a trial frees what is in the package; a percentage of the order is charged once, and renews with nothing", async () => {
    const container = store.container()
    const { salesChannelId } = world
    const care = await giveArticle(container, {
      ...{ title: "Care", salesChannelId, prices: { eur: 1 }, unit: "percent_of_order", percent: "10" },
    })
    const tried = await giveRecurringPackage(container, {
      ...{
        title: "Tried pack",
        salesChannelId,
        pricing: "contents_all",
        prices: { eur: 1 },
        trialDays: 14,
        setupFee: "6",
      },
      contents: [{ ...mail, quantity: 2 }, { ...backup, isHidden: true }, care],
    })
    const { orderId } = await buy(tried.variantId)
    const first = await orderOf(orderId)
    // The fee of 6.00 alone is due, and nothing is left to take a percentage of.
    expect(first.total).toBeCloseTo(6 * 1.19, 6)
    const sold = await theSubscription(orderId)
    expect(sold.status).toBe("trialing")
    expect(itemsOf(sold)).toEqual(["1 Tried pack at 0", "– 2 Mail at 8", "– 1 Backup at 5"])
    // 21.00 less 0.37 each of the mails.
    const { order, upcoming } = await renew(sold.id)
    expect(order.total).toBeCloseTo(20.26 * 1.19, 6)
    expect(Number(upcoming?.total)).toBeCloseTo(24.11, 6)
  })

  it("B20, B27: contents follow the order's lines with their package, and never end its subscription", async () => {
    const container = store.container()
    const grown = await giveRecurringPackage(container, {
      ...{ title: "Grown pack", salesChannelId: world.salesChannelId, pricing: "flat", prices: { eur: 30 } },
      contents: [mail, { ...backup, isOptional: true }],
    })
    const [, backupPath] = grown.entryIds
    const { orderId } = await buy(grown.variantId, { quantity: 3 })
    const { id, items } = await theSubscription(orderId)
    await store.api.post(
      `/admin/billing/subscriptions/${id}/split`,
      { item_id: items[0]?.id, quantity: 1 },
      world.adminHeaders,
    )
    const all = async () => (await subscriptionsOf(orderId)).map((one) => [one.status, ...itemsOf(one)])

    // Added by an edit: each subscription has as much of it as of the package.
    await edit(orderId, { choices: [{ path: backupPath, is_chosen: true }] })
    expect(await all()).toEqual([
      ["active", "2 Grown pack at 30", "– 2 Mail at 0", "– 2 Backup at 0"],
      ["active", "1 Grown pack at 30", "– 1 Mail at 0", "– 1 Backup at 0"],
    ])
    // Fewer: taken from the line's own first. Then without the option again.
    await edit(orderId, { quantity: 2 })
    expect((await all())[0]).toEqual(["active", "1 Grown pack at 30", "– 1 Mail at 0", "– 1 Backup at 0"])
    await edit(orderId, { choices: [] })
    expect(await all()).toEqual([
      ["active", "1 Grown pack at 30", "– 1 Mail at 0"],
      ["active", "1 Grown pack at 30", "– 1 Mail at 0"],
    ])
    // Its time line tells of each change once: what goes with the package goes without saying.
    const { data } = await store.api.get(`/admin/billing/subscriptions/${id}`, world.adminHeaders)
    const units: { type: string; data: { from: number; to: number } }[] = data.subscription.events
    expect(units.filter(({ type }) => type === "quantity_changed").map((one) => [one.data.from, one.data.to])).toEqual([
      [1, 0],
      [2, 1],
      [0, 2],
    ])
    expect((await renew(id)).order.items.map(({ title }) => title).sort()).toEqual(["Grown pack", "Mail"])
    expect(await findBillingFaults(store.knex())).toEqual([])
  })
})
