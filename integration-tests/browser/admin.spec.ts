import { readFileSync } from "fs"
import type { Browser } from "playwright-core"
import { clockAnswerSchema } from "../../src/contracts/billing/clock"
import { invoiceDetailAnswerSchema, invoiceListAnswerSchema } from "../../src/contracts/billing/invoices"
import { offerListAnswerSchema } from "../../src/contracts/billing/offers"
import { runDetailAnswerSchema, runListAnswerSchema } from "../../src/contracts/billing/runs"
import {
  priceMigrationAnswerSchema,
  subscriptionDetailAnswerSchema,
  subscriptionListAnswerSchema,
} from "../../src/contracts/billing/subscription-answers"
import { buy, variantOfCycle } from "./buy"
import { createPlainProduct, createShop, type Shop } from "./create-shop"
import { cardWith, editOffer, launchBrowser, openAdmin, type AdminPage } from "./open-admin"
import { seenBy } from "./seen-by"
import { startStore, type RunningStore } from "./start-store"

describe("the admin in a browser", () => {
  let store: RunningStore
  let browser: Browser
  let shop: Shop
  let productId: string
  let english: AdminPage
  let french: AdminPage

  beforeAll(async () => {
    store = await startStore()
    shop = await createShop(store)
    productId = await createPlainProduct(shop, "Managed hosting")
    browser = await launchBrowser()
    english = await openAdmin(browser, store, { language: "en" })
    french = await openAdmin(browser, store, { language: "fr" })
  }, 600_000)

  afterAll(async () => {
    await browser?.close()
    await store?.stop()
  }, 60_000)

  /** A test that keeps what was on screen when it failed. */
  const see = seenBy("admin", () => [english, french])

  async function billAMonthLater(): Promise<void> {
    const { page } = english
    await english.goTo("/billing/runs")
    await page.getByRole("button", { name: "+1 month" }).click()
    await page.getByText("The clock was pushed").first().waitFor()
    await page.getByRole("button", { name: "Start a run" }).first().click()
    await page.getByText("subscription is due").waitFor()
    await english.shoot("run-preview")
    await page.getByRole("button", { name: "Start", exact: true }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Start", exact: true }).click()
    await page.getByRole("heading", { name: /Billing run of/ }).waitFor()
    await page.getByText("Completed").waitFor({ timeout: 60_000 })
  }

  /** Turns the demo provider's switch, beside the demo clock. */
  async function answerCards(before: string, after: string): Promise<void> {
    const { page } = english
    await english.goTo("/billing/runs")
    await page.getByRole("combobox", { name: "How cards answer" }).filter({ hasText: before }).click()
    await page.getByRole("option", { name: after, exact: true }).click()
    await page.getByText("Cards answer like this from now on").first().waitFor()
  }

  async function openFirstSubscription(): Promise<void> {
    await english.goTo("/billing/subscriptions")
    await english.page.getByRole("link", { name: "#1", exact: true }).click()
    await english.page.getByRole("heading", { name: "Subscription #1" }).waitFor()
  }

  see("B2, B5, B8, B9: sets a product up as a recurring offer, its prices filled by the calculator", async () => {
    const { page } = english
    await english.goTo(`/products/${productId}`)
    await page.getByRole("button", { name: "Set up an offer" }).click()
    await page.getByRole("combobox", { name: "Group" }).click()
    await page.getByRole("option", { name: "A new collection …" }).click()
    await page.getByPlaceholder("Name of a new collection").fill("Hosting")

    for (const name of ["Quarterly", "Annual"]) {
      await page.getByRole("button", { name: "Add a cycle" }).click()
      const added = page
        .getByRole("listitem")
        .filter({ has: page.getByLabel("Price") })
        .last()
      await added.getByRole("combobox", { name: "Billing cycle" }).click()
      await page.getByRole("option", { name, exact: true }).click()
    }
    for (const [currency, monthly] of [
      ["EUR", "30"],
      ["CHF", "28.50"],
    ] as const) {
      await page.getByRole("tab", { name: currency }).click()
      await page.getByRole("listitem", { name: "Monthly" }).getByLabel("Set-up fee").fill("15")
      await page.getByRole("button", { name: "Calculator" }).click()
      await page.getByLabel(`Monthly price in ${currency}`).fill(monthly)
      await page.getByLabel("Percentage off, Annual").fill("10")
      if (currency === "EUR") {
        await english.shoot("offer-calculator")
      }
      await page.getByRole("button", { name: "Fill in the prices" }).click()
    }
    await page.getByRole("tab", { name: "EUR" }).click()
    await page.getByRole("listitem", { name: "Annual" }).getByText("Saves €36.00 (10%)").waitFor()
    await english.shoot("offer-editor")
    await page.getByRole("button", { name: "Save" }).click()
    await page.getByText("The offer is saved", { exact: true }).first().waitFor()

    await page.getByRole("listitem").filter({ hasText: "€324.00" }).waitFor()
    await english.shoot("product-offer")
    await page.getByRole("button", { name: "All prices" }).click()
    await page.getByRole("dialog").getByRole("cell", { name: "€324.00" }).waitFor()
    await english.shoot("offer-prices")
    const { offer } = await shop.admin.get<{
      offer: { cycles: { prices: { currency_code: string; amount: string }[] }[] }
    }>(`/admin/billing/products/${productId}/offer`)
    const inFrancs = offer.cycles.map(({ prices }) => prices.find((price) => price.currency_code === "chf")?.amount)
    expect(inFrancs.map(Number)).toEqual([28.5, 85.5, 307.8])
  })

  see("B20: finds the subscription of a purchase in the list, and opens it", async () => {
    const orderId = await buy(shop, await variantOfCycle(shop, productId, "month"), 2)
    const { page } = english
    await english.goTo("/billing/subscriptions")
    await page.getByPlaceholder("Search").fill("clara.meier")
    const row = page.getByRole("row").filter({ hasText: "clara.meier@example.com" })
    await row.getByText("Active").waitFor()
    await row.getByText("€60.00").waitFor()
    await english.shoot("subscriptions")
    await row.getByRole("link").first().click()
    await page.getByRole("heading", { name: "Subscription #1" }).waitFor()
    await page.getByText("Upcoming invoice").waitFor()
    await english.crumb("#1").waitFor()
    await english.shoot("subscription-new")

    await english.goTo(`/orders/${orderId}`)
    await page.getByRole("link", { name: "#1" }).last().waitFor()
    await english.shoot("order")
    await english.goTo(`/customers/${shop.customerId}`)
    await page.getByText("2 × ").first().waitFor()
    await english.shoot("customer")
  })

  see("B38, B39: pushes the clock, starts a run, sees it through, and finds the renewal paid", async () => {
    const { page } = english
    await billAMonthLater()
    await english.crumb(/^\w+ \d+, \d{4}$/).waitFor()
    await english.shoot("run")
    await openFirstSubscription()
    await page.getByText("Attempt 1").waitFor()
    await page
      .getByRole("button", { name: /Show invoice/ })
      .first()
      .click()
    await page.getByRole("dialog").getByText("Lindenstraße 4").waitFor()
    await english.shoot("invoice")
    await page.keyboard.press("Escape")

    await page.getByRole("row").getByRole("link", { name: "Order" }).first().click()
    await page.getByText("Renews", { exact: true }).waitFor()
    await english.shoot("renewal-order")
    await page.getByRole("link", { name: "Subscription #1" }).click()
    await page.getByRole("heading", { name: "Subscription #1" }).waitFor()
  })

  see("B20, B23: splits a unit off, and ends the new subscription at once, after a question", async () => {
    const { page } = english
    await openFirstSubscription()
    await page.getByRole("button", { name: "Split units of Managed hosting off" }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Split off" }).click()
    await page.getByRole("heading", { name: "Subscription #2" }).waitFor()
    await page.getByRole("button", { name: "Cancel subscription" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("radio", { name: "Now" }).click()
    await drawer.getByLabel("Reason").fill("Not needed")
    await drawer.getByRole("button", { name: "Cancel subscription" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "End it now" }).click()
    await page.getByText("Canceled on").waitFor()
    await page.getByRole("button", { name: "Cancel subscription" }).waitFor({ state: "detached" })
  })

  see("B32, B38: shows a declined charge with the provider's reason, and the subscription past due", async () => {
    const { page } = english
    await answerCards("They pay", "Declined: not enough funds")
    await billAMonthLater()
    const failure = page.getByRole("row").filter({ hasText: "There was not enough money." })
    await failure.getByRole("link", { name: "#1" }).waitFor()
    await english.shoot("run-failures")
    await answerCards("Declined: not enough funds", "They pay")
    await openFirstSubscription()
    await page.getByText("There was not enough money.", { exact: false }).first().waitFor()
    await page.getByText("Past due").first().waitFor()
    await english.shoot("subscription")
    await english.goTo("/billing/runs")
    await page.getByText("Completed").first().waitFor()
    await english.shoot("runs")
    await english.goTo("/billing")
    await page.getByText("1 open invoice").waitFor()
    await english.shoot("billing-overview")
    await page
      .getByRole("listitem")
      .filter({ hasText: "Past due" })
      .getByRole("link", { name: "1", exact: true })
      .click()
    await page.waitForURL(/subscriptions\?status=past_due/)
  })

  see("B23: cancels at the period's end with a reason, and undoes it", async () => {
    const { page } = english
    await openFirstSubscription()
    await page.getByRole("button", { name: "Cancel subscription" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("button", { name: "Cancel subscription" }).click()
    await drawer.getByText("Say why, so that the time line tells it.").waitFor()
    await drawer.getByLabel("Reason").fill("Moves to another city")
    await english.shoot("cancel")
    await drawer.getByRole("button", { name: "Cancel subscription" }).click()
    await page.getByText("Cancellation scheduled").waitFor()
    await english.goTo("/billing/subscriptions")
    await page
      .getByRole("row")
      .filter({ hasText: "#1" })
      .getByText(/^ends /)
      .waitFor()
    await english.shoot("subscriptions-states")
    await openFirstSubscription()
    await page.getByRole("button", { name: "Undo cancellation" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Undo cancellation" }).click()
    await page.getByText("Cancellation undone").waitFor()
  })

  see("B22: asks before what was typed is lost; a new price reaches a subscription when an admin says so", async () => {
    const { page } = english
    await english.goTo(`/products/${productId}`)
    await editOffer(page).click()
    const price = page.getByRole("listitem", { name: "Monthly" }).getByLabel("Price")
    await price.fill("33.333")
    await page.getByRole("button", { name: "Save" }).click()
    await page.getByText("Not an amount in EUR, such as 12.30").waitFor()
    await page.keyboard.press("Escape")
    await page.getByRole("alertdialog").getByRole("button", { name: "Back" }).click()
    await price.fill("33")
    await page.getByRole("button", { name: "Save" }).click()
    await page.getByText("The offer is saved", { exact: true }).first().waitFor()

    await english.goTo("/billing/subscriptions")
    await page.getByRole("row").filter({ hasText: "#1" }).getByRole("checkbox").click()
    await page.getByRole("button", { name: "Change the price" }).click()
    await page.getByText("€30.00 → €33.00").waitFor()
    await english.shoot("migrate-price")
    await page.getByRole("button", { name: "Move 1 item" }).click()
    await page.getByText("The new price holds from the next renewal on").waitFor()
    await openFirstSubscription()
    await page.getByText("New price", { exact: true }).first().waitFor()
  })

  see("filters by status, sorts, and opens a row by the keyboard; the address keeps what was asked for", async () => {
    const { page } = english
    await english.goTo("/billing/subscriptions")
    const rows = page.locator("tbody tr")
    await rows.nth(1).waitFor()
    await page.getByRole("button", { name: "Number" }).click()
    await page.waitForURL(/order=-display_id/)
    await page.getByRole("button", { name: "Number" }).click()
    await page.waitForURL(/order=display_id/)
    await rows.first().getByRole("link", { name: "#1", exact: true }).waitFor()

    await page.locator("main button[aria-haspopup=menu]").first().click()
    await page.getByRole("menuitem", { name: "Status" }).click()
    await page.getByRole("button", { name: "Canceled" }).click()
    await page.waitForURL(/status=canceled/)
    // The list follows first: on a slow machine Medusa's filter menu loses what was chosen if it is closed at once.
    // While the menu is open the page behind it has no roles.
    await rows.first().getByText("#2", { exact: true }).waitFor()
    await page.keyboard.press("Escape")
    await rows.first().getByRole("link", { name: "#2" }).waitFor()
    expect(await rows.count()).toBe(1)
    await page.reload()
    await rows.first().getByRole("link", { name: "#2" }).focus()
    await page.keyboard.press("Enter")
    await page.getByRole("heading", { name: "Subscription #2" }).waitFor()
  })

  see("B10: hides an offer in one click, and shows it again", async () => {
    const { page } = english
    await english.goTo("/offers")
    await page.getByRole("button", { name: "Managed hosting is visible. Hide it." }).click()
    await page.getByRole("button", { name: "Managed hosting is hidden. Show it." }).waitFor()
    await english.shoot("offers")
    await page.getByRole("button", { name: "Managed hosting is hidden. Show it." }).click()
    await page.getByRole("button", { name: "Managed hosting is visible. Hide it." }).waitFor()
  })

  see("B38: lists the invoices, finds those that nobody paid, and shows one", async () => {
    const { page } = english
    await english.goTo("/billing/invoices")
    await page.getByRole("row").nth(3).waitFor()
    await english.shoot("invoices")
    await english.goTo("/billing/invoices?payment=open")
    await page.getByRole("row").nth(1).getByText("Open").waitFor()
    expect(await page.getByRole("row").count()).toBe(2)
    await page.getByRole("button", { name: /Show invoice/ }).click()
    await page.getByText("As it was issued. An invoice never changes.").waitFor()
  })

  see("says in the user's words that something is not there, without its id", async () => {
    await english.goTo("/billing/subscriptions/bsub_nobody")
    const alert = english.page.getByRole("alert").filter({ hasText: "It is no longer there" })
    await alert.waitFor()
    await alert.getByRole("button", { name: "Try again" }).waitFor()
    await english.shoot("error")
  })

  see("speaks French, too", async () => {
    const { page } = french
    await french.goTo("/billing/subscriptions")
    await page.getByRole("heading", { name: "Abonnements" }).waitFor()
    await page.getByRole("row").getByText("En retard").waitFor()
    await french.shoot("subscriptions")
    await page.getByRole("link", { name: "#1", exact: true }).click()
    await page.getByRole("heading", { name: "Abonnement n° 1" }).waitFor()
    await page.getByText("Renouvellements").waitFor()
    await french.shoot("subscription")
    await french.goTo("/billing/runs")
    await page.getByRole("heading", { name: "Passages de facturation" }).waitFor()
    await page.getByText("Terminé").first().waitFor()
    await french.shoot("runs")
    await page.getByRole("row").nth(1).getByRole("link").click()
    await page.getByRole("heading", { name: "1 n’a pas été payé" }).waitFor()
    await french.shoot("run-failures")
    await french.goTo("/billing")
    await page.getByText("Dernier passage").waitFor()
    await french.shoot("billing-overview")
    await french.goTo("/billing/invoices")
    await page.getByRole("row").nth(3).waitFor()
    await french.shoot("invoices")
    await french.goTo("/offers")
    await page.getByText("Managed hosting").waitFor()
    await french.shoot("offers")
    await french.goTo(`/products/${productId}`)
    await page.getByText("La façon dont ce produit est vendu.").waitFor()
    await cardWith(page, "La façon dont ce produit est vendu.")
      .getByRole("button", { name: "Modifier", exact: true })
      .click()
    await page.getByText("Cycles de facturation").waitFor()
    await french.shoot("offer-editor")
  })

  see("fits a narrow screen", async () => {
    const narrow = await openAdmin(browser, store, { language: "en", width: 390, height: 844 })
    const { page } = narrow
    await narrow.goTo("/billing/subscriptions")
    await page.getByRole("link", { name: "#1", exact: true }).waitFor()
    await narrow.shoot("narrow-subscriptions")
    expect(await narrow.overflow()).toBe(0)
    await page.getByRole("link", { name: "#1", exact: true }).click()
    await page.getByText("Attempt 1").first().waitFor()
    await narrow.shoot("narrow-subscription")
    expect(await narrow.overflow()).toBe(0)
    await narrow.goTo("/billing/runs")
    await page.getByText("Completed").first().waitFor()
    await narrow.shoot("narrow-runs")
    expect(await narrow.overflow()).toBe(0)
    await page.getByRole("button", { name: "Start a run" }).click()
    await page.getByText("Nothing is due by this day.").waitFor()
    await narrow.shoot("narrow-run-preview")
    expect(await narrow.overflow()).toBe(0)
    await page.keyboard.press("Escape")
    await page.getByRole("row").nth(1).getByRole("link").click()
    await page.getByRole("heading", { name: "1 was not paid" }).waitFor()
    await narrow.shoot("narrow-run-failures")
    expect(await narrow.overflow()).toBe(0)
    await narrow.goTo("/billing/invoices")
    await page.getByRole("row").nth(3).waitFor()
    await narrow.shoot("narrow-invoices")
    expect(await narrow.overflow()).toBe(0)
    await narrow.goTo("/billing")
    await page.getByText("Latest run").waitFor()
    await narrow.shoot("narrow-billing-overview")
    expect(await narrow.overflow()).toBe(0)
    await narrow.goTo("/offers")
    await page.getByText("Managed hosting").waitFor()
    await narrow.shoot("narrow-offers")
    expect(await narrow.overflow()).toBe(0)
    await narrow.goTo(`/products/${productId}`)
    await page.getByText("How this product is sold.").waitFor()
    await editOffer(page).click()
    await page.getByText("Billing cycles").waitFor()
    await narrow.shoot("narrow-offer-editor")
    expect(await narrow.overflow()).toBe(0)
  })

  see("B38: an invoice has a page; a refund asks for its reason, and stands in the account", async () => {
    const { page } = english
    await english.goTo("/billing/invoices")
    await page.getByRole("link", { name: "INV-000001" }).click()
    await page.getByRole("heading", { name: /-000001/ }).waitFor()
    await english.crumb("INV-000001").waitFor()
    await page.getByRole("button", { name: "Refund", exact: true }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("Amount").fill("10")
    await drawer.getByRole("button", { name: "Refund", exact: true }).click()
    await drawer.getByText("Say why: it stays with the invoice").waitFor()
    await drawer.getByLabel("Reason").fill("Set up late")
    await english.shoot("invoice-refund")
    await drawer.getByRole("button", { name: "Refund", exact: true }).click()
    await page.getByText("Refunded", { exact: true }).first().waitFor()
    await page.getByText("Given back", { exact: true }).waitFor()
    await page.getByRole("link", { name: "CN-000001" }).waitFor()
  })

  see(
    "B52: an invoice's PDF is kept from its page; who gave back and why stands beside it, and what was sent",
    async () => {
      const { page } = english
      await english.goTo("/billing/invoices")
      await page.getByRole("link", { name: "INV-000001" }).click()
      const saving = page.waitForEvent("download")
      await page.getByRole("button", { name: /PDF.*INV-000001|INV-000001.*PDF/ }).click()
      const saved = await saving
      expect(saved.suggestedFilename()).toBe("INV-000001.pdf")
      expect(readFileSync(await saved.path(), "latin1").slice(0, 5)).toBe("%PDF-")
      await page.getByText(/Set up late/).waitFor()
      await page.getByRole("heading", { name: "Messages" }).waitFor()
      await page.getByText("Payment link").first().waitFor()
    },
  )

  see("B52: documents get a colour and a footer; a wrong colour is said, and nothing is saved", async () => {
    const { page } = english
    await english.goTo("/settings/billing-documents")
    await page.getByLabel("Footer").fill("Thank you for your trust")
    await page.locator("#document-color").fill("reddish")
    await page.getByRole("button", { name: "Save" }).click()
    await page.getByText("A colour is written like #1f2937.").waitFor()
    const saved = () => shop.admin.get<{ look: { footer: string | null } }>("/admin/billing/documents/look")
    expect((await saved()).look.footer).toBeNull()
    await page.locator("#document-color").fill("#0f5c7a")
    await page.getByRole("button", { name: "Save" }).click()
    await page.getByText("The look of documents was saved").waitFor()
    expect((await saved()).look).toMatchObject({ footer: "Thank you for your trust", accent_color: "#0f5c7a" })
    await english.shoot("document-settings")
  })

  see("B38: invoices are listed of one order, chosen by its number, and of all again", async () => {
    const { page } = english
    await english.goTo("/billing/invoices")
    await page.getByRole("button", { name: "Order", exact: true }).click()
    await page.getByRole("option").filter({ hasText: "#1" }).last().click()
    await page.keyboard.press("Escape")
    await page.waitForURL(/order_id=order_/)
    await page.getByText("Order: #1", { exact: true }).waitFor()
    await page.getByRole("button", { name: /Order: #1/ }).click()
    await page.waitForURL((url) => !url.search.includes("order_id"))
  })

  see("B38: the dunning board has what is overdue, and is narrowed to a stage", async () => {
    const { page } = english
    await english.goTo("/billing/dunning")
    await page.getByRole("row").filter({ hasText: "Managed hosting" }).getByText("Tried again").waitFor()
    await page.locator("main button[aria-haspopup=menu]").first().click()
    await page.getByRole("menuitem", { name: "Stage" }).click()
    await page.getByRole("listitem").filter({ hasText: "Suspended" }).click()
    await page.waitForURL(/stage=suspended/)
    await page.locator("tbody").getByText("Managed hosting").waitFor({ state: "detached" })
    await english.goTo("/billing/dunning?stage=retrying")
    await page.getByRole("row").filter({ hasText: "Managed hosting" }).waitFor()
  })

  see("B38: a part that was transferred is marked as paid; more than is open is said, and is not sent", async () => {
    const { page } = english
    const { invoices } = await shop.admin.get<{ invoices: { id: string; number: string }[] }>(
      "/admin/billing/invoices?payment=open",
    )
    await english.goTo(`/billing/invoices/${invoices[0]?.id}`)
    await page.getByRole("button", { name: "Mark as paid" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("Reason").fill("Transfer of the 3rd")
    await drawer.getByLabel("Amount").fill("9999")
    await drawer.getByRole("button", { name: "Mark as paid" }).click()
    await drawer.getByText("Enter an amount above zero", { exact: false }).waitFor()
    await drawer.getByLabel("Amount").fill("10")
    await english.shoot("invoice-mark-paid")
    await drawer.getByRole("button", { name: "Mark as paid" }).click()
    await page.getByText("Marked as paid").first().waitFor()
    await page.getByText("Partly paid").first().waitFor()
    const read = await shop.admin.get<{ invoice: object }>(`/admin/billing/invoices/${invoices[0]?.id}`)
    expect(read.invoice).toMatchObject({ payment: { status: "partly_paid", paid_total: "10.00" } })
  })

  const PAGES = {
    en: {
      invoice: "Entries",
      dunning: "Subscriptions that owe",
      settings: "Late payments",
      documents: "Documents",
    },
    fr: {
      invoice: "Écritures",
      dunning: "Abonnements en retard",
      settings: "Retards de paiement",
      documents: "Documents",
    },
  } as const
  for (const language of ["en", "fr"] as const) {
    for (const width of [1440, 390]) {
      see(`an invoice, the dunning board and the settings of billing at ${width} px, in ${language}`, async () => {
        const { invoices } = await shop.admin.get<{ invoices: { id: string; number: string }[] }>(
          "/admin/billing/invoices",
        )
        const refunded = invoices.find(({ number }) => number === "INV-000001")
        const admin = await openAdmin(browser, store, { language, width })
        for (const [name, path] of [
          ["invoice", `/billing/invoices/${refunded?.id}`],
          ["dunning", "/billing/dunning"],
          ["settings", "/settings/billing"],
          ["documents", "/settings/billing-documents"],
        ] as const) {
          await admin.goTo(path)
          await admin.page.getByRole("heading", { name: PAGES[language][name], exact: true }).waitFor()
          if (name === "dunning") {
            await admin.page.getByRole("row").filter({ hasText: "Managed hosting" }).waitFor()
          }
          await admin.shoot(`${name}-page-${width}`)
          expect(await admin.overflow()).toBe(0)
        }
        expect(admin.problems).toEqual([])
      })
    }
  }

  it("the Admin API answers as the contracts say, which the pages' types are inferred from", async () => {
    const of = (path: string) => shop.admin.get<Record<string, unknown>>(`/admin/billing/${path}`)
    const { subscriptions } = subscriptionListAnswerSchema.parse(await of("subscriptions"))
    expect(subscriptions).toHaveLength(2)
    const { subscription } = await of(`subscriptions/${subscriptions[1]?.id}`)
    const detail = subscriptionDetailAnswerSchema.parse(subscription)
    expect(detail.renewals.flatMap(({ attempts }) => attempts).length).toBeGreaterThan(1)
    expect([detail.events.length > 3, detail.invoices.length > 1, detail.upcoming !== null]).toEqual([true, true, true])

    const { invoices } = invoiceListAnswerSchema.parse(await of("invoices"))
    const { invoice } = await of(`invoices/${invoices[0]?.id}`)
    expect(invoiceDetailAnswerSchema.parse(invoice).document.number).toBe(invoices[0]?.number)
    const { runs } = runListAnswerSchema.parse(await of("runs"))
    const { run } = await of(`runs/${runs[0]?.id}`)
    expect(runDetailAnswerSchema.parse(run).shares.length).toBeGreaterThan(0)
    expect(clockAnswerSchema.parse((await of("clock")).clock).demo).toBe(true)
    expect(offerListAnswerSchema.parse(await of("offers")).offers).toHaveLength(1)
    const ids = subscriptions.map(({ id }) => id)
    const dryRun = await shop.admin.post("/admin/billing/subscriptions/migrate-price", { ids, dry_run: true })
    expect(priceMigrationAnswerSchema.parse(dryRun).unchanged.length).toBeGreaterThan(0)
  })

  it("no page threw an error", () => {
    expect([...english.problems, ...french.problems]).toEqual([])
  })
})
