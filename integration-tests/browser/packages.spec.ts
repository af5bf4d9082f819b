import type { Locator, Page } from "playwright-core"
import { packageArticleListAnswerSchema } from "../../src/contracts/packages/articles"
import { breakdownAnswerSchema } from "../../src/contracts/packages/breakdown"
import {
  contentListAnswerSchema,
  packageAnswerSchema,
  packageListAnswerSchema,
  type PackageAnswer,
} from "../../src/contracts/packages/packages"
import { createPlainProduct, type Shop } from "./create-shop"
import { openAdmin, type AdminPage } from "./open-admin"
import { openScene, OPENING_MS, type Scene } from "./open-scene"
import { seenBy } from "./seen-by"

interface Listed {
  id: string
}

describe("the packages in a browser", () => {
  let scene: Scene
  let shop: Shop
  let chairId: string
  let english: AdminPage
  let french: AdminPage
  /** The product of the package that the first test makes. */
  let weddingId: string

  beforeAll(async () => {
    scene = await openScene()
    ;({ shop, english, french } = scene)
    chairId = await createPlainProduct(shop, "Chiavari chair", { eur: 6, chf: 6.5 })
    await createPlainProduct(shop, "Round table", { eur: 18, chf: 19 })
    await createPlainProduct(shop, "Sound system", { eur: 120, chf: 125 })
    await createPlainProduct(shop, "Fairy lights", { eur: 25, chf: 26 })
    await shop.admin.post("/admin/product-categories", { name: "Weddings" })
    await shop.admin.post("/admin/product-types", { value: "Rental" })
  }, OPENING_MS)

  afterAll(async () => scene?.close(), 60_000)

  const see = seenBy("packages", () => [english, french])

  async function pick(page: Page, button: string, ...options: string[]): Promise<void> {
    await page.getByRole("button", { name: button, exact: true }).click()
    for (const option of options) {
      await page.getByRole("combobox", { name: `Search: ${button}` }).fill(option)
      await page.getByRole("listbox", { name: button }).getByRole("option", { name: option }).first().click()
    }
    await page.keyboard.press("Escape")
    await page.getByRole("listbox", { name: button }).waitFor({ state: "hidden" })
  }

  async function choose(within: Page | Locator, page: Page, label: string, option: string): Promise<void> {
    await within.getByRole("combobox", { name: label }).click()
    await page.getByRole("option", { name: option, exact: true }).click()
  }

  const entry = (page: Page, title: string): Locator => page.getByRole("group", { name: title, exact: true })
  const contents = (page: Page): Locator => page.getByRole("list", { name: "Contents" }).getByRole("listitem")
  const total = (page: Page, amount: string): Promise<void> =>
    page.getByText("Total", { exact: true }).locator("..").getByText(amount, { exact: true }).waitFor()

  async function save(page: Page): Promise<void> {
    await page.getByRole("button", { name: "Save", exact: true }).click()
    await page.getByText("The package is saved").first().waitFor()
  }

  const stored = async (): Promise<PackageAnswer> =>
    (await shop.admin.get<{ package: PackageAnswer }>(`/admin/packages/${weddingId}`)).package

  see("P2: makes a package of name, category, tax type and pricing", async () => {
    const { page } = english
    await english.goTo("/packages")
    await page.getByText("No packages yet").waitFor()
    await english.shoot("packages-empty")
    await page.getByRole("link", { name: "Create a package" }).first().click()
    await page.getByRole("button", { name: "Create", exact: true }).click()
    await page.getByText("Give it a name that customers understand").waitFor()
    await page.getByLabel("Name").fill("Wedding")
    await pick(page, "Add a category", "Weddings")
    await choose(page, page, "Tax type", "Rental")
    await english.shoot("package-new")
    await page.getByRole("button", { name: "Create", exact: true }).click()
    await page.getByRole("heading", { name: "Wedding" }).waitFor()
    await page.getByText("Weddings · Rental").waitFor()
    await page.getByText("Nothing in it yet").waitFor()
    weddingId = new URL(page.url()).pathname.split("/").at(-1) ?? ""
  })

  see(
    "P12, P13, P15, P21: puts contents in, orders them by mouse and keys, and sees the price as it is typed",
    async () => {
      const { page } = english
      await english.goTo(`/packages/${weddingId}`)
      await pick(page, "Add a content", "Chiavari chair", "Round table", "Sound system", "Fairy lights")
      await entry(page, "Chiavari chair").getByRole("textbox", { name: "Quantity of" }).fill("80")
      await entry(page, "Round table").getByRole("textbox", { name: "Quantity of" }).fill("10")
      await total(page, "€805.00")
      await entry(page, "Fairy lights").getByRole("button", { name: "on internal documents alone" }).click()
      await choose(entry(page, "Sound system"), page, "Whether Sound system", "Optional")
      await total(page, "€685.00")
      await page.getByRole("group", { name: "Choices" }).getByRole("checkbox", { name: "Sound system" }).click()
      await total(page, "€805.00")

      // By keys, then by mouse.
      await page.getByRole("button", { name: "Move Fairy lights, place 4 of 4" }).focus()
      await page.keyboard.press("ArrowUp")
      await page.getByRole("button", { name: "Move Fairy lights, place 3 of 4" }).waitFor()
      const handle = await page.getByRole("button", { name: "Move Round table, place 2 of 4" }).boundingBox()
      const target = await contents(page).first().boundingBox()
      if (!handle || !target) {
        throw new Error("The list of contents is not on screen")
      }
      await page.mouse.move(handle.x + 8, handle.y + 8)
      await page.mouse.down()
      await page.mouse.move(target.x + 20, target.y + 4, { steps: 8 })
      await page.mouse.up()
      await page.getByRole("button", { name: "Move Round table, place 1 of 4" }).waitFor()
      await save(page)
      await english.shoot("package-editor")
      expect((await stored()).entries.map(({ title, quantity, is_hidden }) => [title, quantity, is_hidden])).toEqual([
        ["Round table", 10, false],
        ["Chiavari chair", 80, false],
        ["Fairy lights", 1, true],
        ["Sound system", 1, false],
      ])
    },
  )

  see("P12: alternatives want a group of two, which is said while one types", async () => {
    const { page } = english
    await english.goTo(`/packages/${weddingId}`)
    await choose(entry(page, "Chiavari chair"), page, "Whether Chiavari chair", "Alternative")
    await entry(page, "Chiavari chair").getByLabel("One of").fill("Seats")
    await entry(page, "Chiavari chair").getByText("“Seats” has no other content to choose from").waitFor()
    await choose(entry(page, "Fairy lights"), page, "Whether Fairy lights", "Alternative")
    await entry(page, "Fairy lights").getByLabel("One of").fill("Seats")
    await entry(page, "Chiavari chair").getByText("has no other content").waitFor({ state: "detached" })
    await choose(page.getByRole("group", { name: "Choices" }), page, "Seats", "Fairy lights")
    await total(page, "€205.00")
    await english.shoot("package-alternatives")
  })

  see("P5: rates by the day, with each further one; the price follows the days", async () => {
    const { page } = english
    await english.goTo(`/packages/${weddingId}`)
    await page.getByRole("radio", { name: "By the day" }).click()
    await page.getByRole("button", { name: "Add a step" }).click()
    await page.getByLabel("Duration of rate 1").fill("1")
    await page.getByLabel("Price of rate 1").fill("500")
    await page.getByRole("button", { name: "Add a step" }).click()
    await page.getByLabel("Duration of rate 2").fill("1")
    await page.getByText("It is in the list already").waitFor()
    await page.getByLabel("Duration of rate 2").fill("2")
    await page.getByLabel("Price of rate 2").fill("750")
    await page.getByRole("button", { name: "Each further day" }).click()
    await page.getByLabel("Price of rate 3").fill("200")
    await page.getByLabel("Days", { exact: true }).fill("4")
    await total(page, "€1,150.00")
    await page.getByText("€1,150.00 for 4 days").waitFor()
    await page.getByLabel("Price in CHF").fill("520")
    await page.getByLabel("Internal notes").fill("The van is booked on Fridays")
    await save(page)
    await english.shoot("package-by-the-day")
    expect((await stored()).rates).toHaveLength(3)
    expect((await stored()).variants[0]?.prices).toEqual(
      expect.arrayContaining([
        { currency_code: "eur", amount: "500" },
        { currency_code: "chf", amount: "520" },
      ]),
    )
  })

  see("P1: a package that would contain itself is not offered, and refused with the path", async () => {
    const { page } = english
    const wedding = await stored()
    const { package: weekend } = await shop.admin.post<{ package: PackageAnswer }>("/admin/packages", {
      product: { title: "Weekend" },
      package: { pricing: "contents_all", entries: [{ variant_id: wedding.variants[0]?.id, quantity: 2 }] },
    })
    await english.goTo(`/packages/${weekend.product_id}`)
    await entry(page, "Wedding").getByText("Package").waitFor()
    await total(page, "€1,000.00")
    await english.goTo(`/packages/${weddingId}`)
    await page.getByText("In the packages").waitFor()
    await page.getByRole("button", { name: "Add a content", exact: true }).click()
    await page.getByRole("combobox", { name: "Search: Add a content" }).fill("Weekend")
    await page.getByText("Nothing matches").waitFor()
    await page.keyboard.press("Escape")
    await english.goTo("/packages")
    await page.getByRole("link", { name: "Weekend" }).waitFor()
    await english.shoot("packages")
  })

  see("P11: on a product, what its price is per is said in a drawer, and a product becomes a package", async () => {
    const { page } = english
    await english.goTo(`/products/${chairId}`)
    await page.getByRole("heading", { name: "Pricing unit" }).waitFor()
    const card = page.getByRole("heading", { name: "Pricing unit" }).locator("../../..")
    await card.getByText("Piece").waitFor()
    await card.getByRole("button", { name: "Change" }).click()
    await choose(page, page, "The price is per", "Day")
    await page.getByRole("button", { name: "Add a step" }).click()
    await page.getByLabel("Duration of rate 1").fill("1")
    await page.getByLabel("Price of rate 1").fill("6")
    await page.getByLabel("Buffer after").fill("90")
    await english.shoot("package-article")
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click()
    await page.getByText("Saved", { exact: true }).first().waitFor()
    const { articles } = packageArticleListAnswerSchema.parse(
      await shop.admin.get(`/admin/packages/articles?product_id=${chairId}`),
    )
    expect(articles).toMatchObject([{ unit: "day", buffer_after_minutes: 90, rates: [{ duration: 1, price: "6.00" }] }])
    await english.goTo(`/products/${chairId}/variants/${articles[0]?.variant_id ?? ""}`)
    await page.getByRole("heading", { name: "Pricing unit" }).waitFor()
    await page.getByText("Day", { exact: true }).waitFor()
    await english.goTo(`/products/${weddingId}`)
    await page.getByRole("link", { name: "Edit", exact: true }).waitFor()
    await english.shoot("package-on-product")
  })

  see("speaks French, with numbers as they are written there", async () => {
    const { page } = french
    await french.goTo("/packages")
    await page.getByRole("heading", { name: "Forfaits" }).waitFor()
    await french.shoot("packages")
    await french.goTo(`/packages/${weddingId}`)
    await page.getByLabel("Jours", { exact: true }).fill("4")
    await page.getByText(/1\s?150,00\s€ pour 4 jours/).waitFor()
    await french.shoot("package-editor")
    expect(await french.overflow()).toBe(0)
    await french.goTo("/packages/new")
    await page.getByRole("heading", { name: "Créer un forfait" }).waitFor()
    await french.shoot("package-new")
  })

  it("fits a narrow screen, and nothing went wrong in the browser", async () => {
    const narrow = await openAdmin(scene.browser, scene.store, { language: "en", width: 420, height: 900 })
    await narrow.goTo(`/packages/${weddingId}`)
    await narrow.page.getByRole("heading", { name: "Wedding" }).waitFor()
    await narrow.shoot("package-editor-narrow")
    expect(await narrow.overflow()).toBe(0)
    expect([...english.problems, ...french.problems, ...narrow.problems]).toEqual([])
  })

  it("the answers are what the contracts say", async () => {
    const { admin } = shop
    packageListAnswerSchema.parse(await admin.get("/admin/packages"))
    packageAnswerSchema.parse(await stored())
    contentListAnswerSchema.parse(await admin.get("/admin/packages/contents?q=chair"))
    const { breakdown } = await admin.post<{ breakdown: Listed }>(`/admin/packages/${weddingId}/breakdown`, {
      currency_code: "eur",
      days: 2,
    })
    expect(breakdownAnswerSchema.parse(breakdown).total).toBe("750")
  })
})
