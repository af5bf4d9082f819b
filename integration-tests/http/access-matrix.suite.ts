import { createApiKeysWorkflow, revokeApiKeysWorkflow } from "@medusajs/medusa/core-flows"
import { ACCESS, CALLERS, type Caller } from "../support/access-of-routes"
import { createCustomer, type TestCustomer } from "../support/create-customer"
import { createRouteWorld, type RouteWorld } from "../support/create-route-world"
import { ownRoutes, type OwnRoute } from "../support/own-routes"
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

  const routes = new Map(ownRoutes().map((route) => [`${route.method} ${route.path}`, route]))

  it("names every route, and every caller's answer", () => {
    expect(Object.keys(ACCESS).sort()).toEqual([...routes.keys()].sort())
  })

  const bodyOf = ({ path, body }: OwnRoute): unknown => BODIES(made.known)[path] ?? (body && sampleOf(body, made.known))

  const queryOf = ({ method, path, query }: OwnRoute): unknown =>
    QUERIES(made.known)[`${method} ${path}`] ?? (query && {})

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
    return { status, said: (data as { message?: string }).message }
  }

  /** All that the plugin has stored, as one text. */
  const everything = async (): Promise<string> => {
    const { rows } = await store
      .knex()
      .raw<{ rows: { name: string }[] }>(
        `select tablename as name from pg_tables where tablename ~ '^(billing|discounts|service_core)_' order by 1`,
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

  const names = Object.keys(ACCESS)

  it.each(names)("%s is refused to whom it does not concern, and nothing is changed", async (name) => {
    const before = await everything()
    const refused = CALLERS.filter((caller) => !isAllowed(ACCESS[name]?.[caller] ?? 0))
    for (const caller of refused) {
      expect([caller, (await ask(name, caller)).status]).toEqual([caller, ACCESS[name]?.[caller]])
    }
    expect(await everything()).toBe(before)
  })

  const allowed = names.flatMap((name) =>
    CALLERS.filter((caller) => isAllowed(ACCESS[name]?.[caller] ?? 0)).map((caller): [string, Caller] => [
      name,
      caller,
    ]),
  )
  it.each(allowed)("%s answers: %s", async (name, caller) => {
    expect(await ask(name, caller)).toEqual({ status: ACCESS[name]?.[caller], said: undefined })
  })
})

type Known = Record<string, string>

/** Bodies that make sense together, where a sample of the contract alone does not. */
const BODIES = (known: Known): Record<string, unknown> => ({})

/** Query strings without which there is no answer. */
const QUERIES = (known: Known): Record<string, unknown> => ({
  "GET /admin/billing/runs/preview": { as_of: known.as_of },
  "GET /admin/discounts/why": { cart_id: known.cart_id },
  "GET /store/billing/products": { currency_code: "eur" },
  "GET /store/billing/products/:id": { currency_code: "eur" },
  "GET /store/discounts/tiers": { product_id: known.product_id, currency_code: "eur" },
})
