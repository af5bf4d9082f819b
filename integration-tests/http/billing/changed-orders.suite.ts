import { Modules } from "@medusajs/framework/utils"
import {
  acceptOrderTransferWorkflow,
  cancelOrderWorkflow,
  deleteCustomersWorkflow,
  refundPaymentWorkflow,
  requestOrderTransferWorkflow,
} from "@medusajs/medusa/core-flows"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import type { InvoiceDocument } from "../../../src/rules/billing"
import { addDays, addInterval, type CivilDate } from "../../../src/rules/calendar"
import { sweepOrders } from "../../../src/workflows/orders/sweep-orders"
import { orderRooms } from "../../../src/workflows/rooms"
import { CartClient } from "../../support/cart-client"
import { createCustomer, type TestCustomer } from "../../support/create-customer"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createProduct } from "../../support/create-product"
import { createWorld, type World } from "../../support/create-world"
import { DraftClient, type AdminOrder } from "../../support/draft-client"
import { findBillingFaults } from "../../support/find-billing-faults"
import { placeOrder, type Purchase } from "../../support/place-order"
import { refusalOf } from "../../support/refusal-of"
import { runBilling } from "../../support/run-billing"
import { storeSuite } from "../../support/store-suite"

const DEMO = "pp_demo_demo"
const MONTH = { unit: "month", count: 1 } as const
const YEAR = { unit: "year", count: 1 } as const

type Row = Record<string, unknown> & { id: string }

export const changedOrdersSuite = storeSuite(__filename, (store) => {
  let world: World
  let admin: DraftClient
  let clara: TestCustomer
  let dora: TestCustomer
  let mug: string
  let plate: string
  let hosting: OfferedProduct
  let trial: OfferedProduct
  let today: CivilDate

  const container = () => store.container()
  const knex = () => store.knex()

  beforeAll(async () => {
    world = await createWorld(store)
    admin = new DraftClient(store, world)
    clara = await createCustomer(container(), { email: "clara@test.example", ...world })
    dora = await createCustomer(container(), { email: "dora@test.example", ...world })
    const { salesChannelId } = world
    const product = await createProduct(container(), { title: "Mug", salesChannelId, prices: { eur: 10 } })
    mug = product.variants[0]?.id ?? ""
    const second = await createProduct(container(), { title: "Plate", salesChannelId, prices: { eur: 20 } })
    plate = second.variants[0]?.id ?? ""
    hosting = await createOfferedProduct(container(), {
      title: "Hosting",
      salesChannelId,
      cycles: [
        { name: "Monthly", interval: MONTH, prices: { eur: 10 }, setupFees: { eur: "5.00" } },
        { name: "Annual", interval: YEAR, prices: { eur: 100 } },
      ],
    })
    trial = await createOfferedProduct(container(), {
      title: "Backup",
      salesChannelId,
      trialDays: 14,
      cycles: [{ name: "Monthly", interval: MONTH, prices: { eur: 4 } }],
    })
  })

  beforeEach(async () => {
    today = await container().resolve<CoreModuleService>(CORE_MODULE).today()
  })

  const buy = (items: Purchase["items"], more: Partial<Purchase> = {}) =>
    placeOrder(store, world, { items, headers: clara.headers, providerId: DEMO, ...more })
  const annual = (quantity = 1) => ({ variant_id: hosting.variants.Annual ?? "", quantity })
  const monthly = (quantity = 1) => ({ variant_id: hosting.variants.Monthly ?? "", quantity })
  const tryIt = () => ({ variant_id: trial.variants.Monthly ?? "", quantity: 1 })

  const subscriptionsOf = (order_id: string): Promise<Row[]> =>
    knex()("billing_subscription").where({ order_id }).orderBy("display_id")
  const unitsOf = async (order_id: string): Promise<string[]> => {
    const rows: { status: string; quantity: number; unit_price: string }[] = await knex()("billing_subscription as s")
      .join("billing_subscription_item as i", "i.subscription_id", "s.id")
      .where({ order_id })
      .orderBy("s.display_id")
      .select("s.status", "i.quantity", "i.unit_price")
    return rows.map(({ status, quantity, unit_price }) => `${status}: ${quantity} × ${Number(unit_price)}`)
  }
  const invoicesOf = async (order_id: string): Promise<string[]> => {
    const rows: { total: string; change_id: string | null; status: string }[] = await knex()("billing_invoice as i")
      .join("billing_invoice_payment as p", "p.invoice_id", "i.id")
      .where({ order_id })
      .orderBy("i.sequence")
      .select("i.total", "i.change_id", "p.status")
    return rows.map(({ total, change_id, status }) => `${change_id ? "added" : "order"} ${Number(total)} ${status}`)
  }
  const correctionsOf = async (order_id: string): Promise<string[]> => {
    const rows: { cause: string; amount: string }[] = await knex()("billing_invoice_correction")
      .where({ order_id })
      .orderBy("created_at")
    return rows.map(({ cause, amount }) => `${cause} ${Number(amount)}`)
  }
  const entriesOf = (id: string): Promise<string[]> =>
    knex()("service_core_timeline_entry").where({ subject_id: id }).orderBy("created_at").pluck("type")
  const sweep = () => sweepOrders(container(), { now: new Date(), today }, orderRooms)
  const lineOf = async (orderId: string, variantId = annual().variant_id): Promise<string> => {
    const order = await admin.read(orderId)
    return (
      order.items.find((item) => (item as typeof item & { variant_id?: string }).variant_id === variantId)?.id ?? ""
    )
  }
  const confirm = async (orderId: string) => {
    await admin.confirm(orderId)
    await store.settled()
    await sweep()
  }
  const editTo = async (orderId: string, quantity: number, variantId?: string) => {
    await admin.beginEdit(orderId)
    await admin.change(orderId, await lineOf(orderId, variantId), quantity)
    await confirm(orderId)
  }
  const paymentOf = async (orderId: string): Promise<string> => {
    const { data } = await store.api.get(
      `/admin/orders/${orderId}?fields=*payment_collections.payments`,
      world.adminHeaders,
    )
    return data.order.payment_collections[0].payments[0].id
  }
  const refund = async (orderId: string, amount?: number) => {
    await refundPaymentWorkflow(container()).run({ input: { payment_id: await paymentOf(orderId), amount } })
    await store.settled()
    await sweep()
  }
  const transfer = async (orderId: string, to: TestCustomer) => {
    const { id } = to.customer
    await requestOrderTransferWorkflow(container()).run({
      input: { order_id: orderId, customer_id: id, logged_in_user: id },
    })
    const [change] = await container()
      .resolve(Modules.ORDER)
      .listOrderChanges({ order_id: orderId, status: "requested" }, { relations: ["actions"] })
    const token = String(change?.actions?.find(({ action }) => action === "TRANSFER_CUSTOMER")?.details?.token)
    await acceptOrderTransferWorkflow(container()).run({ input: { order_id: orderId, token } })
    await sweep()
  }

  describe("an edited order", () => {
    it("B20: an order edited from two to one bills one, and its invoice is to be credited", async () => {
      const order = await buy([annual(2)])
      await editTo(order.id, 1)
      expect(await unitsOf(order.id)).toEqual(["active: 1 × 100"])
      expect(await correctionsOf(order.id)).toEqual(["edited -119"])
      await refund(order.id, 119)
      expect(await correctionsOf(order.id)).toEqual(["edited -119"])
      expect(await unitsOf(order.id)).toEqual(["active: 1 × 100"])
      expect(await invoicesOf(order.id)).toEqual(["order 238 paid"])

      await runBilling(container(), addInterval(today, YEAR))
      const [renewal] = await knex()("billing_renewal").select("total")
      expect(Number(renewal.total)).toBe(119)
      expect(await findBillingFaults(knex())).toEqual([])
    })

    it("B20: an order edited from one to three bills three; once, however often it is handled", async () => {
      const order = await buy([annual(1)])
      await editTo(order.id, 3)
      await sweep()
      expect(await unitsOf(order.id)).toEqual(["active: 3 × 100"])
      expect(await correctionsOf(order.id)).toEqual(["edited 238"])
      const [row] = await subscriptionsOf(order.id)
      expect(await entriesOf(row?.id ?? "")).toEqual(["created", "activated", "quantity_changed"])
      await editTo(order.id, 1)
      expect(await unitsOf(order.id)).toEqual(["active: 1 × 100"])
      expect(await correctionsOf(order.id)).toEqual(["edited 238", "edited -238"])
    })

    it("B20: a line removed from its order ends its subscription, and no other", async () => {
      const order = await buy([annual(), monthly()])
      await editTo(order.id, 0)
      const rows = await subscriptionsOf(order.id)
      expect(rows.map(({ interval_unit, status, cancel_reason }) => [interval_unit, status, cancel_reason])).toEqual(
        expect.arrayContaining([
          ["year", "canceled", "order_line_removed"],
          ["month", "active", null],
        ]),
      )
    })

    it("B7, B20, B50: a recurring line added by an edit gets subscription, set-up fee and invoice, as a sale does", async () => {
      const order = await buy([{ variant_id: mug, quantity: 1 }])
      await admin.beginEdit(order.id)
      const preview = await admin.add(order.id, monthly(2))
      expect(preview.items.map(({ title, quantity }) => `${title} × ${quantity}`).sort()).toEqual([
        "Hosting × 2",
        "Mug × 1",
        "Set-up fee: Hosting × 2",
      ])
      await confirm(order.id)
      expect(await unitsOf(order.id)).toEqual(["pending: 2 × 10"])
      expect(await subscriptionsOf(order.id)).toMatchObject([{ anchor_on: today, customer_id: clara.customer.id }])
      expect(await invoicesOf(order.id)).toEqual(["order 11.9 paid", "added 35.7 open"])
      expect(await correctionsOf(order.id)).toEqual([])
      const added = await knex()("billing_invoice").where({ order_id: order.id }).whereNotNull("change_id").first()
      expect(added.document.lines).toMatchObject([
        { kind: "product", title: "Hosting", period: { start: today, end: addInterval(today, MONTH) } },
        { kind: "setup_fee", parent: 1 },
      ])

      const { data } = await store.api.get(`/admin/orders/${order.id}?fields=*payment_collections`, world.adminHeaders)
      const open = data.order.payment_collections.find(({ status }: { status: string }) => status === "not_paid")
      await store.api.post(
        `/admin/payment-collections/${open.id}/mark-as-paid`,
        { order_id: order.id },
        world.adminHeaders,
      )
      await store.settled()
      await sweep()
      expect(await unitsOf(order.id)).toEqual(["active: 2 × 10"])
      expect(await invoicesOf(order.id)).toEqual(["order 11.9 paid", "added 35.7 paid"])
    })
  })

  describe("a transferred order", () => {
    it("B20: the subscription follows it, and is charged to no method of the old customer", async () => {
      const order = await buy([annual()])
      await transfer(order.id, dora)
      expect(await subscriptionsOf(order.id)).toMatchObject([
        {
          status: "active",
          customer_id: dora.customer.id,
          email: "dora@test.example",
          payment_provider_id: null,
          payment_method: null,
          collection_method: "send_invoice",
        },
      ])
      const mine = async ({ headers }: TestCustomer) =>
        (await store.api.get("/store/customers/me/subscriptions", { headers })).data.count
      expect([await mine(clara), await mine(dora)]).toEqual([0, 1])
      const charged = () => knex()("demo_payment_charge").count().first()
      const before = await charged()
      await runBilling(container(), addInterval(today, YEAR))
      expect(await knex()("billing_renewal")).toMatchObject([{ status: "issued", collect_on: null }])
      expect(await charged()).toEqual(before)
    })

    it("B30: its new customer gets the invoice seven days before it is due, as the preview says", async () => {
      const order = await buy([annual()])
      await transfer(order.id, dora)
      const [row] = await subscriptionsOf(order.id)
      const due = addInterval(today, YEAR)
      const { data } = await store.api.get(`/admin/billing/subscriptions/${row?.id}`, world.adminHeaders)
      expect(data.subscription).toMatchObject({
        next_due_on: addDays(due, -7),
        upcoming: { issue_on: addDays(due, -7), due_on: due },
      })
      await runBilling(container(), addDays(due, -7))
      expect(await knex()("billing_renewal")).toMatchObject([{ status: "issued", due_on: due }])
    })

    it("B20: a method that is known only later does not follow it, either", async () => {
      const order = await buy([annual()], { providerId: DEMO })
      await knex()("billing_subscription").where({ order_id: order.id }).update({ status: "pending" })
      await transfer(order.id, dora)
      await refund(order.id, 1)
      expect(await subscriptionsOf(order.id)).toMatchObject([
        { status: "active", customer_id: dora.customer.id, payment_method: null, collection_method: "send_invoice" },
      ])
    })
  })

  describe("a refunded order", () => {
    it("B51: a part of it changes no subscription, and its invoice is to be credited by that part", async () => {
      const order = await buy([annual()])
      await refund(order.id, 19)
      expect(await unitsOf(order.id)).toEqual(["active: 1 × 100"])
      // Medusa lowers the order's total by a credit line, and gives the money back.
      expect(await correctionsOf(order.id)).toEqual(["credited -19"])
      await refund(order.id, 100)
      expect(await unitsOf(order.id)).toEqual(["canceled: 1 × 100"])
      expect(await correctionsOf(order.id)).toEqual(["credited -19", "credited -100"])
    })

    it("B51: a canceled order ends it, and the whole of its invoice is to be credited", async () => {
      const order = await buy([annual()])
      await cancelOrderWorkflow(container()).run({ input: { order_id: order.id } })
      await store.settled()
      await sweep()
      expect(await unitsOf(order.id)).toEqual(["canceled: 1 × 100"])
      const amounts = (await correctionsOf(order.id)).map((one) => Number(one.split(" ")[1]))
      expect(amounts.reduce((total, one) => total + one, 0)).toBe(-119)
    })
  })

  describe("an order that is changed again", () => {
    const documentsOf = async (order_id: string): Promise<string[]> => {
      const rows: { kind: string; document: InvoiceDocument }[] = await knex()("billing_invoice")
        .where({ order_id })
        .orderBy(["created_at", "id"])
      return rows.map(({ kind, document: { lines, totals } }) =>
        [kind, ...lines.map(({ title, total }) => `${title} ${total}`), totals.payable].join(", "),
      )
    }

    it("B31, B51: what was given back is not taken off once more by an edit, and each document is of its own lines", async () => {
      const order = await buy([
        { variant_id: mug, quantity: 2 },
        { variant_id: plate, quantity: 2 },
      ])
      await refund(order.id, 5)
      await editTo(order.id, 3, mug)
      await admin.beginEdit(order.id)
      await admin.change(order.id, await lineOf(order.id, mug), 4)
      await admin.change(order.id, await lineOf(order.id, plate), 1)
      await confirm(order.id)
      expect(await documentsOf(order.id)).toEqual([
        "invoice, Mug 20.00, Plate 40.00, 71.40",
        "credit_note, Mug 1.40, Plate 2.80, 5.00",
        "invoice, Mug 10.00, 11.90",
        "credit_note, Plate 20.00, 23.80",
        "invoice, Mug 10.00, 11.90",
      ])
    })
  })

  describe("exchanges, claims and returns", () => {
    const post = async (path: string, body: object = {}) =>
      (await store.api.post(`/admin${path}`, body, world.adminHeaders)).data

    it("B20: an exchange ends what came back, and starts what went out", async () => {
      const order = await buy([annual()])
      const line = await lineOf(order.id)
      await deliver(order.id, line)
      const { exchange } = await post("/exchanges", { order_id: order.id })
      await post(`/exchanges/${exchange.id}/inbound/items`, { items: [{ id: line, quantity: 1 }] })
      await post(`/exchanges/${exchange.id}/outbound/items`, { items: [monthly()] })
      await post(`/exchanges/${exchange.id}/request`)
      await store.settled()
      await sweep()
      expect((await unitsOf(order.id)).sort()).toEqual(["active: 1 × 100", "pending: 1 × 10"])
      const { data } = await store.api.get(`/admin/returns?order_id=${order.id}`, world.adminHeaders)
      await receive(data.returns[0].id, line)
      expect((await unitsOf(order.id)).sort()).toEqual(["active: 1 × 10", "canceled: 1 × 100"])
    })

    it("issue 9, B51: an exchange that is canceled ends what it started, and credits its invoice; a claim's change nothing", async () => {
      const order = await buy([annual()])
      const line = await lineOf(order.id)
      await deliver(order.id, line)
      const exchangeOf = async (): Promise<string> => {
        const { exchange } = await post("/exchanges", { order_id: order.id })
        await post(`/exchanges/${exchange.id}/inbound/items`, { items: [{ id: line, quantity: 1 }] })
        await post(`/exchanges/${exchange.id}/outbound/items`, { items: [monthly()] })
        await post(`/exchanges/${exchange.id}/request`)
        return exchange.id
      }
      const first = await exchangeOf()
      await store.settled()
      await sweep()
      expect((await unitsOf(order.id)).sort()).toEqual(["active: 1 × 100", "pending: 1 × 10"])
      // Nothing tells of it but the order's new version.
      await post(`/exchanges/${first}/cancel`)
      await sweep()
      expect((await unitsOf(order.id)).sort()).toEqual(["active: 1 × 100", "canceled: 1 × 10"])
      expect(await invoicesOf(order.id)).toEqual(["order 119 paid", "added 17.85 credited"])

      // Both at once: the sweep hears of the exchange when it is canceled already.
      await post(`/exchanges/${await exchangeOf()}/cancel`)
      await sweep()
      await sweep()
      expect((await unitsOf(order.id)).filter((one) => !one.startsWith("canceled"))).toEqual(["active: 1 × 100"])

      const { claim } = await post("/claims", { order_id: order.id, type: "replace" })
      await post(`/claims/${claim.id}/claim-items`, { items: [{ id: line, quantity: 1, reason: "wrong_item" }] })
      await post(`/claims/${claim.id}/outbound/items`, { items: [annual()] })
      await post(`/claims/${claim.id}/request`)
      await post(`/claims/${claim.id}/cancel`)
      await sweep()
      await sweep()
      expect((await unitsOf(order.id)).filter((one) => !one.startsWith("canceled"))).toEqual(["active: 1 × 100"])
      expect((await invoicesOf(order.id)).filter((one) => one.endsWith("open"))).toEqual([])
    })

    it("B20: a claim's replacement is no second sale: the subscription goes on", async () => {
      const order = await buy([annual()])
      const line = await lineOf(order.id)
      await deliver(order.id, line)
      const { claim } = await post("/claims", { order_id: order.id, type: "replace" })
      await post(`/claims/${claim.id}/inbound/items`, { items: [{ id: line, quantity: 1 }] })
      await post(`/claims/${claim.id}/claim-items`, { items: [{ id: line, quantity: 1, reason: "wrong_item" }] })
      await post(`/claims/${claim.id}/outbound/items`, { items: [annual()] })
      await post(`/claims/${claim.id}/request`)
      await store.settled()
      await sweep()
      const { data } = await store.api.get(`/admin/returns?order_id=${order.id}`, world.adminHeaders)
      await receive(data.returns[0].id, line)
      expect(await unitsOf(order.id)).toEqual(["active: 1 × 100"])
    })

    async function deliver(orderId: string, line: string): Promise<void> {
      await post(`/orders/${orderId}/fulfillments`, { items: [{ id: line, quantity: 1 }] })
      await store.settled()
    }

    async function receive(returnId: string, line: string): Promise<void> {
      await post(`/returns/${returnId}/receive`)
      await post(`/returns/${returnId}/receive-items`, { items: [{ id: line, quantity: 1 }] })
      await post(`/returns/${returnId}/receive/confirm`)
      await store.settled()
      await sweep()
    }
  })

  describe("what an admin sells", () => {
    const titles = (order: AdminOrder) => order.items.map(({ title, quantity }) => `${title} × ${quantity}`).sort()
    const hide = (hidden: boolean) => knex()("billing_offer").where({ id: hosting.offerId }).update({ hidden })
    /** As if the warning had been read. */
    const afterAWhile = (seconds: number) =>
      knex().raw("update billing_sale_warning set warned_at = warned_at - make_interval(secs => ?)", [seconds])

    it("B7, B20: a draft has the set-up fees that a cart has, through its edits, and gives what a sale gives", async () => {
      const { id, ...draft } = await admin.create({ items: [monthly(2)] })
      expect(titles({ id, ...draft })).toEqual(["Hosting × 2", "Set-up fee: Hosting × 2"])
      expect(draft.total).toBeCloseTo(30 * 1.19, 6)
      const hostingLine = draft.items.find(({ title }) => title === "Hosting")?.id ?? ""
      await admin.beginDraft(id)
      expect(titles(await admin.changeDraft(id, hostingLine, 3))).toEqual(["Hosting × 3", "Set-up fee: Hosting × 3"])
      const more = await admin.addToDraft(id, monthly(1))
      expect(titles(more).filter((one) => one.startsWith("Set-up"))).toEqual([
        "Set-up fee: Hosting × 1",
        "Set-up fee: Hosting × 3",
      ])
      const adding = more.items
        .filter(({ title }) => title === "Hosting")
        .flatMap(({ actions }) => actions ?? [])
        .find(({ action }) => action === "ITEM_ADD")
      const less = await admin.takeBackFromDraft(id, adding?.id ?? "")
      expect(titles(less)).toEqual(["Hosting × 3", "Set-up fee: Hosting × 3"])
      await admin.confirmDraft(id)
      await admin.convert(id)
      await sweep()
      expect(await unitsOf(id)).toEqual(["pending: 3 × 10"])
      expect(await invoicesOf(id)).toEqual(["order 53.55 open"])
      const invoice = await knex()("billing_invoice").where({ order_id: id }).first()
      expect(invoice.document.lines).toMatchObject([{ kind: "product" }, { kind: "setup_fee", parent: 1 }])
    })

    it("B10: is warned of what is hidden, in drafts and edits, and sells it by doing the same again", async () => {
      await hide(true)
      const order = await buy([{ variant_id: mug, quantity: 1 }])
      const warning = expect.stringContaining("items.0.variant_id: this product is hidden, so no customer can order it")
      expect(await refusalOf(admin.create({ items: [annual()] }))).toMatchObject({ status: 400, message: warning })
      await admin.beginEdit(order.id)
      expect(await refusalOf(admin.add(order.id, annual()))).toMatchObject({ status: 400, message: warning })
      // A double click is no confirmation, nor is one an hour later.
      expect(await refusalOf(admin.add(order.id, annual()))).toMatchObject({ status: 400 })
      await afterAWhile(3600)
      expect(await refusalOf(admin.add(order.id, annual()))).toMatchObject({ status: 400 })
      await afterAWhile(5)
      expect(titles(await admin.add(order.id, annual()))).toEqual(["Hosting × 1", "Mug × 1"])
      await confirm(order.id)
      expect(await unitsOf(order.id)).toEqual(["pending: 1 × 100"])
    })

    it("B6: is warned of a cycle that has no price in the currency, and sells it at the price that is typed", async () => {
      const dollars = await createOfferedProduct(container(), {
        title: "Mail",
        salesChannelId: world.salesChannelId,
        cycles: [{ name: "Monthly", interval: MONTH, prices: { chf: 7 } }],
      })
      const item = { variant_id: dollars.variants.Monthly ?? "", quantity: 1, unit_price: 6 }
      expect(await refusalOf(admin.create({ items: [item] }))).toMatchObject({
        status: 400,
        message: expect.stringContaining("this billing cycle is disabled: it has no price in this currency"),
      })
      await afterAWhile(5)
      const { id } = await admin.create({ items: [item] })
      await admin.convert(id)
      await sweep()
      expect(await unitsOf(id)).toEqual(["pending: 1 × 6"])
    })
  })

  describe("a customer who leaves", () => {
    it("is not deleted while subscriptions run, by Medusa's route or by a workflow; only after they were ended", async () => {
      const order = await buy([annual(), monthly()])
      const path = `/admin/customers/${clara.customer.id}`
      expect(await refusalOf(store.api.delete(path, world.adminHeaders))).toMatchObject({
        status: 400,
        message: expect.stringMatching(
          /^Cannot be deleted: 2 subscriptions run for customer cus_\w+ \(#\d+, #\d+\)\. End/,
        ),
      })
      await expect(
        deleteCustomersWorkflow(container()).run({ input: { ids: [dora.customer.id, clara.customer.id] } }),
      ).rejects.toMatchObject({ message: expect.stringContaining("2 subscriptions run") })
      const left = await container()
        .resolve(Modules.CUSTOMER)
        .listCustomers({ id: [clara.customer.id, dora.customer.id] })
      expect(left).toHaveLength(2)

      const { data } = await store.api.post(
        `/admin/billing/customers/${clara.customer.id}/end-subscriptions`,
        { reason: "moves away" },
        world.adminHeaders,
      )
      expect(data.ended).toHaveLength(2)
      expect((await unitsOf(order.id)).sort()).toEqual(["canceled: 1 × 10", "canceled: 1 × 100"])
      expect((await store.api.delete(path, world.adminHeaders)).status).toBe(200)
    })
  })

  describe("B14: trials", () => {
    it("four carts with one trial, completed at once: one has it, the others are refused", async () => {
      const shopper = new CartClient(store, world, clara.headers)
      const carts: string[] = []
      for (let count = 0; count < 4; count++) {
        const { id, total } = await shopper.create("de", { items: [tryIt()] })
        expect(total).toBe(0)
        carts.push(id)
      }
      const done = await Promise.allSettled(carts.map((id) => shopper.completeUnpaid(id)))
      expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
      const lost = carts[done.findIndex(({ status }) => status === "rejected")] ?? ""
      expect(await refusalOf(shopper.completeUnpaid(lost))).toMatchObject({
        status: 400,
        message: expect.stringContaining("free trial has been used already"),
      })
      await sweep()
      expect((await knex()("billing_subscription")).map(({ status }: { status: string }) => status)).toEqual([
        "trialing",
      ])
      expect((await shopper.change(lost, { metadata: {} })).total).toBeCloseTo(4.76, 6)
    })

    it("a trial that a failed completion reserved is free again, and one that a crash left is after a while", async () => {
      const shopper = new CartClient(store, world, clara.headers)
      const [first, second] = [
        await shopper.create("de", { items: [tryIt()] }),
        await shopper.create("de", { items: [tryIt()] }),
      ]
      const reserved = (minutes: number) =>
        knex()("billing_trial_use").insert({
          id: `btri_${minutes}`,
          customer_id: clara.customer.id,
          offer_id: trial.offerId,
          cart_id: first.id,
          reserved_at: new Date(Date.now() - minutes * 60_000),
        })
      await reserved(1)
      expect(await refusalOf(shopper.completeUnpaid(second.id))).toMatchObject({ status: 400 })
      await knex()("billing_trial_use").delete()
      await reserved(20)
      await shopper.completeUnpaid(second.id)
      expect(await knex()("billing_trial_use")).toMatchObject([
        { cart_id: second.id, order_line_id: expect.any(String) },
      ])
    })

    it("a purchase that was canceled on its first day gives its trial back", async () => {
      const order = await placeOrder(store, world, { items: [tryIt()], headers: clara.headers })
      await cancelOrderWorkflow(container()).run({ input: { order_id: order.id } })
      await store.settled()
      await sweep()
      expect(await unitsOf(order.id)).toEqual(["canceled: 1 × 4"])
      const again = await placeOrder(store, world, { items: [tryIt()], headers: clara.headers })
      expect(again.total).toBe(0)
      expect(await subscriptionsOf(again.id)).toMatchObject([{ status: "trialing" }])
    })

    it("a trial that has begun stays used", async () => {
      const order = await placeOrder(store, world, { items: [tryIt()], headers: clara.headers })
      await knex()("billing_subscription")
        .where({ order_id: order.id })
        .update({ created_at: new Date(`${addDays(today, -3)}T12:00:00Z`) })
      await cancelOrderWorkflow(container()).run({ input: { order_id: order.id } })
      await store.settled()
      await sweep()
      expect(await knex()("billing_trial_use")).toHaveLength(1)
    })
  })
})
