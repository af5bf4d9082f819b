import { inspect } from "node:util"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PROVISIONING_MODULE, type ProvisioningModuleService } from "../../../src/modules/provisioning"
import type { SaleDetailAnswer } from "../../../src/contracts/sales/sales"
import { dispatchOutbox } from "../../../src/workflows/events/dispatch-outbox"
import type { OfferedProduct } from "../../support/create-offered-product"
import { ONCE, ProvisioningWorld } from "../../support/create-provisioning-world"
import { ENDPOINT_SECRET } from "../../support/fake-endpoint"
import { FakePanel } from "../../support/fake-panel"
import { placeOrder } from "../../support/place-order"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"
import { until } from "../../support/until"
import { compareServers } from "../../../src/workflows/provisioning/servers/compare-servers"
import { followOrders } from "../../../src/workflows/provisioning/services/follow-orders"

/** Calls of providers through failures and crashes (S5), servers (S8), and what people enter. */
export const provisioningDeliverySuite = storeSuite(__filename, (store) => {
  let made: ProvisioningWorld
  let backup: OfferedProduct
  let first: { id: string }

  beforeAll(async () => {
    made = new ProvisioningWorld(store)
    await made.create()
    backup = await made.product("webhook", { title: "Backup", paymentType: "lifetime", cycles: ONCE })
    // One is sold and waits, so that not each test has to buy.
    await store.knex()("provisioning_server").update({ resting_until: "2100-01-01" })
    first = await buy()
  })
  afterAll(() => made.endpoint.outside.stop())
  beforeEach(() => {
    made.endpoint.actions.length = 0
    made.endpoint.services.clear()
    made.endpoint.seen.clear()
    made.endpoint.outside.asked.length = 0
    made.endpoint.outside.forgetFailures()
    made.endpoint.outside.setDown(false)
    made.endpoint.instead = null
    made.endpoint.isLazy = false
  })

  const buy = async (product = backup, quantity = 1) => {
    const items = [{ variant_id: product.variants.Once ?? "", quantity }]
    const order = await placeOrder(store, made.world, { items, email: "fay@services.test", providerId: "pp_demo_demo" })
    await store.settled()
    await made.tick()
    return order
  }
  /** What was sold before the tests is delivered now. */
  const deliverFirst = () => made.hurry()
  const creations = () => [...made.endpoint.services.values()].map(({ creations: count }) => count)

  it.each(["answer_lost", "unavailable", "garbage", "rate_limited"] as const)(
    "a creation whose end is %s is made once, and asked about first where it may have worked",
    async (failure) => {
      made.endpoint.outside.failNext(failure)
      await deliverFirst()
      const waiting = await made.only()
      expect(waiting).toMatchObject({ status: "pending", problem: expect.any(String) })
      await made.hurry()
      expect(await made.only()).toMatchObject({ status: "active", problem: null })
      expect(creations()).toEqual([1])
      const looked = made.endpoint.outside.asked.some(
        ({ json }) => json.type === "service.lookup" && JSON.stringify(json.data).includes(waiting.id),
      )
      expect(looked).toBe(failure !== "rate_limited")
    },
  )

  it("a server that wants to be left alone is left alone, all its services", async () => {
    made.endpoint.outside.failNext("rate_limited")
    await deliverFirst()
    const server = await store.knex()("provisioning_server").where({ id: made.serverId }).first("resting_until")
    expect(server.resting_until.getTime()).toBeGreaterThan(Date.now() + 3000)
    await store.knex()("provisioning_call").update({ next_try_at: store.knex().fn.now() })
    expect(await made.deliver()).toBe(0)
    // One that is sold meanwhile has no server yet: it is put onto this one, and waits with the others.
    const before = made.endpoint.outside.asked.length
    await buy()
    expect(made.endpoint.outside.asked).toHaveLength(before)
    const calls = await store.knex()("provisioning_call").orderBy("id").select("status", "attempts", "server_id")
    expect(calls.at(-1)).toEqual({ status: "waiting", attempts: 0, server_id: made.serverId })
    await made.hurry()
    expect((await made.services()).map(({ status }) => status)).toEqual(["active", "active"])
  })

  it("no server is left alone for more than a day, and other credentials end its rest", async () => {
    made.endpoint.instead = { status: 429, headers: { "retry-after": "999999999" } }
    await deliverFirst()
    const rest = async () =>
      (await store.knex()("provisioning_server").where({ id: made.serverId }).first("resting_until")).resting_until
    expect((await rest()).getTime()).toBeLessThan(Date.now() + 90_000_000)
    await made.admin(`/admin/provisioning/servers/${made.serverId}`, made.serverBody({ provider_id: undefined }))
    expect(await rest()).toBeNull()
  })

  it("no answer in time: it is unknown, and made once, whether it is done before the next try or after it", async () => {
    const { room } = store.container().resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
    const options = room.options as { timeoutSeconds: number }
    const { timeoutSeconds } = options
    options.timeoutSeconds = 1
    try {
      await store.knex()("provisioning_server").update({ resting_until: null })
      made.endpoint.outside.failNext("hangs")
      await made.hurry()
      expect(await made.only()).toMatchObject({ status: "pending", problem: expect.stringContaining("in time") })
      made.endpoint.outside.finishLate()
      await made.hurry()
      made.endpoint.outside.failNext("hangs")
      await buy()
      await made.hurry()
      made.endpoint.outside.finishLate()
    } finally {
      options.timeoutSeconds = timeoutSeconds
    }
    expect((await made.services()).map(({ status }) => status)).toEqual(["active", "active"])
    expect(creations()).toEqual([1, 1])
  })

  it("a redirect, wherever it leads, is not followed: it is given up, and says why", async () => {
    made.endpoint.instead = { status: 302, headers: { location: "http://169.254.169.254/latest/meta-data" } }
    const before = made.endpoint.outside.asked.length
    await deliverFirst()
    expect(await made.only()).toMatchObject({ status: "failed", problem: expect.stringContaining("redirects") })
    expect(made.endpoint.outside.asked).toHaveLength(before + 1)
  })

  it("what a product's configuration kept from being made is made when that is saved", async () => {
    made.endpoint.outside.failNext("refused")
    await deliverFirst()
    expect(await made.only()).toMatchObject({ status: "failed" })
    const body = { provider_id: "webhook", configuration: { plan: "another" } }
    await made.admin(`/admin/provisioning/products/${backup.productId}`, body)
    await store.settled()
    expect(await made.only()).toMatchObject({ status: "active", problem: null })
  })

  it("refused by a server for good, it is made on another one when an admin has it delivered again", async () => {
    made.endpoint.outside.failNext("refused")
    await deliverFirst()
    const { id } = await made.only()
    await made.admin(`/admin/provisioning/servers/${made.serverId}`, { is_active: false })
    await made.admin("/admin/provisioning/servers", made.serverBody({ name: "Second" }))
    expect(await made.only()).toMatchObject({ status: "failed", server_name: "Merchant's system" })
    await made.change(id, { action: "deliver" })
    expect(await made.only()).toMatchObject({ status: "active", server_name: "Second" })
  })

  it("what a provider will not do, a person does, and says how: it is terminated then, and holds no server any more", async () => {
    await deliverFirst()
    const { id } = await made.only()
    made.endpoint.outside.failNext("refused")
    await made.change(id, { action: "terminate", note: "asked by mail" })
    expect(await made.only()).toMatchObject({ status: "terminating", problem: expect.stringContaining("422") })
    expect(await refusalOf(made.change(id, { action: "done" }))).toMatchObject({
      ...{ status: 400, message: "note: say how it was done" },
    })
    await made.change(id, { action: "done", note: "deleted on the panel itself" })
    const service = await made.only()
    expect(service).toMatchObject({ status: "terminated", problem: null })
    expect(service.events.map(({ type }) => type)).toEqual(expect.arrayContaining(["admin_done", "terminated"]))
  })

  it("an answer that no database takes is kept without what it does not take", async () => {
    made.endpoint.instead = {
      status: 200,
      body: { data: { note: "a\u0000b" }, shown: [{ label: "Key", value: "\ud800x" }] },
    }
    await deliverFirst()
    expect(await made.only()).toMatchObject({ status: "active", shown: [{ label: "Key", value: "\ufffdx" }] })
  })

  it("down for a day, then up: nothing is forgotten, nothing is made twice", async () => {
    made.endpoint.outside.setDown(true)
    await buy(backup, 2)
    for (let hour = 0; hour < 6; hour += 1) {
      await made.hurry()
    }
    expect((await made.services()).map(({ status }) => status)).toEqual(["pending", "pending", "pending"])
    made.endpoint.outside.setDown(false)
    await made.hurry()
    expect((await made.services()).map(({ status }) => status)).toEqual(["active", "active", "active"])
    expect(creations()).toEqual([1, 1, 1])
  })

  it("given up: it shows why, and an admin has it delivered again", async () => {
    made.endpoint.outside.failNext("refused")
    await deliverFirst()
    const { id } = await made.only()
    expect(await made.only()).toMatchObject({ status: "failed", problem: expect.stringContaining("422") })
    const { data } = await store.api.get("/admin/provisioning/queue", made.world.adminHeaders)
    expect(data.calls).toMatchObject([{ status: "failed", service_id: id, title: "Backup" }])
    await made.change(id, { action: "deliver" })
    expect(await made.only()).toMatchObject({ status: "active", problem: null })
    expect(await refusalOf(made.change(id, { action: "deliver" }))).toMatchObject({
      status: 400,
      message: "There is nothing to deliver",
    })
  })

  it("H2: while its sale is on hold nothing is made, also where nobody was told of the hold; after the release it is", async () => {
    const { data } = await store.api.get(`/admin/sales?order_id=${first.id}`, made.world.adminHeaders)
    const sale = data.sales[0].id as string
    await made.admin(`/admin/sales/${sale}/hold`, { reason: "address is wrong" })
    await made.hurry()
    expect([creations(), (await made.services())[0]?.status]).toEqual([[], "pending"])
    await made.admin(`/admin/sales/${sale}/release`, { reason: "asked by phone" })
    await made.hurry()
    expect([creations(), (await made.services())[0]?.status]).toEqual([[1], "active"])

    made.endpoint.services.clear()
    made.endpoint.outside.setDown(true)
    const other = await buy()
    made.endpoint.outside.setDown(false)
    await store.knex()("sales_sale").where({ order_id: other.id }).update({ status: "interrupted" })
    await made.hurry()
    expect(creations()).toEqual([])
    expect(await store.knex()("provisioning_service").where({ order_id: other.id }).first()).toMatchObject({
      ...{ remote: "none", is_on_hold: true },
    })
  })

  it("H2: services that cannot be recorded yet are not provisioned: their sale waits for them, though it is paid", async () => {
    const knex = store.knex()
    await knex.raw(`create function break_services() returns trigger language plpgsql as
      $$ begin raise exception 'no room for services'; end $$`)
    await knex.raw(`create trigger break_services before insert on provisioning_service for each row
      execute function break_services()`)
    const order = await buy()
    const status = async () => {
      const { data } = await store.api.get(`/admin/sales/orders/${order.id}`, made.world.adminHeaders)
      return data.sale.status as string
    }
    expect([await status(), await made.services({ order_id: order.id })]).toEqual(["processing", []])
    await knex.raw("drop trigger break_services on provisioning_service")
    await followOrders(store.container(), [order.id], await made.today())
    await made.hurry()
    await dispatchOutbox(store.container())
    await store.settled()
    expect(await status()).toBe("finalized")
  })

  it("H2: given up, and ended by an admin before it was made: its sale is stopped", async () => {
    made.endpoint.outside.failNext("refused")
    const order = await buy()
    const sale = async () => {
      const { data } = await store.api.get(`/admin/sales/orders/${order.id}`, made.world.adminHeaders)
      return data.sale as SaleDetailAnswer
    }
    expect(await sale()).toMatchObject({ status: "processing", types: ["service"], payment_status: "paid" })
    await made.change((await made.only({ order_id: order.id })).id, { action: "terminate", note: "asked by mail" })
    await dispatchOutbox(store.container())
    await store.settled()
    const stopped = await sale()
    expect(stopped).toMatchObject({ status: "stopped", payment_status: "paid", changes: [] })
    expect(stopped.events.at(-1)).toMatchObject({ kind: "status", to_status: "stopped", reason: "given_up" })
    const { id } = await made.only({ order_id: order.id })
    expect(await refusalOf(made.change(id, { action: "deliver_anew", note: "after all" }))).toMatchObject({
      ...{ status: 400, message: expect.stringContaining("was stopped") },
    })
  })

  it("two workers make each call once; one that died is taken over, and asked about first", async () => {
    await buy(backup, 7)
    await store.knex()("provisioning_server").update({ resting_until: null })
    await store.knex()("provisioning_call").update({ next_try_at: store.knex().fn.now() })
    // As if a worker had asked and died before it could write what came of it.
    await store
      .knex()("provisioning_call")
      .limit(2)
      .update({ status: "running", attempts: store.knex().raw("attempts + 1") })
    await Promise.all([made.deliver(), made.deliver()])
    // A busy machine may have let a call time out: it is asked about again.
    await until("all services to be made", async () => {
      await store.knex()("provisioning_call").where("status", "waiting").update({ next_try_at: store.knex().fn.now() })
      await made.deliver()
      return creations().length === 8
    })
    expect(creations()).toEqual(Array.from({ length: 8 }, () => 1))
    expect(await made.deliver()).toBe(0)
  })

  it("S4: what the provider has not confirmed is shown as on its way", async () => {
    await deliverFirst()
    const { id } = await made.only()
    made.endpoint.isLazy = true
    await made.change(id, { action: "suspend", reason: "manual", note: "asked by phone" })
    expect(await made.only()).toMatchObject({ status: "suspending", problem: expect.stringContaining("pending") })
    made.endpoint.isLazy = false
    await made.hurry()
    expect(await made.only()).toMatchObject({ status: "suspended" })
    expect(made.endpoint.actions).toEqual(["create", "suspend"])
  })

  it("410 switches the server off: it is asked nothing more, until an admin saves it", async () => {
    made.endpoint.instead = { status: 410 }
    await deliverFirst()
    const before = made.endpoint.outside.asked.length
    const { id } = await made.only()
    await made.change(id, { action: "deliver" })
    expect(made.endpoint.outside.asked).toHaveLength(before)
    expect(await made.only()).toMatchObject({ status: "failed", problem: expect.stringContaining("switched off") })
    made.endpoint.instead = null
    await made.admin(`/admin/provisioning/servers/${made.serverId}`, { is_active: true })
    await store.settled()
    expect(await made.only()).toMatchObject({ status: "active" })
  })

  it("S8: a store that was started without the key of its credentials delivers once it has it again", async () => {
    const sealedBy = (key_id: string) => store.knex()("provisioning_server").update({ key_id })
    const { key_id } = await store.knex()("provisioning_server").first("key_id")
    await sealedBy("lost")
    await deliverFirst()
    expect(await made.only()).toMatchObject({ status: "pending", problem: expect.stringContaining("decrypted") })
    await sealedBy(key_id)
    await made.hurry()
    expect(await made.only()).toMatchObject({ status: "active", problem: null })
  })

  it("what failed for wrong credentials is delivered when they are right", async () => {
    made.endpoint.instead = { status: 401 }
    await deliverFirst()
    expect(await made.only()).toMatchObject({ status: "failed" })
    made.endpoint.instead = null
    await made.admin(`/admin/provisioning/servers/${made.serverId}`, { name: "Merchant's own system" })
    await made.tick()
    expect(await made.only()).toMatchObject({ status: "failed" })
    await made.admin(`/admin/provisioning/servers/${made.serverId}`, made.serverBody({ provider_id: undefined }))
    await store.settled()
    expect(await made.only()).toMatchObject({ status: "active", problem: null })
  })

  it("S8: a full server takes no more; the service waits, says why, and goes to the next one", async () => {
    await made.admin(`/admin/provisioning/servers/${made.serverId}`, { capacity: 2 })
    // The first one has its place already: of four that ask at once, one gets the other.
    await buy(backup, 4)
    await deliverFirst()
    const statuses = (await made.services()).map(({ status, problem }) => [status, problem])
    const full = ["pending", "No server of the provider has room"]
    expect(statuses.sort()).toEqual([["active", null], ["active", null], full, full, full])
    // One of them was given up meanwhile: full for days.
    const [waiting] = await store.knex()("provisioning_call").where({ status: "waiting" }).limit(1)
    await store.knex()("provisioning_call").where({ id: waiting.id }).update({ status: "failed", next_try_at: null })
    await made.admin("/admin/provisioning/servers", made.serverBody({ name: "Second" }))
    await store.settled()
    expect((await made.services()).every(({ status }) => status === "active")).toBe(true)
    const { data } = await store.api.get("/admin/provisioning/servers", made.world.adminHeaders)
    expect(data.servers.map(({ used }: { used: number }) => used)).toEqual([2, 3])
    const spare = await made.admin<{ server: { id: string } }>(
      "/admin/provisioning/servers",
      made.serverBody({ name: "Third" }),
    )
    await store.api.delete(`/admin/provisioning/servers/${spare.server.id}`, made.world.adminHeaders)
    const { credentials, key_id } = await store.knex()("provisioning_server").where({ id: spare.server.id }).first()
    expect([credentials, key_id]).toEqual([null, null])
    const refusal = store.api.delete(`/admin/provisioning/servers/${made.serverId}`, made.world.adminHeaders)
    expect(await refusalOf(refusal)).toMatchObject({
      status: 400,
      message: expect.stringContaining("services are on it"),
    })
  })

  it("S1: what a panel has and what is known of it are compared", async () => {
    const panel = new FakePanel()
    await panel.outside.start()
    try {
      const credentials = { url: panel.outside.url, api_key: "ptla_0123456789" }
      const body = { provider_id: "pterodactyl", name: "Panel", credentials }
      const { server } = await made.admin<{ server: { id: string } }>("/admin/provisioning/servers", body)
      const game = await made.product("pterodactyl", {
        ...{ title: "Game", paymentType: "lifetime", cycles: ONCE },
        configuration: { nest: 1, egg: 5, location: 1 },
      })
      await buy(game, 2)
      const drift = async () =>
        (await store.api.get(`/admin/provisioning/servers/${server.id}/drift`, made.world.adminHeaders)).data
      expect(await drift()).toEqual({ is_listed: true, differences: [] })
      panel.servers.splice(0, 1)
      const [left] = panel.servers
      panel.servers.push({ ...panel.servers[0], id: 99, external_id: "made by hand", name: "By hand" } as never)
      if (left) {
        left.suspended = true
      }
      // Compared by itself once a day: what differs is shown with the server, and nothing is mended.
      const shown = async () => {
        const { data } = await store.api.get("/admin/provisioning/servers", made.world.adminHeaders)
        return data.servers.find(({ id }: { id: string }) => id === server.id)
      }
      const day = (ago: string) =>
        store
          .knex()("provisioning_server")
          .where({ id: server.id })
          .update({ compared_at: store.knex().raw("now() - ?::interval", [ago]) })
      expect(await shown()).toMatchObject({ differences: 0, compare_problem: null })
      await day("23 hours")
      expect(await compareServers(store.container())).toBe(0)
      await day("25 hours")
      const compared = await Promise.all([compareServers(store.container()), compareServers(store.container())])
      expect(compared.sort()).toEqual([0, 1])
      expect(await shown()).toMatchObject({ differences: 3, compare_problem: null })
      const { differences } = await drift()
      expect(differences.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
        "missing",
        "other_state",
        "unknown",
      ])
      await panel.outside.stop()
      expect(await refusalOf(drift())).toMatchObject({ status: 400, message: expect.stringContaining("not read") })
      expect(await shown()).toMatchObject({ differences: 3, compare_problem: expect.stringContaining("not reached") })
    } finally {
      await panel.outside.stop()
    }
  })

  it("S4, S7: by hand, and not by itself: an admin has it created, staff does it, the customer sees what staff wrote", async () => {
    const lessons = await made.product("manual", {
      title: "Lessons",
      paymentType: "lifetime",
      cycles: ONCE,
      offer: { auto_create_service: false },
      configuration: { instructions: "Call them first" },
    })
    await buy(lessons)
    const lesson = () => made.only({ product_id: lessons.productId })
    const { id } = await lesson()
    expect(await lesson()).toMatchObject({ status: "pending", is_wanted: false, calls: [] })
    await made.change(id, { action: "deliver" })
    expect(await lesson()).toMatchObject({
      calls: [{ action: "create", status: "awaiting_staff" }],
      instructions: "Call them first",
    })
    // Something else may have been asked for since staff has read it.
    expect(await refusalOf(made.change(id, { action: "done", attempt: 9 }))).toMatchObject({
      ...{ status: 400, message: expect.stringContaining("asked for anew") },
    })
    await made.change(id, { action: "done", attempt: 1, shown: [{ label: "Room", value: "12" }] })
    const shown = { shown: [{ label: "Room", value: "12" }], can_sign_on: false }
    expect(await lesson()).toMatchObject({ status: "active", ...shown })
    const { configuration } = await store.knex()("provisioning_service").where({ id }).first("configuration")
    expect(configuration).toMatchObject({ instructions: "Call them first" })
    expect(await refusalOf(made.change(id, { action: "done" }))).toMatchObject({ status: 400 })
  })

  it("S8: credentials are in no answer, in no dump of the database, and do not open for another server", async () => {
    await deliverFirst()
    const secret = ENDPOINT_SECRET.slice(6, 20)
    const answers = await Promise.all(
      ["servers", "services", "queue", "providers"].map((path) =>
        store.api.get(`/admin/provisioning/${path}`, made.world.adminHeaders),
      ),
    )
    const texts = [...answers.map(({ data }) => JSON.stringify(data)), JSON.stringify(await made.only())]
    expect(texts.filter((text) => text.includes(secret))).toEqual([])
    // The whole database, as a dump has it.
    const { rows } = await store.knex().raw("select schema_to_xml('public', true, false, '')::text as dump")
    const [{ dump }] = rows as [{ dump: string }]
    expect([dump.includes("provisioning_attempt"), dump.includes("workflow_execution")]).toEqual([true, true])
    expect(dump.includes(secret)).toBe(false)
    const { data } = await store.api.post(
      `/admin/provisioning/servers/${made.serverId}/test`,
      {},
      made.world.adminHeaders,
    )
    expect(data.test).toEqual({ is_reached: true, reason: null })
  })

  it("S8: credentials are in no log, whatever fails", async () => {
    const logger = store.container().resolve(ContainerRegistrationKeys.LOGGER)
    const logged: string[] = []
    const keep = (...given: unknown[]) => void logged.push(inspect(given, { depth: 9 }))
    const spies = (["error", "warn", "info", "debug"] as const).map((level) =>
      jest.spyOn(logger, level).mockImplementation(keep as never),
    )
    const secret = ENDPOINT_SECRET.slice(6, 20)
    try {
      // What it answers has its own secret in it, and is not to be recorded for want of a table.
      made.endpoint.instead = { status: 200, body: { data: { echo: ENDPOINT_SECRET } } }
      await store.knex().raw("alter table provisioning_attempt rename to provisioning_attempt_lost")
      await deliverFirst()
      await store.knex().raw("alter table provisioning_attempt_lost rename to provisioning_attempt")
      await store.knex()("provisioning_server").update({ key_id: "lost" })
      await made.tick()
    } finally {
      spies.forEach((spy) => spy.mockRestore())
    }
    expect(logged.join("\n")).toMatch(/could not be recorded[^]*keep their key/)
    expect(logged.filter((line) => line.includes(secret))).toEqual([])
  })

  it.each<[string, string, object, RegExp]>([
    ["an unknown provider", "servers", { provider_id: "cpanel", name: "x" }, /provider_id.*cpanel/],
    ["no credentials", "servers", { provider_id: "webhook", name: "x" }, /credentials\.url/],
    [
      "a secret that is none",
      "servers",
      { provider_id: "webhook", name: "x", credentials: { url: "https://example.com", secret: "x" } },
      /credentials\.secret/,
    ],
    ["no name", "servers", { provider_id: "webhook", name: " " }, /name/],
    ["a negative capacity", "servers", { provider_id: "webhook", name: "x", capacity: -1 }, /capacity/],
    ["a name that is taken", "servers", {}, /name: another server/],
    ["an egg of minus one", "products/prod_1", { provider_id: "pterodactyl", configuration: { egg: -1 } }, /egg/],
    [
      "a field that there is not",
      "products/prod_1",
      { provider_id: "manual", configuration: { hostile: "x" } },
      /configuration.*hostile/,
    ],
    ["an unknown provider of a product", "products/prod_1", { provider_id: "x", configuration: {} }, /provider_id/],
  ])("refuses %s by name, and writes nothing", async (_name, path, body, message) => {
    const given = Object.keys(body).length ? body : made.serverBody({ name: "MERCHANT'S system" })
    const count = async () => store.knex()("provisioning_server").count("id")
    const before = await count()
    expect(await refusalOf(made.admin(`/admin/provisioning/${path}`, given))).toMatchObject({
      status: 400,
      message: expect.stringMatching(message),
    })
    expect(await count()).toEqual(before)
  })

  it("of two saves of one version, one is written", async () => {
    const path = `/admin/provisioning/products/${backup.productId}`
    const save = (plan: string, version: number) =>
      made.admin(path, { provider_id: "webhook", configuration: { plan }, version })
    await save("big", 1)
    expect(await refusalOf(save("small", 1))).toMatchObject({
      status: 400,
      message: expect.stringMatching(/version.*old/),
    })
  })

  describe("constraints of the database", () => {
    const service = { id: "psvc_1", source_id: "l", unit: 1, item_id: "l", order_id: "o", product_id: "p", title: "t" }
    const put = (table: string, row: object) => store.knex()(`provisioning_${table}`).insert(row)
    const call = { id: "pcall_1", service_id: "psvc_1", action: "create", next_try_at: new Date() }
    beforeEach(() => put("service", { ...service, provider_id: "manual" }))

    const wrong: [string, string, object, string][] = [
      ["a second service of a unit", "service", { ...service, id: "psvc_2", provider_id: "manual" }, "service_unit"],
      ["unit 0", "service", { ...service, id: "psvc_2", unit: 0, provider_id: "manual" }, "service_unit_check"],
      [
        "terminated, and still there",
        "service",
        { ...service, id: "psvc_2", unit: 2, provider_id: "manual", status: "terminated" },
        "service_terminated_check",
      ],
      ["a call of no service", "call", { ...call, service_id: "psvc_9" }, "call_service_id_foreign"],
      ["an unknown action", "call", { ...call, action: "hide" }, "call_action_check"],
      ["a call that waits for ever", "call", { ...call, next_try_at: null }, "call_next_check"],
      [
        "half of credentials",
        "server",
        { id: "s", provider_id: "p", name: "n", credentials: "x" },
        "credentials_check",
      ],
    ]
    it(`refuse ${wrong.map(([name]) => name).join(", ")}`, async () => {
      for (const [, table, row, constraint] of wrong) {
        await expect(put(table, row)).rejects.toMatchObject({ constraint: expect.stringContaining(constraint) })
      }
    })

    it("refuse a second call of a service that is not over", async () => {
      await put("call", call)
      await expect(put("call", { ...call, id: "pcall_2" })).rejects.toMatchObject({
        constraint: "IDX_provisioning_call_current",
      })
    })
  })
})
