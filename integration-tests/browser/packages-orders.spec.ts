import type { Locator, Page } from "playwright-core"
import { createPlainProduct, type Shop } from "./create-shop"
import type { AdminPage } from "./open-admin"
import { openScene, OPENING_MS, type Scene } from "./open-scene"
import { seenBy } from "./seen-by"

interface WithId {
  id: string
}

interface Variant extends WithId {
  product_id: string
}

interface Line extends WithId {
  title: string
  quantity: number
  unit_price: number
}

const ADDRESS = { first_name: "Clara", last_name: "Meier", address_1: "Gasse 1", city: "Berlin", country_code: "de" }

describe("packages on drafts and orders in a browser", () => {
  let scene: Scene
  let shop: Shop
  let draftId: string
  let english: AdminPage
  let french: AdminPage

  beforeAll(async () => {
    scene = await openScene()
    ;({ shop, english, french } = scene)
    const variants = await Promise.all(
      [
        ["Chiavari chair", 6],
        ["Sound system", 120],
        ["Fairy lights", 25],
      ].map(([title, eur]) => createPlainProduct(shop, String(title), { eur: Number(eur) }).then(variantOf)),
    )
    const [chair, sound, lights] = variants
    await shop.admin.post("/admin/packages", {
      product: { title: "Wedding", status: "published", sales_channel_ids: [shop.salesChannelId] },
      package: {
        pricing: "contents_visible",
        entries: [
          { variant_id: chair?.id, quantity: 80 },
          { variant_id: sound?.id, is_optional: true },
          { variant_id: lights?.id, is_hidden: true },
        ],
      },
    })
    const { draft_order } = await shop.admin.post<{ draft_order: WithId }>("/admin/draft-orders", {
      region_id: shop.regions.eur,
      sales_channel_id: shop.salesChannelId,
      email: "clara@example.com",
      shipping_address: ADDRESS,
      billing_address: ADDRESS,
    })
    draftId = draft_order.id
  }, OPENING_MS)

  afterAll(async () => scene?.close(), 60_000)

  async function variantOf(productId: string): Promise<Variant> {
    const { product } = await shop.admin.get<{ product: { variants: Variant[] } }>(`/admin/products/${productId}`)
    const [variant] = product.variants
    if (!variant) {
      throw new Error(`The product ${productId} has no variant`)
    }
    return variant
  }

  const see = seenBy("packages-orders", () => [english, french])

  const linesOf = async (): Promise<string[]> => {
    const { order } = await shop.admin.get<{ order: { items: Line[] } }>(`/admin/orders/${draftId}/preview`)
    return order.items
      .filter(({ quantity }) => quantity > 0)
      .map(({ quantity, title, unit_price }) => `${quantity} ${title} at ${unit_price}`)
      .sort()
  }
  const drawer = (page: Page, title: string): Locator => page.getByRole("dialog", { name: title })
  const total = (form: Locator, amount: string): Promise<void> =>
    form.getByText("Total", { exact: true }).locator("..").getByText(amount, { exact: true }).waitFor()

  see("P23, P21: adds a package to a draft with its choices, and sees the price beside them", async () => {
    const { page } = english
    await english.goTo(`/draft-orders/${draftId}`)
    await page.getByText("No packages yet").waitFor()
    await page.getByRole("button", { name: "Add a package", exact: true }).click()
    await page.getByRole("combobox", { name: "Search: Add a package" }).fill("Wedding")
    await page.getByRole("listbox", { name: "Add a package" }).getByRole("option", { name: "Wedding" }).click()
    const form = drawer(page, "Wedding")
    await form.getByRole("heading", { name: "Wedding" }).waitFor()
    await total(form, "€480.00")
    await form.getByRole("group", { name: "Choices" }).getByRole("checkbox", { name: "Sound system" }).click()
    await total(form, "€600.00")
    await form.getByRole("group", { name: "The customer sees" }).getByRole("checkbox", { name: "Fairy lights" }).click()
    await total(form, "€625.00")
    await english.shoot("draft-package-new")
    await form.getByRole("button", { name: "Add a package", exact: true }).click()
    await form.waitFor({ state: "hidden" })
    await page.getByText("80 × Chiavari chair, 1 × Sound system, 1 × Fairy lights").waitFor()
    expect(await linesOf()).toEqual([
      "1 Fairy lights at 25",
      "1 Sound system at 120",
      "1 Wedding at 0",
      "80 Chiavari chair at 6",
    ])
    expect(await english.overflow()).toBe(0)
    await english.shoot("draft-packages")
  })

  see("in French, the same draft's package is changed", async () => {
    const { page } = french
    await french.goTo(`/draft-orders/${draftId}`)
    await page.getByRole("button", { name: "Modifier", exact: true }).click()
    const form = drawer(page, "Wedding")
    await form.getByRole("textbox", { name: "Forfaits" }).fill("2")
    await form.getByText("160 × Chiavari chair").waitFor()
    await form.getByText(/6,00\s€ la pièce · 80 par forfait/).waitFor()
    await french.shoot("draft-package-change")
    await form.getByRole("button", { name: "Enregistrer", exact: true }).click()
    await form.waitFor({ state: "hidden" })
    await page.getByText("160 × Chiavari chair, 2 × Sound system, 2 × Fairy lights").waitFor()
    expect(await linesOf()).toContain("160 Chiavari chair at 6")
  })

  see("P20: on the order, what the recipe of now changes is shown before it is taken, in an edit", async () => {
    await shop.admin.post(`/admin/draft-orders/${draftId}/convert-to-order`, {})
    const { packages } = await shop.admin.get<{ packages: { product_id: string }[] }>("/admin/packages")
    const path = `/admin/packages/${packages[0]?.product_id}`
    const { package: sold } = await shop.admin.get<{ package: { entries: (WithId & { variant_id: string })[] } }>(path)
    const [chair] = sold.entries
    await shop.admin.post(path, { entries: [{ id: chair?.id, variant_id: chair?.variant_id, quantity: 60 }] })
    const { page } = english
    await english.goTo(`/orders/${draftId}`)
    await page.getByRole("button", { name: "Compare with the recipe" }).click()
    const comparison = drawer(page, "What the recipe of now would change")
    await comparison.getByRole("row", { name: /Changed Chiavari chair 160 → 120/ }).waitFor()
    await comparison.getByRole("row", { name: /Removed Fairy lights 2 → 0/ }).waitFor()
    await english.shoot("order-package-refresh")
    await comparison.getByRole("button", { name: "Take the recipe of now" }).click()
    await page.getByText("The recipe of now is taken").first().waitFor()
    expect(await linesOf()).toEqual(["120 Chiavari chair at 6", "2 Wedding at 0"])
    expect(english.problems).toEqual([])
    expect(french.problems).toEqual([])
  })
})
