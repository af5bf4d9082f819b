import { z } from "@medusajs/framework/zod"
import { reportFileSchema, reportSchema } from "../../src/contracts/discounts/report"
import { tiersSchema, whySchema } from "../../src/contracts/discounts/answers"
import { listArticleDiscountsSchema } from "../../src/contracts/discounts/article-discounts"
import { listOrderDiscountsSchema } from "../../src/contracts/discounts/order-discounts"
import { listInvoicesSchema } from "../../src/contracts/billing/invoices"
import { listOffersSchema, storeOfferSchema, storeOffersSchema } from "../../src/contracts/billing/offers"
import { listRunsSchema } from "../../src/contracts/billing/runs"
import { storePackageSchema } from "../../src/contracts/packages/store"
import { listOwnSubscriptionsSchema, listSubscriptionsSchema } from "../../src/contracts/billing/subscriptions"
import { listArticlesSchema } from "../../src/contracts/packages/articles"
import { listContentsSchema, listPackagesSchema } from "../../src/contracts/packages/packages"
import { BILLING_MODULE, type BillingModuleService } from "../../src/modules/billing"
import { createCustomer, type TestCustomer } from "../support/create-customer"
import { createOfferedProduct } from "../support/create-offered-product"
import { createWorld, type World } from "../support/create-world"
import { giveDiscount, giveOrderDiscount } from "../support/give-discount"
import { ownRoutes, type OwnRoute } from "../support/own-routes"
import { placeOrder } from "../support/place-order"
import { MARK, marked, sampleOf } from "../support/sample-of"
import { storeSuite } from "../support/store-suite"

/** What the query strings of these are read by. */
const QUERIES: Record<string, z.ZodType> = {
  "/admin/billing/invoices": listInvoicesSchema,
  "/admin/billing/offers": listOffersSchema,
  "/admin/billing/runs": listRunsSchema,
  "/admin/billing/subscriptions": listSubscriptionsSchema,
  "/admin/discounts/article-discounts": listArticleDiscountsSchema,
  "/admin/discounts/order-discounts": listOrderDiscountsSchema,
  "/admin/discounts/report": reportSchema,
  "/admin/discounts/report/csv": reportFileSchema,
  "/admin/discounts/why": whySchema,
  "/admin/packages": listPackagesSchema,
  "/admin/packages/articles": listArticlesSchema,
  "/admin/packages/contents": listContentsSchema,
  "/store/billing/products": storeOffersSchema,
  "/store/billing/products/:id": storeOfferSchema,
  "/store/customers/me/subscriptions": listOwnSubscriptionsSchema,
  "/store/discounts/tiers": tiersSchema,
  "/store/packages/:product_id": storePackageSchema,
}

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

const HOSTILE_IN_QUERY = ["", "a%00b", "%ED%A0%80", "hasOwnProperty", "-1", "0.5", "1e101", "1e-101", "1e999"].concat([
  "99999999999999999999",
  "NaN",
  "2026-02-31",
  "%25",
  "x".repeat(3000),
])

// Not among them: escapes that are no UTF-8 ("%F0"). Medusa's own layers refuse them before any route, with a 500.
const HOSTILE_IDS = ["a%00b", "%00", "hasOwnProperty", "__proto__", "..%2f..", "%22", "x".repeat(300)]

/** Nothing that anybody sends to one of the plugin's own routes is an error of the server. */
export const hostileInputSuite = storeSuite(__filename, (store) => {
  let world: World
  let clara: TestCustomer
  let known: Record<string, string>

  beforeAll(async () => {
    world = await createWorld(store)
    const container = store.container()
    clara = await createCustomer(container, { email: "clara@test.example", ...world })
    const hosting = await createOfferedProduct(container, {
      title: "Hosting",
      salesChannelId: world.salesChannelId,
      cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 10 } }],
    })
    const variant_id = hosting.variants.Monthly ?? ""
    const order = await placeOrder(store, world, { headers: clara.headers, items: [{ variant_id, quantity: 2 }] })
    const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
    const [subscription] = await billing.listSubscriptions({ order_id: order.id }, { relations: ["items"] })
    const { data } = await store.api.post(
      "/store/carts",
      { region_id: world.regions.eur.id, items: [{ variant_id, quantity: 1 }] },
      { headers: clara.headers },
    )
    known = {
      variant_id,
      product_id: hosting.productId,
      offer_id: hosting.offerId,
      cart_id: data.cart.id,
      order_id: order.id,
      region_id: world.regions.eur.id,
      customer_id: clara.customer.id,
      subscription_id: subscription?.id ?? "",
      item_id: subscription?.items[0]?.id ?? "",
      discount_id: await giveDiscount(container, {
        rules: [{ value: "10" }],
        on: [{ level: "variant", target_id: variant_id }],
      }),
      order_discount_id: await giveOrderDiscount(container, { ranges: [{ currency_code: "eur", percent: "5" }] }),
      target_id: variant_id,
      level: "variant",
      provider_id: "pp_demo_demo",
      currency_code: "eur",
      country_code: "de",
      as_of: "2026-02-28",
      from: "2026-01-01",
      to: "2026-12-31",
      starts_on: "2026-01-01",
      ends_on: "2026-12-31",
      name: "Ten",
      payment_type: "recurring",
      group: "everyone",
    }
  })

  const OWN_IDS: [RegExp, string][] = [
    [/article-discounts/, "discount_id"],
    [/order-discounts/, "order_discount_id"],
    [/subscriptions/, "subscription_id"],
    [/offers/, "offer_id"],
    [/carts/, "cart_id"],
    [/products/, "product_id"],
  ]
  const idFor = (path: string): string => known[OWN_IDS.find(([pattern]) => pattern.test(path))?.[1] ?? ""] ?? "none"

  const addressOf = (path: string, hostile?: string): string =>
    path.replace(/:(\w+)/g, (_all, name: string) => hostile ?? (name === "id" ? idFor(path) : (known[name] ?? "none")))

  const headersFor = ({ path }: OwnRoute) =>
    path.startsWith("/admin") ? world.adminHeaders.headers : { ...world.storeHeaders.headers, ...clara.headers }

  const send = async (route: OwnRoute, url: string, body?: string) => {
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
  const faultsOf = async (route: OwnRoute, requests: Iterable<{ what: string; url: string; body?: string }>) => {
    const faults: string[] = []
    for (const { what, url, body } of requests) {
      const { status, message } = await send(route, url, body)
      if (status >= 500) {
        faults.push(`${route.method} ${route.path}, ${what}: ${status} ${message}`)
      }
    }
    return faults
  }

  const routes = ownRoutes()

  it("knows all of them, and the contract of each body", () => {
    expect(routes.length).toBeGreaterThan(40)
    const posts = routes.filter(({ method, path }) => method === "POST" && !path.endsWith("/stop"))
    expect(posts.filter(({ body }) => body === null).map(({ path }) => path)).toEqual([])
    const lists = routes.filter(({ method, path }) => method === "GET" && path in QUERIES)
    expect(lists.map(({ path }) => path).sort()).toEqual(Object.keys(QUERIES).sort())
  })

  const bodies = routes.filter(({ body }) => body !== null).map((route) => [`${route.method} ${route.path}`, route])
  it.each(bodies as [string, OwnRoute][])("%s answers no body with a 5xx", async (_name, route) => {
    const url = addressOf(route.path)
    const sample = sampleOf(route.body ?? z.any(), known)
    function* requests() {
      yield { what: "as meant", url, body: JSON.stringify(sample) }
      for (const { at, text } of marked(sample)) {
        for (const hostile of HOSTILE_JSON) {
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
    expect(await faultsOf({ method: "POST", path: url, body: null }, requests())).toEqual([])
  })

  it("no id in a path is answered with a 5xx", async () => {
    const faults: string[] = []
    for (const route of routes.filter(({ path }) => path.includes(":"))) {
      const body = route.body ? JSON.stringify(sampleOf(route.body, known)) : undefined
      const requests = HOSTILE_IDS.map((id) => ({
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
    for (const route of routes.filter(({ method }) => method === "GET")) {
      const schema = QUERIES[route.path]
      const fields = schema ? (sampleOf(schema, known) as Record<string, unknown>) : { fields: "id" }
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
