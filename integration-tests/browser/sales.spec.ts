import type { SaleListAnswer } from "../../src/contracts/sales/sales"
import { buy } from "./buy"
import { createPlainProduct, type Shop } from "./create-shop"
import type { AdminPage } from "./open-admin"
import { openScene, OPENING_MS, type Scene } from "./open-scene"
import { seenBy } from "./seen-by"

interface Product {
  product: { variants: { id: string }[] }
}

const WIDE = { width: 1440, height: 900 }
const NARROW = { width: 390, height: 844 }

describe("the sales history in a browser", () => {
  let scene: Scene
  let shop: Shop
  let english: AdminPage
  let french: AdminPage
  let first: SaleListAnswer["sales"][number]

  beforeAll(async () => {
    scene = await openScene()
    ;({ shop, english, french } = scene)
    const id = await createPlainProduct(shop, "Site check", { eur: 20, chf: 22 })
    const { product } = await shop.admin.get<Product>(`/admin/products/${id}`)
    for (let count = 0; count < 3; count++) {
      await buy(shop, product.variants[0]?.id ?? "", count + 1)
    }
    first = await recorded(3)
  }, OPENING_MS)

  afterAll(async () => scene?.close(), 60_000)

  /** Sales are made in the background. */
  async function recorded(wanted: number): Promise<SaleListAnswer["sales"][number]> {
    for (let tries = 0; tries < 200; tries++) {
      const { sales } = await shop.admin.get<SaleListAnswer>("/admin/sales?payment_status=paid")
      const [latest] = sales
      if (latest && sales.length === wanted) {
        return latest
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error("The orders have no sales")
  }

  const see = seenBy("sales", () => [english, french])
  const onBoth = async (admin: AdminPage, name: string): Promise<void> => {
    await admin.shoot(name)
    await admin.page.setViewportSize(NARROW)
    await admin.shoot(`${name}-narrow`)
    expect(await admin.overflow()).toBe(0)
    await admin.page.setViewportSize(WIDE)
  }

  see("H7: all sales with their totals and the chart, in both languages, on a wide and a narrow screen", async () => {
    for (const [admin, heading] of [
      [english, "Sales history"],
      [french, "Historique des ventes"],
    ] as const) {
      await admin.goTo("/sales")
      await admin.page.getByRole("heading", { name: heading }).waitFor()
      await admin.page.locator(".recharts-bar-rectangle").first().waitFor()
      await onBoth(admin, "sales")
    }
  })

  see("H2, H5: a sale's time line, what was sold, and a hold with its reason", async () => {
    const { page } = english
    for (const admin of [english, french]) {
      await admin.goTo(`/sales/${first.id}`)
      await admin.page.getByText("Meier & Söhne GmbH").first().waitFor()
      await onBoth(admin, "sale")
    }
    await page.getByRole("button", { name: "Put on hold" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("button", { name: "Put on hold" }).click()
    await drawer.getByText("Say why: it is kept for good").waitFor()
    await drawer.getByLabel("Reason").fill("The address is wrong")
    await english.shoot("sale-hold")
    await drawer.getByRole("button", { name: "Put on hold" }).click()
    await page.getByText("The address is wrong").waitFor()
    for (const [admin, warning, title] of [
      [english, "Do not deliver: this sale is on hold. Release it first.", "Sales history"],
      [french, "Ne livrez pas : cette vente est en attente. Reprenez-la d'abord.", "Historique des ventes"],
    ] as const) {
      await admin.goTo(`/orders/${first.order_id}`)
      await admin.page.getByText(warning).waitFor()
      await admin.goTo(`/customers/${first.customer_id}`)
      await admin.page.getByRole("heading", { name: title }).waitFor()
      await admin.page
        .getByRole("link", { name: `#${first.display_id}`, exact: true })
        .first()
        .waitFor()
      await onBoth(admin, "sale-customer")
    }
  })

  see("H8: the history is verified, and a checkpoint taken", async () => {
    const { page } = english
    await english.goTo("/sales")
    await page.getByRole("button", { name: "Take one now" }).click()
    await page.getByText("No. 1").waitFor()
    await page.getByRole("button", { name: "Verify", exact: true }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("button", { name: "Verify", exact: true }).click()
    await drawer.getByText("All of it is whole").waitFor()
    await english.shoot("sales-verified")
    expect([...english.problems, ...french.problems]).toEqual([])
  })
})
