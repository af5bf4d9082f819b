import {
  createProductCategoriesWorkflow,
  createProductTagsWorkflow,
  createProductTypesWorkflow,
} from "@medusajs/medusa/core-flows"
import { updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { OfferAnswer } from "../../../src/contracts/billing/offers"
import { createOfferWorld, type OfferWorld } from "../../support/create-offer-world"
import { OfferClient } from "../../support/offer-client"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

const MONTHLY = { unit: "month", count: 1 } as const
const QUARTERLY = { unit: "month", count: 3 } as const
const ANNUAL = { unit: "year", count: 1 } as const
const eur = (amount: string) => ({ currency_code: "eur", amount })
const chf = (amount: string) => ({ currency_code: "chf", amount })

interface Named {
  id: string
}

export const offerVisibilitySuite = storeSuite(__filename, (store) => {
  let world: OfferWorld
  let offers: OfferClient
  /** Sold in a monthly cycle everywhere, in a quarterly one in CHF only, in an annual one nowhere. */
  let hosting: OfferAnswer
  let secret: OfferAnswer
  let plainId: string
  let categoryId: string
  let tagId: string
  let typeId: string
  let variantIds: {
    plain: string
    standard: string
    monthly: string
    quarterly: string
    annual: string
    secret: string
  }

  beforeAll(async () => {
    world = await createOfferWorld(store)
    offers = new OfferClient(store, world)
    const container = store.container()
    const [product, hidden, plain] = [
      await world.createProduct("Hosting"),
      await world.createProduct("Secret hosting"),
      await world.createProduct("Cable"),
    ]
    plainId = plain.id
    hosting = await offers.save(product.id, {
      payment_type: "recurring",
      cycles: [
        { interval: MONTHLY, prices: [eur("10"), chf("12")] },
        { interval: QUARTERLY, prices: [eur("0"), chf("33")], setup_fees: [chf("5")] },
        { interval: ANNUAL, prices: [eur("0")] },
      ],
    })
    secret = await offers.save(hidden.id, {
      payment_type: "recurring",
      hidden: true,
      cycles: [{ interval: MONTHLY, prices: [eur("10"), chf("12")] }],
    })
    const { result: categories } = await createProductCategoriesWorkflow(container).run({
      input: { product_categories: [{ name: "All", is_active: true }] },
    })
    categoryId = categories[0]?.id ?? ""
    const { result: tags } = await createProductTagsWorkflow(container).run({
      input: { product_tags: [{ value: "web" }] },
    })
    tagId = tags[0]?.id ?? ""
    const { result: types } = await createProductTypesWorkflow(container).run({
      input: { product_types: [{ value: "service" }] },
    })
    typeId = types[0]?.id ?? ""
    await updateProductsWorkflow(container).run({
      input: {
        selector: { id: [product.id, hidden.id, plain.id] },
        update: { category_ids: [categoryId], tag_ids: [tagId], type_id: typeId },
      },
    })
    const [monthly, quarterly, annual] = hosting.cycles.map((cycle) => cycle.variant_id)
    variantIds = {
      plain: plain.variants[0]?.id ?? "",
      standard: product.variants[0]?.id ?? "",
      monthly: monthly ?? "",
      quarterly: quarterly ?? "",
      annual: annual ?? "",
      secret: secret.cycles[0]?.variant_id ?? "",
    }
  })

  const get = async (path: string) => (await store.api.get(`/store${path}`, world.storeHeaders)).data
  const ids = (list: Named[]): string[] => list.map((one) => one.id).sort()
  const visible = () => [hosting.product_id, plainId].sort()
  const eurRegion = () => `region_id=${world.regions.eur.id}`
  const chfRegion = () => `region_id=${world.regions.chf.id}`

  describe("B10: a hidden product is in no Store API answer", () => {
    it("/store/products, with the right count and pages", async () => {
      const all = await get("/products")
      expect(ids(all.products)).toEqual(visible())
      expect(all.count).toBe(2)
      const page = await get("/products?limit=1&offset=1&fields=id,title")
      expect([page.count, page.products.length]).toEqual([2, 1])
    })

    it("/store/products by id, handle, search, collection, category or tag", async () => {
      const handle = (await offers.admin("get", `/products/${secret.product_id}`)).product.handle
      for (const filter of [`id=${secret.product_id}`, `id[]=${secret.product_id}`, `handle=${handle}`, "q=secret"]) {
        expect(await get(`/products?${filter}`)).toMatchObject({ products: [], count: 0 })
      }
      for (const filter of [`collection_id=${world.collectionId}`, `category_id=${categoryId}`, `tag_id=${tagId}`]) {
        expect(ids((await get(`/products?${filter}`)).products)).toEqual(visible())
      }
      const either = `$or[0][id]=${secret.product_id}&$or[1][id]=${plainId}`
      expect(ids((await get(`/products?${either}`)).products)).toEqual([plainId])
    })

    it("/store/products/:id answers as for a product that there is not", async () => {
      const hidden = await refusalOf(get(`/products/${secret.product_id}`))
      const missing = await refusalOf(get("/products/prod_none"))
      expect(hidden.status).toBe(404)
      expect(hidden.message.replace(secret.product_id, "prod_none")).toBe(missing.message)
    })

    it("/store/product-variants and one variant", async () => {
      const { variants, count } = await get("/product-variants?limit=50")
      expect(variants.map((variant: { product_id: string }) => variant.product_id)).not.toContain(secret.product_id)
      expect(count).toBe(variants.length)
      expect(await get(`/product-variants?id=${variantIds.secret}`)).toMatchObject({ variants: [], count: 0 })
      const hidden = await refusalOf(get(`/product-variants/${variantIds.secret}`))
      const missing = await refusalOf(get("/product-variants/variant_none"))
      expect(hidden).toEqual({ ...missing, message: missing.message.replace("variant_none", variantIds.secret) })
    })

    it.each([
      ["/store/collections", () => "/collections?fields=*products", "collections"],
      ["/store/collections, titles alone", () => "/collections?fields=title,products.title", "collections"],
      ["/store/collections/:id", () => `/collections/${world.collectionId}?fields=*products`, "collection"],
      ["/store/product-categories", () => "/product-categories?fields=*products", "product_categories"],
      ["/store/product-categories/:id", () => `/product-categories/${categoryId}?fields=*products`, "product_category"],
      [
        "/store/product-categories/:id, titles alone",
        () => `/product-categories/${categoryId}?fields=name,products.title`,
        "product_category",
      ],
      ["/store/product-tags", () => "/product-tags", "product_tags"],
      ["/store/product-tags/:id", () => `/product-tags/${tagId}`, "product_tag"],
      ["/store/product-types", () => "/product-types", "product_types"],
      ["/store/product-types/:id", () => `/product-types/${typeId}`, "product_type"],
    ])("%s with their products", async (_route, path, key) => {
      const answer = await get(path())
      const one = Array.isArray(answer[key]) ? answer[key][0] : answer[key]
      expect(ids(one.products)).toEqual(visible())
      expect(JSON.stringify(answer)).not.toContain("Secret")
    })

    it("shows again as soon as it is shown", async () => {
      await offers.hide(secret.id, false)
      expect((await get("/products")).count).toBe(3)
      expect((await get(`/products/${secret.product_id}`)).product.id).toBe(secret.product_id)
      await offers.hide(secret.id)
      expect((await get("/products")).count).toBe(2)
    })
  })

  describe("B6: a disabled cycle is not shown", () => {
    const shown = (product: { variants: Named[] }) => ids(product.variants)
    const all = (...names: (keyof typeof variantIds)[]) => names.map((name) => variantIds[name]).sort()

    it("/store/products/:id in the request's currency; without one, only what is disabled everywhere", async () => {
      const path = `/products/${hosting.product_id}`
      expect(shown((await get(`${path}?${eurRegion()}`)).product)).toEqual(all("standard", "monthly"))
      expect(shown((await get(`${path}?${chfRegion()}`)).product)).toEqual(all("standard", "monthly", "quarterly"))
      expect(shown((await get(path)).product)).toEqual(all("standard", "monthly", "quarterly"))
    })

    it("/store/products, its option value neither, prices and taxes as Medusa answers them", async () => {
      const { products } = await get(
        `/products?${eurRegion()}&country_code=de&fields=*variants.calculated_price,*options,*options.values`,
      )
      const product = products.find((one: Named) => one.id === hosting.product_id)
      expect(shown(product)).toEqual(all("standard", "monthly"))
      const monthly = product.variants.find((variant: Named) => variant.id === variantIds.monthly)
      expect(monthly.calculated_price).toMatchObject({ calculated_amount: 10, currency_code: "eur" })
      const option = product.options.find((one: { title: string }) => one.title === "Billing cycle")
      expect(option.values.map((value: { value: string }) => value.value)).toEqual(["Monthly"])
    })

    it("/store/product-variants and one variant, with the right count", async () => {
      const list = async (query: string) => {
        const { variants, count } = await get(`/product-variants?product_id=${hosting.product_id}&${query}`)
        expect(count).toBe(variants.length)
        return ids(variants)
      }
      expect(await list(eurRegion())).toEqual(all("standard", "monthly"))
      expect(await list(chfRegion())).toEqual(all("standard", "monthly", "quarterly"))
      expect(await list("")).toEqual(all("standard", "monthly", "quarterly"))
      expect((await refusalOf(get(`/product-variants/${variantIds.annual}`))).status).toBe(404)
      expect((await refusalOf(get(`/product-variants/${variantIds.quarterly}?${eurRegion()}`))).status).toBe(404)
      expect((await get(`/product-variants/${variantIds.quarterly}?${chfRegion()}`)).variant.id).toBe(
        variantIds.quarterly,
      )
    })

    it("/store/collections/:id with products and variants", async () => {
      const { collection } = await get(`/collections/${world.collectionId}?fields=*products,*products.variants`)
      const product = collection.products.find((one: Named) => one.id === hosting.product_id)
      expect(shown(product)).toEqual(all("standard", "monthly", "quarterly"))
    })

    it("a price list price of zero disables nothing", async () => {
      await offers.admin("post", "/price-lists", {
        title: "Free month",
        description: "Sale",
        status: "active",
        prices: [{ variant_id: variantIds.monthly, currency_code: "eur", amount: 0 }],
      })
      const { product } = await get(`/products/${hosting.product_id}?${eurRegion()}`)
      expect(shown(product)).toEqual(all("standard", "monthly"))
      const monthly = product.variants.find((variant: Named) => variant.id === variantIds.monthly)
      expect(monthly.calculated_price.calculated_amount).toBe(0)
    })

    it("a free offer's cycle is shown at zero", async () => {
      const product = await world.createProduct("Starter")
      const free = await offers.save(product.id, { payment_type: "free", cycles: [] })
      const answer = await get(`/products/${product.id}?${eurRegion()}`)
      expect(shown(answer.product)).toEqual([free.cycles[0]?.variant_id])
    })
  })

  it("costs one statement more where nothing is offered", async () => {
    await offers.remove(hosting.product_id)
    await offers.remove(secret.product_id)
    const statements: string[] = []
    const listen = (query: { sql: string }) => statements.push(query.sql)
    store.knex().on("query", listen)
    await get(`/products?id=${plainId}`)
    store.knex().removeListener("query", listen)
    expect(statements.filter((sql) => sql.includes("billing_"))).toHaveLength(2)
  })

  describe("GET /store/billing/products", () => {
    it("B5, B7, B8: a product with its enabled cycles, prices, fees and savings", async () => {
      const inChf = await get(`/billing/products/${hosting.product_id}?${chfRegion()}`)
      expect(inChf.product).toMatchObject({
        id: hosting.product_id,
        title: "Hosting",
        collection: { id: world.collectionId },
        offer: { id: hosting.id, payment_type: "recurring", on_request: false, trial_days: null },
        cycles: [
          {
            variant_id: variantIds.monthly,
            title: "Monthly",
            interval: MONTHLY,
            price: { amount: "12.00", currency_code: "chf" },
            setup_fee: null,
            saving: null,
          },
          {
            variant_id: variantIds.quarterly,
            interval: QUARTERLY,
            price: { amount: "33.00" },
            setup_fee: { currency_code: "chf", amount: "5.00" },
            saving: { amount: "3.00", percent: "8.3" },
          },
        ],
      })
      const inEur = await get(`/billing/products/${hosting.product_id}?currency_code=EUR`)
      expect(inEur.product.cycles.map(({ variant_id }: { variant_id: string }) => variant_id)).toEqual([
        variantIds.monthly,
      ])
    })

    it("B2: lists by rank, in pages, without hidden products and products that have no offer", async () => {
      const first = await world.createProduct("First")
      await offers.save(first.id, {
        payment_type: "recurring",
        rank: -1,
        on_request: true,
        cycles: [{ interval: MONTHLY, prices: [eur("5")] }],
      })
      const list = await get(`/billing/products?${eurRegion()}`)
      expect(list).toMatchObject({ count: 2, limit: 20, offset: 0 })
      expect(list.products.map((product: Named) => product.id)).toEqual([first.id, hosting.product_id])
      expect(list.products[0].offer.on_request).toBe(true)
      const page = await get(`/billing/products?${eurRegion()}&limit=1&offset=1`)
      expect(page).toMatchObject({ count: 2, products: [{ id: hosting.product_id }] })
      expect(await get(`/billing/products?${eurRegion()}&collection_id=pcol_none`)).toMatchObject({ count: 0 })
    })

    it("B5: prices are Medusa's own: a price list of the customer's group, the region's", async () => {
      await offers.admin("post", "/price-lists", {
        title: "Sale",
        description: "Sale",
        status: "active",
        prices: [{ variant_id: variantIds.monthly, currency_code: "eur", amount: 8 }],
      })
      const { product } = await get(`/billing/products/${hosting.product_id}?${eurRegion()}`)
      expect(product.cycles[0].price).toMatchObject({ amount: "8.00", original_amount: "10.00" })
    })

    it("a draft, a hidden, a foreign or an unoffered product is not found", async () => {
      const draft = await world.createProduct("Draft")
      await offers.save(draft.id, { payment_type: "free", cycles: [] })
      await offers.admin("post", `/products/${draft.id}`, { status: "draft" })
      for (const id of [draft.id, secret.product_id, plainId, "prod_none", "%00"]) {
        expect((await refusalOf(get(`/billing/products/${id}?${eurRegion()}`))).status).toBe(404)
      }
    })

    it.each([
      ["region_id=reg_none", "region_id"],
      ["currency_code=zzz", "currency_code"],
      ["limit=-1&currency_code=eur", "limit"],
      ["limit=1000000&currency_code=eur", "limit"],
      ["", "region_id"],
    ])("refuses %p and names the field", async (query, field) => {
      const refusal = await refusalOf(get(`/billing/products?${query}`))
      expect(refusal).toMatchObject({ status: 400, message: expect.stringContaining(field) })
    })
  })
})
