import type { Browser, Page } from "playwright-core"
import { createPlainProduct, createShop, type Shop } from "./create-shop"
import { editOffer, launchBrowser, openAdmin, type AdminPage } from "./open-admin"
import { startStore, type RunningStore } from "./start-store"
import { typeDay } from "./type-day"

interface Offer {
  trial_days: number | null
  version: number
  cycles: { prices: { currency_code: string; amount: string }[] }[]
}

interface Discount {
  id: string
  name: string
  note: string | null
  rules: { value: string }[]
}

describe("forms in a browser", () => {
  let store: RunningStore
  let browser: Browser
  let shop: Shop
  let ada: AdminPage
  let ben: AdminPage
  let french: AdminPage

  beforeAll(async () => {
    store = await startStore()
    shop = await createShop(store)
    browser = await launchBrowser()
    ada = await openAdmin(browser, store, { language: "en" })
    ben = await openAdmin(browser, store, { language: "en" })
    french = await openAdmin(browser, store, { language: "fr" })
  }, 600_000)

  afterAll(async () => {
    await browser?.close()
    await store?.stop()
  }, 60_000)

  /** A test that keeps what was on screen when it failed. */
  const see = (name: string, test: () => Promise<void>) =>
    it(name, async () => {
      try {
        await test()
      } catch (error) {
        const file = `failed-forms-${name.replace(/\W+/g, "-").slice(0, 60)}`
        await ada.shoot(file)
        await ben.shoot(`${file}-ben`)
        await french.shoot(file)
        throw error
      }
    })

  const offerOf = async (productId: string): Promise<Offer | null> =>
    (await shop.admin.get<{ offer: Offer | null }>(`/admin/billing/products/${productId}/offer`)).offer
  const save = (page: Page, name = "Save") => page.getByRole("button", { name, exact: true }).click()
  const createDiscount = async (name: string): Promise<Discount> =>
    (
      await shop.admin.post<{ article_discount: Discount }>("/admin/discounts/article-discounts", {
        name,
        type: "cumulative",
        groups: ["everyone"],
        rules: [{ trigger: "quantity", mode: "percent", min: "6", value: "10" }],
      })
    ).article_discount
  const discountOf = async (id: string): Promise<Discount> =>
    (await shop.admin.get<{ article_discount: Discount }>(`/admin/discounts/article-discounts/${id}`)).article_discount

  /** Opens the editor of a product that has no offer, and names a new group. */
  async function openNewOffer(admin: AdminPage, productId: string, words = ENGLISH): Promise<void> {
    const { page } = admin
    await admin.goTo(`/products/${productId}`)
    await page.getByRole("button", { name: words.setUp }).click()
    await page.getByRole("combobox", { name: words.group }).click()
    await page.getByRole("option", { name: words.newGroup }).click()
    await page.getByPlaceholder(words.groupName).fill(`Group of ${productId}`)
  }
  const ENGLISH = {
    setUp: "Set up an offer",
    group: "Group",
    newGroup: "A new collection …",
    groupName: "Name of a new collection",
  }
  const FRENCH = {
    setUp: "Créer une offre",
    group: "Groupe",
    newGroup: "Une nouvelle collection …",
    groupName: "Nom d’une nouvelle collection",
  }

  see("1,000 typed in English is a thousand: the field says so, and a thousand is saved", async () => {
    const productId = await createPlainProduct(shop, "Hosting")
    const { page } = ada
    await openNewOffer(ada, productId)
    const monthly = page.getByRole("listitem", { name: "Monthly" })
    const price = monthly.getByLabel("Price")
    await price.fill("1,00")
    await monthly.getByText("This can be 100 or 1.00. Type the one that you mean.").waitFor()
    await ada.shoot("number-ambiguous")
    await save(page)
    await page.getByText("1 thing has to be put right").waitFor()
    expect(await offerOf(productId)).toBeNull()
    await price.fill("1,000")
    await monthly.getByText("Read as 1,000 EUR").waitFor()
    await ada.shoot("number-read-as")
    await monthly.getByLabel("Set-up fee").fill("1234.5")
    await monthly.getByLabel("Price").focus()
    expect(await monthly.getByLabel("Set-up fee").inputValue()).toBe("1,234.5")
    await save(page)
    await page.getByText("The offer is saved", { exact: true }).first().waitFor()
    expect((await offerOf(productId))?.cycles[0]?.prices).toEqual([{ currency_code: "eur", amount: "1000.00" }])
  })

  see("1.000 typed in French may be one or a thousand, and is refused; 1 000,50 is saved as it is meant", async () => {
    const productId = await createPlainProduct(shop, "Hébergement")
    const { page } = french
    await openNewOffer(french, productId, FRENCH)
    const monthly = page.getByRole("listitem", { name: "Mensuel" })
    await monthly.getByLabel("Prix").fill("1.000")
    await monthly.getByText(/Cela peut être 1\s000 ou 1,000/).waitFor()
    await french.shoot("number-ambiguous")
    await monthly.getByLabel("Prix").fill("1 000,50")
    await save(page, "Enregistrer")
    await page.getByText("L’offre est enregistrée").first().waitFor()
    expect((await offerOf(productId))?.cycles[0]?.prices).toEqual([{ currency_code: "eur", amount: "1000.50" }])
  })

  see("two browsers, one discount: the second save is told what changed, and undoes nothing", async () => {
    const { id } = await createDiscount("Quantity")
    for (const admin of [ada, ben]) {
      await admin.goTo(`/discounts/articles/${id}`)
      await admin.page.getByLabel("Name").waitFor()
    }
    await ada.page.getByRole("group", { name: "Rule 1" }).getByLabel("Value").fill("20")
    await save(ada.page)
    await ada.page.getByText("The discount is saved").first().waitFor()

    await ben.page.getByLabel("Internal note").fill("Agreed in winter")
    await save(ben.page)
    const note = ben.page.getByRole("alert").filter({ hasText: "Somebody else saved this meanwhile" })
    await note.getByText("Changed by them, and shown as they saved it: Rules.").waitFor()
    expect(await ben.page.getByRole("group", { name: "Rule 1" }).getByLabel("Value").inputValue()).toBe("20")
    expect(await ben.page.getByLabel("Internal note").inputValue()).toBe("Agreed in winter")
    await ben.shoot("two-admins-discount")
    expect((await discountOf(id)).note).toBeNull()
    await save(ben.page)
    await ben.page.getByText("The discount is saved").first().waitFor()
    const saved = await discountOf(id)
    expect([saved.note, Number(saved.rules[0]?.value)]).toEqual(["Agreed in winter", 20])
  })

  see("two browsers, one offer: a price of this morning does not come back", async () => {
    const productId = await createPlainProduct(shop, "Support")
    await openNewOffer(ada, productId)
    await ada.page.getByRole("listitem", { name: "Monthly" }).getByLabel("Price").fill("30")
    await save(ada.page)
    await ada.page.getByText("The offer is saved", { exact: true }).first().waitFor()
    for (const admin of [ada, ben]) {
      await admin.goTo(`/products/${productId}`)
      await editOffer(admin.page).click()
      await admin.page.getByRole("listitem", { name: "Monthly" }).waitFor()
    }
    await ada.page.getByRole("listitem", { name: "Monthly" }).getByLabel("Price").fill("33")
    await save(ada.page)
    await ada.page.getByText("The offer is saved", { exact: true }).first().waitFor()
    await ben.page.getByLabel("Trial").fill("14")
    await save(ben.page)
    await ben.page.getByText("Changed by them, and shown as they saved it: Billing cycles and prices.").waitFor()
    await ben.shoot("two-admins-offer")
    await save(ben.page)
    await ben.page.getByText("The offer is saved", { exact: true }).first().waitFor()
    const offer = await offerOf(productId)
    expect([offer?.trial_days, offer?.cycles[0]?.prices]).toEqual([14, [{ currency_code: "eur", amount: "33.00" }]])
  })

  see("a group that was chosen is written with Save, and not before; the usual cycles are a click away", async () => {
    const productId = await createPlainProduct(shop, "Backup")
    const { page } = ada
    await openNewOffer(ada, productId)
    await page.getByRole("button", { name: "Calculator" }).click()
    await page.getByRole("button", { name: "Add the usual cycles" }).click()
    for (const name of ["Monthly", "Quarterly", "Semi-annual", "Annual", "Biennial", "Triennial"]) {
      await page.getByRole("listitem", { name, exact: true }).waitFor()
    }
    await page.getByText("Prices in EUR are without tax; it comes on top.").waitFor()
    await page.getByLabel("Monthly price in EUR").fill("10")
    await ada.shoot("offer-usual-cycles")
    await page.keyboard.press("Escape")
    await page.getByRole("alertdialog").getByRole("button", { name: "Discard" }).click()
    await page.getByRole("button", { name: "Set up an offer" }).waitFor()
    const { collections } = await shop.admin.get<{ collections: unknown[] }>(
      `/admin/collections?title=${encodeURIComponent(`Group of ${productId}`)}`,
    )
    expect(collections).toEqual([])
  })

  see(
    "B12: the question before an offer is removed names what goes and what stays, and that is what happens",
    async () => {
      const productId = await createPlainProduct(shop, "Archive")
      const { page } = ada
      await openNewOffer(ada, productId)
      await page.getByRole("listitem", { name: "Monthly" }).getByLabel("Price").fill("10")
      await page.getByRole("button", { name: "Add a cycle" }).click()
      await page.getByRole("listitem", { name: "Quarterly" }).getByLabel("Price").fill("27")
      await save(page)
      await page.getByText("The offer is saved", { exact: true }).first().waitFor()
      await page.getByRole("button", { name: "More actions" }).last().click()
      await page.getByRole("menuitem", { name: "Remove the offer" }).click()
      const question = page.getByRole("alertdialog")
      await question.getByText("Deleted with it, prices included: Quarterly.").waitFor()
      await question.getByText("Stays, with its prices: Standard.").waitFor()
      await ada.shoot("offer-removal")
      await question.getByRole("button", { name: "Remove the offer" }).click()
      await page.getByText("The offer is removed").first().waitFor()
      const { product } = await shop.admin.get<{ product: { variants: { title: string }[] } }>(
        `/admin/products/${productId}`,
      )
      expect(product.variants.map(({ title }) => title)).toEqual(["Standard"])
    },
  )

  see("the offers of a group are put into an order, by the keyboard as by dragging", async () => {
    const { collection } = await shop.admin.post<{ collection: { id: string } }>("/admin/collections", {
      title: "Mail",
    })
    for (const title of ["Mailbox", "Mailing list"]) {
      await shop.admin.post(`/admin/billing/products/${await createPlainProduct(shop, title)}/offer`, {
        payment_type: "recurring",
        collection: { id: collection.id },
        cycles: [{ interval: { unit: "month", count: 1 }, prices: [{ currency_code: "eur", amount: "2" }] }],
      })
    }
    const { page } = ada
    await ada.goTo("/offers")
    await page.getByRole("button", { name: "Arrange" }).click()
    await page.getByRole("heading", { name: "Mail", exact: true }).waitFor()
    await page.getByRole("button", { name: "Move Mailing list, place 2 of 2" }).focus()
    await page.keyboard.press("ArrowUp")
    await page.getByRole("button", { name: "Move Mailing list, place 1 of 2" }).waitFor()
    await page.getByText("The order is saved").first().waitFor()
    await ada.shoot("offers-arranged")
  })

  see(
    "a new discount has the focus, says that it is not saved, counts what is wrong, and says it at its field",
    async () => {
      const { page } = ada
      await ada.goTo("/discounts/articles/new")
      await page.getByText("Not saved yet").waitFor()
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("discount-name")
      const rule = page.getByRole("group", { name: "Rule 1", exact: true })
      await rule.getByLabel("From").fill("12")
      await rule.getByLabel("To", { exact: true }).fill("6")
      await rule.getByLabel("Value").fill("101")
      await page.getByLabel("Limit in all").fill("1.5")
      await save(page)
      await page.getByText("4 things have to be put right").waitFor()
      await rule.getByText("The end is below the beginning").waitFor()
      await rule.getByText("100% is the most").waitFor()
      expect(await rule.getByLabel("To", { exact: true }).getAttribute("aria-invalid")).toBe("true")
      await ada.shoot("discount-problems")
      await rule.getByLabel("Value").fill("10")
      await page.getByText("3 things have to be put right").waitFor()
    },
  )

  see("days are typed in the language of the admin, whatever the browser's is", async () => {
    const { id } = await createDiscount("Winter")
    await shop.admin.post("/admin/discounts/assignments", {
      discount_id: id,
      level: "product",
      target_id: await createPlainProduct(shop, "Tasse"),
    })
    const { page } = french
    await french.goTo(`/discounts/articles/${id}`)
    const assigned = page.getByRole("group", { name: "Tasse" })
    await assigned.getByRole("switch").click()
    await typeDay(assigned, { label: "Premier jour", day: "2026-12-01", language: "fr" })
    await french.shoot("date-picker")
    await assigned.getByRole("group", { name: "Premier jour" }).getByRole("button").first().click()
    await page.getByText("décembre 2026", { exact: true }).first().waitFor()
    await french.shoot("date-picker-open")
    await page.keyboard.press("Escape")
    await save(page, "Enregistrer")
    await page.getByText("La remise est enregistrée").first().waitFor()
    const { article_discount } = await shop.admin.get<{ article_discount: { assignments: { starts_on: string }[] } }>(
      `/admin/discounts/article-discounts/${id}`,
    )
    expect(article_discount.assignments[0]?.starts_on).toBe("2026-12-01")
  })

  see("at 390 px nothing of the editors is off-screen", async () => {
    const narrow = await openAdmin(browser, store, { language: "en", width: 390, height: 844 })
    const { page } = narrow
    const { id } = await createDiscount("Narrow")
    await narrow.goTo(`/discounts/articles/${id}`)
    await page.getByRole("group", { name: "Rule 1", exact: true }).waitFor()
    await narrow.shoot("narrow-discount-editor")
    expect(await narrow.overflow()).toBe(0)
    await narrow.goTo("/discounts/orders/new")
    await page.getByRole("listitem", { name: "Range 1" }).waitFor()
    await narrow.shoot("narrow-order-discount-editor")
    expect(await narrow.overflow()).toBe(0)
    const productId = await createPlainProduct(shop, "Narrow hosting")
    await openNewOffer(narrow, productId)
    await page.getByRole("button", { name: "Calculator" }).click()
    await narrow.shoot("narrow-offer-calculator")
    expect(await narrow.overflow()).toBe(0)
    const cut = await page.getByRole("dialog").evaluate((dialog) =>
      [...dialog.querySelectorAll("input:not([aria-hidden=true]), button, [role=combobox]")]
        .filter((element) => element.getClientRects().length > 0)
        .filter((element) => {
          const { left, right } = element.getBoundingClientRect()
          return left < 0 || right > window.innerWidth
        })
        .map((element) => element.getAttribute("aria-label") ?? element.textContent),
    )
    expect(cut).toEqual([])
  })

  it("no page threw an error", () => {
    expect([...ada.problems, ...ben.problems, ...french.problems]).toEqual([])
  })
})
