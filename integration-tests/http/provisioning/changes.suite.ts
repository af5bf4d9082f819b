import {
  acceptOrderTransferWorkflow,
  deleteProductsWorkflow,
  requestOrderTransferWorkflow,
} from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { eraseServices } from "../../../src/workflows/provisioning/services/erase-services"
import { followOrders } from "../../../src/workflows/provisioning/services/follow-orders"
import { sweepOrders } from "../../../src/workflows/orders/sweep-orders"
import { orderRooms } from "../../../src/workflows/rooms"
import { createCustomer, type TestCustomer } from "../../support/create-customer"
import type { OfferedProduct } from "../../support/create-offered-product"
import { MONTHLY, ONCE, ProvisioningWorld } from "../../support/create-provisioning-world"
import { DraftClient } from "../../support/draft-client"
import { placeOrder } from "../../support/place-order"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

/** What becomes of services when their sale is changed after they were delivered: units, products, customers (S6). */
export const provisioningChangesSuite = storeSuite(__filename, (store) => {
  let made: ProvisioningWorld
  let hosting: OfferedProduct
  let backup: OfferedProduct
  let editor: OfferedProduct
  let hugo: TestCustomer
  let ines: TestCustomer

  beforeAll(async () => {
    made = new ProvisioningWorld(store)
    await made.create()
    hosting = await made.product("webhook", { configuration: { plan: "small" } })
    backup = await made.product("webhook", { title: "Backup", paymentType: "lifetime", cycles: ONCE })
    editor = await made.product("license_key", { title: "Editor", cycles: MONTHLY })
    hugo = await createCustomer(store.container(), { email: "hugo@services.test", ...made.world })
    ines = await createCustomer(store.container(), { email: "ines@services.test", ...made.world })
  })
  afterAll(() => made.endpoint.outside.stop())
  beforeEach(() => {
    made.endpoint.actions.length = 0
    made.endpoint.told.length = 0
    made.endpoint.services.clear()
    made.endpoint.outside.forgetFailures()
  })

  const variant = (product: OfferedProduct) => product.variants.Once ?? product.variants.Monthly ?? ""
  const buy = async (product: OfferedProduct, quantity = 1) => {
    const items = [{ variant_id: variant(product), quantity }]
    const order = await placeOrder(store, made.world, { items, headers: hugo.headers, providerId: "pp_demo_demo" })
    await store.settled()
    await made.tick()
    return order
  }
  const statuses = async () => (await made.services()).map(({ unit, status }) => [unit, status])
  const follow = async (orderId: string) => {
    await followOrders(store.container(), [orderId], await made.today())
    await made.tick()
  }
  const change = async (subscription: string | null, body: object) => {
    await made.admin(`/admin/billing/subscriptions/${subscription}/changes`, { when: "now", ...body })
    await store.settled()
    await made.tick()
  }
  /** What is paid goes on to a day. */
  const paidUntil = async (date: string, orderId: string) => {
    await store.knex()("billing_subscription").where({ order_id: orderId }).update({ period_end: date })
    await follow(orderId)
  }
  const sweep = async (now: Date) => sweepOrders(store.container(), { now, today: await made.today() }, orderRooms)

  it("PV5: more units of a subscription have keys of their own, fewer let go of the latest, and no key comes twice", async () => {
    await buy(editor)
    const [{ subscription_id } = { subscription_id: null }] = await made.services()
    const keys = async () => {
      const rows = await store.knex()("provisioning_service").orderBy("unit").select("shown", "remote")
      return rows.map(({ shown, remote }) => (remote === "active" ? (shown[0].value as string) : null))
    }
    const [first] = await keys()
    await change(subscription_id, { quantity: 3 })
    const three = await keys()
    expect([three[0], new Set(three).size, three.length]).toEqual([first, 3, 3])
    await change(subscription_id, { quantity: 2 })
    expect(await keys()).toEqual([three[0], three[1], null])
    await change(subscription_id, { quantity: 3 })
    const after = await keys()
    expect(after.slice(0, 3)).toEqual([three[0], three[1], null])
    expect([...three, null]).not.toContain(after[3])
  })

  it("an order edit after the delivery: raised, the rest is delivered; lowered, the latest end", async () => {
    const order = await buy(backup)
    const admin = new DraftClient(store, made.world)
    const editTo = async (quantity: number) => {
      await admin.beginEdit(order.id)
      await admin.change(order.id, order.items?.[0]?.id ?? "", quantity)
      await admin.confirm(order.id)
      await store.settled()
      await sweep(new Date())
      await made.tick()
    }
    await editTo(3)
    expect(made.endpoint.actions).toEqual(["create"])
    const { data } = await store.api.get(
      `/admin/orders/${order.id}?fields=*payment_collections`,
      made.world.adminHeaders,
    )
    const owed = data.order.payment_collections.find(({ status }: { status: string }) => status === "not_paid")
    await made.admin(`/admin/payment-collections/${owed.id}/mark-as-paid`, { order_id: order.id })
    await store.settled()
    await sweep(new Date())
    await made.tick()
    expect(await statuses()).toEqual([1, 2, 3].map((unit) => [unit, "active"]))
    await editTo(1)
    expect((await statuses()).map(([, status]) => status)).toEqual(["active", "terminated", "terminated"])
    expect(made.endpoint.actions.filter((action) => action === "create")).toHaveLength(3)
  })

  it("ended by an admin, a unit is not made anew, however often its order is looked at", async () => {
    const order = await buy(hosting, 2)
    const [one] = await made.services()
    await made.change(one?.id ?? "", { action: "terminate", note: "asked by mail" })
    await follow(order.id)
    await follow(order.id)
    expect(await statuses()).toEqual([
      [1, "terminated"],
      [2, "active"],
    ])
    await change(one?.subscription_id ?? null, { quantity: 1 })
    expect((await statuses()).at(-1)).toEqual([2, "active"])
    expect(made.endpoint.actions.filter((action) => action === "create")).toHaveLength(2)
    // No unit is left for it.
    expect(await refusalOf(made.change(one?.id ?? "", { action: "deliver_anew", note: "by mistake" }))).toMatchObject({
      status: 400,
      message: expect.stringContaining("no unit left"),
    })
  })

  it("S6: terminated by mistake, it is delivered anew: once, as another service, and not beyond the stock", async () => {
    const order = await buy(hosting)
    const { id } = await made.only()
    const anew = (more: object = {}) => made.change(id, { action: "deliver_anew", note: "by mistake", ...more })
    const stock = (many: number | null) =>
      made.admin(`/admin/provisioning/products/${hosting.productId}`, {
        ...{ provider_id: "webhook", configuration: { plan: "small" }, stock: many },
      })
    expect(await refusalOf(anew())).toMatchObject({ message: "Only what an admin has terminated is delivered anew" })
    await made.change(id, { action: "terminate", note: "the wrong one" })
    expect(await refusalOf(anew({ note: " " }))).toMatchObject({
      ...{ status: 400, message: expect.stringMatching(/note/) },
    })
    await stock(0)
    expect(await refusalOf(anew())).toMatchObject({ status: 400, message: 'items: "Hosting" is sold out' })
    await stock(1)
    const ends = await Promise.allSettled([anew(), anew()])
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    await made.tick()
    await follow(order.id)
    expect(await statuses()).toEqual([
      [1, "terminated"],
      [2, "active"],
    ])
    expect(made.endpoint.actions).toEqual(["create", "terminate", "create"])
    const [, second] = await made.services()
    const of = async (one = "") =>
      (await store.api.get(`/admin/provisioning/services/${one}`, made.world.adminHeaders)).data
    const { service: old } = await of(id)
    expect(old).toMatchObject({ can_deliver_anew: false, replaced_by: second?.id, replaces: null })
    expect(old.events[0]).toMatchObject({ type: "admin_deliver_anew", data: { note: "by mistake" } })
    expect((await of(second?.id)).service).toMatchObject({ replaces: id, replaced_by: null })
    await stock(null)
  })

  it("S5: created although its answer was lost, and paid on since: it is found as it was asked for, and renewed", async () => {
    made.endpoint.outside.failNext("answer_lost")
    const order = await buy(hosting)
    const { id } = await made.only()
    await paidUntil("2030-01-01", order.id)
    await made.hurry()
    expect(await made.only()).toMatchObject({ status: "active", expires_on: "2030-01-01" })
    expect(made.endpoint.actions).toEqual(["create", "renew"])
    expect(made.endpoint.services.get(id)).toMatchObject({ expires_on: "2030-01-01", creations: 1 })
  })

  it("S5: a renewal that was given up shows what to do, what is paid next is asked for anew, and none is taken for the one before", async () => {
    const order = await buy(hosting)
    const { id } = await made.only()
    made.endpoint.outside.failNext("refused")
    await paidUntil("2030-01-01", order.id)
    expect(await made.only()).toMatchObject({ status: "active", problem: expect.stringContaining("422") })
    const { data } = await store.api.get("/admin/provisioning/queue?status=failed", made.world.adminHeaders)
    expect(data.calls).toMatchObject([{ action: "renew", status: "failed", reason: expect.stringContaining("422") }])
    await follow(order.id)
    expect((await made.only()).calls[0]).toMatchObject({ action: "renew", status: "failed", attempts: 1 })
    await paidUntil("2030-02-01", order.id)
    expect(await made.only()).toMatchObject({ problem: null, expires_on: "2030-02-01" })
    expect(made.endpoint.actions).toEqual(["create", "renew"])
    // Its answer is lost, and it is paid on before its next try: whoever has done the one does the other, too.
    made.endpoint.outside.failNext("answer_lost")
    await paidUntil("2030-03-01", order.id)
    await paidUntil("2030-04-01", order.id)
    await made.hurry()
    expect(await made.only()).toMatchObject({ expires_on: "2030-04-01", problem: null })
    expect(made.endpoint.services.get(id)).toMatchObject({ expires_on: "2030-04-01" })
  })

  it("S6: another package that its provider refuses holds up no renewal that is paid", async () => {
    const big = await made.product("webhook", { title: "Big", configuration: { plan: "big" } })
    const order = await buy(hosting)
    const { id, subscription_id } = await made.only()
    const cycle = await store
      .knex()("billing_cycle")
      .where({ variant_id: variant(big) })
      .first("id")
    made.endpoint.refused = "service.change_package"
    await change(subscription_id, { cycle_id: cycle.id })
    await paidUntil("2030-02-01", order.id)
    expect(made.endpoint.services.get(id)).toMatchObject({ expires_on: "2030-02-01" })
    expect(await made.only()).toMatchObject({ expires_on: "2030-02-01", problem: expect.stringContaining("422") })
    expect((await made.only()).calls[0]).toMatchObject({ action: "change_package", status: "failed" })
    const asked = made.endpoint.outside.asked.length
    await follow(order.id)
    expect(made.endpoint.outside.asked).toHaveLength(asked)
    made.endpoint.refused = null
    await made.change(id, { action: "deliver" })
    expect(await made.only()).toMatchObject({ title: "Big", problem: null })
  })

  it("a claim's replacement of what a subscription goes on with is no second sale: no second service is made", async () => {
    const order = await buy(hosting)
    const post = <Answer>(path: string, body: object = {}) => made.admin<Answer>(`/admin${path}`, body)
    const items = [{ id: order.items?.[0]?.id ?? "", quantity: 1 }]
    await post(`/orders/${order.id}/fulfillments`, { items })
    const { claim } = await post<{ claim: { id: string } }>("/claims", { order_id: order.id, type: "replace" })
    await post(`/claims/${claim.id}/claim-items`, { items: items.map((item) => ({ ...item, reason: "wrong_item" })) })
    await post(`/claims/${claim.id}/outbound/items`, { items: [{ variant_id: variant(hosting), quantity: 1 }] })
    await post(`/claims/${claim.id}/request`)
    await store.settled()
    await follow(order.id)
    expect([await statuses(), made.endpoint.actions]).toEqual([[[1, "active"]], ["create"]])
  })

  it("held before it is made: it is made when the hold is over", async () => {
    const manually = await made.product("webhook", {
      ...{ title: "Mail", paymentType: "lifetime", cycles: ONCE, offer: { auto_create_service: false } },
    })
    await buy(manually)
    const { id, waits_for } = await made.only()
    await made.change(id, { action: "suspend", reason: "abuse", note: "stolen card" })
    await made.change(id, { action: "deliver" })
    expect([waits_for, (await made.only()).waits_for]).toEqual(["admin", "held"])
    expect([await statuses(), made.endpoint.actions]).toEqual([[[1, "pending"]], []])
    await made.change(id, { action: "resume", note: "it was theirs" })
    expect([await statuses(), made.endpoint.actions]).toEqual([[[1, "active"]], ["create"]])
  })

  it("changed to a product of another provider: the old service ends, and that provider makes its own", async () => {
    await buy(hosting)
    const { subscription_id } = await made.only()
    const cycle = await store
      .knex()("billing_cycle")
      .where({ variant_id: variant(editor) })
      .first("id")
    await change(subscription_id, { cycle_id: cycle.id })
    expect((await made.services()).map((one) => [one.title, one.provider_id, one.status])).toEqual([
      ["Hosting", "webhook", "terminated"],
      ["Editor", "license_key", "active"],
    ])
    expect(made.endpoint.actions).toEqual(["create", "terminate"])
  })

  it("changed back while its termination may have worked: that is carried through, and it is made anew", async () => {
    await buy(hosting)
    const { subscription_id } = await made.only()
    const cycleOf = (product: OfferedProduct) =>
      store
        .knex()("billing_cycle")
        .where({ variant_id: variant(product) })
        .first("id")
    made.endpoint.outside.failNext("answer_lost")
    await change(subscription_id, { cycle_id: (await cycleOf(editor)).id })
    await change(subscription_id, { cycle_id: (await cycleOf(hosting)).id })
    await made.hurry()
    await sweep(new Date(Date.now() + 90_000))
    await made.hurry()
    expect((await made.services()).map((one) => [one.title, one.status])).toEqual([
      ["Hosting", "terminated"],
      ["Editor", "terminated"],
      ["Hosting", "active"],
    ])
    expect(made.endpoint.actions).toEqual(["create", "terminate", "create"])
  })

  it("a product that was deleted since: what was sold of it is delivered all the same, and ends with its sale", async () => {
    made.endpoint.outside.setDown(true)
    const order = await buy(backup)
    expect(await statuses()).toEqual([[1, "pending"]])
    await deleteProductsWorkflow(store.container()).run({ input: { ids: [backup.productId] } })
    await store.settled()
    made.endpoint.outside.setDown(false)
    await follow(order.id)
    await made.hurry()
    expect([await statuses(), made.endpoint.actions]).toEqual([[[1, "active"]], ["create"]])
    await made.admin(`/admin/orders/${order.id}/cancel`, {})
    await store.settled()
    await made.tick()
    expect(await statuses()).toEqual([[1, "terminated"]])
  })

  it("transferred to another customer: it is theirs alone, and its provider is told once", async () => {
    const order = await buy(hosting)
    const input = { order_id: order.id, customer_id: ines.customer.id, logged_in_user: ines.customer.id }
    await requestOrderTransferWorkflow(store.container()).run({ input })
    const [asked] = await store
      .container()
      .resolve(Modules.ORDER)
      .listOrderChanges({ order_id: order.id, status: "requested" }, { relations: ["actions"] })
    const token = String(asked?.actions?.find(({ action }) => action === "TRANSFER_CUSTOMER")?.details?.token)
    await acceptOrderTransferWorkflow(store.container()).run({ input: { order_id: order.id, token } })
    await store.settled()
    await sweep(new Date())
    await made.tick()
    await follow(order.id)
    const countOf = async ({ headers }: TestCustomer) =>
      (await store.api.get("/store/customers/me/services", { headers })).data.count
    expect([await countOf(hugo), await countOf(ines)]).toEqual([0, 1])
    expect(made.endpoint.actions).toEqual(["create", "change_package"])
    const { calls } = await made.only()
    expect(calls[0]?.request).toMatchObject({ service: { customer_id: ines.customer.id, email: "ines@services.test" } })
  })

  it("of an erased customer's services that are over nothing is said any more, nor of what their providers were told", async () => {
    await buy(hosting)
    const { id } = await made.only()
    await made.change(id, { action: "suspend", reason: "abuse", note: "Hugo has phoned" })
    await made.change(id, { action: "terminate", note: "moved away" })
    const said = async () => {
      const tables = ["service", "call", "attempt"].map((table) =>
        store.knex().raw(`select t::text as text from provisioning_${table} t`),
      )
      const rows = (await Promise.all(tables)).flatMap((answer: { rows: { text: string }[] }) => answer.rows)
      return rows.filter(({ text }) => /hugo|\.example/i.test(text)).length
    }
    expect(await said()).toBeGreaterThan(2)
    const erased = { customerIds: [hugo.customer.id], formKeys: [], actor: "system", at: new Date() }
    await eraseServices(store.container(), erased)
    await eraseServices(store.container(), erased)
    expect(await said()).toBe(0)
    expect(await made.only()).toMatchObject({ status: "terminated", email: null, shown: [] })
  })

  it("S5: an order that cannot be followed stops no other, and is followed once it can be", async () => {
    await buy(hosting)
    await buy(hosting)
    const [broken, sound] = await made.services()
    const options = (value: string) =>
      store
        .knex()("billing_subscription_item")
        .where({ subscription_id: broken?.subscription_id })
        .update({ snapshot: store.knex().raw("snapshot || ?::jsonb", [value]) })
    await options('{"options": 5}')
    await store
      .knex()("billing_subscription")
      .update({ status: "canceled", cancel_reason: "moved", updated_at: store.knex().raw("now() + interval '1 hour'") })
    await made.tick()
    expect((await made.services()).map(({ id, status }) => [id, status])).toEqual([
      [broken?.id, "active"],
      [sound?.id, "terminated"],
    ])
    await options('{"options": []}')
    await sweep(new Date(Date.now() + 90_000))
    await made.tick()
    expect((await made.services()).map(({ status }) => status)).toEqual(["terminated", "terminated"])
  })
})
