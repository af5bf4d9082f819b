import { Modules } from "@medusajs/framework/utils"
import {
  createPriceListsWorkflow,
  createProductTypesWorkflow,
  createTaxRatesWorkflow,
  deleteRegionsWorkflow,
  deleteShippingOptionsWorkflow,
  updateProductsWorkflow,
  updateProductVariantsWorkflow,
  updateRegionsWorkflow,
  updateShippingOptionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { BILLING_MODULE, type BillingModuleService } from "../../../src/modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { addDays, addInterval, type CivilDate } from "../../../src/rules/calendar"
import { createCustomer, type TestCustomer } from "../../support/create-customer"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createWorld, type World } from "../../support/create-world"
import { findBillingFaults } from "../../support/find-billing-faults"
import { placeOrder, type Purchase } from "../../support/place-order"
import { pushClockTo } from "../../support/push-clock-to"
import { runBilling } from "../../support/run-billing"
import { storeSuite } from "../../support/store-suite"

const DEMO = "pp_demo_demo"
const MONTH = { unit: "month", count: 1 } as const

/** What customers were charged, and what they should have been. */
export const renewalTermsSuite = storeSuite(__filename, (store) => {
  let world: World
  let clara: TestCustomer
  let hosting: OfferedProduct
  let coffee: OfferedProduct
  let today: CivilDate

  const container = () => store.container()
  const billing = () => container().resolve<BillingModuleService>(BILLING_MODULE)

  beforeAll(async () => {
    world = await createWorld(store)
    clara = await createCustomer(container(), { email: "clara@test.example", ...world })
    const { salesChannelId, shipping } = world
    const cycles = (eur: number) => [{ name: "Monthly", interval: MONTH, prices: { eur } }]
    hosting = await createOfferedProduct(container(), { title: "Hosting", salesChannelId, cycles: cycles(100) })
    const goods = { salesChannelId, shippingProfileId: shipping.profileId }
    coffee = await createOfferedProduct(container(), { title: "Coffee", cycles: cycles(40), ...goods })
  })

  beforeEach(async () => {
    today = await container().resolve<CoreModuleService>(CORE_MODULE).today()
  })

  const variantOf = (product: OfferedProduct) => product.variants.Monthly ?? ""
  const buy = async (product: OfferedProduct, more: Partial<Purchase> & { quantity?: number } = {}) => {
    const { quantity = 1, ...purchase } = more
    const items = [{ variant_id: variantOf(product), quantity }]
    const order = await placeOrder(store, world, { items, headers: clara.headers, providerId: DEMO, ...purchase })
    const [subscription] = await billing().listSubscriptions({ order_id: order.id })
    return subscription?.id ?? ""
  }
  const show = async (id: string) =>
    (await store.api.get(`/admin/billing/subscriptions/${id}`, world.adminHeaders)).data.subscription
  const previewed = async (id: string): Promise<string> => (await show(id)).upcoming.total
  const charged = async (id: string, cycle = 1): Promise<string | undefined> =>
    (await show(id)).renewals.find((one: { cycle: number }) => one.cycle === cycle)?.total
  const runOf = async (id: string) => (await store.api.get(`/admin/billing/runs/${id}`, world.adminHeaders)).data.run
  const nextMonth = () => addInterval(today, MONTH)

  describe("tax", () => {
    it("decision 3: the product's type got another rate after some were sold: everybody pays today's tax, as previewed", async () => {
      const before = await buy(hosting)
      const { result: types } = await createProductTypesWorkflow(container()).run({
        input: { product_types: [{ value: "Press" }] },
      })
      const type_id = types[0]?.id ?? ""
      const [germany] = await container().resolve(Modules.TAX).listTaxRegions({ country_code: "de" })
      await createTaxRatesWorkflow(container()).run({
        input: [
          {
            tax_region_id: germany?.id ?? "",
            name: "Reduced",
            code: "DE-RED",
            rate: 7,
            rules: [{ reference: "product_type", reference_id: type_id }],
          },
        ],
      })
      await updateProductsWorkflow(container()).run({
        input: { selector: { id: hosting.productId }, update: { type_id } },
      })
      const after = [await buy(hosting), await buy(hosting)]
      for (const id of [before, ...after]) {
        expect(await previewed(id)).toBe("107.00")
      }
      await runBilling(container(), nextMonth())
      for (const id of [before, ...after]) {
        expect(await charged(id)).toBe("107.00")
      }
      expect(await findBillingFaults(store.knex())).toEqual([])
    })

    it("a region where the storefront asks for taxes itself, and one that was deleted, are taxed all the same", async () => {
      const asked = await buy(hosting)
      await updateRegionsWorkflow(container()).run({
        input: { selector: { id: world.regions.eur.id }, update: { automatic_taxes: false } },
      })
      expect(await previewed(asked)).toBe("119.00")
      await runBilling(container(), nextMonth())
      expect(await charged(asked)).toBe("119.00")

      await deleteRegionsWorkflow(container()).run({ input: { ids: [world.regions.eur.id] } })
      await runBilling(container(), addInterval(today, { unit: "month", count: 2 }))
      expect(await charged(asked, 2)).toBe("119.00")
    })
  })

  it("B30: an invoice is sent seven days before every due date, not the first alone", async () => {
    const id = await buy(hosting)
    await store.knex()("billing_subscription").where({ id }).update({ collection_method: "send_invoice" })
    const due = nextMonth()
    await runBilling(container(), due)
    const second = addInterval(today, { unit: "month", count: 2 })
    expect(await show(id)).toMatchObject({
      next_due_on: addDays(second, -7),
      upcoming: { issue_on: addDays(second, -7), due_on: second },
    })
  })

  describe("parcels", () => {
    const send = (more: Partial<Purchase> = {}) => buy(coffee, { withShipping: true, ...more })

    it("B31: a renewal of goods pays for its parcel, at today's price, as the preview says", async () => {
      const id = await send()
      expect(await previewed(id)).toBe("53.55")
      await updateShippingOptionsWorkflow(container()).run({
        input: [
          {
            id: world.shipping.optionId,
            price_type: "flat",
            prices: [{ region_id: world.regions.eur.id, amount: 7 }],
          },
        ],
      })
      expect(await previewed(id)).toBe("55.93")
      await runBilling(container(), nextMonth())
      expect(await charged(id)).toBe("55.93")
      const order = await store.api.get(
        `/admin/orders/order_${id.slice(5)}_1?fields=total,*shipping_methods`,
        world.adminHeaders,
      )
      expect(order.data.order).toMatchObject({
        total: 55.93,
        shipping_methods: [{ name: "Parcel", amount: 7, shipping_option_id: world.shipping.optionId }],
      })
      const [invoice] = (await show(id)).invoices
      expect(invoice.total).toBe("55.93")
      expect(await findBillingFaults(store.knex())).toEqual([])
    })

    it("B31: what renews on one day for one address goes in one parcel, another address in another", async () => {
      const [first, second] = [await send(), await send()]
      const elsewhere = await send({ country: "fr" })
      const totals = async (of: (id: string) => Promise<string | undefined>) =>
        Promise.all([first, second, elsewhere].map((id) => of(id)))
      expect(await totals(previewed)).toEqual(["53.55", "47.60", "54.00"])
      await runBilling(container(), nextMonth())
      expect(await totals(charged)).toEqual(["53.55", "47.60", "54.00"])
    })

    const everyDays = (title: string, count: number) =>
      createOfferedProduct(container(), {
        title,
        cycles: [{ name: "Monthly", interval: { unit: "day", count }, prices: { eur: 10 } }],
        salesChannelId: world.salesChannelId,
        shippingProfileId: world.shipping.profileId,
      })
    const sendOf = (product: OfferedProduct) => buy(product, { withShipping: true })

    it("B31: my beans come every ten days, my coffee every thirty: a run after a pause sends one parcel, as previewed", async () => {
      const beans = await sendOf(await everyDays("Beans", 10))
      const monthly = await sendOf(await everyDays("Coffee of the month", 30))
      expect(await previewed(monthly)).toBe("11.90")
      const due = addDays(today, 30)
      const { preview } = (await store.api.get(`/admin/billing/runs/preview?as_of=${today}`, world.adminHeaders)).data
      expect(preview.sums).toEqual([])
      await pushClockTo(store, world, due)
      const shown = (await store.api.get("/admin/billing/runs/preview", world.adminHeaders)).data.preview
      expect(shown.sums).toMatchObject([{ invoices: { count: 4, total: "65.45" } }])
      const run = await runOf(await runBilling(container(), due))
      expect(run.sums).toMatchObject([{ issued: 4, paid: 4 }])
      expect(Number(run.sums[0].issued_total)).toBe(65.45)
      expect([await charged(beans, 3), await charged(monthly)]).toEqual(["17.85", "11.90"])
    })

    it("B31: I have canceled my beans: the parcel of my coffee is not sent for nothing", async () => {
      const beans = await sendOf(await everyDays("Beans", 10))
      const coffees = await sendOf(await everyDays("Coffee of ten days", 10))
      expect(await previewed(coffees)).toBe("11.90")
      const cancel = { when: "period_end", reason: "enough" }
      await store.api.post(`/admin/billing/subscriptions/${beans}/cancel`, cancel, world.adminHeaders)
      expect(await previewed(coffees)).toBe("17.85")
      await runBilling(container(), addDays(today, 10))
      expect([await charged(beans), await charged(coffees)]).toEqual([undefined, "17.85"])
    })

    it("B31: an option that is no longer offered is named by the run, and the renewal waits", async () => {
      const id = await send()
      const other = await buy(hosting)
      await deleteShippingOptionsWorkflow(container()).run({ input: { ids: [world.shipping.optionId] } })
      const run = await runBilling(container(), nextMonth())
      expect(await charged(id)).toBeUndefined()
      expect(await charged(other)).toBe("119.00")
      expect((await runOf(run)).problems).toMatchObject([
        { subscription_id: id, reason: expect.stringContaining('"Parcel" is not offered any more') },
      ])
    })
  })

  describe("B22: migrating to the current price", () => {
    const migrate = async (ids: string[]) =>
      (await store.api.post("/admin/billing/subscriptions/migrate-price", { ids, dry_run: true }, world.adminHeaders))
        .data

    it("changes nothing for who bought at a tier or by the price list of a group, while both are as they were", async () => {
      const prices = [
        { currency_code: "eur", amount: 100 },
        { currency_code: "eur", amount: 60, min_quantity: 5 },
      ]
      await updateProductVariantsWorkflow(container()).run({
        input: { product_variants: [{ id: variantOf(hosting), prices }] },
      })
      const tier = await buy(hosting, { quantity: 5 })

      const customers = container().resolve(Modules.CUSTOMER)
      const group = await customers.createCustomerGroups({ name: "Partners" })
      const paul = await createCustomer(container(), { email: "paul@test.example", ...world })
      const [customer] = await customers.listCustomers({ email: "paul@test.example" })
      await customers.addCustomerToGroup({ customer_id: customer?.id ?? "", customer_group_id: group.id })
      await createPriceListsWorkflow(container()).run({
        input: {
          price_lists_data: [
            {
              title: "Partners",
              description: "",
              status: "active",
              rules: { "customer.groups.id": [group.id] },
              prices: [{ variant_id: variantOf(coffee), currency_code: "eur", amount: 12 }],
            },
          ],
        },
      })
      const partner = await buy(coffee, { headers: paul.headers, withShipping: true })
      expect((await show(partner)).items[0].unit_price).toBe("12")

      const { changes, unchanged } = await migrate([tier, partner])
      expect(changes).toEqual([])
      expect(unchanged).toHaveLength(2)
    })
  })

  it("decision 9: after a change of e-mail, the renewal's order and its invoice name the same buyer", async () => {
    const id = await buy(hosting)
    const customers = container().resolve(Modules.CUSTOMER)
    const [customer] = await customers.listCustomers({ email: "clara@test.example" })
    await customers.updateCustomers(customer?.id ?? "", { email: "clara.new@test.example" })
    await runBilling(container(), nextMonth())
    const order = await store.api.get(`/admin/orders/order_${id.slice(5)}_1?fields=email`, world.adminHeaders)
    expect(order.data.order.email).toBe("clara.new@test.example")
    const { data } = await store.api.get(`/admin/billing/invoices?subscription_id=${id}`, world.adminHeaders)
    expect(data.invoices[0].document.buyer.email).toBe("clara.new@test.example")
  })
})
