import { dispatchOutbox } from "../../../src/workflows/events/dispatch-outbox"
import { createQuickShop, type QuickShop } from "../../support/create-quick-shop"
import { findBillingFaults } from "../../support/find-billing-faults"
import { givePackage, type Sold } from "../../support/give-package"
import { PageClient, type PageAnswer } from "../../support/page-client"
import { storeSuite } from "../../support/store-suite"

/** C24: packages in quick orders, with what is chosen in them. */
export const quickOrderPackagesSuite = storeSuite(__filename, (store) => {
  let shop: QuickShop
  let set: Sold & { entryIds: string[] }

  beforeAll(async () => {
    shop = await createQuickShop(store)
    const sold = async (variantId: string): Promise<Sold> => {
      const { product_id } = await store.knex()("product_variant").where({ id: variantId }).first("product_id")
      return { productId: product_id, variantId }
    }
    const size = { group: "Beside it" }
    set = await givePackage(store.container(), {
      title: "Set",
      salesChannelId: shop.world.salesChannelId,
      prices: { eur: 1 },
      pricing: "contents_all",
      entries: [
        await sold(shop.mug),
        { ...(await sold(shop.pen)), ...size, isDefault: true },
        { ...(await sold(shop.clip)), ...size },
        { ...(await sold(shop.service)), isOptional: true },
        { ...(await sold(shop.service)), isHidden: true, isOptional: true },
        { ...(await sold(shop.pen)), role: "accessory", isNested: false, isOptional: true },
      ],
    })
  })

  const partOf = (place: number) => set.entryIds[place] ?? ""
  /** The clip in place of the pen, and advice. */
  const chosen = () => ({ [`g-${partOf(1)}`]: partOf(2), [`s-${partOf(3)}`]: "1", [`o-${partOf(3)}`]: "1" })
  const textOf = ({ html }: PageAnswer) =>
    html
      .replace(/<style.*?<\/style>|<[^>]+>/gs, " ")
      .replace(/&#39;/g, "'")
      .replace(/\s+/g, " ")

  const visit = async () => {
    const browser = new PageClient(store, { "accept-language": "en" })
    const page = await browser.open(shop.lena.url)
    const here = page.path.split("?")[0] ?? ""
    const form_key = /name="form_key" value="([^"]+)"/.exec(page.html)?.[1] ?? ""
    const add = (fields: Record<string, string>, quantity = "1") =>
      browser.post(`${here}/add`, { form_key, variant_id: set.variantId, quantity, ...fields })
    const choose = (fields: Record<string, string> = {}) =>
      browser.get(`${here}/package/${set.variantId}?${new URLSearchParams({ lang: "en", ...fields }).toString()}`)
    return { browser, page, here, add, choose }
  }

  it("C24, P12, P22: what is in it is chosen on a page of its own, at the customer's price, and looking writes nothing", async () => {
    const { page, choose } = await visit()
    expect(page.html).toContain(`/package/${set.variantId}?lang=en`)
    const standard = await choose()
    expect(textOf(standard)).toMatch(/Beside it .*Pen.*Clip.*Advice.*€12\.66.*€14\.90/)
    expect(standard.html).toMatch(new RegExp(`value="${partOf(1)}" checked`))
    expect(standard.html).not.toContain(partOf(4))
    const other = await choose(chosen())
    expect(textOf(other)).toMatch(/€85\.84.*€100\.99/)
    expect(other.html).toMatch(new RegExp(`value="${partOf(2)}" checked`))
    expect(await store.knex()("customers_quick_order")).toEqual([])
    const { browser, here } = await visit()
    expect((await browser.get(`${here}/package/${shop.clip}`)).status).toBe(404)
    expect((await browser.get(`${here}/package/x'`)).status).toBe(404)
    // Nobody sees it without the link.
    expect((await browser.get(`${here}/package/${set.variantId}`)).status).toBe(200)
    expect((await new PageClient(store).get(`${here}/package/${set.variantId}`)).status).toBe(404)
  })

  it("C24: it is ordered as it was chosen, each way of choosing for itself, and again as last time", async () => {
    const { browser, here, add } = await visit()
    await add({}, "1")
    await add(chosen(), "2")
    await add({ [`s-${partOf(3)}`]: "1", [`o-${partOf(3)}`]: "1" }, "2")
    await add(chosen(), "1")
    // What is in it is sold alone, too.
    await add({ variant_id: shop.clip }, "7")
    const basket = await browser.get(`${here}/basket?lang=en`)
    expect(textOf(basket)).toMatch(/Set .*€12\.66.*Clip Standard, Advice Standard.*€85\.84.*€257\.52/)
    const checked = await browser.submit(basket, "review")
    const done = await browser.submit(checked, "order")
    expect(textOf(done)).toMatch(/Order number \d+/)
    await store.settled()
    const { data } = await store.api.get("/admin/orders?fields=*items,total", shop.world.adminHeaders)
    const [order] = data.orders
    const lines = order.items.map(({ title, product_title, quantity }: Record<string, unknown>) =>
      [product_title ?? title, quantity].join(" "),
    )
    const first = ["Set 1", "Mug 1", "Pen 1"]
    const second = ["Set 3", "Mug 3", "Clip 3", "Advice 3"]
    const third = ["Set 2", "Mug 2", "Pen 2", "Advice 2"]
    expect(lines.sort()).toEqual([...first, ...second, ...third, "Clip 7"].sort())
    await dispatchOutbox(store.container())
    await store.settled()
    expect(await findBillingFaults(store.knex())).toEqual([])
    const again = await browser.submit(await browser.get(`${here}?lang=en`), "again")
    expect(again.html).toContain("The articles of your last order are in the basket.")
    const { items } = await store.knex()("customers_quick_order").where({ turn: 1 }).first("items")
    expect(
      items
        .map(({ quantity, choices }: { quantity: number; choices?: unknown[] }) => [quantity, choices?.length ?? 0])
        .sort(),
    ).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
      [7, 0],
    ])
  })

  it("C24: an accessory that is a line of its own is ordered once, and comes again with its package alone", async () => {
    const { browser, here, add } = await visit()
    await add({ [`s-${partOf(5)}`]: "1", [`o-${partOf(5)}`]: "1" }, "2")
    await browser.submit(await browser.submit(await browser.get(`${here}/basket?lang=en`), "review"), "order")
    await store.settled()
    const { data } = await store.api.get("/admin/orders?fields=*items", shop.world.adminHeaders)
    const pens = data.orders[0].items.filter(({ variant_id }: { variant_id: string }) => variant_id === shop.pen)
    expect(pens.map(({ quantity }: { quantity: number }) => quantity).sort()).toEqual([1, 2])
    await browser.submit(await browser.get(`${here}?lang=en`), "again")
    const { items } = await store.knex()("customers_quick_order").where({ turn: 1 }).first("items")
    expect(items).toMatchObject([
      { variant_id: set.variantId, quantity: 2, choices: [{ path: partOf(5), isChosen: true }] },
    ])
  })

  it("bad input: neither what is no part of it, a hidden part, one that is always there nor two alternatives at once are put into the basket", async () => {
    const wrong: Record<string, string>[] = [
      { "s-pent_none": "1", "o-pent_none": "1" },
      { [`s-${partOf(4)}`]: "1", [`o-${partOf(4)}`]: "1" },
      { [`s-${partOf(0)}`]: "1" },
      { [`g-${partOf(1)}`]: partOf(1), [`g-${partOf(2)}`]: partOf(2) },
    ]
    const { add, choose } = await visit()
    for (const fields of wrong) {
      const { location } = await add(fields)
      expect([fields, location]).toEqual([fields, expect.stringContaining("notice=not_taken")])
      expect(textOf(await choose(fields))).toContain("€12.66")
    }
    expect(await store.knex()("customers_quick_order")).toEqual([])
  })

  it("C26: the Store API takes choices, and says which there are", async () => {
    const ask = async (path: string, body: object = {}) =>
      (await store.api.post(`/store/quick-orders${path}`, { token: shop.lena.token, ...body }, shop.world.storeHeaders))
        .data
    const { quick_order } = await ask("", { search: "Set" })
    expect(quick_order.products[0].variants[0]).toMatchObject({ has_choices: true, your_price: "12.66" })
    const choices = [{ path: partOf(2), is_chosen: true }]
    const items = [{ variant_id: set.variantId, quantity: 2, choices }]
    const { basket, problems } = await ask("/basket", { items })
    expect([problems, basket.items]).toMatchObject([[], [{ quantity: 2, choices, your_price: "9.34" }]])
    const wrong = await ask("/basket", { items: [{ ...items[0], choices: [{ path: "none", is_chosen: true }] }] })
    expect(wrong.problems).toEqual([{ field: "items.0.variantId", reason: "is not sold here" }])
    const { review } = await ask("/review")
    expect(review.goods).toBe("18.68")
  })
})
