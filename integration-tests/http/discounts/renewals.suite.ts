import type { RecurringDiscount } from "../../../src/rules/discounts"
import { sum } from "../../../src/rules/money"
import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { DISCOUNTS_MODULE, type DiscountsModuleService } from "../../../src/modules/discounts"
import type { RenewalTerms } from "../../../src/rules/discounts"
import { BILLING_MODULE, type BillingModuleService } from "../../../src/modules/billing"
import { CartClient } from "../../support/cart-client"
import { createCustomer } from "../../support/create-customer"
import { createOfferedProduct } from "../../support/create-offered-product"
import { createWorld, type World } from "../../support/create-world"
import { DraftClient } from "../../support/draft-client"
import { findBillingFaults } from "../../support/find-billing-faults"
import { giveDiscount } from "../../support/give-discount"
import { placeOrder } from "../../support/place-order"
import { runBilling } from "../../support/run-billing"
import { seedSubscriptions, type SeededSubscriptions } from "../../support/seed-subscriptions"
import { storeSuite } from "../../support/store-suite"

const recurring = (value: string, more: Partial<RecurringDiscount> = {}): RecurringDiscount => ({
  source: "article",
  discountId: `disc_${value}`,
  name: `Partner ${value} %`,
  mode: "percent",
  value,
  per: "unit",
  renewals: "forever",
  renewalCycles: null,
  base: "price",
  cappedAt: null,
  ...more,
})

export const renewalsSuite = storeSuite(__filename, (store) => {
  let world: World

  beforeAll(async () => {
    world = await createWorld(store)
  })

  /** An active subscription with these recurring discounts. */
  async function seed(discounts: RecurringDiscount[], over: Partial<SeededSubscriptions> = {}): Promise<string> {
    const [id = ""] = await seedSubscriptions(store.knex(), {
      count: 1,
      prefix: "D",
      anchorOn: "2026-01-31",
      currencyCode: "eur",
      regionId: world.regions.eur.id,
      salesChannelId: world.salesChannelId,
      countryCode: "de",
      unitPrice: "100",
      withMethods: true,
      ...over,
    })
    const item = { discounts: JSON.stringify(discounts) }
    await store.knex()("billing_subscription_item").where({ subscription_id: id }).update(item)
    return id
  }

  const invoicesOf = async (id: string): Promise<{ order_id: string; document: InvoiceDocument }[]> =>
    (await store.api.get(`/admin/billing/invoices?subscription_id=${id}&order=issued_on`, world.adminHeaders)).data
      .invoices
  interface InvoiceDocument {
    lines: { subtotal: string; total: string; discounts: { name: string; amount: string }[] }[]
    totals: { subtotal: string; discount: string; tax: string; payable: string }
  }
  const firstInvoices = async (orderId: string): Promise<{ document: InvoiceDocument }[]> =>
    (await store.api.get(`/admin/billing/invoices?order_id=${orderId}`, world.adminHeaders)).data.invoices
  const orderOf = async (id: string) =>
    (await store.api.get(`/admin/orders/${id}?fields=+total,*items,*items.adjustments`, world.adminHeaders)).data.order
  const upcomingOf = async (id: string) =>
    (await store.api.get(`/admin/billing/subscriptions/${id}`, world.adminHeaders)).data.subscription.upcoming
  const discountsByCycle = async (id: string): Promise<string[][]> => {
    const renewals = await store
      .container()
      .resolve<BillingModuleService>(BILLING_MODULE)
      .listRenewals({ subscription_id: id }, { order: { cycle: "ASC" } })
    const invoices = await invoicesOf(id)
    return renewals.map(({ order_id }) => {
      const lines = invoices.find((invoice) => invoice.order_id === order_id)?.document.lines ?? []
      return lines.flatMap(({ discounts }) => discounts.map(({ amount }) => amount))
    })
  }

  it("B28: forever, for n cycles: order, invoice, collection, charge and report are the same, and as the preview showed", async () => {
    const id = await seed([recurring("10"), recurring("5", { source: "order", renewals: "cycles", renewalCycles: 2 })])
    const preview = await upcomingOf(id)
    const figures = { subtotal: "100.00", discount_total: "15.00", tax_total: "16.15", total: "101.15" }
    expect(preview).toMatchObject(figures)
    await runBilling(store.container(), "2026-02-28")

    const [invoice] = await invoicesOf(id)
    expect(invoice?.document.totals).toMatchObject({ discount: "15.00", tax: "16.15", payable: "101.15" })
    expect(invoice?.document.lines).toEqual(preview.lines)
    expect(invoice?.document.lines[0]?.discounts).toEqual([
      { name: "Partner 10 %", amount: "10.00" },
      { name: "Partner 5 %", amount: "5.00" },
    ])
    const order = await orderOf(invoice?.order_id ?? "")
    expect(order).toMatchObject({ total: 101.15, payment_status: "captured" })
    const adjustments: { code: string | null; provider_id: string; description: string; amount: number }[] =
      order.items[0].adjustments
    expect(adjustments.map(({ code, provider_id, amount }) => [code ?? null, provider_id, amount])).toEqual([
      ["Partner 10 %", "service-commerce-discount", 10],
      ["Partner 5 %", "service-commerce-discount", 5],
    ])

    await runBilling(store.container(), "2026-04-30")
    expect(await discountsByCycle(id)).toEqual([["10.00", "5.00"], ["10.00"], ["10.00"]])

    const knex = store.knex()
    const charges: { amount: string }[] = await knex("demo_payment_charge").where({ status: "captured" })
    const invoices = await invoicesOf(id)
    expect(sum(charges.map(({ amount }) => amount))).toBe(sum(invoices.map(({ document }) => document.totals.payable)))
    const applied: object[] = await knex("discounts_applied").orderBy(["applied_on", "source"])
    expect(applied).toMatchObject([
      { discount_id: "disc_10", kind: "renewal", amount: "10.00", line_price: "100", applied_on: "2026-02-28" },
      { discount_id: "disc_5", kind: "renewal", amount: "5.00", source: "order" },
      { discount_id: "disc_10" },
      { discount_id: "disc_10" },
    ])
    expect(await findBillingFaults(knex)).toEqual([])
  })

  it("B28: a quantity of three is rounded once: 3 × 5 % of 0.50 is 0.08", async () => {
    const id = await seed([recurring("5")], { unitPrice: "0.50", quantity: 3 })
    await runBilling(store.container(), "2026-02-28")
    const [invoice] = await invoicesOf(id)
    expect(invoice?.document.lines[0]).toMatchObject({ subtotal: "1.50", total: "1.42" })
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("D15: a gross price is discounted gross: twice 10.92 of 119.00", async () => {
    const id = await seed([recurring("10.92", { mode: "fixed" })], {
      unitPrice: "119",
      isTaxInclusive: true,
      quantity: 2,
    })
    await runBilling(store.container(), "2026-02-28")
    const [invoice] = await invoicesOf(id)
    // 238.00 − 21.84 = 216.16 with tax; 200.00 − 18.35 = 181.65 without it.
    expect(invoice?.document.totals).toMatchObject({ subtotal: "200.00", discount: "18.35", payable: "216.16" })
    expect((await orderOf(invoice?.order_id ?? "")).total).toBeCloseTo(216.16, 2)
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("B14, B28: after a trial the first renewal is cycle 0, with the discounts for the first cycle only", async () => {
    const id = await seed([recurring("10"), recurring("50", { renewals: "first_only" })])
    const trial = { status: "trialing", next_cycle: 0, next_due_on: "2026-02-28", anchor_on: "2026-02-28" }
    await store
      .knex()("billing_subscription")
      .where({ id })
      .update({ ...trial, period_start: null, period_end: null })
    await runBilling(store.container(), "2026-04-30")
    expect(await discountsByCycle(id)).toEqual([["10.00", "50.00"], ["10.00"], ["10.00"]])
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("B28: with everything taken off there is nothing to pay; it is still invoiced and renewed", async () => {
    const id = await seed([recurring("100")])
    await runBilling(store.container(), "2026-02-28")
    const [invoice] = await invoicesOf(id)
    expect(invoice?.document.totals.payable).toBe("0.00")
    expect(await store.knex()("billing_charge_attempt")).toHaveLength(0)
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("B20, B28: units that are split off keep their discounts; an amount that counts once is shared", async () => {
    const id = await seed([recurring("10"), recurring("6", { mode: "fixed", per: "article" })], { quantity: 3 })
    const [item] = await store.knex()("billing_subscription_item").where({ subscription_id: id })
    const body = { item_id: item.id, quantity: 1 }
    const { data } = await store.api.post(`/admin/billing/subscriptions/${id}/split`, body, world.adminHeaders)
    await runBilling(store.container(), "2026-02-28")
    expect(await discountsByCycle(id)).toEqual([["20.00", "4.00"]])
    expect(await discountsByCycle(data.split_off.id)).toEqual([["10.00", "2.00"]])
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("decision 7: a second run of the same date gives and counts nothing twice", async () => {
    const id = await seed([recurring("10")])
    await runBilling(store.container(), "2026-02-28")
    await runBilling(store.container(), "2026-02-28")
    expect(await store.knex()("discounts_applied")).toHaveLength(1)
    expect(await discountsByCycle(id)).toEqual([["10.00"]])
  })

  describe("from a first order", () => {
    const MONTH = { unit: "month", count: 1 } as const
    const billing = () => store.container().resolve<BillingModuleService>(BILLING_MODULE)
    const room = () => store.container().resolve<DiscountsModuleService>(DISCOUNTS_MODULE)

    async function offered(title: string, trialDays?: number): Promise<string> {
      const { salesChannelId } = world
      const cycles = [{ name: "Monthly", interval: MONTH, prices: { eur: 19.9 } }]
      const { variants } = await createOfferedProduct(store.container(), { title, salesChannelId, trialDays, cycles })
      return variants.Monthly ?? ""
    }
    const discount = (variantId: string, given: { name: string; value: string; renewals: RenewalTerms }) =>
      giveDiscount(store.container(), {
        name: given.name,
        renewals: given.renewals,
        rules: [{ value: given.value }],
        on: [{ level: "variant", target_id: variantId }],
      })
    async function buy(...variants: string[]) {
      const { headers } = await createCustomer(store.container(), { email: "clara@test.example", ...world })
      const items = variants.map((variant_id) => ({ variant_id, quantity: 1 }))
      return placeOrder(store, world, { items, headers, providerId: "pp_demo_demo" })
    }
    const subscriptionsOf = (order_id: string): Promise<{ id: string; next_due_on: string }[]> =>
      store.knex()("billing_subscription").where({ order_id }).orderBy("display_id")

    it("B22, B28: renewals keep the order's discounts, whatever happens to the discounts later", async () => {
      const hosting = await offered("Hosting")
      const forever = await discount(hosting, { name: "Partner", value: "10", renewals: "forever" })
      await discount(hosting, { name: "Welcome", value: "50", renewals: "first_only" })
      const order = await buy(hosting)
      // 19.90 at 60 % is 11.94 off.
      const [first] = await firstInvoices(order.id)
      expect(first?.document.lines[0]).toMatchObject({ subtotal: "19.90", total: "7.96" })
      expect(first?.document.lines[0]?.discounts).toEqual([
        { name: "Partner", amount: "1.99" },
        { name: "Welcome", amount: "9.95" },
      ])
      expect(first?.document.totals).toMatchObject({ discount: "11.94", payable: "9.47" })

      await room().updateDiscounts({ id: forever, name: "Other", is_active: false })
      await store.knex()("discounts_rule").update({ value: "99" })
      const [sold] = await subscriptionsOf(order.id)
      await runBilling(store.container(), sold?.next_due_on ?? "")
      const [renewed] = await invoicesOf(sold?.id ?? "")
      expect(renewed?.document.lines[0]?.discounts).toEqual([{ name: "Partner", amount: "1.99" }])
      expect(renewed?.document.totals).toMatchObject({ payable: "21.31" })
      expect(await findBillingFaults(store.knex())).toEqual([])
    })

    it("B14, B28: a trial is free now, and its subscription has the order's discounts from its first charge on", async () => {
      const backup = await offered("Backup", 14)
      const hosting = await offered("Hosting")
      await discount(backup, { name: "Partner", value: "10", renewals: "forever" })
      await discount(backup, { name: "Welcome", value: "50", renewals: "first_only" })
      const order = await buy(backup, hosting)
      const dueOn = (await subscriptionsOf(order.id)).map(({ next_due_on }) => next_due_on).sort()[0] ?? ""
      const [item] = await billing().listSubscriptionItems({ title: "Backup" })
      expect(item?.discounts).toMatchObject([{ name: "Partner" }, { name: "Welcome" }])
      await runBilling(store.container(), dueOn)
      const subscriptionId = item?.subscription_id ?? ""
      expect(await discountsByCycle(subscriptionId)).toEqual([["1.99", "9.95"]])
      expect(await findBillingFaults(store.knex())).toEqual([])
    })

    it("D21, B28: a draft that becomes an order makes subscriptions with its discounts", async () => {
      const hosting = await offered("Hosting")
      await discount(hosting, { name: "Partner", value: "10", renewals: "forever" })
      const admin = new DraftClient(store, world)
      const { id } = await admin.create({ items: [{ variant_id: hosting, quantity: 2 }] })
      await admin.convert(id)
      const [sold] = await subscriptionsOf(id)
      const [item] = await billing().listSubscriptionItems({ subscription_id: sold?.id ?? "" })
      expect(item?.discounts).toMatchObject([{ name: "Partner", value: "10", renewals: "forever" }])
    })

    it("B28: a promotion's code is for the first order only", async () => {
      const hosting = await offered("Hosting")
      const application_method = { type: "percentage", target_type: "items", allocation: "across", value: 50 } as const
      await createPromotionsWorkflow(store.container()).run({
        input: { promotionsData: [{ code: "HALF", type: "standard", status: "active", application_method }] },
      })
      const { headers } = await createCustomer(store.container(), { email: "clara@test.example", ...world })
      const visitor = new CartClient(store, world, headers)
      const cart = await visitor.create("de", {
        items: [{ variant_id: hosting, quantity: 1 }],
        email: "clara@test.example",
      })
      await visitor.promote(cart.id, "HALF")
      const order = await visitor.complete(cart.id)
      const [first] = await firstInvoices(order.id)
      expect(first?.document.lines[0]?.discounts).toEqual([{ name: "HALF", amount: "9.95" }])
      const [sold] = await subscriptionsOf(order.id)
      expect(await upcomingOf(sold?.id ?? "")).toMatchObject({ discount_total: "0.00", subtotal: "19.90" })
    })
  })
})
