import type { RouteContract } from "../../src/contracts/route"
import { ROUTES } from "../../src/contracts/routes"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createApiKeysWorkflow, revokeApiKeysWorkflow } from "@medusajs/medusa/core-flows"
import { changeRoomSettings } from "../../src/modules/core"
import { ACCESS, CALLERS, type Caller } from "../support/access-of-routes"
import { createCustomer, type TestCustomer } from "../support/create-customer"
import { createRouteWorld, type RouteWorld } from "../support/create-route-world"
import { giveLogin } from "../support/give-service"
import { sampleOf } from "../support/sample-of"
import { storeSuite } from "../support/store-suite"

const isAllowed = (status: number): boolean => status < 300

/** Counts how often an address asked: a question changes it. */
const COUNTERS = ["service_core_ask_count"]

/** Who may ask what: every route of the plugin's own, asked by everybody. */
export const accessMatrixSuite = storeSuite(__filename, (store) => {
  let made: RouteWorld
  let benno: TestCustomer
  let headers: Record<Caller, Record<string, string>>

  /** A key that holds, and one that was revoked. */
  const createKeys = async (type: "publishable" | "secret"): Promise<[string, string]> => {
    const container = store.container()
    const { result } = await createApiKeysWorkflow(container).run({
      input: { api_keys: ["held", "revoked"].map((title) => ({ title, type, created_by: "user_1" })) },
    })
    const [held, revoked] = result
    await revokeApiKeysWorkflow(container).run({
      input: { selector: { id: revoked?.id ?? "" }, revoke: { revoked_by: "user_1" } },
    })
    return [held?.token ?? "", revoked?.token ?? ""]
  }

  beforeAll(async () => {
    made = await createRouteWorld(store)
    benno = await createCustomer(store.container(), { email: "benno@test.example", ...made.world })
    const [, revokedPublishable] = await createKeys("publishable")
    const [secret, revokedSecret] = await createKeys("secret")
    const basic = (token: string) => ({ authorization: `Basic ${Buffer.from(`${token}:`).toString("base64")}` })
    const key = made.world.storeHeaders.headers
    headers = {
      nobody: {},
      "publishable key": key,
      "customer A": made.clara.headers,
      "customer B": benno.headers,
      admin: { ...key, ...made.world.adminHeaders.headers },
      "secret key": basic(secret),
      "revoked publishable key": { "x-publishable-api-key": revokedPublishable },
      "revoked secret key": basic(revokedSecret),
    }
  })

  const routes = new Map(ROUTES.map((route) => [`${route.method} ${route.path}`, route]))

  it("names every route, and every caller's answer", () => {
    expect(Object.keys(ACCESS).sort()).toEqual([...routes.keys()].sort())
  })

  const bodyOf = ({ path, body }: RouteContract): unknown =>
    BODIES(made.knownAt(path))[path] ?? (body && sampleOf(body, made.knownAt(path)))

  const queryOf = ({ method, path, query }: RouteContract): unknown =>
    QUERIES(made.knownAt(path))[`${method} ${path}`] ?? (query && {})

  const ask = async (name: string, caller: Caller) => {
    const route = routes.get(name)
    if (!route) {
      throw new Error(`There is no route ${name}`)
    }
    const { status, data } = await store.api.request({
      method: route.method,
      url: made.addressOf(route.path),
      headers: { ...headers[caller], "content-type": "application/json" },
      params: queryOf(route),
      data: bodyOf(route) ?? undefined,
      validateStatus: () => true,
    })
    const { message } = (data ?? {}) as { message?: unknown }
    return { status, said: typeof message === "string" ? message : undefined }
  }

  /** All that the plugin has stored, as one text. */
  const everything = async (): Promise<string> => {
    const { rows } = await store
      .knex()
      .raw<{ rows: { name: string }[] }>(
        `select tablename as name from pg_tables where tablename ~ '^(billing|customers|discounts|packages|provisioning|sales|service_core)_' order by 1`,
      )
    const tables = rows.filter(({ name }) => !COUNTERS.includes(name))
    const texts = await Promise.all(
      tables.map(async ({ name }) => {
        const { rows: of } = await store
          .knex()
          .raw<{ rows: { text: string }[] }>(`select t::text as text from ?? as t order by 1`, [name])
        return [name, ...of.map(({ text }) => text)].join("\n")
      }),
    )
    return texts.join("\n")
  }

  const prepare = (name: string) => PREPARED[name]?.(store.knex(), made.known)

  const names = Object.keys(ACCESS)

  /** Routes that need different preparations cannot be asked together. */
  const prepared = names.filter((name) => PREPARED[name])
  const together: [string, string[]][] = [
    ["every route that needs no preparation", names.filter((name) => !PREPARED[name])],
    ...prepared.map((name): [string, string[]] => [name, [name]]),
  ]

  it.each(together)("%s is refused to whom it does not concern, and nothing is changed", async (_what, asked) => {
    for (const name of asked) {
      await prepare(name)
    }
    const before = await everything()
    const refusals = asked.flatMap((name) =>
      CALLERS.filter((caller) => !isAllowed(ACCESS[name]?.[caller] ?? 0)).map((caller) => ({ name, caller })),
    )
    const answers: unknown[] = []
    for (const { name, caller } of refusals) {
      answers.push([name, caller, (await ask(name, caller)).status])
    }
    expect(answers).toEqual(refusals.map(({ name, caller }) => [name, caller, ACCESS[name]?.[caller]]))
    expect(await everything()).toBe(before)
  })

  const allowedOf = (name: string) => CALLERS.filter((caller) => isAllowed(ACCESS[name]?.[caller] ?? 0))
  const expectAnswer = async (name: string, caller: Caller) => {
    const { status, said } = await ask(name, caller)
    expect([name, caller, status, said]).toEqual([name, caller, ACCESS[name]?.[caller], undefined])
  }

  it("every question is answered to whom it concerns", async () => {
    for (const name of names.filter((name) => name.startsWith("GET "))) {
      for (const caller of allowedOf(name)) {
        await expectAnswer(name, caller)
      }
    }
  })

  const writing = names.filter((name) => !name.startsWith("GET "))
  const writes = writing.flatMap((name) => allowedOf(name).map((caller): [string, Caller] => [name, caller]))
  it.each(writes)("%s does what it is asked by: %s", async (name, caller) => {
    await prepare(name)
    await expectAnswer(name, caller)
  })

  describe("what is customer A's", () => {
    const listOf = async (caller: Caller) =>
      (await store.api.get("/store/customers/me/subscriptions", { headers: headers[caller] })).data.subscriptions

    it("is in no list of customer B's", async () => {
      expect((await listOf("customer A")).map(({ id }: { id: string }) => id)).toEqual([made.known.subscription_id])
      expect(await listOf("customer B")).toEqual([])
    })

    it("is answered to customer B as what there is not", async () => {
      const path = "/store/customers/me/subscriptions"
      for (const [method, below] of [
        ["GET", ""],
        ["POST", "/cancel"],
        ["POST", "/undo-cancel"],
      ] as const) {
        const ofA = made.known.subscription_id ?? ""
        const asks = [ofA, "bsub_none"].map((id) =>
          store.api.request({
            method,
            url: `${path}/${id}${below}`,
            headers: headers["customer B"],
            data: method === "POST" ? {} : undefined,
            validateStatus: () => true,
          }),
        )
        const [hidden, none] = await Promise.all(asks)
        const text = JSON.stringify(hidden?.data).replaceAll(ofA, "bsub_none")
        expect([hidden?.status, text]).toEqual([none?.status, JSON.stringify(none?.data)])
      }
    })
  })

  describe("a form of another site, sent with my admin's cookie", () => {
    const FORMS: [string, string][] = [
      ["application/x-www-form-urlencoded", "hidden=true&name=Ten&percent=100"],
      ["application/x-www-form-urlencoded", ""],
      ["multipart/form-data; boundary=x", '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n'],
      ["text/plain", '{"hidden":true}'],
    ]
    const own = writing.filter((name) => name.startsWith("POST "))

    /** The cookie of a session, as a log-in gives it. */
    const logIn = async (caller: "admin" | "customer A"): Promise<Record<string, string>> => {
      const { headers: answered } = await store.api.post("/auth/session", {}, { headers: headers[caller] })
      const cookie = [answered["set-cookie"]].flat().map((one) => String(one).split(";")[0])
      return { ...made.world.storeHeaders.headers, cookie: cookie.join("; ") }
    }

    it("is refused by every route that writes, and changes nothing", async () => {
      const cookies = { admin: await logIn("admin"), "customer A": await logIn("customer A") }
      const before = await everything()
      for (const name of own) {
        const cookie = cookies[name.includes(" /admin") ? "admin" : "customer A"]
        for (const [type, data] of FORMS) {
          const { status, data: answer } = await store.api.request({
            method: "POST",
            url: made.addressOf(routes.get(name)?.path ?? ""),
            headers: { ...cookie, "content-type": type },
            data,
            transformRequest: [(text: unknown) => text],
            validateStatus: () => true,
          })
          expect([name, type, status, answer]).toEqual([
            name,
            type,
            415,
            { type: "invalid_data", message: expect.stringContaining("application/json") },
          ])
        }
      }
      expect(await everything()).toBe(before)
    })

    it("the admin's own page, with the same cookie and JSON, is answered", async () => {
      const cookie = await logIn("admin")
      const url = `/admin/billing/offers/${made.known.offer_id}/visibility`
      const { status } = await store.api.post(url, { hidden: true }, { headers: cookie })
      expect(status).toBe(200)
    })
  })

  // Of the Admin API, whose own middleware `/admin*` fails on it before any other is asked, this is Medusa's to answer.
  it.each(["/store/packages/%F0", "/store/billing/products/%E0%A4%A", "/store/discounts/%F0"])(
    "an address with an escape that is no UTF-8 is the sender's fault: %s",
    async (path) => {
      const { status, data } = await store.api.get(path, { headers: headers.admin, validateStatus: () => true })
      expect([status, data]).toEqual([400, { type: "invalid_data", message: expect.stringContaining("UTF-8") }])
    },
  )

  it("what a client sent begins no new line of the log, however it is refused", async () => {
    const logger = store.container().resolve(ContainerRegistrationKeys.LOGGER)
    const lines: string[] = []
    const { info } = logger
    logger.info = (line) => void lines.push(String(line))
    const forged = "usd\nerror: all is lost"
    try {
      for (const [path, body] of [
        ["/admin/discounts/simulate", { region_id: forged, lines: [{ variant_id: forged, quantity: 1 }] }],
        ["/admin/discounts/simulate", { [forged]: 1 }],
        ["/admin/discounts/order-discounts", { name: "Ten", ranges: [{ currency_code: forged, percent: "1" }] }],
        [`/admin/discounts/articles/variant/${made.known.target_id}`, { costs: { [forged]: "1" } }],
        ["/admin/billing/products/prod%0aerror/offer", { payment_type: "recurring" }],
        [`/admin/billing/products/${made.known.product_id}/offer`, { payment_type: forged }],
        [`/admin/billing/products/${made.known.product_id}/offer`, { payment_type: "free", provisioning_type: forged }],
      ] as const) {
        await store.api.post(path, body, { headers: headers.admin, validateStatus: () => true })
      }
    } finally {
      logger.info = info
    }
    expect(lines.length).toBeGreaterThanOrEqual(7)
    expect(lines.filter((line) => line.includes("\n") || line.length > 5_000)).toEqual([])
  })
})

type Known = Record<string, string>

const ADDRESS = { address_1: "Bahnhofstrasse 1", city: "Bern", country_code: "ch" }

/** Bodies that make sense together, where a sample of the contract alone does not. */
const BODIES = (known: Known): Record<string, unknown> => ({
  "/admin/billing/documents/look": { footer: "Thank you" },
  "/admin/billing/exits/:id/carry-out": { when: "done" },
  "/admin/billing/exits/:id/mail": {},
  "/admin/billing/exits/settings": {
    regions: [{ region_id: known.region_id, cancel: true, withdraw: true, automatic: true, withdrawal_days: 14 }],
  },
  "/admin/billing/groups/:id/visibility": { hidden: false },
  "/admin/billing/invoices/:id/due-date": { due_on: "2026-03-15", reason: "asked by phone" },
  "/admin/billing/invoices/documents": { ids: [known.invoice_id] },
  "/admin/billing/offers/positions": { ids: [known.offer_id] },
  "/admin/billing/products/:product_id/clone": { title: "A copy" },
  "/admin/billing/products/:product_id/offer": { payment_type: "recurring" },
  "/admin/billing/reminders/:id/send": {},
  "/admin/billing/reminders/settings": { card_days: 20 },
  "/admin/billing/subscriptions/:id/cancel": { when: "period_end", reason: "moved away" },
  "/admin/billing/subscriptions/:id/changes": { quantity: 3, when: "period_end" },
  "/admin/billing/subscriptions/:id/changes/preview": { quantity: 3, when: "period_end" },
  "/admin/billing/subscriptions/:id/changes/undo": {},
  "/store/customers/me/subscriptions/:id/changes": { quantity: 3, when: "period_end" },
  "/store/customers/me/subscriptions/:id/changes/preview": { quantity: 3, when: "period_end" },
  "/admin/billing/settings": { terminate_after_days: 60 },
  "/admin/billing/subscriptions/:id/addresses": { billing_address: ADDRESS },
  "/admin/billing/subscriptions/:id/retention": { kind: "pause" },
  "/store/customers/me/subscriptions/:id/addresses": { billing_address: ADDRESS },
  "/store/customers/me/subscriptions/:id/pause": { until: known.pause_until },
  "/store/customers/me/subscriptions/:id/renew-early": {},
  "/store/customers/me/subscriptions/:id/resume": {},
  "/store/customers/me/subscriptions/:id/retention": { kind: "pause" },
  "/store/customers/me/subscriptions/:id/skip": {},
  "/admin/billing/subscriptions/:id/pause": { reason: "on holiday" },
  "/admin/billing/subscriptions/:id/renew-early": {},
  "/admin/billing/subscriptions/:id/skip": { reason: "on holiday" },
  "/admin/billing/subscriptions/:id/resume": { reason: "they are back" },
  "/admin/billing/subscriptions/:id/split": { item_id: known.item_id, quantity: 1 },
  "/admin/billing/subscriptions/:id/suspend": { reason: "asked by phone" },
  "/admin/billing/subscriptions/:id/undo-cancel": {},
  "/admin/billing/subscriptions/migrate-price": { ids: [known.subscription_id], dry_run: true },
  "/admin/crm/filters": { name: "Hot ones", query: { temperature: ["hot"] } },
  "/admin/crm/imports": { file_name: "c.csv", content: "bmFtZQpBY21l", dry_run: false, key: "an-import-1" },
  "/admin/crm/profiles": { name: "Acme" },
  "/admin/crm/profiles/:id": { temperature: "hot" },
  "/admin/discounts/articles/:level/:target_id": { order_discount_eligible: true },
  "/admin/discounts/articles/:level/:target_id/positions": { assignment_ids: [known.assignment_id] },
  "/admin/discounts/assignments": { discount_id: known.discount_id, level: "product", target_id: known.product_id },
  "/admin/discounts/order-discounts/positions": { ids: [known.order_discount_id] },
  "/admin/discounts/settings": { is_advanced: false },
  "/admin/draft-orders/:id/packages": { variant_id: known.variant_id },
  "/admin/draft-orders/:id/packages/:line_id": { quantity: 2 },
  "/admin/order-edits/:id/packages": { variant_id: known.variant_id },
  "/admin/order-edits/:id/packages/:line_id": { quantity: 2 },
  "/admin/packages": { product: { title: "Wedding" }, package: { pricing: "flat" } },
  "/admin/packages/:product_id": { internal_notes: "Van 2" },
  "/admin/packages/:product_id/breakdown": { currency_code: "eur" },
  "/admin/packages/articles/:variant_id": { buffer_after_minutes: 30 },
  "/admin/provisioning/customers/:id": { never_suspend: true },
  "/admin/provisioning/products/:product_id": { provider_id: "manual", configuration: {} },
  "/admin/provisioning/servers": {
    provider_id: "pterodactyl",
    name: "Panel",
    credentials: { url: "https://panel.example.com", api_key: "ptla_0123456789" },
  },
  "/admin/provisioning/servers/:id": { capacity: 5 },
  "/admin/provisioning/services/:id": { action: "done" },
  "/admin/sales/:id/hold": { reason: "asked by phone" },
  "/admin/sales/:id/release": { reason: "asked by phone" },
  "/admin/sales/:id/stop": { reason: "asked by phone" },
  "/admin/sales/backfill": { limit: 5 },
  "/admin/sales/checkpoints": {},
  "/admin/sales/customers/:id/erase": { reason: "asked by letter" },
  "/admin/sales/verifications": {},
  "/store/carts/:id/packages": { variant_id: known.variant_id },
  "/store/carts/:id/packages/:line_id": { quantity: 2 },
  "/store/carts/:id/rentals": { variant_id: known.variant_id, days: 2 },
  "/store/packages/:product_id/price": { currency_code: "eur" },
  "/store/quick-orders": { token: known.token },
  "/store/quick-orders/review": { token: known.token, note: "Ring twice" },
  "/store/quick-orders/place": { token: known.token, turn: 0, attempt: 1, shown: { total: "1", lines: [] } },
  "/store/quick-orders/requests": { token: known.token, variant_id: known.requested_id },
})

/** Query strings without which there is no answer. */
const QUERIES = (known: Known): Record<string, unknown> => ({
  "GET /admin/billing/figures/behind": { figure: "mrr", currency_code: "eur" },
  "GET /admin/billing/reminders/preview": { template: "billing.overdue", language: "fr" },
  "GET /admin/billing/runs/preview": { as_of: known.as_of },
  "GET /admin/crm/profiles/:id/merge": { loser_id: known.loser_id },
  "GET /admin/discounts/why": { cart_id: known.cart_id },
  "GET /admin/quick-order-links": { profile_id: known.profile_id },
  "GET /admin/packages/articles": { product_id: known.product_id },
  "GET /admin/packages/availability": { product_id: known.product_id, from: known.from, to: known.to },
  "GET /admin/provisioning/products/:product_id": { provider_id: "manual" },
  "GET /store/billing/products": { currency_code: "eur" },
  "GET /store/billing/products/:id": { currency_code: "eur" },
  "GET /store/discounts/tiers": { product_id: known.product_id, currency_code: "eur" },
  "GET /store/packages/:product_id": { currency_code: "eur" },
  "GET /store/packages/:product_id/availability": { from: known.from, to: known.to },
})

/** What has to be so before there is something to ask for, written straight into the tables. */
const PREPARED: Record<string, (knex: Knex, known: Known) => Promise<unknown>> = {
  "DELETE /admin/billing/products/:product_id/offer": (knex) =>
    knex("billing_subscription").update({ status: "expired", next_due_on: null }),
  "POST /admin/billing/subscriptions/:id/resume": (knex, { subscription_id }) =>
    knex("billing_subscription")
      .where({ id: subscription_id })
      .update({ status: "suspended", suspended_reason: "manual", next_due_on: null }),
  "POST /admin/billing/subscriptions/:id/undo-cancel": scheduleCancel,
  "POST /admin/sales/:id/release": (knex, { sale_id }) =>
    knex("sales_sale").where({ id: sale_id }).update({ status: "interrupted" }),
  "POST /admin/provisioning/services/:id/sign-on": (knex) => giveLogin(knex),
  "POST /store/customers/me/services/:id/sign-on": (knex) => giveLogin(knex),
  "POST /store/customers/me/subscriptions/:id/undo-cancel": scheduleCancel,
  "POST /store/customers/me/subscriptions/:id/resume": pause,
  "POST /admin/billing/subscriptions/:id/retention": offerPause,
  "POST /store/customers/me/subscriptions/:id/retention": offerPause,
  "POST /admin/billing/subscriptions/:id/changes/undo": scheduleChange,
  "POST /store/customers/me/subscriptions/:id/changes/undo": scheduleChange,
}

function pause(knex: Knex, { subscription_id }: Known): Promise<unknown> {
  return knex("billing_subscription")
    .where({ id: subscription_id })
    .update({ status: "paused", paused_on: knex.ref("period_start"), paused_days: 3, next_due_on: null })
}

function offerPause(knex: Knex): Promise<unknown> {
  return changeRoomSettings(knex, { room: "billing", values: { retention_offer: "pause" } })
}

function scheduleCancel(knex: Knex, { subscription_id }: Known): Promise<unknown> {
  return knex("billing_subscription")
    .where({ id: subscription_id })
    .update({ cancel_on: knex.ref("next_due_on"), cancel_reason: "moved away" })
}

const AS_OF = "2026-02-28"

function scheduleChange(knex: Knex, { subscription_id }: Known): Promise<unknown> {
  const columns = { id: "bchg_known", subscription_id, status: "scheduled", kind: "schedule", on_date: AS_OF }
  return knex("billing_subscription_change").insert({ ...columns, from: "{}", to: "{}", as_of: AS_OF, actor: "system" })
}
