import type { Browser } from "playwright-core"
import { priceChangeListAnswerSchema } from "../../src/contracts/billing/price-changes"
import { buy, variantOfCycle } from "./buy"
import { createPlainProduct, createShop, type Shop } from "./create-shop"
import { cardWith, launchBrowser, openAdmin, type AdminPage } from "./open-admin"
import { seenBy } from "./seen-by"
import { startStore, type RunningStore } from "./start-store"

const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

/** What an admin does to running subscriptions, in both languages, on a screen and on a phone. */
describe("changes of subscriptions in a browser", () => {
  let store: RunningStore
  let browser: Browser
  let shop: Shop
  let productId: string
  let promotionId: string
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
    await buy(shop, await variantOfCycle(shop, productId, "month"), 2)
    const application_method = { type: "percentage", target_type: "items", allocation: "across", value: 20 }
    const made = await shop.admin.post<{ promotion: { id: string } }>("/admin/promotions", {
      ...{ code: "SPRING", type: "standard", status: "active", application_method },
    })
    promotionId = made.promotion.id
    browser = await launchBrowser()
    english = await openAdmin(browser, store, { language: "en", ...WIDE })
    french = await openAdmin(browser, store, { language: "fr", ...WIDE })
  }, 600_000)

  afterAll(async () => {
    await browser?.close()
    await store?.stop()
  }, 60_000)

  const see = seenBy("billing-changes", () => [english, french])

  /** On a screen and on a phone, where nothing is cut off. */
  async function look(admin: AdminPage, name: string): Promise<void> {
    await admin.shoot(name)
    await admin.page.setViewportSize(PHONE)
    expect(await admin.overflow()).toBe(0)
    await admin.shoot(`${name}-390`)
    await admin.page.setViewportSize(WIDE)
  }

  async function openSubscription(admin: AdminPage, heading: string): Promise<void> {
    const { subscriptions } = await shop.admin.get<{ subscriptions: { id: string }[] }>("/admin/billing/subscriptions")
    await admin.goTo(`/billing/subscriptions/${subscriptions[0]?.id}`)
    await admin.page.getByRole("heading", { name: heading }).waitFor()
  }

  see("B25: another number of units is looked at, scheduled and taken back", async () => {
    const { page } = english
    await openSubscription(english, "Subscription #1")
    await page.getByRole("button", { name: "Change plan or units" }).click()
    await page.getByRole("dialog").getByLabel("Units").fill("3")
    await page.getByText(/on, with the next invoice/).waitFor()
    await look(english, "change-drawer")
    await page.getByRole("button", { name: "Schedule the change" }).click()
    await page.getByText("The change is scheduled").first().waitFor()
    await page.getByRole("button", { name: "Take the change back" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Take the change back" }).click()
    await page.getByText("The change is taken back").first().waitFor()
    await openSubscription(french, "Abonnement n° 1")
    await french.page.getByRole("button", { name: "Changer l’offre ou les unités" }).click()
    await french.page.getByRole("dialog").getByLabel("Unités").fill("3")
    await french.page.getByText(/avec la prochaine facture/).waitFor()
    await look(french, "change-drawer")
  })

  see("B24: a pause asks for a reason, and says until when", async () => {
    const { page } = english
    await openSubscription(english, "Subscription #1")
    await page.getByRole("button", { name: "Pause", exact: true }).click()
    await page.getByRole("dialog").getByText("Goes on by itself on").waitFor()
    await look(english, "pause-drawer")
    await openSubscription(french, "Abonnement n° 1")
    await french.page.getByRole("button", { name: "Mettre en pause", exact: true }).click()
    await french.page.getByRole("dialog").getByText("Reprend de lui-même le").waitFor()
    await look(french, "pause-drawer")
  })

  see(
    "B22: a customer is asked for consent to a new price, after a look at who pays what from when; the answer is recorded",
    async () => {
      const { page } = english
      await openSubscription(english, "Subscription #1")
      await page.getByRole("button", { name: "Change the price" }).click()
      const drawer = page.getByRole("dialog")
      await drawer.getByText("Nothing would change").waitFor()
      await drawer.getByText("Ask for consent").click()
      await drawer.getByLabel("New price of one unit").fill("33")
      await drawer.getByText("€29.90 → €33.00").waitFor()
      await drawer.getByText(/asked now, answer until/).waitFor()
      await look(english, "price-change-drawer")
      await drawer.getByRole("button", { name: "Ask 1 customer" }).click()
      await page.getByText("The customers are asked").first().waitFor()
      await page.getByRole("button", { name: "Record refusal" }).waitFor()
      await look(english, "price-change-asked")

      await openSubscription(french, "Abonnement n° 1")
      await french.page.getByRole("button", { name: "Noter le refus" }).waitFor()
      await look(french, "price-change-asked")
      await french.page.getByRole("button", { name: "Changer le prix" }).click()
      await french.page.getByRole("dialog").getByText("Les informer à l’avance").click()
      await french.page
        .getByRole("dialog")
        .getByText(/un nouveau prix attend déjà/)
        .waitFor()
      await look(french, "price-change-drawer")

      await page.getByRole("button", { name: "Record refusal" }).click()
      await page.getByRole("alertdialog").getByRole("button", { name: "Record refusal" }).click()
      await page.getByText("New price refused").first().waitFor()
      const answer = await shop.admin.get("/admin/billing/price-changes")
      expect(priceChangeListAnswerSchema.parse(answer).price_changes).toMatchObject([{ status: "refused" }])
      await english.goTo("/billing/price-changes")
      await english.crumb("New prices").waitFor()
      await page.getByText("clara.meier@example.com").waitFor()
      await look(english, "price-changes")
      await french.goTo("/billing/price-changes")
      await french.page.getByText("Refusé").first().waitFor()
      await look(french, "price-changes")
    },
  )

  see("B28: a promotion says on which bills its code is given", async () => {
    const { page } = english
    await english.goTo(`/promotions/${promotionId}`)
    const card = cardWith(page, "Code on renewals")
    await card.getByRole("combobox", { name: "Code on renewals" }).click()
    await page.getByRole("option", { name: "A number of cycles" }).click()
    await card.getByLabel("Number of cycles").fill("6")
    await card.getByRole("button", { name: "Save" }).click()
    await page.getByText("The code’s renewals are saved").first().waitFor()
    await look(english, "promotion-renewals")
    const said = await shop.admin.get<{ coupon: object }>(`/admin/discounts/promotions/${promotionId}/renewals`)
    expect(said.coupon).toMatchObject({ renewals: "cycles", renewal_cycles: 6 })
    await french.goTo(`/promotions/${promotionId}`)
    await french.page.getByText("Code aux renouvellements").first().waitFor()
    await look(french, "promotion-renewals")
  })

  see("B13: the links of an offer are shown, or what keeps them from working", async () => {
    await english.goTo(`/products/${productId}`)
    await cardWith(english.page, "How this product is sold.").getByRole("button", { name: "Links" }).click()
    await english.page.getByRole("dialog").getByText("Links to buy it").waitFor()
    await look(english, "offer-links")
    await french.goTo(`/products/${productId}`)
    await french.page.getByRole("button", { name: "Liens", exact: true }).click()
    await french.page.getByRole("dialog").getByText("Liens d’achat").waitFor()
    await look(french, "offer-links")
    expect([english, french].flatMap(({ problems }) => problems)).toEqual([])
  })
})
