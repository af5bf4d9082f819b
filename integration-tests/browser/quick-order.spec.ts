import { readFileSync } from "fs"
import { join } from "path"
import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { newQuickOrderLinkAnswerSchema } from "../../src/contracts/customers/links"
import { createPlainProduct, createShop, type Shop } from "./create-shop"
import { launchBrowser } from "./open-admin"
import { OUTPUT, startStore, type RunningStore } from "./start-store"

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")
const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const LANGUAGES = { en: "en-GB", fr: "fr-FR" } as const
const PROFILE = "cprof_browser"

type Screen = BrowserContextOptions & { language?: keyof typeof LANGUAGES }

interface Violation {
  id: string
  nodes: { target: string[] }[]
}

declare const axe: { run: () => Promise<{ violations: Violation[] }> }

describe("the quick-order page in a browser", () => {
  let store: RunningStore
  let browser: Browser
  let shop: Shop
  let url: string

  beforeAll(async () => {
    store = await startStore()
    shop = await createShop(store)
    const { stores } = await shop.admin.get<{ stores: { id: string }[] }>("/admin/stores")
    await shop.admin.post(`/admin/stores/${stores[0]?.id}`, { default_sales_channel_id: shop.salesChannelId })
    await createSet(await createPlainProduct(shop, "Clip", { eur: 0.99 }))
    await store.sql(
      `insert into customers_profile (id, name, email, email_key, address_1, postal_code, city, country_code,
         discount_percent, currency_code, touched_at)
       values ('${PROFILE}', 'Lena Lead', 'lena@example.com', 'lena@example.com', 'Weg 7', '10115', 'Berlin', 'de', 15,
         'eur', now())`,
    )
    const made = await shop.admin.post("/admin/quick-order-links", { profile_id: PROFILE })
    const { quick_order_link } = newQuickOrderLinkAnswerSchema.parse(made)
    url = `${store.url}${new URL(quick_order_link.url).pathname}`
    browser = await launchBrowser()
  }, 600_000)

  /** A package in which a part is chosen. */
  const createSet = async (clipId: string) => {
    const variantOf = async (id: string) =>
      (await shop.admin.get<{ product: { variants: { id: string }[] } }>(`/admin/products/${id}?fields=variants.id`))
        .product.variants[0]?.id
    const [clip, pen] = [clipId, await createPlainProduct(shop, "Pen", { eur: 4.9 })]
    const product_id = await createPlainProduct(shop, "Desk set", { eur: 1 })
    const beside = { alternative_group: "Beside it" }
    const entries = [
      { variant_id: await variantOf(clip), ...beside, is_default: true },
      { variant_id: await variantOf(pen), ...beside },
      { variant_id: await variantOf(pen), is_optional: true },
    ]
    await shop.admin.post("/admin/packages", { product_id, package: { pricing: "contents_all", entries } })
  }

  afterAll(async () => {
    await browser?.close()
    await store?.stop()
  }, 60_000)

  let problems: string[] = []
  let elsewhere: string[] = []
  beforeEach(() => {
    problems = []
    elsewhere = []
  })
  afterEach(() => {
    expect(problems).toEqual([])
    expect(elsewhere).toEqual([])
  })

  const visit = async ({ language = "en", ...screen }: Screen = {}): Promise<Page> => {
    const options = { viewport: WIDE, locale: LANGUAGES[language], ...screen }
    const page = await (await browser.newContext(options)).newPage()
    page.setDefaultTimeout(30_000)
    page.on("pageerror", (error) => problems.push(error.message))
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()))
    page.on("request", (request) => request.url().startsWith(store.url) || elsewhere.push(request.url()))
    await page.goto(url)
    return page
  }

  /** The same page once more where scripts run, but for its own: axe-core is one, and needs timers. */
  const withoutOwnScripts = async (page: Page): Promise<Page> => {
    const language = (await page.locator("html").getAttribute("lang")) === "fr" ? "fr" : "en"
    const storageState = await page.context().storageState()
    const screen = { viewport: page.viewportSize(), locale: LANGUAGES[language] }
    const twin = await (await browser.newContext({ ...screen, storageState })).newPage()
    await twin.route("**/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }))
    await twin.goto(page.url())
    return twin
  }

  /** What axe-core finds in a page. */
  const violationsOf = async (page: Page, hasScripts: boolean): Promise<[string, string[]][]> => {
    const seen = hasScripts ? page : await withoutOwnScripts(page)
    await seen.evaluate(AXE)
    const { violations } = await seen.evaluate(() => axe.run())
    if (seen !== page) {
      await seen.context().close()
    }
    return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))])
  }

  /** Looks at a page: nothing is cut off, axe-core finds nothing, and a picture is kept. */
  const look = async (page: Page, name: string, hasScripts = true) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    )
    await page.screenshot({ path: join(OUTPUT, `quick-order-${name}.png`), fullPage: true })
    expect(await violationsOf(page, hasScripts)).toEqual([])
  }

  const SCREENS = (["en", "fr"] as const).flatMap((language) =>
    [WIDE, PHONE].flatMap((viewport) =>
      [true, false].map((javaScriptEnabled) => ({ language, viewport, javaScriptEnabled })),
    ),
  )
  const WORDS = {
    en: {
      add: "Add Clip",
      added: "It is in the basket.",
      basket: "To the basket",
      check: "Check your order",
      checked: "Check your order",
      choose: /^Choose contents/,
      price: "Show the price",
    },
    fr: {
      add: "Ajouter Clip",
      added: "C’est dans le panier.",
      basket: "Voir le panier",
      check: "Vérifier la commande",
      checked: "Vérifiez votre commande",
      choose: /^Choisir le contenu/,
      price: "Afficher le prix",
    },
  }

  it.each(SCREENS)(
    "C21: looks right in each language, on each screen, with scripts and without: %j",
    async (screen) => {
      const { language, viewport, javaScriptEnabled } = screen
      const words = WORDS[language]
      const page = await visit(screen)
      const see = (name: string) => {
        const shot = [name, language, viewport.width, ...(javaScriptEnabled ? [] : ["without-scripts"])]
        return look(page, shot.join("-"), javaScriptEnabled)
      }
      await page.getByRole("heading", { level: 1 }).waitFor()
      expect(await page.locator("html").getAttribute("lang")).toBe(language)
      expect(page.url()).not.toContain(url.split("/").pop())
      await see("catalogue")
      await page.getByRole("link", { name: words.choose }).click()
      await page.getByRole("radio", { name: /Pen/ }).check()
      await page.getByRole("button", { name: words.price }).click()
      await page.waitForURL(/g-/)
      expect(await page.getByRole("radio", { name: /Pen/ }).isChecked()).toBe(true)
      await see("package")
      await page.goBack()
      await page.goBack()
      await page.getByRole("button", { name: words.add }).click()
      await page.getByText(words.added).first().waitFor({ state: "attached" })
      await page.getByRole("link", { name: words.basket }).click()
      await page.getByRole("button", { name: words.check }).waitFor()
      await see("basket")
      await page.getByRole("button", { name: words.check }).click()
      await page.getByRole("heading", { level: 1, name: words.checked }).waitFor()
      await see("review")
      await page.context().close()
    },
  )

  it("C21, C24: an order by the keyboard alone, without leaving the page to add", async () => {
    const page = await visit()
    await page.getByLabel("Quantity Clip").focus()
    await page.keyboard.type("7")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.locator("#said").filter({ hasText: "It is in the basket." }).waitFor()
    await page.getByRole("link", { name: "To the basket" }).focus()
    await page.keyboard.press("Enter")
    await page.getByRole("heading", { name: "Basket" }).waitFor()
    await page.getByRole("button", { name: "Check your order" }).focus()
    await page.keyboard.press("Enter")
    await page.getByRole("heading", { name: "Check your order" }).waitFor()
    await page.getByRole("button", { name: "Order with obligation to pay" }).focus()
    await page.keyboard.press("Enter")
    await page.getByText(/Order number \d+/).waitFor()
    await look(page, "done-1440")
  })

  it("C21: works on a phone without JavaScript", async () => {
    const page = await visit({ viewport: PHONE, javaScriptEnabled: false })
    await page.getByRole("button", { name: "Add Clip" }).click()
    await page.getByText("It is in the basket.").waitFor()
    await page.getByRole("link", { name: "To the basket" }).click()
    await page.getByRole("button", { name: "Check your order" }).click()
    await page.getByRole("button", { name: "Order with obligation to pay" }).click()
    await page.getByText(/Order number \d+/).waitFor()
  })

  it("is there in time on a slow connection, and nothing of it jumps", async () => {
    const page = await visit({ viewport: PHONE })
    const client = await page.context().newCDPSession(page)
    const [latency, throughput] = [150, (1.6 * 1024 * 1024) / 8]
    await client.send("Network.emulateNetworkConditions", {
      offline: false,
      latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    })
    await page.reload({ waitUntil: "load" })
    const measured = await page.evaluate(
      () =>
        new Promise<{ lcp: number; cls: number }>((done) => {
          const sums = { lcp: 0, cls: 0 }
          new PerformanceObserver((list) =>
            list.getEntries().forEach((entry) => (sums.lcp = Math.max(sums.lcp, entry.startTime))),
          ).observe({ type: "largest-contentful-paint", buffered: true })
          new PerformanceObserver((list) =>
            list.getEntries().forEach((entry) => (sums.cls += (entry as PerformanceEntry & { value: number }).value)),
          ).observe({ type: "layout-shift", buffered: true })
          setTimeout(() => done(sums), 1500)
        }),
    )
    expect(measured.lcp).toBeGreaterThan(0)
    expect(measured.lcp).toBeLessThanOrEqual(2500)
    expect(measured.cls).toBeLessThanOrEqual(0.1)
  })
})
