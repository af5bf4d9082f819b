import { readFileSync } from "fs"
import { availabilityAnswerSchema } from "../../src/contracts/packages/availability"
import { pickListAnswerSchema } from "../../src/contracts/packages/pick-list"
import type { Shop } from "./create-shop"
import { openAdmin, type AdminPage } from "./open-admin"
import { openScene, OPENING_MS, type Scene } from "./open-scene"
import { seenBy } from "./seen-by"

interface WithId {
  id: string
}

/** The tenth to the thirteenth of the next month, at ten. */
function nextMonth(): { month: string; from: string; to: string } {
  const now = new Date()
  const month = new Date(Date.UTC(now.getFullYear(), now.getMonth() + 1, 1)).toISOString().slice(0, 7)
  return { month, from: `${month}-10T10:00:00Z`, to: `${month}-13T10:00:00Z` }
}

describe("stock and pick lists in a browser", () => {
  let scene: Scene
  let shop: Shop
  let english: AdminPage
  let french: AdminPage
  let kitId: string
  let orderId: string
  const { month, from, to } = nextMonth()

  beforeAll(async () => {
    scene = await openScene()
    ;({ shop, english, french } = scene)
    const tent = await createStocked("Ridge tent", 6)
    const pegs = await createStocked("Spare pegs", 30)
    kitId = await createKit([
      { variant_id: tent, quantity: 2 },
      { variant_id: pegs, quantity: 10, is_hidden: true },
    ])
    orderId = await rent(kitId)
  }, OPENING_MS)

  afterAll(async () => scene?.close(), 60_000)

  /** A variant with so many of it in stock. */
  async function createStocked(title: string, stocked_quantity: number): Promise<string> {
    const { admin, salesChannelId } = shop
    const { stock_location } = await admin.post<{ stock_location: WithId }>("/admin/stock-locations", { name: title })
    await admin.post(`/admin/stock-locations/${stock_location.id}/sales-channels`, { add: [salesChannelId] })
    const { product } = await admin.post<{ product: { variants: WithId[] } }>("/admin/products", {
      title,
      status: "published",
      options: [{ title: "Kind", values: ["One"] }],
      variants: [{ title: "One", sku: title, options: { Kind: "One" }, manage_inventory: true, prices: [] }],
    })
    const { inventory_items } = await admin.get<{ inventory_items: WithId[] }>(
      `/admin/inventory-items?sku=${encodeURIComponent(title)}`,
    )
    await admin.post(`/admin/inventory-items/${inventory_items[0]?.id}/location-levels`, {
      location_id: stock_location.id,
      stocked_quantity,
    })
    return product.variants[0]?.id ?? ""
  }

  async function createKit(entries: object[]): Promise<string> {
    const { package: created } = await shop.admin.post<{ package: { product_id: string } }>("/admin/packages", {
      product: { title: "Camping kit", status: "published", sales_channel_ids: [shop.salesChannelId] },
      package: { pricing: "day", entries, prices: [{ currency_code: "eur", amount: "40" }] },
    })
    return created.product_id
  }

  /** Through the Store API, for three days of the next month. */
  async function rent(productId: string): Promise<string> {
    const { customer: http, admin, regions } = shop
    const { product } = await admin.get<{ product: { variants: WithId[] } }>(`/admin/products/${productId}`)
    const { cart } = await http.post<{ cart: WithId }>("/store/carts", { region_id: regions.eur })
    await http.post(`/store/carts/${cart.id}/packages`, {
      variant_id: product.variants[0]?.id ?? "",
      period: { from, to },
    })
    const { payment_collection } = await http.post<{ payment_collection: WithId }>("/store/payment-collections", {
      cart_id: cart.id,
    })
    await http.post(`/store/payment-collections/${payment_collection.id}/payment-sessions`, {
      provider_id: "pp_demo_demo",
    })
    const { order } = await http.post<{ order?: WithId }>(`/store/carts/${cart.id}/complete`)
    return order?.id ?? ""
  }

  const see = seenBy("stock", () => [english, french])

  see("P18: a calendar says how many are free on each day", async () => {
    const { page } = english
    await english.goTo(`/products/${kitId}`)
    await page.getByRole("button", { name: "Availability" }).click()
    const dialog = page.getByRole("dialog")
    await dialog.getByRole("button", { name: "Next month" }).click()
    const day = (date: number, free: number) =>
      dialog.getByRole("cell", { name: new RegExp(`\\b${date}, \\d{4}: ${free} free`) })
    await day(9, 3).waitFor()
    for (const date of [10, 11, 12, 13]) {
      await day(date, 2).waitFor()
    }
    await day(14, 3).waitFor()
    await dialog.getByLabel("Quantity wanted").fill("3")
    await english.shoot("availability")
    const asked = `product_id=${kitId}&from=${month}-09&to=${month}-10&quantity=3`
    const { availability } = await shop.admin.get<{ availability: object }>(`/admin/packages/availability?${asked}`)
    expect(availabilityAnswerSchema.parse(availability)).toMatchObject({
      ...{ is_rented: true, is_available: false },
      days: [
        { available: 3, is_available: true },
        { available: 2, is_available: false },
      ],
    })
  })

  see("P14: an order's card says what is to be picked, hidden contents too", async () => {
    const { page } = english
    await english.goTo(`/orders/${orderId}`)
    await page.getByRole("heading", { name: "Pick list" }).waitFor()
    await page.getByText("10 of 10").waitFor()
    await page.getByText("2 of 2").waitFor()
    await english.shoot("order-pick-list")
    await page.getByRole("button", { name: "Show all" }).click()
    await page.getByRole("dialog").getByText("Hidden", { exact: true }).waitFor()
    await english.shoot("pick-list-drawer")
  })

  see("P14: the pick list is printed alone, and kept as a CSV file", async () => {
    const { page } = english
    await english.goTo(`/orders/${orderId}`)
    await page.getByRole("link", { name: "Print" }).click()
    await page.getByRole("heading", { name: /^Pick list of order \d+$/ }).waitFor()
    await english.shoot("pick-list-page")
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV file" }).click(),
    ])
    expect(readFileSync(await file.path(), "utf8")).toMatch(/^\uFEFFsection,package,level,role,title,.*\r\ntotal,/)

    await page.emulateMedia({ media: "print" })
    await page.getByRole("heading", { name: /^Pick list of order \d+$/ }).waitFor()
    expect(await page.getByRole("button", { name: "CSV file" }).isVisible()).toBe(false)
    expect(await page.getByRole("link", { name: "Orders" }).first().isVisible()).toBe(false)
    await english.shoot("pick-list-printed")
    await page.emulateMedia({ media: "screen" })
    const { pick_list } = await shop.admin.get<{ pick_list: object }>(`/admin/packages/orders/${orderId}/pick-list`)
    pickListAnswerSchema.parse(pick_list)
  })

  see("speaks French, fits a narrow screen, and nothing went wrong in the browser", async () => {
    const { page } = french
    await french.goTo(`/packages/orders/${orderId}/pick-list`)
    await page.getByRole("heading", { name: /^Liste de préparation de la commande \d+$/ }).waitFor()
    await page.getByText("Masqué", { exact: true }).first().waitFor()
    await french.shoot("pick-list-page")
    await french.goTo(`/packages/${kitId}`)
    await page.getByRole("button", { name: "Disponibilité" }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Mois suivant" }).click()
    await page
      .getByRole("dialog")
      .getByRole("cell", { name: /^10 .*: 2 libres$/ })
      .waitFor()
    await french.shoot("availability")
    const narrow = await openAdmin(scene.browser, scene.store, { language: "en", width: 420, height: 900 })
    await narrow.goTo(`/packages/orders/${orderId}/pick-list`)
    await narrow.page.getByRole("heading", { name: /^Pick list of order/ }).waitFor()
    expect(await narrow.overflow()).toBe(0)
    expect([...english.problems, ...french.problems, ...narrow.problems]).toEqual([])
  })
})
