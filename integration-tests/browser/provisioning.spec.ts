import type { Browser } from "playwright-core"
import { ENDPOINT_SECRET, FakeEndpoint } from "../support/fake-endpoint"
import { FakePanel } from "../support/fake-panel"
import { buy, variantOfCycle } from "./buy"
import { createPlainProduct, createShop, type Shop } from "./create-shop"
import { cardWith, launchBrowser, openAdmin, type AdminPage } from "./open-admin"
import { startStore, type RunningStore } from "./start-store"

describe("services in a browser", () => {
  const endpoint = new FakeEndpoint()
  const panel = new FakePanel()
  let store: RunningStore
  let browser: Browser
  let shop: Shop
  let english: AdminPage
  let french: AdminPage
  let phone: AdminPage
  let productId: string
  /** A product that is sold by the month. */
  const sellMonthly = async (title: string, given: object): Promise<string> => {
    const id = await createPlainProduct(shop, title)
    await shop.admin.post(`/admin/billing/products/${id}/offer`, {
      ...{ payment_type: "recurring", collection: { id: collectionId }, ...given },
      cycles: [{ interval: { unit: "month", count: 1 }, prices: [{ currency_code: "eur", amount: "29.90" }] }],
    })
    return id
  }
  let collectionId: string

  beforeAll(async () => {
    await Promise.all([endpoint.outside.start(), panel.outside.start()])
    store = await startStore()
    shop = await createShop(store)
    const { collection } = await shop.admin.post<{ collection: { id: string } }>("/admin/collections", { title: "Web" })
    collectionId = collection.id
    productId = await sellMonthly("Web hosting", { provisioning_type: "webhook" })
    browser = await launchBrowser()
    english = await openAdmin(browser, store, { language: "en", width: 1440 })
    french = await openAdmin(browser, store, { language: "fr", width: 1440 })
    phone = await openAdmin(browser, store, { language: "en", width: 390, height: 844 })
  }, 600_000)

  afterAll(async () => {
    await browser?.close()
    await store?.stop()
    await Promise.all([endpoint.outside.stop(), panel.outside.stop()])
  }, 60_000)

  it("S8: a server is added with its credentials, and reached", async () => {
    const { page } = english
    await english.goTo("/services/servers")
    await page.getByText("No servers yet").waitFor()
    await page.getByRole("button", { name: "Add a server" }).click()
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("Name").fill("Merchant’s system")
    await dialog.getByLabel("Address of the endpoint").fill(endpoint.outside.url)
    await dialog.getByLabel("Signing secret").fill("short")
    await dialog.getByRole("button", { name: "Save" }).click()
    await dialog.getByRole("alert").first().waitFor()
    await english.shoot("server-refused")
    await dialog.getByLabel("Signing secret").fill(ENDPOINT_SECRET)
    await dialog.getByRole("button", { name: "Save" }).click()
    await page.getByText("The server is saved").waitFor()
    await page.getByRole("button", { name: "Test the connection to Merchant’s system" }).click()
    await page.getByText("Merchant’s system is reached").waitFor()
    await english.shoot("servers")
  }, 180_000)

  it("S1, S2: what a product is made as is configured on a page of its own, drawn by the provider's schema", async () => {
    const { page } = english
    await english.goTo(`/products/${productId}`)
    await page.getByRole("link", { name: "Configure" }).click()
    await page.getByLabel("Plan").fill("small")
    await page.getByRole("button", { name: "Save", exact: true }).click()
    await page.getByText("The configuration is saved").waitFor()
    await english.shoot("provisioned-product")
  }, 120_000)

  it("S5: what was refused stands in the queue, with why", async () => {
    const { page } = english
    endpoint.outside.failNext("refused")
    await buy(shop, await variantOfCycle(shop, productId, "month"))
    await english.goTo("/services/queue")
    await page.getByText("Given up").first().waitFor()
    await page.getByText("The server answered 422").first().waitFor()
    await english.shoot("queue")
  }, 180_000)

  it("in French: servers with their form, what a product is made as, the queue, a service and its end", async () => {
    const { page } = french
    await french.goTo("/services/servers")
    await page.getByRole("button", { name: "Tester la connexion à Merchant’s system" }).waitFor()
    await french.shoot("servers")
    await page.getByRole("button", { name: "Ajouter un serveur" }).click()
    await page.getByRole("dialog").getByLabel("Adresse du point d’accès").waitFor()
    await french.shoot("server")
    await french.goTo(`/products/${productId}`)
    await page.getByRole("link", { name: "Configurer" }).click()
    await page.getByLabel("Formule").waitFor()
    await french.shoot("provisioned-product")
    await french.goTo("/services/queue")
    await page.getByText("Abandonné").first().waitFor()
    await french.shoot("queue")
    await french.goTo("/services")
    await page.getByText("Web hosting · Unité 1").waitFor()
    await french.shoot("services")
    await page.getByText("Web hosting · Unité 1").click()
    await page.getByRole("button", { name: "Fournir de nouveau" }).waitFor()
    await french.shoot("service")
    await page.getByRole("button", { name: "Résilier" }).click()
    await page.getByText("Résilier Web hosting définitivement ?").waitFor()
    await french.shoot("service-terminate")
  }, 180_000)

  it("is terminated only when it is meant, and fits a phone", async () => {
    await phone.goTo("/services")
    await phone.page.getByText("Web hosting · Unit 1").waitFor()
    expect(await phone.overflow()).toBe(0)
    await phone.shoot("services-390")
    await phone.page.getByText("Web hosting · Unit 1").click()
    await phone.page.getByRole("button", { name: "Terminate" }).waitFor()
    expect(await phone.overflow()).toBe(0)
    await phone.shoot("service-390")
    await phone.page.getByRole("button", { name: "Terminate" }).click()
    await phone.page.getByText("Terminate Web hosting for good?").waitFor()
    await phone.shoot("service-terminate-390")
  }, 120_000)

  it("S1: what a panel has beside what is known is shown, and becomes a service's instead of a new one", async () => {
    const { page } = english
    const game = await sellMonthly("Game", { provisioning_type: "pterodactyl", auto_create_service: false })
    const credentials = { url: panel.outside.url, api_key: "ptla_0123456789" }
    await shop.admin.post("/admin/provisioning/servers", { provider_id: "pterodactyl", name: "Panel", credentials })
    const configuration = { nest: 1, egg: 5, location: 1 }
    await shop.admin.post(`/admin/provisioning/products/${game}`, { provider_id: "pterodactyl", configuration })
    await buy(shop, await variantOfCycle(shop, game, "month"))
    panel.makeByHand()
    await english.goTo("/services/servers")
    await page.getByRole("row").filter({ hasText: "Panel" }).getByRole("button", { name: "Compare" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByText("Not known here").waitFor()
    await drawer.getByRole("button", { name: "Take over By hand" }).click()
    await drawer.getByRole("combobox", { name: "For which service" }).click()
    await page.getByRole("option", { name: "Game, unit 1" }).click()
    await english.shoot("server-drift")
    await drawer.getByRole("button", { name: "Take over", exact: true }).click()
    await page.getByText("It is being taken over").waitFor()
    await english.goTo("/services")
    await page.getByText("Game · Unit 1").click()
    await page.getByText("Active", { exact: true }).first().waitFor()
    expect(panel.actions).toEqual([])
  }, 120_000)

  it("S5, S6: delivered again, terminated by mistake, and delivered anew with a reason", async () => {
    const { page } = english
    const say = async (action: string) => {
      await page.getByRole("button", { name: action }).click()
      const dialog = page.getByRole("dialog")
      await dialog.getByRole("button", { name: action }).click()
      await dialog.getByText("Write why.").waitFor()
      await dialog.getByLabel("Note").fill("By mistake")
      await english.shoot(`service-${action.toLowerCase().replace(" ", "-")}`)
      await dialog.getByRole("button", { name: action }).click()
    }
    await english.goTo("/services")
    await page.getByText("Web hosting · Unit 1").click()
    await page.getByRole("button", { name: "Deliver again" }).click()
    await page.getByText("Active", { exact: true }).first().waitFor()
    await say("Terminate")
    await page.getByText("Terminated", { exact: true }).first().waitFor()
    await say("Deliver anew")
    await page.getByRole("link", { name: "The other service" }).click()
    await page.getByText("Unit 2").first().waitFor()
    await page.getByText("Made in place of a terminated one").waitFor()
    await english.shoot("service-anew")
    // Its card stands on what it belongs to.
    for (const owner of ["Order", "Subscription"]) {
      await page.getByRole("link", { name: owner, exact: true }).click()
      const card = cardWith(page, "Unit 2")
      await card.getByRole("heading", { name: "Services" }).waitFor()
      await english.shoot(`services-of-${owner.toLowerCase()}`)
      await page.goBack()
    }
    expect([...english.problems, ...french.problems, ...phone.problems]).toEqual([])
  }, 120_000)
})
