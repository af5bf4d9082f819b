import { createCustomer, type TestCustomer } from "../../support/create-customer"
import type { OfferedProduct } from "../../support/create-offered-product"
import { ONCE, ProvisioningWorld } from "../../support/create-provisioning-world"
import { createSubscriber, type SubscriberStory } from "../../support/create-subscriber"
import { placeOrder } from "../../support/place-order"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

/** What becomes of a service while its sale is paid, owed, paused, changed and ended (S6). */
export const provisioningLifeSuite = storeSuite(__filename, (store) => {
  let made: ProvisioningWorld
  let hosting: OfferedProduct
  let editor: OfferedProduct
  let clara: SubscriberStory
  let dora: TestCustomer

  beforeAll(async () => {
    made = new ProvisioningWorld(store)
    await made.create()
    hosting = await made.product("webhook", { configuration: { plan: "small" } })
    clara = await createSubscriber(store, { world: made.world, hosting, email: "clara@services.test" })
    dora = await createCustomer(store.container(), { email: "dora@services.test", ...made.world })
    const items = [{ variant_id: hosting.variants.Monthly ?? "", quantity: 3 }]
    await placeOrder(store, made.world, { items, headers: dora.headers, providerId: "pp_demo_demo" })
    editor = await made.product("license_key", {
      title: "Editor",
      paymentType: "lifetime",
      cycles: ONCE,
      configuration: { edition: "pro" },
    })
    await made.tick()
  })
  afterAll(() => made.endpoint.outside.stop())
  beforeEach(() => {
    made.endpoint.actions.length = 0
    made.endpoint.told.length = 0
    made.endpoint.outside.forgetFailures()
    made.endpoint.instead = null
  })

  const day = (at: string | null, plus: number): string => {
    const date = new Date(`${at}T00:00:00Z`)
    return new Date(date.getTime() + plus * 86_400_000).toISOString().slice(0, 10)
  }
  const ofClara = () => made.only({ q: "clara@services" })
  /** What the merchant's system was told of Clara's service. */
  const toldOfClara = async () => {
    const { id } = await ofClara()
    return made.endpoint.told.flatMap(({ action, reference }) => (reference === id ? action : []))
  }
  /** A suspension whose provider was told why. */
  const toldWhy = (suspension_reason: string) => ({
    calls: expect.arrayContaining([
      expect.objectContaining({
        action: "suspend",
        request: expect.objectContaining({ service: expect.objectContaining({ suspension_reason }) }),
      }),
    ]),
  })
  const cyclesEnd = async (): Promise<string> => String((await clara.seen()).period_end)

  it("paid: active, until what is paid ends", async () => {
    const service = await ofClara()
    expect(service).toMatchObject({ status: "active", unit: 1, problem: null, expires_on: await cyclesEnd() })
    expect(service.calls).toMatchObject([{ action: "create", status: "succeeded", attempts: 1 }])
    expect(service.events.map(({ type }) => type)).toEqual(["created"])
  })

  it.each([
    ["the beginning of a title, without case and accents", "HÓST", "Hosting"],
    ["the beginning of an address", "clara@serv", "Hosting"],
    ["a longer word, to its last sign", "licensed-to-nobody", undefined],
    ["no word at all", "@@", undefined],
  ])("a search finds services by %s", async (_how, q, title) => {
    const found = await made.services({ q })
    expect([...new Set(found.map((service) => service.title))]).toEqual(title ? [title] : [])
  })

  it("PV1: renewed once, to the end of what is paid, however often it is looked at", async () => {
    await clara.until(await cyclesEnd())
    await made.tick()
    await made.tick()
    expect((await ofClara()).expires_on).toBe(await cyclesEnd())
    expect(await toldOfClara()).toEqual(["renew"])
  })

  it("S10: renewed early by its customer: it runs a cycle longer, once", async () => {
    const before = await cyclesEnd()
    await clara.customer(`/store/customers/me/subscriptions/${clara.id}/renew-early`, {})
    await store.settled()
    await made.tick()
    await made.tick()
    const service = await ofClara()
    expect(service.expires_on).toBe(await cyclesEnd())
    expect(String(service.expires_on) > before).toBe(true)
    expect(await toldOfClara()).toEqual(["renew"])
  })

  it("PV4: overdue: suspended; paid: active again, and nothing in between is asked twice", async () => {
    await clara.bank("decline")
    const due = await cyclesEnd()
    await clara.until(due, day(due, 8))
    await made.tick()
    expect(await clara.seen()).toMatchObject({ status: "suspended" })
    expect(await ofClara()).toMatchObject({ status: "suspended", suspended_for: "overdue", expires_on: due })
    await clara.bank("ok")
    await clara.admin(`/admin/billing/subscriptions/${clara.id}/retry`, {})
    await store.settled()
    // The first try of the provider fails, and it is queued until it took.
    made.endpoint.outside.failNext("unavailable")
    await made.tick()
    expect(await ofClara()).toMatchObject({ status: "resuming", problem: expect.stringContaining("500") })
    await made.hurry()
    await made.hurry()
    expect(await ofClara()).toMatchObject({ status: "active", suspended_for: null, problem: null })
    expect((await toldOfClara()).filter((action) => action.endsWith("suspend"))).toEqual(["suspend", "unsuspend"])
  })

  it("PV2: suspended by whatever mistake without an issued, overdue invoice: the service runs on", async () => {
    const { id: subscription } = clara
    const now = store.knex().raw("now() + interval '1 second'")
    await store
      .knex()("billing_subscription")
      .where({ id: subscription })
      .update({ status: "suspended", suspended_reason: "overdue", updated_at: now })
    await made.tick()
    expect(await ofClara()).toMatchObject({ status: "active", standing: "overdue", suspended_for: null })
    expect(await toldOfClara()).toEqual([])
  })

  it("S6: suspended by an admin with a reason, and paid: still suspended, until the admin lets it go on", async () => {
    const { id } = await ofClara()
    await made.change(id, { action: "suspend", reason: "abuse", note: "sends spam" })
    expect(await ofClara()).toMatchObject({ status: "suspended", suspended_for: "abuse", hold_note: "sends spam" })
    await clara.until(await cyclesEnd())
    await made.tick()
    expect(await ofClara()).toMatchObject({ status: "suspended", expires_on: await cyclesEnd() })
    await made.change(id, { action: "resume", note: "they have cleaned up" })
    expect(await ofClara()).toMatchObject({ status: "active", hold: null })
    expect((await ofClara()).events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["admin_suspend", "suspended", "admin_resume", "resumed"]),
    )
  })

  it("S6: neither a service nor a customer that is never suspended is suspended for what it owes", async () => {
    const { id, customer_id } = await ofClara()
    await made.admin(`/admin/provisioning/customers/${customer_id}`, { never_suspend: true })
    await clara.bank("decline")
    const due = await cyclesEnd()
    await clara.until(due, day(due, 8))
    await made.tick()
    expect(await clara.seen()).toMatchObject({ status: "suspended" })
    expect(await ofClara()).toMatchObject({ status: "active", standing: "overdue" })
    await made.change(id, { action: "never_suspend", never_suspend: true })
    await made.admin(`/admin/provisioning/customers/${customer_id}`, { never_suspend: false })
    await made.tick()
    expect(await ofClara()).toMatchObject({ status: "active", never_suspend: true })
    await made.change(id, { action: "never_suspend", never_suspend: false })
    expect(await ofClara()).toMatchObject({ status: "suspended" })
  })

  it("terminated by dunning: suspended before", async () => {
    await clara.bank("decline")
    const due = await cyclesEnd()
    await clara.until(due, day(due, 8), day(due, 30))
    await made.tick()
    await made.hurry()
    expect(await clara.seen()).toMatchObject({ status: "canceled" })
    expect(await ofClara()).toMatchObject({ status: "terminated" })
    expect((await toldOfClara()).filter((action) => action !== "renew")).toEqual(["suspend", "terminate"])
  })

  it("PV9: the deletion's answer is lost: its state is asked before the next try", async () => {
    made.endpoint.outside.failNext("answer_lost")
    const { id } = await ofClara()
    await made.change(id, { action: "terminate", note: "asked by mail" })
    expect(await ofClara()).toMatchObject({ status: "terminating", problem: expect.any(String) })
    await made.hurry()
    expect(await ofClara()).toMatchObject({ status: "terminated" })
    expect(made.endpoint.actions).toEqual(["terminate"])
    expect(await refusalOf(made.change(id, { action: "suspend", reason: "manual", note: "x" }))).toMatchObject({
      status: 400,
      message: expect.stringContaining("terminated"),
    })
  })

  it("paused: suspended, and resumed with it; held by hand in billing: too", async () => {
    await clara.admin(`/admin/billing/subscriptions/${clara.id}/suspend`, { reason: "asked by phone" })
    await made.tick()
    expect(await ofClara()).toMatchObject({ status: "suspended", suspended_for: "manual", ...toldWhy("manual") })
    await clara.admin(`/admin/billing/subscriptions/${clara.id}/resume`, { reason: "they are back" })
    await made.tick()
    expect(await ofClara()).toMatchObject({ status: "active" })
    await clara.admin(`/admin/billing/subscriptions/${clara.id}/pause`, { reason: "on holiday" })
    await made.tick()
    expect(await ofClara()).toMatchObject({ status: "suspended", suspended_for: "paused", ...toldWhy("paused") })
  })

  describe("units", () => {
    const ofDora = () => made.services({ customer_id: dora.customer.id })

    it("each unit has a service; what is split off takes its own along", async () => {
      const before = await ofDora()
      expect(before.map(({ unit, status }) => [unit, status])).toEqual([
        [1, "active"],
        [2, "active"],
        [3, "active"],
      ])
      const path = `/admin/billing/subscriptions/${before[0]?.subscription_id}`
      const { data } = await store.api.get(path, made.world.adminHeaders)
      await made.admin(`${path}/split`, { item_id: data.subscription.items[0].id, quantity: 1 })
      await made.tick()
      const after = await ofDora()
      expect(after.map(({ id, status }) => [id, status])).toEqual(before.map(({ id }) => [id, "active"]))
      expect(new Set(after.map(({ subscription_id }) => subscription_id)).size).toBe(2)
      expect(made.endpoint.actions).toEqual([])
    })

    it("a customer sees their own services alone, with what the provider shows of them", async () => {
      const ask = async (headers: object) => (await store.api.get("/store/customers/me/services", { headers })).data
      const own = await ask(dora.headers)
      expect(own.count).toBe(3)
      expect(own.services[0].shown).toEqual([{ label: "Address", value: expect.stringContaining(".example") }])
      expect(Object.keys(own.services[0])).not.toContain("email")
    })

    it("canceled at once: terminated, all of them", async () => {
      const [{ subscription_id } = { subscription_id: null }] = await ofDora()
      await made.admin(`/admin/billing/subscriptions/${subscription_id}/cancel`, { when: "now", reason: "moved away" })
      await made.tick()
      expect((await ofDora()).map(({ status }) => status)).toEqual(["terminated", "terminated", "terminated"])
    })
  })

  describe("sold once", () => {
    const keysOf = async () => {
      const services = await made.services({ product_id: editor.productId })
      const rows = await store
        .knex()("provisioning_service")
        .whereIn(
          "id",
          services.map(({ id }) => id),
        )
      return rows.map(({ shown }: { shown: { value: string }[] }) => shown[0]?.value)
    }

    it("PV3, PV5, PV6: marked as paid it is delivered; one key per unit, however often it is told; a refund revokes them", async () => {
      const items = [{ variant_id: editor.variants.Once ?? "", quantity: 2 }]
      const order = await placeOrder(store, made.world, { items, email: "eve@services.test" })
      await made.tick()
      const { data } = await store.api.get(
        `/admin/orders/${order.id}?fields=*payment_collections.payments`,
        made.world.adminHeaders,
      )
      const [payment] = data.order.payment_collections[0].payments
      await store.api.post(`/admin/payments/${payment.id}/capture`, {}, made.world.adminHeaders)
      await store.settled()
      await made.tick()
      await made.tick()
      const keys = await keysOf()
      expect(new Set(keys).size).toBe(2)
      await store.api.post(
        `/admin/payments/${payment.id}/refund`,
        { amount: data.order.total },
        made.world.adminHeaders,
      )
      await store.settled()
      await made.tick()
      const services = await made.services({ product_id: editor.productId })
      expect(services.map(({ status }) => status)).toEqual(["terminated", "terminated"])
      expect(await keysOf()).toEqual([undefined, undefined])
    })
  })
})
