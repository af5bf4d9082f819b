import type { Browser } from "playwright-core"
import { reminderListAnswerSchema } from "../../src/contracts/billing/reminders"
import { buy, variantOfCycle } from "./buy"
import { createPlainProduct, createShop, type Shop } from "./create-shop"
import { launchBrowser, openAdmin, type AdminPage } from "./open-admin"
import { startStore, type RunningStore } from "./start-store"

const TICK_MS = 150_000

describe("messages to customers in a browser", () => {
  let store: RunningStore
  let browser: Browser
  let shop: Shop
  let english: AdminPage
  let french: AdminPage
  let phone: AdminPage

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
    await buy(shop, await variantOfCycle(shop, productId, "month"))
    await shop.admin.post("/admin/billing/clock", { unit: "day", count: 25 })
    await untilReminded()
    browser = await launchBrowser()
    english = await openAdmin(browser, store, { language: "en", width: 1440 })
    french = await openAdmin(browser, store, { language: "fr", width: 1440 })
    phone = await openAdmin(browser, store, { language: "en", width: 390, height: 844 })
  }, 600_000)

  afterAll(async () => {
    await browser?.close()
    await store?.stop()
  }, 60_000)

  /** The job of each minute writes to the customer. */
  async function untilReminded(): Promise<void> {
    const last = Date.now() + TICK_MS
    while (Date.now() < last) {
      const path = "/admin/billing/reminders?template=billing.renewal_upcoming&status=sent"
      if (reminderListAnswerSchema.parse(await shop.admin.get(path)).count) {
        return
      }
      await new Promise((later) => setTimeout(later, 1000))
    }
    throw new Error("No reminder was sent")
  }

  it("B37: what was sent is listed, shown as its reader sees it, and sent again", async () => {
    const { page } = english
    await english.goTo("/billing/messages")
    await english.crumb("Messages").waitFor()
    await page.getByText("clara.meier@example.com").first().waitFor()
    await english.shoot("messages")
    await page.getByRole("button", { name: "Show Renewal ahead to clara.meier@example.com" }).click()
    const dialog = page.getByRole("dialog")
    const frame = page.frameLocator("iframe")
    await frame.getByText("Hello Clara Meier,").waitFor()
    await frame.getByText("Your subscription renews on", { exact: false }).waitFor()
    await english.shoot("message")
    await dialog.getByRole("button", { name: "Send again" }).click()
    await page.getByText("The message is on its way").waitFor()
    const path = "/admin/billing/reminders?template=billing.renewal_upcoming"
    const { reminders } = reminderListAnswerSchema.parse(await shop.admin.get(path))
    expect(reminders[0]).toMatchObject({ status: "sent", attempts: 2 })
  }, 120_000)

  it("B38: the subscription's time line has what was sent", async () => {
    const { subscriptions } = await shop.admin.get<{ subscriptions: { id: string }[] }>("/admin/billing/subscriptions")
    await english.goTo(`/billing/subscriptions/${subscriptions[0]?.id}`)
    await english.page.getByText("Message sent").first().waitFor()
    await english.page.getByText("Renewal ahead").first().waitFor()
    await english.shoot("time-line-messages")
  }, 120_000)

  it("B37: days are typed, a message is turned off, and each is previewed in both languages", async () => {
    const { page } = english
    await english.goTo("/settings/billing-reminders")
    const days = page.getByLabel("Days before a renewal, an end or a due date")
    await days.waitFor()
    await page.getByText("E-mails are sent by").waitFor()
    await days.fill("10, 0")
    await page.getByRole("button", { name: "Save" }).click()
    await page.getByText("Whole numbers from 1 to 90").waitFor()
    await days.fill("10, 3")
    await page.getByRole("switch", { name: "Card expires" }).click()
    await page.getByRole("button", { name: "Save" }).click()
    await page.getByText("The settings are saved").waitFor()
    await english.shoot("reminder-settings")
    const { settings } = await shop.admin.get<{ settings: object }>("/admin/billing/reminders/settings")
    expect(settings).toMatchObject({ days: [10, 3], off: ["billing.card_expiring"] })
    await page.getByRole("button", { name: "Preview: Payment failed" }).click()
    await page.frameLocator("iframe").getByText("We could not charge", { exact: false }).waitFor()
    await english.shoot("reminder-preview")
    await page.getByRole("tab", { name: "Français" }).click()
    await page.frameLocator("iframe").getByText("Nous n’avons pas pu débiter", { exact: false }).waitFor()
    await english.shoot("reminder-preview-in-french")
  }, 120_000)

  it("speaks French, and fits a phone", async () => {
    await french.goTo("/settings/billing-reminders")
    await french.page.getByText("Rappels de facturation").first().waitFor()
    await french.page.getByText("Carte bientôt expirée").waitFor()
    await french.shoot("reminder-settings")
    await french.goTo("/billing/messages")
    await french.page.getByText("Renouvellement à venir").first().waitFor()
    await french.shoot("messages")
    await phone.goTo("/settings/billing-reminders")
    await phone.page.getByText("Card expires", { exact: true }).waitFor()
    expect(await phone.overflow()).toBe(0)
    await phone.shoot("reminder-settings-390")
    await phone.goTo("/billing/messages")
    await phone.page.getByText("Renewal ahead").first().waitFor()
    expect(await phone.overflow()).toBe(0)
    await phone.shoot("messages-390")
    expect([english, french, phone].flatMap(({ problems }) => problems)).toEqual([])
  }, 120_000)
})
