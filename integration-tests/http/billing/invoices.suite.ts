import { createCustomer } from "../../support/create-customer"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createProduct } from "../../support/create-product"
import { createWorld, type World } from "../../support/create-world"
import { findBillingFaults } from "../../support/find-billing-faults"
import { placeOrder } from "../../support/place-order"
import { recordPlacedOrderWorkflow } from "../../../src/workflows/billing/orders/record-placed-order"
import { storeSuite } from "../../support/store-suite"

export const invoicesSuite = storeSuite(__filename, (store) => {
  let world: World
  let hosting: OfferedProduct
  let free: OfferedProduct
  let mug: string
  let headers: Record<string, string>

  const invoicesOf = async (orderId: string) =>
    (await store.api.get(`/admin/billing/invoices?order_id=${orderId}`, world.adminHeaders)).data.invoices

  beforeAll(async () => {
    world = await createWorld(store)
    const container = store.container()
    const { salesChannelId, storeHeaders } = world
    const monthly = { unit: "month", count: 1 } as const
    hosting = await createOfferedProduct(container, {
      title: "Hosting",
      salesChannelId,
      cycles: [
        {
          name: "Monthly",
          interval: monthly,
          prices: { eur: 29.9, chf: 29.9 },
          setupFees: { eur: "49.00", chf: "49.25" },
        },
      ],
    })
    free = await createOfferedProduct(container, {
      title: "Community plan",
      salesChannelId,
      paymentType: "free",
      cycles: [{ name: "Free", interval: null, prices: { eur: 0 } }],
    })
    const shippingProfileId = world.shipping.profileId
    const product = await createProduct(container, {
      title: "Mug",
      salesChannelId,
      prices: { eur: 9 },
      shippingProfileId,
    })
    mug = product.variants[0]?.id ?? ""
    headers = (await createCustomer(container, { email: "clara@test.example", storeHeaders })).headers
  })

  it("B50, B52: an order's invoice shows articles, their set-up fees, shipping, taxes by rate, and adds up", async () => {
    const items = [
      { variant_id: mug, quantity: 2 },
      { variant_id: hosting.variants.Monthly ?? "", quantity: 3 },
    ]
    const order = await placeOrder(store, world, { items, headers, providerId: "pp_demo_demo", withShipping: true })
    const [invoice, ...more] = await invoicesOf(order.id)
    expect(more).toEqual([])
    expect(invoice).toMatchObject({ kind: "invoice", number: "INV-000001", payment: { status: "paid" } })
    const { lines, totals, taxes } = invoice.document
    expect(lines.map((line: { kind: string; title: string }) => [line.kind, line.title])).toEqual([
      ["product", "Hosting"],
      ["setup_fee", "Set-up fee: Hosting"],
      ["product", "Mug"],
      ["shipping", expect.any(String)],
    ])
    expect(lines[0].period).toEqual({ start: expect.any(String), end: expect.any(String) })
    expect(lines[1]).toMatchObject({ quantity: "3", unit_price: "49.00", total: "147.00", period: null })
    expect(taxes).toHaveLength(1)
    const cents = (amount: string) => Math.round(Number(amount) * 100)
    const net = lines.reduce((sum: number, line: { total: string }) => sum + cents(line.total), 0)
    expect(net + cents(taxes[0].amount) + cents(totals.rounding)).toBe(cents(totals.payable))
    expect(cents(totals.payable)).toBe(Math.round(order.total * 100))
  })

  it("decision 4: an order that Medusa captures unrounded is paid all the same", async () => {
    // 29.90 and 49.25 with 8.1 % make 85.56115.
    const items = [{ variant_id: hosting.variants.Monthly ?? "", quantity: 1 }]
    const order = await placeOrder(store, world, { items, headers, providerId: "pp_demo_demo", country: "ch" })
    const [invoice] = await invoicesOf(order.id)
    expect(invoice).toMatchObject({ total: "85.56", payment: { status: "paid", paid_total: "85.56" } })
  })

  it("B3, B50: what is free is invoiced, asks for no payment, and shows as paid", async () => {
    const items = [{ variant_id: free.variants.Free ?? "", quantity: 1 }]
    const order = await placeOrder(store, world, { items, headers, providerId: "pp_demo_demo" })
    const [invoice] = await invoicesOf(order.id)
    expect(invoice).toMatchObject({ total: "0.00", payment: { status: "paid" } })
    const { data } = await store.api.get(`/admin/orders/${order.id}?fields=payment_status`, world.adminHeaders)
    expect(data.order.payment_status).toBe("captured")
    expect(await store.knex()("demo_payment_charge")).toHaveLength(0)
  })

  it("B50: numbers have no gap, though many orders are invoiced at once, each many times", async () => {
    const items = [{ variant_id: mug, quantity: 1 }]
    const orders: string[] = []
    for (let i = 0; i < 4; i++) {
      orders.push((await placeOrder(store, world, { items, headers, withShipping: true })).id)
    }
    const again = orders.flatMap((order_id) => [order_id, order_id, order_id])
    await Promise.all(
      again.map((order_id) =>
        recordPlacedOrderWorkflow(store.container()).run({ input: { order_id, as_of: "2026-11-30" } }),
      ),
    )
    const sequences = await store.knex()("billing_invoice").orderBy("sequence").pluck("sequence")
    expect(sequences).toEqual([1, 2, 3, 4])
    const faults = await findBillingFaults(store.knex())
    expect(faults.filter((fault) => !fault.startsWith("an event that was not dispatched"))).toEqual([])
  })
})
