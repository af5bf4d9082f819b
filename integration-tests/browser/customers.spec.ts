import { LEADS } from "../../demo/data/leads"
import { buy } from "./buy"
import { createPlainProduct, type Shop } from "./create-shop"
import { openAdmin, type AdminPage } from "./open-admin"
import { OPENING_MS, openScene, type Scene } from "./open-scene"
import { seenBy } from "./seen-by"
import { variantOf } from "./variant-of"

interface WithId {
  id: string
}

describe("the pipeline of customers in a browser", () => {
  let scene: Scene
  let shop: Shop
  let english: AdminPage
  let french: AdminPage
  let phone: AdminPage
  let claraId: string
  let orderId: string

  beforeAll(async () => {
    scene = await openScene()
    ;({ shop, english, french } = scene)
    phone = await openAdmin(scene.browser, scene.store, { language: "fr", width: 390, height: 844 })
    const { clock } = await shop.admin.get<{ clock: { today: string } }>("/admin/billing/clock")
    for (const { profile, notes } of LEADS) {
      const given = Object.entries(profile).filter(([, value]) => value !== null)
      const made = await shop.admin.post<{ profile: WithId }>("/admin/crm/profiles", Object.fromEntries(given))
      for (const { text, priority, followUpInDays } of notes) {
        const follow_up_on = followUpInDays !== null && followUpInDays <= 0 ? clock.today : null
        await shop.admin.post(`/admin/crm/profiles/${made.profile.id}/notes`, { text, priority, follow_up_on })
      }
    }
    const productId = await createPlainProduct(shop, "Web hosting", { eur: 29.9 })
    orderId = await buy(shop, await variantOf(shop, productId))
    const metadata = { channel: "quick_order", purchase_order_number: "PO 4711", wanted_on: "2027-01-31" }
    await shop.admin.post(`/admin/orders/${orderId}`, { metadata })
    claraId = (await untilCurrent()).id
  }, OPENING_MS)

  afterAll(async () => {
    await scene?.close()
  }, 60_000)

  const it = seenBy("customers", () => [english, french, phone])

  /** By the first order, which an event tells of. */
  async function untilCurrent(): Promise<WithId> {
    for (;;) {
      const path = `/admin/crm/customers/${shop.customerId}`
      const { profile } = await shop.admin.get<{ profile: (WithId & { status: string }) | null }>(path)
      if (profile?.status === "current") {
        return profile
      }
      await new Promise((later) => setTimeout(later, 500))
    }
  }

  it("C1, C2: current on top, potential below, found by a part of the phone, filtered with counts", async () => {
    const { page } = english
    await english.goTo("/crm")
    await english.crumb("Pipeline").waitFor()
    await page.getByRole("link", { name: "Clara Meier" }).waitFor()
    await page.getByText("follow-ups are due").waitFor()
    await english.shoot("customers")
    await page.getByRole("searchbox", { name: "Search customers" }).fill("668 18")
    await page.getByText("1 customer", { exact: true }).waitFor()
    await page.getByRole("link", { name: "Müller Haustechnik AG" }).waitFor()
    await page.getByRole("button", { name: "Clear all" }).click()
    await page.getByRole("button", { name: /^Hot/ }).click()
    await page.getByRole("button", { name: /^Potential/ }).click()
    await page.getByRole("heading", { name: "Current customers" }).waitFor({ state: "detached" })
    await page.getByRole("button", { name: "Saved filters" }).click()
    await page.getByRole("textbox", { name: "Name of this filter" }).fill("Hot leads")
    await page.getByRole("button", { name: "Save", exact: true }).click()
    await page.getByRole("button", { name: "Hot leads", exact: true }).waitFor()
    await english.shoot("customers-saved-filters")
    await page.keyboard.press("Escape")
  })

  it("C3, C5, C8: a lead is made, gets a note, which is edited and followed up, and another temperature", async () => {
    const { page } = english
    await english.goTo("/crm/new")
    await page.getByRole("textbox", { name: "E-mail" }).fill("nobody")
    await page.getByRole("button", { name: "Create", exact: true }).click()
    await page.getByText("This is required").waitFor()
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Neue Kunden <b>AG</b>")
    await page.getByRole("button", { name: "Create", exact: true }).click()
    await page.getByText("Not an e-mail address").waitFor()
    await english.shoot("new-customer")
    await page.getByRole("textbox", { name: "E-mail" }).fill("info@neue-kunden.example")
    await page.getByRole("textbox", { name: "VAT number" }).fill("CHE-107.787.577")
    await page.getByRole("button", { name: "Create", exact: true }).click()
    await page.getByRole("heading", { name: "Neue Kunden <b>AG</b>" }).waitFor()
    await page.getByRole("button", { name: "Write a note" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("textbox", { name: "Text" }).fill("<i>Call</i> on Monday")
    await drawer.getByRole("combobox", { name: "Priority" }).click()
    await page.getByRole("option", { name: "High" }).click()
    await drawer.getByRole("button", { name: "Save" }).click()
    await page.getByText("<i>Call</i> on Monday").waitFor()
    await page.getByRole("button", { name: "Temperature" }).click()
    await page.getByRole("menuitemradio", { name: "Hot" }).click()
    await page.getByText("The temperature is saved").waitFor()
    await page.getByText("Temperature", { exact: true }).first().waitFor()
    await english.shoot("customer-lead")
  })

  it("C4: the detail page and Medusa's own customer page show what each room has of a customer", async () => {
    await english.goTo(`/crm/${claraId}`)
    await english.page.getByText("Ordered: current from now on").waitFor()
    await english.page
      .getByRole("link", { name: /^#\d+$/ })
      .first()
      .waitFor()
    await english.page.getByRole("heading", { name: "Quick-order link" }).waitFor()
    await english.shoot("customer-detail")
    await french.goTo(`/crm/${claraId}`)
    await french.page.getByText("A commandé : client actuel").waitFor()
    await french.shoot("customer-detail")
    await english.goTo(`/customers/${shop.customerId}`)
    await english.page.getByRole("heading", { name: "Customer profile" }).waitFor()
    await english.page.getByText("No notes yet").waitFor()
    await english.shoot("customer-widget")
    await english.goTo(`/orders/${orderId}`)
    await english.page.getByText("PO 4711").waitFor()
    await english.page.getByText("Jan 31, 2027").waitFor()
  })

  it("C20: a lead without an account gets a quick-order link on their page, shown once", async () => {
    const { page } = english
    const { profiles } = await shop.admin.get<{ profiles: WithId[] }>("/admin/crm/profiles?q=vesuvio")
    await english.goTo(`/crm/${profiles[0]?.id}`)
    await page.getByRole("button", { name: "Create a link" }).click()
    await page.getByText("Copy it now").waitFor()
    expect(await page.getByLabel("Address of the quick-order link").inputValue()).toMatch(
      /\/pages\/quick-order\/[\w-]{43}$/,
    )
    await page.reload()
    await page.getByText("Not used yet").waitFor()
    expect(await page.getByLabel("Address of the quick-order link").count()).toBe(0)
  })

  it("C2, C7: on the board a card is dragged, and moved by its menu with the keyboard alone", async () => {
    const { page } = english
    await english.goTo("/crm/board")
    const card = page.locator('[data-board-card="Imprimerie Duval"]')
    const warm = page.getByRole("region", { name: "Warm" })
    await card.waitFor()
    await english.shoot("customer-board")
    await card.scrollIntoViewIfNeeded()
    const [from, to] = [await card.boundingBox(), await warm.boundingBox()]
    const y = (from?.y ?? 0) + 30
    await page.mouse.move((from?.x ?? 0) + 12, y)
    await page.mouse.down()
    await page.mouse.move((to?.x ?? 0) + 60, y + 5, { steps: 8 })
    await page.mouse.up()
    await warm.locator('[data-board-card="Imprimerie Duval"]').waitFor()
    await page.getByText("The temperature is saved").first().waitFor()
    await warm.getByRole("button", { name: "Move Imprimerie Duval" }).focus()
    await page.keyboard.press("Enter")
    await page.getByRole("menuitemradio", { name: "Cold" }).waitFor()
    await page.getByRole("menuitemradio", { name: "Cold" }).press("Enter")
    await page.getByRole("region", { name: "Cold" }).locator('[data-board-card="Imprimerie Duval"]').waitFor()
  })

  it("C9: a file is looked at before it is imported, duplicates are merged after what moves was shown", async () => {
    const { page } = english
    await english.goTo("/crm/import")
    const choose = (text: string) =>
      page
        .getByLabel("File", { exact: true })
        .setInputFiles({ name: "leads.csv", mimeType: "text/csv", buffer: Buffer.from(text) })
    await choose("name;email;discount_percent\nAcme;nobody;101\n")
    await page.getByText("2 things are wrong in the file").waitFor()
    await english.shoot("customer-import-problems")
    await choose(
      "name;email\nVelo-Zentral Basel;info@velo-zentral.example.com\nVelo Basel;info@velo-zentral.example.com\n",
    )
    await page.getByText("The same customer as in row 2").waitFor()
    await choose("name;phone\nAcme AG;+41 44 668 18 01\n")
    await page.getByRole("button", { name: "Import 1 customer" }).waitFor()
    await english.shoot("customer-import")
    await page.getByRole("button", { name: "Import 1 customer" }).click()
    await page.getByText("The customers are imported").waitFor()
    await shop.admin.post("/admin/crm/profiles", { name: "Velo-Zentral", email: "INFO@velo-zentral.example" })
    await english.goTo("/crm/duplicates")
    await page.getByRole("button", { name: "Merge into Velo Zentral", exact: true }).click()
    await page.getByText("Neither has a log-in").waitFor()
    await english.shoot("customer-merge")
    await page.getByRole("dialog").getByRole("button", { name: "Merge", exact: true }).click()
    await page.getByText("No duplicates").waitFor()
    // The same from the page of the one that stays.
    await shop.admin.post("/admin/crm/profiles", { name: "Velozentrale Ost" })
    const { profiles } = await shop.admin.get<{ profiles: WithId[] }>("/admin/crm/profiles?q=velo-zentral.example")
    await english.goTo(`/crm/${profiles[0]?.id}`)
    await page.getByRole("button", { name: "Choose the other one" }).click()
    await page.getByRole("combobox").fill("velozentrale")
    await page.getByRole("option", { name: "Velozentrale Ost" }).click()
    await page.getByText("Neither has a log-in").waitFor()
    await english.shoot("customer-merge-another")
    await page.getByRole("dialog").getByRole("button", { name: "Merge", exact: true }).click()
    await page.getByText("The two are one customer now").waitFor()
  })

  it("C9: who is erased is asked for by name", async () => {
    const { page } = english
    const { profiles } = await shop.admin.get<{ profiles: WithId[] }>("/admin/crm/profiles?q=vesuvio")
    await english.goTo(`/crm/${profiles[0]?.id}`)
    await page.getByRole("button", { name: "More actions" }).first().click()
    await page.getByRole("menuitem", { name: "Erase personal data" }).click()
    await page.getByRole("alertdialog").getByRole("textbox").fill("Pizzeria Vesuvio")
    await english.shoot("customer-erase")
    await page.getByRole("alertdialog").getByRole("button", { name: "Erase" }).click()
    await page.getByText("The personal data is erased").waitFor()
  })

  it("speaks French, fits a phone, and throws nothing", async () => {
    await french.goTo("/crm")
    await french.page.getByText("Clients actuels").first().waitFor()
    await french.page.getByRole("link", { name: "Kita Sonnenkäfer" }).first().waitFor()
    await french.shoot("customers")
    await french.goTo("/crm/board")
    await french.page.locator("[data-board-card]").first().waitFor()
    await french.shoot("customer-board")
    const pages: [path: string, text: string, shot: string][] = [
      ["/crm", "Clients potentiels", "customers-390"],
      ["/crm/board", "Pas intéressé", "customer-board-390"],
      [`/crm/${claraId}`, "Comptes clients", "customer-detail-390"],
      ["/crm/new", "le reste peut suivre", "new-customer-390"],
      ["/crm/import", "Choisir un fichier", "customer-import-390"],
    ]
    for (const [path, text, shot] of pages) {
      await phone.goTo(path)
      await phone.page.getByText(text).first().waitFor()
      await phone.page.waitForTimeout(700)
      await phone.shoot(shot)
      expect([path, await phone.overflow()]).toEqual([path, 0])
    }
    expect([english, french, phone].flatMap(({ problems }) => problems)).toEqual([])
  })
})
