import { createHash } from "crypto"
import { readFileSync } from "fs"
import { join } from "path"
import type { Browser, Page } from "playwright-core"
import type { ExitListAnswer } from "../../src/contracts/billing/exits/exits"
import type { FiguresAnswer } from "../../src/contracts/billing/figures/figures"
import { buy, variantOfCycle } from "./buy"
import { createPlainProduct, createShop, type Shop } from "./create-shop"
import { launchBrowser, openAdmin, type AdminPage } from "./open-admin"
import { OUTPUT, startStore, type RunningStore } from "./start-store"

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")
const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const LOCALES = { en: "en-GB", fr: "fr-FR", de: "de-DE" } as const
const TICK_MS = 150_000

interface Violation {
  id: string
  nodes: { target: string[] }[]
}

declare const axe: { run: () => Promise<{ violations: Violation[] }> }

describe("exit pages and figures in a browser", () => {
  let store: RunningStore
  let browser: Browser
  let shop: Shop
  let productId: string
  let english: AdminPage
  let french: AdminPage

  beforeAll(async () => {
    store = await startStore()
    shop = await createShop(store)
    productId = await createPlainProduct(shop, "Web hosting")
    const { collection } = await shop.admin.post<{ collection: { id: string } }>("/admin/collections", { title: "Web" })
    await shop.admin.post(`/admin/billing/products/${productId}/offer`, {
      payment_type: "recurring",
      collection: { id: collection.id },
      cycles: [{ interval: { unit: "month", count: 1 }, prices: [{ currency_code: "eur", amount: "29.90" }] }],
    })
    const variant = await variantOfCycle(shop, productId, "month")
    await buy(shop, variant)
    await buy(shop, variant, 3)
    const region = { region_id: shop.regions.eur, cancel: true, withdraw: true, automatic: true, withdrawal_days: 14 }
    await shop.admin.post("/admin/billing/exits/settings", { regions: [region] })
    browser = await launchBrowser()
    english = await openAdmin(browser, store, { language: "en", ...WIDE })
    french = await openAdmin(browser, store, { language: "fr", ...WIDE })
  }, 600_000)

  afterAll(async () => {
    await browser?.close()
    await store?.stop()
  }, 60_000)

  const open = async (path: string, language: keyof typeof LOCALES, viewport = WIDE): Promise<Page> => {
    const page = await (await browser.newContext({ viewport, locale: LOCALES[language] })).newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(`${store.url}/pages/${path}`)
    return page
  }
  const visit = (kind: string, language: keyof typeof LOCALES, viewport = WIDE): Promise<Page> =>
    open(`exit/${shop.regions.eur}/${kind}`, language, viewport)

  /** Looks at a page: nothing is cut off, axe-core finds nothing, and a picture is kept. */
  const look = async (page: Page, name: string) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    )
    await page.screenshot({ path: join(OUTPUT, `exit-${name}.png`), fullPage: true })
    await page.evaluate(AXE)
    const { violations } = await page.evaluate(() => axe.run())
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))])).toEqual([])
  }

  /** A page of the admin on a screen and on a phone, where nothing is cut off. */
  const show = async (admin: AdminPage, name: string) => {
    await admin.shoot(name)
    await admin.page.setViewportSize(PHONE)
    expect([name, await admin.overflow()]).toEqual([name, 0])
    await admin.shoot(`${name}-390`)
    await admin.page.setViewportSize(WIDE)
  }

  it("B13: a link to buy that leads elsewhere is a page that says so, in both languages and on both screens", async () => {
    const link = `shop/${productId}/checkout?return_to=https://evil.example/`
    for (const language of ["en", "fr"] as const) {
      for (const viewport of [WIDE, PHONE]) {
        const page = await open(link, language, viewport)
        await page.getByText({ en: "This link is not right", fr: "Ce lien n’est pas correct" }[language]).waitFor()
        await look(page, `link-${language}-${viewport.width}`)
        await page.context().close()
      }
    }
  }, 120_000)

  it("B61: both pages in three languages and on both screens, without a fault of access", async () => {
    for (const kind of ["cancel", "withdraw"]) {
      for (const language of ["en", "fr", "de"] as const) {
        for (const viewport of [WIDE, PHONE]) {
          const page = await visit(kind, language, viewport)
          expect(await page.locator("html").getAttribute("lang")).toBe(language)
          await look(page, `${kind}-${language}-${viewport.width}`)
          await page.context().close()
        }
      }
    }
  }, 180_000)

  it("B61: filled with the keyboard alone; what is wrong is said, changed and sent, and the PDF is kept", async () => {
    const page = await visit("cancel", "de", PHONE)
    await page.locator("#name").fill("Clara Meier")
    await page.locator("#email").fill("clara")
    await page.waitForTimeout(2100)
    await page.keyboard.press("Enter")
    await page.getByText("Bitte sehen Sie die markierten Felder an.").waitFor()
    await look(page, "problems-de-390")
    await page.locator("#contract").fill("Web hosting 1")
    await page.locator("#email").fill("clara.meier@example.com")
    await page.waitForTimeout(2100)
    await page.keyboard.press("Enter")
    await page.getByRole("button", { name: "jetzt kündigen" }).waitFor()
    await look(page, "check-de-390")
    await page.getByRole("button", { name: "Ändern" }).click()
    expect(await page.locator("#name").inputValue()).toBe("Clara Meier")
    await page.waitForTimeout(2100)
    await page.getByRole("button", { name: "Weiter" }).click()
    await page.getByRole("button", { name: "jetzt kündigen" }).click()
    await page.getByRole("heading", { name: "Ihre Kündigung ist eingegangen" }).waitFor()
    await look(page, "done-de-390")
    const saved = page.waitForEvent("download")
    await page.getByRole("link", { name: "Bestätigung speichern (PDF)" }).click()
    await (await saved).saveAs(join(OUTPUT, "exit-receipt.pdf"))
    const wide = await visit("withdraw", "en")
    await wide.locator("#name").fill("Clara Meier")
    await wide.locator("#contract").fill("everything")
    await wide.locator("#email").fill("clara.meier@example.com")
    await wide.waitForTimeout(2100)
    await wide.getByRole("button", { name: "Continue" }).click()
    await look(wide, "check-en-1440")
    await wide.getByRole("button", { name: "Confirm withdrawal" }).click()
    await wide.getByText("We have received your withdrawal").waitFor()
    await look(wide, "done-en-1440")
  }, 120_000)

  it("B22: the page of a new price in both languages and on both screens; what ends the subscription is asked twice", async () => {
    // No message goes out, which would have a link of its own.
    await shop.admin.post("/admin/billing/reminders/settings", { off: ["billing.price_consent"] })
    const price = { amount: "34.90", currency_code: "eur" }
    const asked = { product_id: productId, price, mode: "ask", days: 20, without_consent: "end", dry_run: false }
    await shop.admin.post("/admin/billing/subscriptions/migrate-price", asked)
    const token = "a-link-that-the-test-made"
    const hash = createHash("sha256").update(token).digest("hex")
    const one = "select id from billing_price_change order by id limit 1"
    await store.sql(`update billing_price_change set token_hash = '${hash}' where id = (${one})`)
    for (const [language, viewport] of [
      ["en", WIDE],
      ["fr", WIDE],
      ["en", PHONE],
    ] as const) {
      const page = await open(`price/${token}`, language, viewport)
      await look(page, `price-${language}-${viewport.width}`)
      await page.context().close()
    }
    const page = await open(`price/${token}`, "fr", PHONE)
    await look(page, "price-fr-390")
    await page.getByRole("link", { name: "Ne pas accepter" }).click()
    await page.getByRole("heading", { name: "Votre abonnement se terminerait" }).waitFor()
    await look(page, "price-sure-fr-390")
    await page.getByRole("link", { name: "Retour", exact: true }).click()
    await page.getByRole("button", { name: "Accepter" }).click()
    await page.getByText("Vous avez accepté le nouveau prix", { exact: false }).waitFor()
    await look(page, "price-done-fr-390")
  }, 120_000)

  it("B61: an admin finds what waits, chooses the subscription, and carries it out", async () => {
    const { page } = english
    await english.goTo("/billing/exits")
    await english.crumb("Cancellations").waitFor()
    await page.getByText("everything").waitFor()
    await english.shoot("exits")
    await page.getByRole("button", { name: "Show the declaration of Clara Meier" }).first().click()
    await page.getByText("Say which one is meant", { exact: false }).waitFor()
    await english.shoot("exit-open")
    await page.getByRole("button", { name: "Choose the subscription" }).click()
    await page.getByRole("option").first().click()
    await page.getByText("The subscription is chosen").waitFor()
    await page.keyboard.press("Escape")
    await page.getByRole("button", { name: "Carry out" }).click()
    await english.shoot("exit-carry-out")
    await page.getByRole("radio", { name: /Cancel at the period/ }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Carry out" }).click()
    await page.getByText("It is carried out").waitFor()
    const { exits } = await shop.admin.get<ExitListAnswer>("/admin/billing/exits")
    expect(exits.map(({ status }) => status)).toEqual(["carried_out", "carried_out"])
    await english.goTo("/settings/billing-exits")
    await page.getByText("This is no legal advice", { exact: false }).waitFor()
    await show(english, "exit-settings")
    await french.goTo("/settings/billing-exits")
    await french.page.getByText("Pages de sortie").first().waitFor()
    await show(french, "exit-settings")
    for (const admin of [french, english]) {
      await admin.goTo("/billing/exits")
      await admin.page.getByText("everything").waitFor()
      await show(admin, "exits")
    }
  }, 180_000)

  it("B62: a file is moved in after what it would do was shown beside its own sums", async () => {
    const { page } = english
    const head = "key,email,product,unit_price,currency_code,interval,next_on,country_code"
    const row = (n: number, product = productId) =>
      `old-${n},moved${n}@test.example,${product},19.90,eur,month,2099-01-31,de`
    const fileOf = (...rows: string[]) => ({
      name: "old.csv",
      mimeType: "text/csv",
      buffer: Buffer.from([head, ...rows].join("\n")),
    })
    await english.goTo("/billing/subscriptions")
    await page.getByRole("link", { name: "Move in" }).click()
    await page.getByText("A line for each subscription that runs", { exact: false }).waitFor()
    await page.locator("input[type=file]").setInputFiles(fileOf(row(1), row(2, "unknown")))
    await page.getByText("1 thing is wrong in the file").waitFor()
    await english.shoot("move-in-problems")
    await page.locator("input[type=file]").setInputFiles(fileOf(row(1), row(2)))
    await page.getByText("The file’s sums beside ours").waitFor()
    await english.shoot("move-in")
    await page.getByRole("button", { name: "Move 2 subscriptions in" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Move in" }).click()
    await page.getByText("The subscriptions are moved in").waitFor()
    await page.getByText("moved2@test.example").first().waitFor()
    for (const [admin, title] of [
      [french, "Reprendre des abonnements"],
      [english, "Move subscriptions in"],
    ] as const) {
      await admin.goTo("/billing/subscriptions/import")
      await admin.page.getByText(title).locator("visible=true").first().waitFor()
      await show(admin, "move-in-empty")
    }
  }, 120_000)

  it("B11: an admin quotes what was asked for", async () => {
    const { page } = english
    await shop.admin.post(`/admin/billing/products/${productId}/offer`, { payment_type: "recurring", on_request: true })
    const asked = { product_id: productId, name: "Eve Asker", email: "eve@test.example", message: "For 20 people?" }
    await shop.customer.post("/store/billing/offer-requests", {
      ...asked,
      region_id: shop.regions.eur,
      key: "a-form-1",
    })
    await english.goTo("/billing/requests")
    await english.crumb("Requests").waitFor()
    await page.getByText("Eve Asker").waitFor()
    await english.shoot("requests")
    await page.getByRole("button", { name: "Show the request of Eve Asker" }).click()
    await page.getByText("For 20 people?").waitFor()
    await page.getByRole("button", { name: "Quote" }).click()
    await page.getByLabel("Cycle").click()
    await page.getByRole("option").first().click()
    await page.getByLabel("Price of one unit").fill("24.50")
    await english.shoot("request-quote")
    await page.getByRole("dialog").getByRole("button", { name: "Quote" }).click()
    await page.getByText("The draft order is made").waitFor()
    await page.getByRole("link", { name: "Open the draft order" }).waitFor()
    for (const [admin, title] of [
      [french, "Demandes"],
      [english, "Requests"],
    ] as const) {
      await admin.goTo("/billing/requests")
      await admin.page.getByText(title).locator("visible=true").first().waitFor()
      await admin.page.getByText("Eve Asker").waitFor()
      await show(admin, "requests")
    }
  }, 120_000)

  /** The job of each minute counts. */
  async function untilCounted(): Promise<void> {
    const last = Date.now() + TICK_MS
    while (Date.now() < last) {
      const { figures } = await shop.admin.get<{ figures: FiguresAnswer }>("/admin/billing/figures")
      if (figures.currencies.some(({ active }) => active > 0)) {
        return
      }
      await new Promise((later) => setTimeout(later, 1000))
    }
    throw new Error("Nothing was counted")
  }

  it("B60: the overview shows the figures over time, and each opens what is behind it", async () => {
    await untilCounted()
    const { page } = english
    await english.goTo("/billing")
    await page.getByText("MRR").first().waitFor()
    await page.locator(".recharts-surface").first().waitFor()
    await show(english, "figures")
    await page.getByRole("tab", { name: "New and churned" }).click()
    await page.locator(".recharts-bar").first().waitFor()
    await english.shoot("figures-moved")
    await page.getByRole("link", { name: /^Active/ }).click()
    await page.getByText("clara.meier@example.com").first().waitFor()
    await english.shoot("figures-behind")
    await french.goTo("/billing")
    await french.page.locator(".recharts-surface").first().waitFor()
    await show(french, "figures")
    expect([english, french].flatMap(({ problems }) => problems)).toEqual([])
  }, 300_000)
})
