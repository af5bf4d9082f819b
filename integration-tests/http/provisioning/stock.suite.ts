import { CartClient } from "../../support/cart-client"
import { createCustomer, type TestCustomer } from "../../support/create-customer"
import type { OfferedProduct } from "../../support/create-offered-product"
import { ONCE, ProvisioningWorld } from "../../support/create-provisioning-world"
import { DraftClient } from "../../support/draft-client"
import { FakePanel } from "../../support/fake-panel"
import { giveRecurringPackage } from "../../support/give-recurring-package"
import { placeOrder } from "../../support/place-order"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

/** What is sold out (S9), packs (B27), another package (S6), what is taken over, and logins (S1). */
export const provisioningStockSuite = storeSuite(__filename, (store) => {
  let made: ProvisioningWorld
  let hosting: OfferedProduct
  let game: OfferedProduct
  let gina: TestCustomer
  const panel = new FakePanel()
  let server: { id: string }
  let vps: OfferedProduct

  beforeAll(async () => {
    made = new ProvisioningWorld(store)
    await made.create()
    hosting = await made.product("webhook", { title: "Hosting", configuration: { plan: "small" } })
    game = await made.product("webhook", { title: "Game", paymentType: "lifetime", cycles: ONCE })
    gina = await createCustomer(store.container(), { email: "gina@services.test", ...made.world })
    await panel.outside.start()
    const credentials = { url: panel.outside.url, api_key: "ptla_0123456789" }
    const body = { provider_id: "pterodactyl", name: "Panel", credentials }
    server = (await made.admin<{ server: { id: string } }>("/admin/provisioning/servers", body)).server
    vps = await made.product("pterodactyl", {
      ...{ title: "VPS", paymentType: "lifetime", cycles: ONCE, offer: { auto_create_service: false } },
      configuration: { nest: 1, egg: 5, location: 1 },
    })
  })
  afterAll(() => Promise.all([made.endpoint.outside.stop(), panel.outside.stop()]))
  beforeEach(() => {
    made.endpoint.actions.length = 0
    made.endpoint.services.clear()
    made.endpoint.loginUrl = "https://panel.example.com/login/once"
  })

  const limit = (stock: number | null, product = game, more: object = {}) =>
    made.admin<{ product: { stock: number | null; taken: number | null; version: number } }>(
      `/admin/provisioning/products/${product.productId}`,
      { provider_id: "webhook", configuration: {}, stock, ...more },
    )
  const taken = async (product = game) =>
    (
      await store.api.get(
        `/admin/provisioning/products/${product.productId}?provider_id=webhook`,
        made.world.adminHeaders,
      )
    ).data.product.taken
  const variant = (product = game) => product.variants.Once ?? product.variants.Monthly ?? ""
  const cartOf = async (quantity: number) => {
    const client = new CartClient(store, made.world)
    const items = [{ variant_id: variant(), quantity }]
    const cart = await client.create("de", { items, email: "visitor@services.test" })
    return { client, cart, complete: () => client.complete(cart.id, "pp_demo_demo") }
  }
  const buy = async (quantity: number, product = game) => {
    const items = [{ variant_id: variant(product), quantity }]
    const order = await placeOrder(store, made.world, { items, headers: gina.headers, providerId: "pp_demo_demo" })
    await made.tick()
    return order
  }

  describe("S9: the stock of services", () => {
    it("is taken by an order, and what is sold out comes into no cart, by name", async () => {
      await limit(2)
      await buy(2)
      expect(await taken()).toBe(2)
      expect(await refusalOf(cartOf(1))).toMatchObject({
        status: 400,
        message: 'items: "Game" is sold out',
      })
    })

    it("asks for more than is left: refused with what is left, also where a line is raised", async () => {
      await limit(3)
      const { client, cart } = await cartOf(3)
      const [line] = cart.items ?? []
      expect(await refusalOf(client.update(cart.id, line?.id ?? "", { quantity: 4 }))).toMatchObject({
        status: 400,
        message: 'items: Of "Game" 4 are asked, and 3 are left',
      })
    })

    it("sold out since it came into the cart: refused at completion, and no order is made", async () => {
      await limit(1)
      const { complete } = await cartOf(1)
      await buy(1)
      await expect(complete()).rejects.toMatchObject({
        response: { status: 400, data: { message: 'items: "Game" is sold out' } },
      })
      expect((await made.services()).length).toBe(1)
      expect(await taken()).toBe(1)
    })

    it("two customers on the last one: one gets it, and nothing is left behind by the other", async () => {
      await limit(1)
      const carts = [await cartOf(1), await cartOf(1)]
      const ends = await Promise.allSettled(carts.map(({ complete }) => complete()))
      expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
      await made.tick()
      expect((await made.services()).map(({ status }) => status)).toEqual(["active"])
      expect(await taken()).toBe(1)
    })

    it("comes back where the payment fails, where an order is canceled, and where a service is over", async () => {
      await limit(1)
      const { client, cart } = await cartOf(1)
      await expect(client.completeUnpaid(cart.id)).rejects.toBeDefined()
      expect(await taken()).toBe(0)
      await buy(1)
      expect(await taken()).toBe(1)
      const { id } = await made.only()
      await made.change(id, { action: "terminate", note: "asked by mail" })
      expect(await taken()).toBe(0)

      const items = [{ variant_id: variant(), quantity: 1 }]
      const order = await placeOrder(store, made.world, { items, email: "hal@services.test" })
      expect(await taken()).toBe(1)
      await store.api.post(`/admin/orders/${order.id}/cancel`, {}, made.world.adminHeaders)
      await store.settled()
      await made.tick()
      expect(await taken()).toBe(0)
    })

    it("a hold counts until its services are there, and for a day at the most", async () => {
      await limit(5)
      const hold = { id: "phld_1", cart_id: "cart_lost", product_id: game.productId, quantity: 2 }
      const minutes = (many: number) => store.knex().raw(`now() + interval '${many} minutes'`)
      await store
        .knex()("provisioning_hold")
        .insert({ ...hold, expires_at: minutes(10) })
      expect(await taken()).toBe(2)
      await store
        .knex()("provisioning_hold")
        .update({ expires_at: minutes(-1) })
      expect(await taken()).toBe(0)
      await store
        .knex()("provisioning_hold")
        .update({ expires_at: minutes(-60 * 25) })
      await made.tick()
      expect(await store.knex()("provisioning_hold")).toEqual([])
    })

    it("what an order's edit holds counts beside the services that the order has, until its own are there", async () => {
      await limit(5)
      const order = await buy(1)
      const now = store.knex().raw("now()")
      const hold = { id: "phld_2", cart_id: order.id, product_id: game.productId, quantity: 2, created_at: now }
      await store
        .knex()("provisioning_hold")
        .insert({ ...hold, expires_at: store.knex().raw("now() + interval '10 minutes'") })
      expect(await taken()).toBe(3)
      const { id } = await made.only()
      const columns = "source_id, item_id, order_id, product_id, title, provider_id"
      await store.knex().raw(
        `insert into provisioning_service (id, unit, ${columns})
         select id || n, unit + n, ${columns} from provisioning_service, generate_series(1, 2) n where id = ?`,
        [id],
      )
      expect(await taken()).toBe(3)
    })

    it("a draft, an order edit and an exchange of an admin sell no more than there is, either", async () => {
      await limit(1)
      const admin = new DraftClient(store, made.world)
      const draft = await admin.create({ items: [{ variant_id: variant(), quantity: 2 }] })
      expect(await refusalOf(admin.convert(draft.id))).toMatchObject({
        status: 400,
        message: 'items: Of "Game" 2 are asked, and 1 are left',
      })
      const order = await buy(1)
      await admin.beginEdit(order.id)
      await admin.add(order.id, { variant_id: variant(), quantity: 1 })
      expect(await refusalOf(admin.confirm(order.id))).toMatchObject({ message: 'items: "Game" is sold out' })
      await store.api.delete(`/admin/order-edits/${order.id}`, made.world.adminHeaders)
      const post = <Answer>(path: string, body: object = {}) => made.admin<Answer>(`/admin${path}`, body)
      const items = [{ id: order.items?.[0]?.id ?? "", quantity: 1 }]
      await post(`/orders/${order.id}/fulfillments`, { items })
      const { exchange } = await post<{ exchange: { id: string } }>("/exchanges", { order_id: order.id })
      await post(`/exchanges/${exchange.id}/inbound/items`, { items })
      await post(`/exchanges/${exchange.id}/outbound/items`, { items: [{ variant_id: variant(), quantity: 1 }] })
      const request = () => post(`/exchanges/${exchange.id}/request`)
      expect(await refusalOf(request())).toMatchObject({ status: 400, message: 'items: "Game" is sold out' })
      await limit(2)
      await request()
      expect(await taken()).toBe(2)
    })

    it("a subscription changes to nothing that is sold out, and gets no more units than there are", async () => {
      const big = await made.product("webhook", { title: "Big hosting" })
      await limit(0, big)
      await buy(1, hosting)
      const { subscription_id } = await made.only({ product_id: hosting.productId })
      const { cycle_id } = await store
        .knex()("billing_cycle")
        .where({ variant_id: variant(big) })
        .first("id as cycle_id")
      const preview = (body: object) =>
        made.admin(`/admin/billing/subscriptions/${subscription_id}/changes/preview`, { when: "now", ...body })
      expect(await refusalOf(preview({ cycle_id }))).toMatchObject({
        status: 400,
        message: expect.stringContaining('cycle_id: "Big hosting" is sold out'),
      })
      await limit(1, hosting)
      expect(await refusalOf(preview({ quantity: 2 }))).toMatchObject({
        message: expect.stringContaining('quantity: "Hosting" is sold out'),
      })
    })

    it("two subscriptions that want the last one at once: one gets it, also where the next asks before it is there", async () => {
      await limit(3, hosting)
      await buy(1, hosting)
      await buy(1, hosting)
      const services = await made.services()
      const more = (subscription: string | null | undefined, quantity = 2) =>
        made.admin(`/admin/billing/subscriptions/${subscription}/changes`, { quantity, when: "now" })
      const ends = await Promise.allSettled(services.map(({ subscription_id }) => more(subscription_id)))
      expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
      expect(await taken(hosting)).toBe(3)
      expect(await refusalOf(more(services[0]?.subscription_id, 3))).toMatchObject({
        message: expect.stringContaining('quantity: "Hosting" is sold out'),
      })
      await store.settled()
      await made.tick()
      expect((await made.services()).map(({ status }) => status)).toEqual(["active", "active", "active"])
      expect(await taken(hosting)).toBe(3)
    })

    it.each([
      ["a negative stock", -1],
      ["half a service", 1.5],
      ["a stock beyond all bounds", 1e12],
    ])("refuses %s by its field", async (_name, stock) => {
      expect(await refusalOf(limit(stock))).toMatchObject({ status: 400, message: expect.stringMatching(/stock/) })
    })

    it("no stock is no limit; of two saves of one version one is written", async () => {
      const { product } = await limit(1)
      expect(await refusalOf(limit(9, game, { version: product.version - 1 }))).toMatchObject({ status: 400 })
      expect((await limit(null, game, { version: product.version })).product).toMatchObject({
        ...{ stock: null, taken: null },
      })
      await buy(2)
      expect((await made.services()).length).toBe(2)
    })

    it.each([
      ["stock", { id: "pstk_1", product_id: "p", stock: -1 }, "stock_check"],
      ["hold", { id: "phld_2", cart_id: "c", product_id: "p", quantity: 0, expires_at: new Date() }, "quantity_check"],
    ])("the database refuses a wrong %s", async (table, row, constraint) => {
      await expect(store.knex()(`provisioning_${table}`).insert(row)).rejects.toMatchObject({
        constraint: expect.stringContaining(constraint),
      })
    })
  })

  it("B27: of a pack each content is delivered, unit by unit, and all end with it", async () => {
    const mail = await made.product("webhook", { title: "Mailbox" })
    const pack = await giveRecurringPackage(store.container(), {
      ...{ title: "Office pack", salesChannelId: made.world.salesChannelId, pricing: "flat", prices: { eur: 30 } },
      contents: [
        { productId: hosting.productId, variantId: variant(hosting) },
        { productId: mail.productId, variantId: variant(mail), quantity: 2 },
      ],
    })
    const items = [{ variant_id: pack.variantId, quantity: 1 }]
    await placeOrder(store, made.world, { items, headers: gina.headers, providerId: "pp_demo_demo" })
    await made.tick()
    const services = await made.services()
    expect(services.map(({ title, unit, status }) => [title, unit, status]).sort()).toEqual([
      ["Hosting", 1, "active"],
      ["Mailbox", 1, "active"],
      ["Mailbox", 2, "active"],
    ])
    await made.admin(`/admin/billing/subscriptions/${services[0]?.subscription_id}/cancel`, {
      ...{ when: "now", reason: "moved away" },
    })
    await made.tick()
    expect((await made.services()).map(({ status }) => status)).toEqual(["terminated", "terminated", "terminated"])
  })

  it("S6: upgraded, it becomes the other package with that one's configuration, once", async () => {
    const big = await made.product("webhook", { title: "Big hosting", configuration: { plan: "big" }, cycles: [BIG] })
    await buy(1, hosting)
    const { subscription_id } = await made.only()
    const cycle = await store
      .knex()("billing_cycle")
      .where({ variant_id: variant(big) })
      .first("id")
    await made.admin(`/admin/billing/subscriptions/${subscription_id}/changes`, { cycle_id: cycle.id, when: "now" })
    await store.settled()
    await made.tick()
    await made.tick()
    const service = await made.only()
    expect(service).toMatchObject({ status: "active", title: "Big hosting", problem: null })
    expect(service.calls.at(0)).toMatchObject({ action: "change_package", status: "succeeded" })
    expect(service.calls.at(0)?.request).toMatchObject({ configuration: { plan: "big" } })
    expect(made.endpoint.actions).toEqual(["create", "change_package"])
  })

  it("PV8: what its panel will not delete stays terminating, with the panel's reason, until it can be", async () => {
    await buy(1, vps)
    const { id } = await made.only()
    await made.change(id, { action: "deliver" })
    const at = panel.servers.findIndex(({ external_id }) => external_id === id)
    const [locked] = panel.servers.slice(at)
    Object.assign(locked ?? {}, { isLocked: true })
    await made.change(id, { action: "terminate", note: "asked by mail" })
    await made.hurry()
    expect(await made.only()).toMatchObject({
      ...{ status: "terminating", problem: expect.stringContaining("BackupLockedException") },
    })
    Object.assign(locked ?? {}, { isLocked: false })
    await made.hurry()
    expect(await made.only()).toMatchObject({ status: "terminated", problem: null })
    expect(panel.servers.some(({ external_id }) => external_id === id)).toBe(false)
  })

  describe("S1: what exists already", () => {
    beforeEach(() => {
      panel.servers.length = 0
      panel.actions.length = 0
      const known = { id: 42, external_id: "", identifier: "srv42", name: "By hand", user: 1, egg: 5 }
      panel.servers.push({ ...known, suspended: false, isLocked: false })
    })

    const drift = async () =>
      (await store.api.get(`/admin/provisioning/servers/${server.id}/drift`, made.world.adminHeaders)).data.differences
    const adopt = (id: string, given: object = {}) =>
      made.change(id, { action: "adopt", server_id: server.id, key: "42", ...given })

    it("is taken over by a service that is not created yet: nothing new is made, what stands suspended runs, and nothing differs any more", async () => {
      Object.assign(panel.servers[0] ?? {}, { suspended: true })
      await buy(1, vps)
      const { id } = await made.only()
      expect(await drift()).toMatchObject([{ kind: "unknown", name: "By hand", key: "42" }])
      await adopt(id)
      const service = await made.only()
      expect(service).toMatchObject({ status: "active", adopted_key: "42", server_name: "Panel", problem: null })
      expect(service.events.map(({ type }) => type)).toEqual(expect.arrayContaining(["admin_adopt", "created"]))
      expect(panel.servers).toMatchObject([{ id: 42, external_id: id }])
      expect([panel.actions, await drift()]).toEqual([["unsuspend"], []])
      expect(await refusalOf(adopt(id))).toMatchObject({ status: 400, message: expect.stringContaining("exists") })
    })

    it("is taken over once: a second service is refused, and so is what the provider has not", async () => {
      await buy(2, vps)
      const [one, two] = await made.services()
      await adopt(one?.id ?? "")
      expect(await refusalOf(adopt(two?.id ?? ""))).toMatchObject({
        status: 400,
        message: "key: another service has taken it over",
      })
      expect(await refusalOf(adopt(two?.id ?? "", { server_id: made.serverId }))).toMatchObject({
        status: 400,
        message: expect.stringContaining("server_id"),
      })
      await adopt(two?.id ?? "", { key: "../users" })
      expect((await made.services()).map(({ status }) => status).sort()).toEqual(["active", "failed"])
      await adopt(two?.id ?? "", { key: null })
      expect((await made.services()).map(({ status }) => status)).toEqual(["active", "active"])
      expect(panel.actions).toEqual(["create"])
    })
  })

  describe("S1: logins", () => {
    const login = (headers: object, path: string) => store.api.post(`${path}/sign-on`, {}, { headers })
    const own = "/store/customers/me/services"

    it("the provider's address is given to the service's customer and to admins alone, and its asking is kept", async () => {
      const shell = await made.product("webhook", {
        ...{ title: "Shell", paymentType: "lifetime", cycles: ONCE },
        configuration: { single_sign_on: true },
      })
      await buy(1, shell)
      const { id } = await made.only()
      const { data } = await store.api.get(own, { headers: gina.headers })
      expect(data.services).toMatchObject([{ id, can_sign_on: true }])
      const answer = await login(gina.headers, `${own}/${id}`)
      expect(answer.data).toEqual({ sign_on: { url: "https://panel.example.com/login/once" } })
      const hal = await createCustomer(store.container(), { email: "ivy@services.test", ...made.world })
      expect(await refusalOf(login(hal.headers, `${own}/${id}`))).toMatchObject({ status: 404 })
      const { headers } = made.world.adminHeaders
      await login(headers, `/admin/provisioning/services/${id}`)
      const service = await made.only()
      expect(service.events.filter(({ type }) => type === "signed_on")).toHaveLength(2)
      expect(JSON.stringify(service)).not.toContain("login/once")
      made.endpoint.loginUrl = "javascript:alert(1)"
      expect(await refusalOf(login(headers, `/admin/provisioning/services/${id}`))).toMatchObject({ status: 400 })
    })

    it("there is none where its product has none, nor while a service is suspended", async () => {
      await buy(1)
      const { id, can_sign_on } = await made.only()
      expect(can_sign_on).toBe(false)
      expect(await refusalOf(login(gina.headers, `${own}/${id}`))).toMatchObject({
        status: 400,
        message: "The service has no login now",
      })
    })
  })
})

const BIG = { name: "Monthly", interval: { unit: "month" as const, count: 1 }, prices: { eur: 25 } }
