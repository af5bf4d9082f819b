import { z } from "@medusajs/framework/zod"
import type { TestCustomer } from "../support/create-customer"
import type { World } from "../support/create-world"
import { createRouteWorld, type RouteWorld } from "../support/create-route-world"
import type { RouteContract } from "../../src/contracts/route"
import { ROUTES } from "../../src/contracts/routes"
import { MARK, marked, sampleOf } from "../support/sample-of"
import { ACCESS } from "../support/access-of-routes"
import { storeSuite } from "../support/store-suite"

/** A route of the plugin, or one of Medusa's. */
type Asked = Pick<RouteContract, "path"> & { method: string }

const isOfProvider = ({ at }: { at: string }): boolean => at.startsWith("data.")

const DEEP = 20_000

/** As JSON text: some of it is no value that JavaScript could write. */
const HOSTILE_JSON = [
  "null",
  "true",
  "[]",
  "{}",
  '""',
  '"a\\u0000b"',
  '"\\ud800"',
  '"hasOwnProperty"',
  '"__proto__"',
  "0",
  "-1",
  "0.5",
  "1e101",
  "1e-101",
  "-1e308",
  "1e999",
  "9007199254740993",
  '"1e101"',
  '"99999999999999999999999999999999999999999"',
  '{"hasOwnProperty":1,"toString":1}',
  '{"__proto__":{"a":1}}',
  '{"\\u0000":"a"}',
  "[".repeat(DEEP) + "]".repeat(DEEP),
]

/** How many of them each field of a body is given, in turn, so that each field kind meets all; `FUZZ=all` gives all. */
const A_FIELD = process.env.FUZZ === "all" ? HOSTILE_JSON.length : 8

/** The next ones in turn. */
function inTurn(): () => string[] {
  let next = 0
  return () => Array.from({ length: A_FIELD }, () => HOSTILE_JSON[next++ % HOSTILE_JSON.length] ?? "")
}

const HOSTILE_IN_QUERY = ["", "a%00b", "%ED%A0%80", "hasOwnProperty", "-1", "0.5", "1e101", "1e-101", "1e999"].concat([
  "99999999999999999999",
  "NaN",
  "2026-02-31",
  "%25",
  "x".repeat(3000),
])

// An escape that is no UTF-8. Among Medusa's own paths and below /admin, its own layers answer it with a 500 before any route.
const NO_UTF8 = "%F0"
const OF_MEDUSA = /^\/(store\/carts|admin)\//
const HOSTILE_IDS = ["a%00b", "%00", "hasOwnProperty", "__proto__", "..%2f..", "%22", "x".repeat(300)]

/** A package is made of a new product or of one that there is: of the two, the sample names the new one. */
function oneOfTwo(path: string, sample: ReturnType<typeof sampleOf>): ReturnType<typeof sampleOf> {
  if (path !== "/admin/packages" || typeof sample !== "object" || sample === null || Array.isArray(sample)) {
    return sample
  }
  return Object.fromEntries(Object.entries(sample).filter(([field]) => field !== "product_id"))
}

/** Nothing that anybody sends to one of the plugin's own routes is an error of the server. */
export const hostileInputSuite = storeSuite(__filename, (store) => {
  let world: World
  let clara: TestCustomer
  let known: Record<string, string>
  let knownAt: RouteWorld["knownAt"]
  let addressOf: RouteWorld["addressOf"]

  beforeAll(async () => {
    ;({ world, clara, known, knownAt, addressOf } = await createRouteWorld(store))
  })

  const headersFor = ({ path }: Asked) =>
    path.startsWith("/admin") ? world.adminHeaders.headers : { ...world.storeHeaders.headers, ...clara.headers }

  const send = async (route: Asked, url: string, body?: string) => {
    const { status, data } = await store.api.request({
      method: route.method,
      url,
      headers: { ...headersFor(route), ...(body === undefined ? {} : { "content-type": "application/json" }) },
      data: body,
      transformRequest: [(text: unknown) => text],
      validateStatus: () => true,
      maxRedirects: 0,
    })
    return { status, message: (data as { message?: string } | null)?.message }
  }

  const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}… (${text.length})` : text)

  /** Sends each, and returns those that the server was to blame for. */
  const faultsOf = async (route: Asked, requests: Iterable<{ what: string; url: string; body?: string }>) => {
    const faults: string[] = []
    for (const { what, url, body } of requests) {
      const { status, message } = await send(route, url, body)
      if (status >= 500) {
        faults.push(`${route.method} ${route.path}, ${what}: ${status} ${message}`)
      }
    }
    return faults
  }

  const routes = ROUTES

  it("knows all of them, and the contract of each body", () => {
    expect(routes.length).toBeGreaterThan(40)
    expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(ACCESS).sort())
    const posts = routes.filter(({ method, path }) => method === "POST" && !path.endsWith("/stop"))
    expect(posts.filter(({ body }) => !body).map(({ path }) => path)).toEqual([])
  })

  const someHostile = inTurn()
  const bodies = routes.filter(({ body }) => body).map((route) => [`${route.method} ${route.path}`, route])
  it.each(bodies as [string, RouteContract][])("%s answers no body with a 5xx", async (_name, route) => {
    const url = addressOf(route.path)
    const sample = oneOfTwo(route.path, sampleOf(route.body ?? z.any(), knownAt(route.path)))
    function* requests() {
      yield { what: "as meant", url, body: JSON.stringify(sample) }
      for (const { at, text } of marked(sample)) {
        for (const hostile of someHostile()) {
          yield { what: `${at} = ${shortened(hostile)}`, url, body: text.replace(JSON.stringify(MARK), () => hostile) }
        }
      }
    }
    expect(await faultsOf(route, requests())).toEqual([])
  })

  it("no data of a payment session is answered with a 5xx, nor by the demo provider", async () => {
    const { headers } = clara
    const { data } = await store.api.post("/store/payment-collections", { cart_id: known.cart_id }, { headers })
    const url = `/store/payment-collections/${data.payment_collection.id}/payment-sessions`
    const session = {
      payment_method: "1",
      confirm: true,
      setup_future_usage: "off_session",
      capture: "automatic",
      id: "1",
      session_id: "1",
      account_holder_id: "1",
      decline_code: "1",
      more: { of: ["another"] },
    }
    function* requests() {
      // What stands outside of `data` is checked by Medusa itself.
      for (const { at, text } of [...marked({ provider_id: "pp_demo_demo", data: session })].filter(isOfProvider)) {
        for (const hostile of HOSTILE_JSON) {
          yield { what: `${at} = ${shortened(hostile)}`, url, body: text.replace(JSON.stringify(MARK), () => hostile) }
        }
      }
    }
    expect(await faultsOf({ method: "POST", path: url as Asked["path"] }, requests())).toEqual([])
  })

  it("no id in a path is answered with a 5xx", async () => {
    const faults: string[] = []
    for (const route of ROUTES.filter(({ path }) => path.includes(":"))) {
      const body = route.body ? JSON.stringify(sampleOf(route.body, knownAt(route.path))) : undefined
      const ids = OF_MEDUSA.test(route.path) ? HOSTILE_IDS : [...HOSTILE_IDS, NO_UTF8]
      const requests = ids.map((id) => ({
        what: `the id ${shortened(id)}`,
        url: addressOf(route.path, id),
        ...(body === undefined ? {} : { body }),
      }))
      faults.push(...(await faultsOf(route, requests)))
    }
    expect(faults).toEqual([])
  })

  it("no query string is answered with a 5xx", async () => {
    const faults: string[] = []
    for (const route of routes.filter(({ method, query }) => method === "GET" || query)) {
      const schema = route.query
      const fields = schema ? (sampleOf(schema, knownAt(route.path)) as Record<string, unknown>) : { fields: "id" }
      const meant = Object.entries(fields).map(([key, value]) => [key, encodeURIComponent(String(value))] as const)
      const url = (changed: string, part: string) =>
        `${addressOf(route.path)}?${[...meant.filter(([key]) => key !== changed).map((pair) => pair.join("=")), part].join("&")}`
      const requests = meant.flatMap(([key]) =>
        [
          ...HOSTILE_IN_QUERY.map((value) => `${key}=${value}`),
          `${key}[]=a&${key}[]=b`,
          `${key}[a][b]=1`,
          `${key}[hasOwnProperty]=1`,
          `${key}[__proto__]=1`,
        ].map((part) => ({ what: shortened(part), url: url(key, part) })),
      )
      faults.push(...(await faultsOf(route, requests)))
    }
    expect(faults).toEqual([])
  })
})
