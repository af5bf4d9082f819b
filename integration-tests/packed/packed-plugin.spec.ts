import { execFileSync, spawnSync } from "child_process"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "fs"
import { dirname, join } from "path"
import manifest from "../../package.json"
import { buy, variantOfCycle } from "../browser/buy"
import { createPlainProduct, createShop, type Shop } from "../browser/create-shop"
import { runMedusa, startMedusa, type MedusaProcess } from "../support/medusa-process"
import { createTestDatabase, type TestDatabase } from "../support/test-database"
import { until } from "../support/until"
import { createMerchantStore, type MerchantStore } from "./merchant-store"

/** What the guides import. */
const ENTRY_POINTS = [
  "package.json",
  "admin",
  "collectors",
  "contracts/billing/offers",
  "contracts/discounts/article-discounts",
  "documents",
  "hooks",
  "modules/billing",
  "modules/discounts",
  "payment-forms",
  "providers/demo-payment",
  "rules/billing",
  "rules/calendar",
  "rules/discounts",
  "rules/money",
  "workflows",
  "api/store/catalogue/clean-answer",
]

/** A merchant's file: each entry point with types, and some of what comes through it used as it is meant. */
const TYPED = `
${ENTRY_POINTS.filter((entry) => entry !== "package.json")
  .map((entry, index) => `import * as entry${index} from "medusa-service-commerce/${entry}"\nvoid entry${index}`)
  .join("\n")}
import { registerCollector, type Collector } from "medusa-service-commerce/collectors"
import type { OfferAnswer } from "medusa-service-commerce/contracts/billing/offers"
import { registerDocumentFormat, type DocumentFormat } from "medusa-service-commerce/documents"
import { registerPaymentForm, type PaymentForm } from "medusa-service-commerce/payment-forms"
import { addToCartValidate } from "medusa-service-commerce/hooks"
import { add } from "medusa-service-commerce/rules/money"
import { cancelSubscriptionWorkflow } from "medusa-service-commerce/workflows"

export const sum: string = add("12.30", "0.05")
export const id = (offer: OfferAnswer): string => offer.id
export const register = (collector: Collector): void => registerCollector(collector)
export const input: Parameters<ReturnType<typeof cancelSubscriptionWorkflow>["run"]>[0] = {
  input: { id: "bsub_1", when: "period_end", reason: "moved away", as_of: "2027-01-01", actor: "user:user_1" },
}
// @ts-expect-error: an amount is no number
add(12.3, "0.05")
void addToCartValidate.invoke
`

const ADMIN = { email: "admin@example.com", password: "a-password-for-tests" }
const LOYALTY = "@medusajs/loyalty-plugin"

/** 20 % of the first month's 10.00; the set-up fee of 25.00 is left alone. */
const DISCOUNTS = [["Opening offer", 2]]

interface ListedSubscription {
  id: string
  status: string
  order_id: string
  currency_code: string
}

/** What the merchant does in the admin: a product in a group, sold by the month with a set-up fee. */
async function offerHosting(shop: Shop): Promise<string> {
  const productId = await createPlainProduct(shop, "Web hosting")
  const { collection } = await shop.admin.post<{ collection: { id: string } }>("/admin/collections", {
    title: "Hosting",
  })
  await shop.admin.post(`/admin/products/${productId}`, { collection_id: collection.id })
  await shop.admin.post(`/admin/billing/products/${productId}/offer`, {
    payment_type: "recurring",
    cycles: [
      {
        interval: { unit: "month", count: 1 },
        prices: [{ currency_code: "eur", amount: "10.00" }],
        setup_fees: [{ currency_code: "eur", amount: "25.00" }],
      },
    ],
  })
  return productId
}

/** A discount for everyone, which has to come through from the admin to the order. */
async function offerDiscount(shop: Shop, productId: string): Promise<void> {
  await shop.admin.post("/admin/discounts/article-discounts", {
    name: "Opening offer",
    type: "cumulative",
    groups: ["everyone"],
    rules: [{ trigger: "quantity", min: "1", max: null, mode: "percent", value: "20" }],
    assignments: [{ level: "product", target_id: productId }],
  })
}

interface OrderedLine {
  title: string
  adjustments: { description: string; amount: number }[]
}

async function discountsOf(shop: Shop, orderId: string): Promise<[description: string, amount: number][]> {
  const { order } = await shop.admin.get<{ order: { items: OrderedLine[] } }>(
    `/admin/orders/${orderId}?fields=id,items.title,items.adjustments.*`,
  )
  return order.items.flatMap(({ adjustments }) =>
    adjustments.map(({ description, amount }): [string, number] => [description, amount]),
  )
}

async function subscriptionOf(shop: Shop, orderId: string): Promise<ListedSubscription | undefined> {
  let found: ListedSubscription | undefined
  await until(`the order ${orderId} to have its subscription`, async () => {
    const { subscriptions } = await shop.admin.get<{ subscriptions: ListedSubscription[] }>(
      `/admin/billing/subscriptions?order_id=${orderId}`,
    )
    found = subscriptions[0]
    return found !== undefined
  })
  return found
}

describe("the packed plugin in a merchant's own store", () => {
  let store: MerchantStore
  let database: TestDatabase
  let server: MedusaProcess | undefined
  let shop: Shop
  let productId: string

  const here = () => ({
    folder: store.folder,
    env: { DATABASE_URL: database.url, MEDUSA_WORKER_MODE: "shared", MEDUSA_DISABLE_TELEMETRY: "true" },
  })

  async function boot(port?: number): Promise<MedusaProcess> {
    await runMedusa(here(), "db:migrate", "--execute-safe-links")
    return startMedusa(here(), port)
  }

  async function purchase(): Promise<ListedSubscription | undefined> {
    return subscriptionOf(shop, await buy(shop, await variantOfCycle(shop, productId, "month")))
  }

  beforeAll(async () => {
    database = await createTestDatabase("msc_packed")
    store = createMerchantStore()
  })

  afterAll(async () => {
    await server?.stop()
    await database.drop()
    store.remove()
  })

  it("has no source maps, which are of no use without the sources", () => {
    const installed = join(store.folder, "node_modules/medusa-service-commerce")
    const files = readdirSync(installed, { recursive: true, encoding: "utf8" })
    expect(files.length).toBeGreaterThan(500)
    expect(files.filter((file) => file.endsWith(".map"))).toEqual([])
    const withMaps = files.filter(
      (file) => /\.m?js$/.test(file) && readFileSync(join(installed, file), "utf8").includes("sourceMappingURL=data:"),
    )
    expect(withMaps).toEqual([])
  })

  it("is installed, migrated, booted and bought from", async () => {
    store.configure()
    server = await boot()
    await runMedusa(here(), "user", "-e", ADMIN.email, "-p", ADMIN.password)
    shop = await createShop({ ...server, admin: ADMIN, sql: () => Promise.resolve() })
    productId = await offerHosting(shop)

    await offerDiscount(shop, productId)

    const subscription = await purchase()
    expect(subscription).toMatchObject({ status: "active", currency_code: "eur" })
    expect(await discountsOf(shop, subscription?.order_id ?? "")).toEqual(DISCOUNTS)
    expect((await fetch(`${server.url}/app/`)).status).toBe(200)
  })

  it("opens each of its entry points", () => {
    const resolve = `console.log(process.argv.slice(1).map((name) => require.resolve(name)).join("\\n"))`
    const names = ENTRY_POINTS.map((entry) => `medusa-service-commerce/${entry}`)
    const found = execFileSync(process.execPath, ["-e", resolve, ...names], { cwd: store.folder, encoding: "utf8" })
    expect(found.trim().split("\n").filter(existsSync)).toHaveLength(ENTRY_POINTS.length)
  })

  it("has types for each of its entry points", () => {
    for (const [entry, target] of Object.entries(manifest.exports)) {
      const { types } = typeof target === "string" ? { types: target } : target
      const [fixed = "", ...more] = types.split("*")
      const folder = join(store.folder, "node_modules/medusa-service-commerce", more.length ? dirname(`${fixed}x`) : "")
      expect([entry, existsSync(more.length ? folder : join(folder, types))]).toEqual([entry, true])
    }
    writeFileSync(join(store.folder, "entry-points.ts"), TYPED)
    const compiler = ["--noEmit", "--strict", "--skipLibCheck", "--module", "node20", "--moduleResolution", "node16"]
    const check = spawnSync(
      process.execPath,
      [require.resolve("typescript/bin/tsc"), ...compiler, "--esModuleInterop", "entry-points.ts"],
      { cwd: store.folder, encoding: "utf8" },
    )
    expect(check.stdout).toBe("")
    expect(check.status).toBe(0)
  })

  it("boots and sells beside the loyalty plugin", async () => {
    await server?.stop()
    store.install("--legacy-peer-deps", `${LOYALTY}@2.21.1`)
    store.configure(LOYALTY)
    server = await boot(server?.port)

    const subscription = await purchase()
    expect(subscription).toMatchObject({ status: "active" })
    expect(await discountsOf(shop, subscription?.order_id ?? "")).toEqual(DISCOUNTS)
    expect(await shop.admin.get("/admin/gift-cards")).toMatchObject({ gift_cards: [] })
  })
})
