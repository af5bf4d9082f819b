import { Modules } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { setOfferVisibilityWorkflow } from "../../../src/workflows/billing/offers/set-offer-visibility"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createWorld, type World } from "../../support/create-world"
import { PageClient } from "../../support/page-client"
import { storeSuite } from "../../support/store-suite"

const SHOP = "https://shop.example"

export const offerLinksSuite = storeSuite(__filename, (store) => {
  let world: World
  let hosting: OfferedProduct

  const link = (act = "add", query = "") => `/pages/shop/${hosting.productId}/${act}${query}`
  const cartIn = (location: string | null) => new URL(location ?? "").searchParams.get("cart_id") ?? ""
  const linesOf = async (id: string) => {
    const { data } = await store.api.get(`/store/carts/${id}`, world.storeHeaders)
    return data.cart.items.map((item: { variant_id: string; quantity: number }) => [item.variant_id, item.quantity])
  }
  const carts = async () => Number((await store.knex()("cart").count("id as count").first())?.count)

  beforeAll(async () => {
    world = await createWorld(store)
    hosting = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId: world.salesChannelId,
      cycles: [
        { name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 10, chf: 0 } },
        { name: "Yearly", interval: { unit: "year", count: 1 }, prices: { eur: 99, chf: 120 } },
      ],
    })
    const stores = store.container().resolve(Modules.STORE)
    const [own] = await stores.listStores()
    const { salesChannelId: default_sales_channel_id } = world
    await stores.updateStores(own?.id ?? "", { default_sales_channel_id, default_region_id: world.regions.eur.id })
    store.container().resolve<CoreModuleService>(CORE_MODULE).options.pages.storefrontUrl = SHOP
  })

  afterAll(() => {
    delete store.container().resolve<CoreModuleService>(CORE_MODULE).options.pages.storefrontUrl
  })

  it("B13: adds the first cycle that is enabled, or the named one, and lands in the storefront with the cart", async () => {
    const browser = new PageClient(store)
    const first = await browser.get(link())
    expect(first.status).toBe(303)
    expect(first.location).toMatch(/^https:\/\/shop\.example\/cart\?cart_id=cart_\w+$/)
    const id = cartIn(first.location)
    expect(await linesOf(id)).toEqual([[hosting.variants.Monthly, 1]])
    // The cookie leads to the same cart, and so does its id in another browser.
    const again = await browser.get(link("checkout", "?cycle=year&quantity=2"))
    expect(again.location).toBe(`${SHOP}/checkout?cart_id=${id}`)
    const other = await new PageClient(store).get(link("add", `?cycle=${hosting.variants.Monthly}&cart_id=${id}`))
    expect(cartIn(other.location)).toBe(id)
    expect((await linesOf(id)).sort()).toEqual(
      [
        [hosting.variants.Monthly, 2],
        [hosting.variants.Yearly, 2],
      ].sort(),
    )
    // In francs the monthly one is disabled.
    const francs = await new PageClient(store).get(link("add", `?region_id=${world.regions.chf.id}`))
    expect(await linesOf(cartIn(francs.location))).toEqual([[hosting.variants.Yearly, 1]])
  })

  it("a foreign return address, a wrong number, what is hidden or on request: a clear page, and nothing is made", async () => {
    const before = await carts()
    const browser = new PageClient(store, { "accept-language": "en" })
    for (const [query, status, said] of [
      ["?return_to=https://evil.example/", 400, "This link is not right"],
      ["?return_to=//evil.example", 400, "This link is not right"],
      ["?return_to=%2F%5Cevil.example", 400, "This link is not right"],
      ["?return_to=/a&return_to=https://evil.example", 400, "This link is not right"],
      ["?quantity=0", 400, "This link is not right"],
      ["?cycle=month&region_id=" + world.regions.chf.id, 404, "cannot be bought here"],
      ["?region_id=reg_none", 404, "cannot be bought here"],
    ] as const) {
      const answer = await browser.get(link("add", query))
      expect([query, answer.status, answer.html.includes(said), answer.location]).toEqual([query, status, true, null])
    }
    const own = await browser.get(link("add", "?return_to=/thanks"))
    expect(own.location).toMatch(/^https:\/\/shop\.example\/thanks\?cart_id=cart_/)
    await setOfferVisibilityWorkflow(store.container()).run({ input: { id: hosting.offerId, hidden: true } })
    expect((await browser.get(link())).status).toBe(404)
    expect((await browser.get("/pages/shop/prod_none/add")).status).toBe(404)
    expect((await browser.get(link("take"))).status).toBe(404)
    expect(await carts()).toBe(before + 1)
  })

  it("whoever only looks at a link, a scanner or a browser ahead of the click, adds nothing", async () => {
    const browser = new PageClient(store)
    const id = cartIn((await browser.get(link())).location)
    const { status } = await store.api.head(link("add", `?cart_id=${id}`), { validateStatus: () => true })
    const ahead = await new PageClient(store, { "sec-purpose": "prefetch" }).get(link("add", `?cart_id=${id}`))
    expect([status, ahead.status]).toEqual([404, 503])
    expect(await linesOf(id)).toEqual([[hosting.variants.Monthly, 1]])
  })

  it("the offer's page shows both, per cycle, and what keeps them from working", async () => {
    const { data } = await store.api.get(`/admin/billing/products/${hosting.productId}/links`, world.adminHeaders)
    expect(data.links.missing).toBeNull()
    expect(data.links.cycles).toHaveLength(2)
    const [{ cycle_id, add_to_cart, checkout }] = data.links.cycles
    expect(new URL(add_to_cart).pathname).toBe(link())
    const landed = await new PageClient(store).get(new URL(checkout).pathname + new URL(checkout).search)
    expect(landed.location).toMatch(/checkout/)
    expect(cycle_id).toMatch(/^bcyc_/)
    const { options } = store.container().resolve<CoreModuleService>(CORE_MODULE)
    delete options.pages.storefrontUrl
    const without = await store.api.get(`/admin/billing/products/${hosting.productId}/links`, world.adminHeaders)
    options.pages.storefrontUrl = SHOP
    expect(without.data.links.missing).toBe("pages.storefrontUrl")
  })
})
