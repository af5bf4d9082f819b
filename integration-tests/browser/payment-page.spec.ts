import { readFileSync } from "fs"
import { join } from "path"
import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { invoiceListAnswerSchema } from "../../src/contracts/billing/invoices"
import { newPaymentLinkAnswerSchema } from "../../src/contracts/billing/payment-links"
import { startFakeStripe } from "../support/fake-stripe/running"
import { buy, variantOfCycle } from "./buy"
import { createPlainProduct, createShop, type Shop } from "./create-shop"
import { launchBrowser } from "./open-admin"
import { OUTPUT, startStore, type RunningStore } from "./start-store"

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")
const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const LANGUAGES = { en: "en-GB", fr: "fr-FR" } as const
const TICK_MS = 150_000
const INVOICES = 7

type Screen = BrowserContextOptions & { language?: keyof typeof LANGUAGES }

interface Violation {
  id: string
  nodes: { target: string[] }[]
}

declare const axe: { run: () => Promise<{ violations: Violation[] }> }

startFakeStripe()

describe("the payment page in a browser", () => {
  let store: RunningStore
  let browser: Browser
  let shop: Shop
  /** Renewals whose card was declined. */
  let invoices: string[]

  beforeAll(async () => {
    store = await startStore()
    shop = await createShop(store)
    const productId = await createPlainProduct(shop, "Web hosting")
    const { collection } = await shop.admin.post<{ collection: { id: string } }>("/admin/collections", { title: "Web" })
    await shop.admin.post(`/admin/billing/products/${productId}/offer`, {
      payment_type: "recurring",
      collection: { id: collection.id },
      cycles: [{ interval: { unit: "month", count: 1 }, prices: [{ currency_code: "eur", amount: "29.90" }] }],
    })
    const variant = await variantOfCycle(shop, productId, "month")
    for (let n = 0; n < INVOICES; n += 1) {
      await buy(shop, variant, n + 1)
    }
    await bank("decline")
    await shop.admin.post("/admin/billing/clock", { unit: "day", count: 32 })
    invoices = await untilIssued()
    await untilTried()
    await bank("ok")
    browser = await launchBrowser()
  }, 600_000)

  afterAll(async () => {
    await browser?.close()
    await store?.stop()
  }, 60_000)

  const bank = (behaviour: string) => shop.admin.post("/admin/billing/demo-payments", { scope: "*", behaviour })

  /** The clock starts a run by itself. */
  async function untilIssued(): Promise<string[]> {
    const last = Date.now() + TICK_MS
    while (Date.now() < last) {
      const { invoices: all } = invoiceListAnswerSchema.parse(await shop.admin.get("/admin/billing/invoices?limit=50"))
      const found = all.filter(({ status }) => status === "open" || status === "overdue")
      if (found.length >= INVOICES) {
        return found.map(({ id }) => id)
      }
      await new Promise((later) => setTimeout(later, 1000))
    }
    throw new Error("The renewals were not invoiced")
  }

  /** Every charge was declined: what the bank says from then on is of the page alone. */
  async function untilTried(): Promise<void> {
    const last = Date.now() + TICK_MS
    while (Date.now() < last) {
      const { runs } = await shop.admin.get<{ runs: { status: string }[] }>("/admin/billing/runs")
      if (runs.length && runs.every(({ status }) => status === "completed")) {
        return
      }
      await new Promise((later) => setTimeout(later, 1000))
    }
    throw new Error("The run did not end")
  }

  const link = async (invoice: string | undefined) => {
    const path = `/admin/billing/invoices/${invoice ?? ""}/payment-links`
    const { payment_link } = newPaymentLinkAnswerSchema.parse(await shop.admin.post(path))
    return { id: payment_link.id, url: `${store.url}${new URL(payment_link.url).pathname}` }
  }

  const visit = async (url: string, { language = "en", ...screen }: Screen = {}): Promise<Page> => {
    const options = { viewport: WIDE, locale: LANGUAGES[language], ...screen }
    const page = await (await browser.newContext(options)).newPage()
    page.setDefaultTimeout(30_000)
    page.on("pageerror", (error) => problems.push(error.message))
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()))
    await page.goto(url)
    return page
  }

  let problems: string[] = []
  beforeEach(() => {
    problems = []
  })
  afterEach(() => {
    // The browser names the status of a page that says why there is no other.
    expect(problems.filter((one) => !/status of (400|403|404)/.test(one))).toEqual([])
  })

  /** Looks at a page: nothing is cut off, axe-core finds nothing, and a picture is kept. */
  const look = async (page: Page, name: string) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    )
    await page.screenshot({ path: join(OUTPUT, `payment-${name}.png`), fullPage: true })
    await page.evaluate(AXE)
    const { violations } = await page.evaluate(() => axe.run())
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))])).toEqual([])
  }
  const RECEIVED = /received your payment/

  it("B30: shows what is owed and why, in both languages and on both screens", async () => {
    const { url } = await link(invoices[0])
    for (const language of ["en", "fr"] as const) {
      for (const viewport of [WIDE, PHONE]) {
        const page = await visit(url, { language, viewport })
        await page.getByRole("heading", { level: 1 }).waitFor()
        expect(await page.locator("html").getAttribute("lang")).toBe(language)
        await look(page, `open-${language}-${viewport.width}`)
        await page.context().close()
      }
    }
    const page = await visit(url)
    await page.getByRole("link", { name: "Français" }).click()
    await page.getByText("Comment souhaitez-vous payer ?").waitFor()
    expect(page.url()).not.toContain(new URL(url).pathname.split("/").pop())
  })

  it("a declined payment is said, and the next try pays; whoever opens the link again finds it paid", async () => {
    await bank("decline")
    const { url } = await link(invoices[0])
    const page = await visit(url, { viewport: PHONE })
    await page.getByRole("button", { name: /Demo card/ }).click()
    await page.getByRole("alert").getByText("declined, and nothing was charged").waitFor()
    await look(page, "declined-en-390")
    await bank("ok")
    await page.getByRole("button", { name: /Demo card/ }).click()
    await page.getByText(RECEIVED).waitFor()
    await look(page, "paid-en-390")
    const again = await visit(url, { language: "fr" })
    await again.getByText("Nous avons reçu votre paiement").waitFor()
    expect(await again.getByRole("button").count()).toBe(0)
    await look(again, "paid-fr-1440")
  })

  it("with the keyboard alone", async () => {
    const page = await visit((await link(invoices[1])).url)
    const focused = () =>
      page.evaluate(() => document.querySelector("a:focus, button:focus")?.textContent?.trim() ?? "")
    await page.keyboard.press("Tab")
    expect(await focused()).toBe("To the content")
    await page.keyboard.press("Enter")
    for (let n = 0; n < 20 && !(await focused()).includes("Demo card"); n += 1) {
      await page.keyboard.press("Tab")
    }
    expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe(
      "solid",
    )
    await page.screenshot({ path: join(OUTPUT, "payment-keyboard.png"), fullPage: true })
    await page.keyboard.press("Enter")
    await page.getByText(RECEIVED).waitFor()
  })

  it("without JavaScript", async () => {
    const page = await visit((await link(invoices[2])).url, { javaScriptEnabled: false })
    await page.getByRole("button", { name: /Card and more/ }).click()
    // What it says by its text, Playwright does not look for in a noscript.
    expect(await page.locator("noscript .note").innerText()).toBe("This form needs JavaScript.")
    await page.screenshot({ path: join(OUTPUT, "payment-without-script.png"), fullPage: true })
    await page.getByRole("button", { name: /Demo card/ }).click()
    await page.getByText(RECEIVED).waitFor()
  })

  it("by Stripe's form, whose card is declined first, and then asks the bank", async () => {
    const page = await visit((await link(invoices[3])).url, { viewport: PHONE })
    await page.getByRole("button", { name: /Card and more/ }).click()
    const card = page.getByLabel("Card number")
    await card.fill("4000000000000002")
    await look(page, "stripe-en-390")
    await page.getByRole("button", { name: "Pay", exact: true }).click()
    await page.getByText("Your card was declined.").waitFor()
    await look(page, "stripe-declined-en-390")
    await card.fill("4000002500003155")
    await page.getByRole("button", { name: "Pay", exact: true }).click()
    await page.getByText(RECEIVED).waitFor()
  })

  it("a debit that takes days is not paid beside", async () => {
    const page = await visit((await link(invoices[4])).url, { language: "fr" })
    await page.getByRole("button", { name: /Carte et autres moyens/ }).click()
    await page.getByLabel("Card number").fill("sepa")
    await page.getByRole("button", { name: "Payer", exact: true }).click()
    await page.getByText("Veuillez ne pas payer une seconde fois").waitFor()
    await look(page, "processing-fr-1440")
    expect(await page.getByRole("button").allTextContents()).toEqual(["Actualiser"])
  })

  it("what the bank asks is confirmed on the page", async () => {
    await bank("action_required")
    const page = await visit((await link(invoices[5])).url)
    await page.getByRole("button", { name: /Demo card/ }).click()
    await page.getByText("Your bank asks you to confirm this payment").waitFor()
    await look(page, "confirm-en-1440")
    await page.getByRole("button", { name: "Confirm the payment" }).click()
    await page.getByText(RECEIVED).waitFor()
    await bank("ok")
  })

  it("C20: a link that was revoked or has ended opens nothing, and says how to go on", async () => {
    const { id, url } = await link(invoices[6])
    const open = await visit(url)
    await shop.admin.post(`/admin/billing/payment-links/${id}/revoke`)
    await open.getByRole("button", { name: /Demo card/ }).click()
    await open.getByRole("heading", { name: "Please open your link again" }).waitFor()
    await look(open, "revoked-while-open-en-1440")
    const revoked = await visit(url, { viewport: PHONE })
    await revoked.getByRole("heading", { name: "This link does not open anything" }).waitFor()
    await look(revoked, "gone-en-390")
    const ended = await link(invoices[6])
    await store.sql(`update billing_payment_link set expires_on = '2020-01-01' where id = '${ended.id}'`)
    const page = await visit(ended.url, { language: "fr" })
    await page.getByRole("heading", { name: "Ce lien n’ouvre rien" }).waitFor()
    await look(page, "gone-fr-1440")
  })
})
