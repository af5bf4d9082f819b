import type { Browser, Page } from "playwright-core"
import { simulateAnswerSchema, whyAnswerSchema } from "../../src/contracts/discounts/answers"
import { articleDiscountListAnswerSchema } from "../../src/contracts/discounts/article-discounts"
import { articleAnswerSchema } from "../../src/contracts/discounts/articles"
import { orderDiscountListAnswerSchema } from "../../src/contracts/discounts/order-discounts"
import { reportAnswerSchema } from "../../src/contracts/discounts/report"
import { settingsAnswerSchema } from "../../src/contracts/discounts/settings"
import { buy } from "./buy"
import { createPlainProduct, createShop, type Shop } from "./create-shop"
import { launchBrowser, openAdmin, type AdminPage } from "./open-admin"
import { seenBy } from "./seen-by"
import { startStore, type RunningStore } from "./start-store"
import { typeDay } from "./type-day"

interface Listed {
  id: string
  name: string
}

describe("the discounts in a browser", () => {
  let store: RunningStore
  let browser: Browser
  let shop: Shop
  let productId: string
  let variantId: string
  let orderId: string
  let english: AdminPage
  let french: AdminPage

  beforeAll(async () => {
    store = await startStore()
    shop = await createShop(store)
    productId = await createPlainProduct(shop, "Mountain coffee", { eur: 10, chf: 9.5 })
    await createPlainProduct(shop, "Tea from the valley", { eur: 4.5, chf: 4 })
    const { product } = await shop.admin.get<{ product: { variants: Listed[] } }>(`/admin/products/${productId}`)
    variantId = product.variants[0]?.id ?? ""
    await createResellers()
    browser = await launchBrowser()
    english = await openAdmin(browser, store, { language: "en" })
    french = await openAdmin(browser, store, { language: "fr" })
  }, 600_000)

  afterAll(async () => {
    await browser?.close()
    await store?.stop()
  }, 60_000)

  const see = seenBy("discounts", () => [english, french])

  async function createResellers(): Promise<void> {
    const { customer_group } = await shop.admin.post<{ customer_group: Listed }>("/admin/customer-groups", {
      name: "Resellers",
    })
    await shop.admin.post(`/admin/customer-groups/${customer_group.id}/customers`, { add: [shop.customerId] })
  }

  const listOf = (page: Page, name: string) => page.getByRole("list", { name }).getByRole("listitem")
  const rule = (page: Page, number: number) => page.getByRole("group", { name: `Rule ${number}`, exact: true })

  async function pick(page: Page, button: string, option: string): Promise<void> {
    await page.getByRole("button", { name: button, exact: true }).click()
    await page.getByRole("combobox", { name: `Search: ${button}` }).fill(option)
    await page.getByRole("listbox", { name: button }).getByRole("option", { name: option }).click()
    await page.keyboard.press("Escape")
    await page.getByRole("listbox", { name: button }).waitFor({ state: "hidden" })
  }

  async function save(page: Page): Promise<void> {
    await page.getByRole("button", { name: "Save", exact: true }).click()
    await page.getByText("The discount is saved").first().waitFor()
  }

  see("D10, D12, D13: creates an article discount, validated while it is typed", async () => {
    const { page } = english
    await english.goTo("/discounts/articles")
    await page.getByText("No article discounts yet").waitFor()
    await english.shoot("discounts-empty")
    await page.getByRole("link", { name: "Create" }).first().click()
    await page.getByRole("button", { name: "Save", exact: true }).click()
    await page.getByText("Give it a name that customers understand").waitFor()
    await page.getByLabel("Name").fill("Quantity discount")

    await rule(page, 1).getByLabel("From").fill("6")
    await rule(page, 1).getByLabel("To", { exact: true }).fill("11")
    await rule(page, 1).getByLabel("Value").fill("101")
    await rule(page, 1).getByText("100% is the most").waitFor()
    await rule(page, 1).getByLabel("Value").fill("15")
    await rule(page, 1).getByText("6 – 11: −15%").waitFor()
    await page.getByRole("button", { name: "Add a rule" }).click()
    await rule(page, 2).getByLabel("From").fill("14")
    await rule(page, 2).getByLabel("Value").fill("25")
    await page.getByText("Gap: nothing is given from 12 to 13.").waitFor()
    await rule(page, 2).getByLabel("From").fill("10")
    await page.getByText("Several rules match from 10 to 11: the upper one counts.").waitFor()
    await rule(page, 2).getByLabel("From").fill("12")
    await page.getByText("Several rules match").waitFor({ state: "detached" })

    await page.getByRole("button", { name: "Move Rule 2, place 2 of 2" }).focus()
    await page.keyboard.press("ArrowUp")
    await rule(page, 1).getByText("12 or more: −25%").waitFor()
    await page.keyboard.press("ArrowDown")
    await rule(page, 1).getByText("6 – 11: −15%").waitFor()

    await pick(page, "Product", "Mountain coffee")
    await page.getByLabel("Internal note").fill("Agreed with records for the winter")
    await save(page)
    await page.getByRole("heading", { name: "Quantity discount" }).waitFor()
    await page.getByRole("group", { name: "Mountain coffee" }).waitFor()
    await english.crumb("Quantity discount").waitFor()
    await english.shoot("discount-editor")
  })

  see(
    "D16, D24: a second one for a customer group, with a limit and a period, as the server refuses and takes it",
    async () => {
      const { page } = english
      await english.goTo("/discounts/articles/new")
      await english.crumb("New article discount").waitFor()
      await page.getByLabel("Name").fill("Reseller price")
      await page.getByRole("radio", { name: "Non-cumulative" }).click()
      await page.getByRole("button", { name: "Remove Everyone" }).click()
      await page.getByText("With no group it is for no one.").waitFor()
      await pick(page, "Add a group", "Resellers")
      await rule(page, 1).getByRole("combobox", { name: "Gives" }).click()
      await page.getByRole("option", { name: "Fixed amount" }).click()
      await rule(page, 1).getByLabel("Value").fill("1.50")
      await rule(page, 1).getByText("any: −€1.50 a unit").waitFor()
      await pick(page, "Product", "Mountain coffee")
      const assigned = page.getByRole("group", { name: "Mountain coffee" })
      await assigned.getByRole("switch", { name: "Limited duration" }).click()
      await typeDay(assigned, { label: "First day", day: "2026-03-02" })
      await typeDay(assigned, { label: "Last day", day: "2026-03-01" })
      await assigned.getByText("The last day is before the first").waitFor()
      await typeDay(assigned, { label: "Last day", day: "2099-12-31" })
      await page.getByLabel("Limit in all").fill("none")
      await page.getByRole("button", { name: "Save", exact: true }).click()
      await page.getByText("A whole number, such as 1,234").first().waitFor()
      await page.getByLabel("Limit in all").fill("100")
      await save(page)

      const { article_discounts } = await shop.admin.get<{
        article_discounts: (Listed & {
          usage_limit: number | null
          rules: { value: string; currency_code: string }[]
        })[]
      }>("/admin/discounts/article-discounts?q=Reseller")
      expect(article_discounts).toMatchObject([{ usage_limit: 100, rules: [{ currency_code: "eur" }] }])
      expect(Number(article_discounts[0]?.rules[0]?.value)).toBe(1.5)
    },
  )

  see("D10: lists them with what they give; searches, filters, sorts, and switches one off and on", async () => {
    const { page } = english
    await english.goTo("/discounts/articles")
    const row = page.getByRole("row").filter({ hasText: "Quantity discount" })
    await row.getByText("6 – 11: −15% · 12 or more: −25%").waitFor()
    await row.getByText("Everyone").waitFor()
    await page.getByRole("row").filter({ hasText: "Reseller price" }).getByText("0 of 100").waitFor()
    await english.shoot("discounts")
    await page.getByRole("button", { name: "Name", exact: true }).click()
    await page.waitForURL(/order=name/)
    // The sorted list replaces its rows: a click on one that goes would be lost.
    await page.waitForLoadState("networkidle")
    await page.getByRole("switch", { name: "Quantity discount is on" }).click()
    await page.getByText("The discount is off").first().waitFor()
    await english.goTo("/discounts/articles?is_active=false")
    await page.getByRole("row").filter({ hasText: "Quantity discount" }).waitFor()
    expect(await page.getByRole("row").filter({ hasText: "Reseller price" }).count()).toBe(0)
    await page.getByRole("switch", { name: "Quantity discount is on" }).click()
    await page.getByText("The discount is on").first().waitFor()
    await page.getByText("Nothing matches").waitFor()
  })

  see("D1, D2: draws the ranges of an order discount with their gaps and overlaps", async () => {
    const { page } = english
    await english.goTo("/discounts/orders")
    await page.getByText("No order discounts yet").waitFor()
    await page.getByRole("link", { name: "Create" }).first().click()
    await page.getByLabel("Name").fill("Order discount")
    const range = (number: number) => page.getByRole("listitem", { name: `Range ${number}` })
    await range(1).getByLabel("From").fill("50")
    await range(1).getByLabel("To", { exact: true }).fill("249")
    await range(1).getByLabel("Percentage").fill("5")
    await page.getByRole("button", { name: "Add a range" }).click()
    await range(2).getByLabel("From").fill("200")
    await range(2).getByLabel("Percentage").fill("10")
    await range(2).getByText("This range overlaps another one in this currency").waitFor()
    await page.getByText("Two ranges match from €200.00 to €249.00. This cannot be saved.").waitFor()
    await english.shoot("ranges-overlap")
    await range(2).getByLabel("From").fill("250")
    await page.getByText("Gap: nothing is given from €249.01 to €249.99.").waitFor()
    await page.getByRole("tab", { name: /CHF/ }).click()
    await page.getByText("No range in CHF").waitFor()
    await page.getByRole("button", { name: "Add a range" }).click()
    await range(1).getByLabel("From").fill("60")
    await range(1).getByLabel("Percentage").fill("4.5")
    await page.getByRole("tab", { name: /EUR/ }).click()
    await save(page)
    await page.getByRole("heading", { name: "Order discount" }).waitFor()
    await english.shoot("ranges")
  })

  see("D4: puts the sets in order with the keyboard", async () => {
    const { page } = english
    await shop.admin.post("/admin/discounts/order-discounts", {
      name: "Resellers first",
      groups: ["everyone"],
      ranges: [{ currency_code: "eur", min: "1000", percent: "12" }],
    })
    await english.goTo("/discounts/orders")
    await page.getByRole("button", { name: "Move Resellers first, place 2 of 2" }).focus()
    await page.keyboard.press("ArrowUp")
    await page.getByRole("button", { name: "Move Resellers first, place 1 of 2" }).waitFor()
    await page.getByText("The order is saved").first().waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(
      /^Move Resellers first/,
    )
    await english.shoot("order-discounts")
    const { order_discounts } = await shop.admin.get<{ order_discounts: Listed[] }>("/admin/discounts/order-discounts")
    expect(order_discounts.map(({ name }) => name)).toEqual(["Resellers first", "Order discount"])
  })

  see(
    "D3, D12, D24: on the product page, drags a discount up, marks the product eligible, says what it costs",
    async () => {
      const { page } = english
      await english.goTo(`/products/${productId}`)
      await page.getByText("Quantity discount").first().waitFor()
      await english.shoot("product-discounts-card")
      await page.getByRole("button", { name: "Manage" }).click()
      const list = listOf(page, "Discounts of Mountain coffee")
      await list.nth(1).getByText("Reseller price").waitFor()
      const handle = page.getByRole("button", { name: /^Move Reseller price/ })
      await handle.scrollIntoViewIfNeeded()
      const [from, to] = [await handle.boundingBox(), await list.first().boundingBox()]
      if (!from || !to) {
        throw new Error("The list is not on screen")
      }
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
      await page.mouse.down()
      await page.mouse.move(from.x + from.width / 2, from.y - 10, { steps: 4 })
      await page.mouse.move(to.x + to.width / 2, to.y + 2, { steps: 4 })
      await page.mouse.up()
      await page.getByText("The order is saved").first().waitFor()
      await list.first().getByText("Reseller price").waitFor()

      await page.getByRole("combobox", { name: "Order discount" }).click()
      await page.getByRole("option", { name: "Applies", exact: true }).click()
      await page.getByText("Saved", { exact: true }).first().waitFor()
      await page.getByLabel("Cost in EUR").fill("6.20")
      await page.getByRole("button", { name: "Save", exact: true }).click()
      await page.getByText("Saved", { exact: true }).first().waitFor()
      await english.shoot("product-discounts")
      const { article } = await shop.admin.get<{
        article: { order_discount_eligible: boolean; costs: Record<string, string>; list: Listed[] }
      }>(`/admin/discounts/articles/product/${productId}`)
      expect(article.list.map(({ name }) => name)).toEqual(["Reseller price", "Quantity discount"])
      expect(article.order_discount_eligible).toBe(true)
      expect(Number(article.costs.eur)).toBe(6.2)
    },
  )

  see(
    "D12: shows in the editor where a discount stands in an article's list, and moves it there by the keyboard",
    async () => {
      const { page } = english
      await english.goTo("/discounts/articles")
      await page.getByRole("link", { name: "Reseller price" }).click()
      await page.getByRole("button", { name: "Order in the list of Mountain coffee" }).click()
      const drawer = page.getByRole("dialog")
      await drawer.getByRole("button", { name: "Move Reseller price, place 1 of 2" }).focus()
      await page.keyboard.press("ArrowDown")
      await drawer.getByRole("button", { name: "Move Reseller price, place 2 of 2" }).waitFor()
      await page.getByText("The order is saved").first().waitFor()
      await english.shoot("discount-place")
      const { article } = await shop.admin.get<{ article: { list: Listed[] } }>(
        `/admin/discounts/articles/product/${productId}`,
      )
      expect(article.list.map(({ name }) => name)).toEqual(["Quantity discount", "Reseller price"])
    },
  )

  see("D12: adds a discount to a variant, gives it a period, and removes it again", async () => {
    const { page } = english
    await english.goTo(`/products/${productId}`)
    await page.getByRole("button", { name: "Manage" }).click()
    await page.getByRole("combobox", { name: "Product or variant" }).click()
    await page.getByRole("option", { name: "Standard" }).click()
    await page.getByText("Nothing is assigned here").waitFor()
    await page.getByText("Also looked at, assigned elsewhere").waitFor()
    await pick(page, "Add a discount", "Quantity discount")
    await page.getByRole("button", { name: "When Quantity discount is in force" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("switch", { name: "Limited duration" }).click()
    await typeDay(drawer, { label: "First day", day: "2099-01-01" })
    await drawer.getByRole("button", { name: "Save" }).click()
    await page.getByText("from Jan 1, 2099 on").waitFor()
    await page.getByRole("button", { name: "Take Quantity discount off" }).click()
    await page.getByText("Nothing is assigned here").waitFor()
  })

  see("D18, D24: changes a setting, and puts it back", async () => {
    const { page } = english
    await english.goTo("/settings/discounts")
    await page.getByLabel("Minimum margin").fill("100.5")
    await page.getByRole("button", { name: "Save" }).click()
    await page.getByText("A percentage from 0 to 100").waitFor()
    await page.getByLabel("Minimum margin").fill("")
    await page.getByLabel("Maximum discount").fill("40")
    await page.getByRole("button", { name: "Save" }).click()
    await page.getByText("The settings are saved").first().waitFor()
    await english.shoot("discount-settings")
    await page.getByLabel("Maximum discount").fill("")
    await page.getByRole("button", { name: "Save" }).click()
    await page.getByText("The settings are saved").first().waitFor()
  })

  async function simulate(page: Page, words: { add: string; quantity: string; run: string }): Promise<void> {
    await page.getByRole("button", { name: words.add, exact: true }).click()
    await page.getByRole("combobox", { name: words.add }).fill("Mountain")
    await page
      .getByRole("listbox", { name: words.add })
      .getByRole("option", { name: /Mountain coffee/ })
      .click()
    await page.keyboard.press("Escape")
    await page.getByLabel(words.quantity).first().fill("6")
    await page.getByRole("button", { name: words.run, exact: true }).click()
  }

  see("D17, D22: simulates a cart, and shows for each discount why it applies or not", async () => {
    const { page } = english
    await english.goTo("/discounts/simulator")
    await simulate(page, { add: "Add an article", quantity: "Quantity", run: "Simulate" })
    const line = page.getByRole("listitem").filter({ hasText: "6 × Mountain coffee" })
    await line.getByText("−€9.00").first().waitFor()
    await line.getByText("−€3.00").first().waitFor()
    await line.getByText("€48.00").first().waitFor()
    await line.getByText("The customer is in none of its groups.").waitFor()
    await english.shoot("simulator")
  })

  see("D22: shows on the order's page why its lines have their prices", async () => {
    orderId = await buy(shop, variantId, 12)
    const { page } = english
    await english.goTo(`/orders/${orderId}`)
    await page.getByText("Taken off").waitFor()
    await english.shoot("order-discounts-card")
    await page.getByRole("button", { name: "Why this price" }).click()
    const line = page.getByRole("listitem").filter({ hasText: "12 × Mountain coffee" })
    await line.getByText("−€30.00").first().waitFor()
    await line.getByRole("button", { name: "Why this price" }).click()
    await line.getByText("Cumulative discounts go before it.").waitFor()
    await line.getByText("12 or more: −25%").waitFor()
    await english.shoot("order-discounts-panel")
  })

  see("D24: reports use and revenue, and gives them as a file", async () => {
    const { page } = english
    await english.goTo("/discounts/report")
    const row = page.getByRole("row").filter({ hasText: "Quantity discount" })
    await row.getByText("€30.00").waitFor()
    await english.shoot("discount-report")
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download CSV" }).click(),
    ])
    expect(file.suggestedFilename()).toBe("discounts.csv")
    await typeDay(page.locator("main"), { label: "To", day: "2020-01-01" })
    await page.getByText("Nothing in this time").waitFor()
  })

  see("D21: shows why an edited order's lines have their prices now", async () => {
    const editedId = await buy(shop, variantId, 6)
    const { order } = await shop.admin.get<{ order: { items: { id: string }[] } }>(`/admin/orders/${editedId}`)
    await shop.admin.post("/admin/order-edits", { order_id: editedId })
    await shop.admin.post(`/admin/order-edits/${editedId}/items/item/${order.items[0]?.id}`, { quantity: 12 })
    await shop.admin.post(`/admin/order-edits/${editedId}/request`)
    await shop.admin.post(`/admin/order-edits/${editedId}/confirm`)
    const { page } = english
    await english.goTo(`/orders/${editedId}`)
    await page.getByRole("button", { name: "Why this price" }).click()
    const line = page.getByRole("listitem").filter({ hasText: "12 × Mountain coffee" })
    await line.getByText("−€30.00").first().waitFor()
    await line.getByRole("button", { name: "Why this price" }).click()
    await line.getByText("12 or more: −25%").waitFor()
    await english.shoot("order-edited-panel")
  })

  see("D12: assigns a discount to a collection and to a category", async () => {
    const { page } = english
    await shop.admin.post("/admin/collections", { title: "Winter" })
    await shop.admin.post("/admin/product-categories", { name: "Hot drinks", is_active: true })
    await english.goTo("/discounts/articles/new")
    await page.getByLabel("Name").fill("Season offer")
    await rule(page, 1).getByLabel("Value").fill("2")
    await pick(page, "Collection", "Winter")
    await pick(page, "Category", "Hot drinks")
    await save(page)
    await page.getByRole("group", { name: "Winter" }).getByText("Collection").waitFor()
    await page.getByRole("group", { name: "Hot drinks" }).getByText("Category").waitFor()
    const { article_discounts } = await shop.admin.get<{ article_discounts: { assignments: { level: string }[] }[] }>(
      "/admin/discounts/article-discounts?q=Season",
    )
    const levels = article_discounts.flatMap(({ assignments }) => assignments.map(({ level }) => level))
    expect(levels.sort()).toEqual(["category", "collection"])
  })

  see(
    "D12: a catalogue of many: pages, arrow keys, all that is found, one period for all, all articles, a copy",
    async () => {
      const { page } = english
      for (let number = 1; number <= 24; number++) {
        await createPlainProduct(shop, `Tin ${String(number).padStart(2, "0")}`, { eur: 5 })
      }
      await english.goTo("/discounts/articles/new")
      await page.getByLabel("Name").fill("Tins")
      await rule(page, 1).getByLabel("Value").fill("3")
      await page.getByRole("button", { name: "Product", exact: true }).click()
      const search = page.getByRole("combobox", { name: "Search: Product" })
      await search.fill("Tin")
      await page.getByText("20 of 24").waitFor()
      await page.keyboard.press("ArrowDown")
      await page.keyboard.press("ArrowDown")
      await page.keyboard.press("ArrowUp")
      await page.keyboard.press("Enter")
      await page.getByRole("group", { name: "Tin 02" }).waitFor()
      expect(await search.evaluate((input) => input === document.activeElement)).toBe(true)
      await page.keyboard.press("Enter")
      await page.getByRole("group", { name: "Tin 03" }).waitFor()
      await english.shoot("discount-picker")
      await page.getByRole("button", { name: "Show more" }).press("Enter")
      await page.getByText("24 of 24").waitFor()
      await page.getByRole("button", { name: "Add all 22" }).press("Enter")
      await page.getByRole("group", { name: "Tin 24" }).waitFor()
      await page.keyboard.press("Escape")

      const first = page.getByRole("group", { name: "Tin 02" })
      await first.getByRole("switch", { name: "Limited duration" }).click()
      await typeDay(first, { label: "Last day", day: "2099-12-31" })
      await page.getByRole("button", { name: "Give all the period of Tin 02" }).click()
      await page.getByRole("button", { name: "All articles" }).click()
      await page.getByRole("group", { name: "All articles" }).waitFor()
      expect(await page.getByRole("button", { name: "All articles", exact: true }).isDisabled()).toBe(true)
      await save(page)

      await page.getByRole("button", { name: "Duplicate" }).click()
      await page.getByRole("heading", { name: "Tins (copy)" }).waitFor()
      const { article_discounts } = await shop.admin.get<{
        article_discounts: {
          name: string
          is_active: boolean
          assignments: { level: string; ends_on: string | null }[]
        }[]
      }>("/admin/discounts/article-discounts?q=Tins&order=name")
      expect(
        article_discounts.map(({ name, is_active, assignments }) => [name, is_active, assignments.length]),
      ).toEqual([
        ["Tins", true, 25],
        ["Tins (copy)", false, 25],
      ])
      const ends = article_discounts.flatMap(({ assignments }) =>
        assignments.flatMap(({ level, ends_on }) => (level === "product" ? [ends_on] : [])),
      )
      expect([...new Set(ends)]).toEqual(["2099-12-31"])
    },
  )

  see("D10: the list names what a discount is given on, and switches many on and off at once", async () => {
    const { page } = english
    await english.goTo("/discounts/articles?q=Tins")
    const row = (name: string) => page.getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) })
    await row("Tins")
      .getByText(/All articles · Tin \d\d \+ 23 more/)
      .waitFor()
    for (const name of ["Tins", "Tins (copy)"]) {
      await row(name).getByRole("checkbox").click()
    }
    await page.getByRole("button", { name: /Switch off/ }).click()
    await page.getByText("Done", { exact: true }).first().waitFor()
    const states = async () =>
      (
        await shop.admin.get<{ article_discounts: { is_active: boolean }[] }>(
          "/admin/discounts/article-discounts?q=Tins",
        )
      ).article_discounts.map(({ is_active }) => is_active)
    expect(await states()).toEqual([false, false])
    await english.shoot("discounts-bulk")
  })

  see("D3: says of a category, and of all articles, that order discounts apply, and takes it back", async () => {
    const { page } = english
    await english.goTo("/discounts/orders")
    const rows = listOf(page, "Articles that order discounts apply to")
    await pick(page, "Category", "Hot drinks")
    await rows.filter({ hasText: "Hot drinks" }).getByRole("button", { name: "Applies" }).click()
    await rows.filter({ hasText: "Hot drinks" }).getByRole("button", { name: "Does not apply" }).waitFor()
    await page.getByRole("button", { name: "All articles", exact: true }).click()
    await rows.filter({ hasText: "All articles" }).first().waitFor()
    await english.shoot("order-discount-articles")
    await page.getByRole("button", { name: "Take All articles off the list" }).click()
    await page.getByRole("button", { name: "Take All articles off the list" }).waitFor({ state: "detached" })
    await page.getByRole("button", { name: "Take Hot drinks off the list" }).click()
    await page.getByRole("button", { name: "Take Hot drinks off the list" }).waitFor({ state: "detached" })
  })

  see("asks before changes are lost, and before deleting", async () => {
    const { page } = english
    await shop.admin.post("/admin/discounts/article-discounts", {
      name: "To be deleted",
      type: "exclusive",
      groups: ["everyone"],
      rules: [{ trigger: "quantity", mode: "percent", value: "1" }],
    })
    await english.goTo("/discounts/articles")
    await page.getByRole("link", { name: "To be deleted" }).focus()
    await page.keyboard.press("Enter")
    await page.getByLabel("Name").fill("Something else")
    await page.getByRole("button", { name: "Back", exact: true }).click()
    const question = page.getByRole("alertdialog")
    await question.getByRole("button", { name: "Back" }).click()
    expect(await page.getByLabel("Name").inputValue()).toBe("Something else")
    await page.getByRole("button", { name: "Back", exact: true }).click()
    await question.getByRole("button", { name: "Discard" }).click()
    await page.getByRole("link", { name: "To be deleted" }).click()
    await page.getByRole("heading", { name: "To be deleted" }).waitFor()
    await page.getByRole("button", { name: "More actions" }).click()
    await page.getByRole("menuitem", { name: "Delete the discount" }).click()
    await question.getByRole("button", { name: "Delete the discount" }).click()
    await page.getByText("The discount is deleted").first().waitFor()
    await page.getByRole("link", { name: "Quantity discount" }).waitFor()
    await page.getByRole("link", { name: "To be deleted" }).waitFor({ state: "detached" })
  })

  see("says in the user's words that a discount does not exist, without its id", async () => {
    await english.goTo("/discounts/articles/disc_nobody")
    const alert = english.page.getByRole("alert").filter({ hasText: "It is no longer there" })
    await alert.getByRole("button", { name: "Try again" }).waitFor()
    expect(await alert.textContent()).not.toContain("disc_nobody")
  })

  see("speaks French, too", async () => {
    const { page } = french
    await french.goTo("/discounts/articles")
    await page.getByRole("heading", { name: "Remises sur articles" }).waitFor()
    await page.getByText("6 – 11 : −15 %").first().waitFor()
    await french.shoot("discounts")
    await page.getByRole("link", { name: "Quantity discount" }).click()
    await page.getByRole("heading", { name: "Règles" }).waitFor()
    await french.shoot("discount-editor")
    await french.goTo("/discounts/orders")
    await page.getByRole("link", { name: "Order discount", exact: true }).click()
    await page.getByText("Trou : rien n’est accordé de 249,01").waitFor()
    await french.shoot("ranges")
    await french.goTo("/discounts/simulator")
    await simulate(page, { add: "Ajouter un article", quantity: "Quantité", run: "Simuler" })
    await page.getByText("Le client n’est dans aucun de ses groupes.").waitFor()
    await french.shoot("simulator")
    await french.goTo("/settings/discounts")
    await page.getByRole("heading", { name: "Réglages des remises" }).waitFor()
    await french.shoot("discount-settings")
    await french.goTo(`/orders/${orderId}`)
    await page.getByRole("button", { name: "Pourquoi ce prix" }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Pourquoi ce prix" }).first().click()
    await page.getByText("Des remises cumulables passent avant elle.").waitFor()
    await french.shoot("order-discounts-panel")
    await french.goTo("/discounts/report")
    await page.getByRole("link", { name: "Quantity discount" }).waitFor()
    await french.shoot("discount-report")
    await french.goTo(`/products/${productId}`)
    await page.getByRole("button", { name: "Gérer" }).click()
    await page.getByText("Ce qui est déduit du prix de ce produit, et quand.").waitFor()
    await french.shoot("product-discounts")
  })

  see("fits a narrow screen", async () => {
    const narrow = await openAdmin(browser, store, { language: "en", width: 390, height: 844 })
    const { page } = narrow
    const fits = async (name: string) => {
      await narrow.shoot(`narrow-${name}`)
      expect([name, await narrow.overflow()]).toEqual([name, 0])
    }
    await narrow.goTo("/discounts/articles")
    await page.getByRole("link", { name: "Quantity discount" }).waitFor()
    await fits("discounts")
    await page.getByRole("link", { name: "Quantity discount" }).click()
    await rule(page, 2).waitFor()
    await fits("discount-editor")
    await narrow.goTo("/discounts/orders")
    await page.getByRole("link", { name: "Order discount", exact: true }).click()
    await page.getByRole("listitem", { name: "Range 2" }).waitFor()
    await fits("ranges")
    await narrow.goTo("/discounts/simulator")
    await simulate(page, { add: "Add an article", quantity: "Quantity", run: "Simulate" })
    await page.getByText("The customer is in none of its groups.").waitFor()
    await fits("simulator")
    await narrow.goTo(`/orders/${orderId}`)
    await page.getByRole("button", { name: "Why this price" }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Why this price" }).first().click()
    await page.getByText("Cumulative discounts go before it.").waitFor()
    await fits("order-discounts-panel")
    await narrow.goTo("/discounts/report")
    await page.getByRole("link", { name: "Quantity discount" }).waitFor()
    await fits("discount-report")
    await narrow.goTo("/settings/discounts")
    await page.getByRole("heading", { name: "Discount settings" }).waitFor()
    await fits("discount-settings")
  })

  it("the Admin API answers as the contracts say, which the pages' types are inferred from", async () => {
    const of = (path: string) => shop.admin.get<Record<string, unknown>>(`/admin/discounts/${path}`)
    const { article_discounts } = articleDiscountListAnswerSchema.parse(await of("article-discounts"))
    expect(article_discounts.flatMap(({ rules, assignments }) => [rules.length, assignments.length])).not.toContain(0)
    const { order_discounts } = orderDiscountListAnswerSchema.parse(await of("order-discounts"))
    expect(order_discounts.some(({ ranges }) => ranges.length > 1)).toBe(true)
    expect(articleAnswerSchema.parse((await of(`articles/product/${productId}`)).article).list.length).toBeGreaterThan(
      1,
    )
    expect(settingsAnswerSchema.parse((await of("settings")).settings).is_advanced).toBe(true)
    expect(reportAnswerSchema.parse(await of("report")).rows.length).toBeGreaterThan(0)
    const { records } = whyAnswerSchema.parse(await of(`why?order_id=${orderId}`))
    expect(records.flatMap(({ lines }) => lines).some(({ trace }) => trace.length > 0)).toBe(true)
    const lines = [{ variant_id: variantId, quantity: 6 }]
    const simulated = await shop.admin.post("/admin/discounts/simulate", { currency_code: "eur", lines })
    expect(simulateAnswerSchema.parse(simulated).answer.lines).toHaveLength(1)
  })

  it("no page threw an error", () => {
    expect([...english.problems, ...french.problems]).toEqual([])
  })
})
