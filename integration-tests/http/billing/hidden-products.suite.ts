import {
  createProductCategoriesWorkflow,
  createProductTagsWorkflow,
  createProductTypesWorkflow,
  updateProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { readdirSync, readFileSync } from "fs"
import { dirname, join } from "path"
import type { OfferAnswer } from "../../../src/contracts/billing/offers"
import { createCustomer, type TestCustomer } from "../../support/create-customer"
import { createOfferWorld, type OfferWorld } from "../../support/create-offer-world"
import { giveDiscount } from "../../support/give-discount"
import { OfferClient } from "../../support/offer-client"
import { placeOrder } from "../../support/place-order"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

const MONTHLY = { unit: "month", count: 1 } as const
const ANNUAL = { unit: "year", count: 1 } as const
const eur = (amount: string) => ({ currency_code: "eur", amount })

/** Core's Store routes that answer something, as its package has them. */
function coreRoutes(): string[] {
  const store = join(dirname(require.resolve("@medusajs/medusa/package.json")), "dist/api/store")
  const files = readdirSync(store, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|\/)route\.js$/.test(file),
  )
  return files.flatMap((file) => {
    const path = `/${file.replace(/\/route\.js$/, "").replace(/\[([^\]]+)\]/g, ":$1")}`
    return ["GET", "POST", "PUT", "PATCH", "DELETE"].flatMap((method) =>
      new RegExp(`^exports\\.${method} = `, "m").test(readFileSync(join(store, file), "utf8"))
        ? [`${method} ${path}`]
        : [],
    )
  })
}

/** Answers or changes a cart: it shows what somebody chose, and nothing else of its products. */
const CART = "a cart's own lines"
const NO_PRODUCT = "answers no product"

/** Of every Store route of core: what a visitor may ask it about products, or why it shows none. */
const KNOWN: Record<string, string | string[]> = {
  "GET /products": [
    "/products",
    "/products?fields=*variants,*options,*options.values",
    "/products?fields=title,variants.title,options.values.value",
    "/products?variants[sku]=SECRET-1",
    "/products?variants[sku]=ANNUAL-1",
    "/products?variants[sku][]=ANNUAL-1&variants[sku][]=SECRET-1",
    "/products?variants[barcode]=4006381333931",
    "/products?variants[options][value]=Annual",
    "/products?variants[$or][0][sku]=ANNUAL-1&variants[$or][1][sku]=SECRET-1",
    "/products?variants[$and][0][sku]=ANNUAL-1",
    "/products?$or[0][variants][sku]=ANNUAL-1&$or[1][variants][sku]=SECRET-1",
    "/products?$and[0][variants][sku]=ANNUAL-1",
    "/products?id=:hosting&variants[id]=:annual",
    "/products?option_value_id=:annual_value",
    "/products?option_value_id[]=:annual_value&option_value_id[]=optval_none",
    "/products?q=ANNUAL-1",
    "/products?q=annual",
    "/products?q=hosting%20ANNUAL-1",
    "/products?q=4006381333931",
    "/products?q=SECRET-1",
    "/products?option_id=:secret_option",
    "/products?collection_id=:collection",
    "/products?tag_id=:tag",
    "/products?type_id=:type",
    "/products?category_id=:category",
  ],
  "GET /products/:id": [
    "/products/:hosting?fields=*variants,*options,*options.values",
    "/products/:hosting?variants[sku]=ANNUAL-1",
    "/products/:secret",
  ],
  "GET /product-variants": [
    "/product-variants?limit=100",
    "/product-variants?sku=ANNUAL-1",
    "/product-variants?sku=SECRET-1",
    "/product-variants?options[value]=Annual",
    "/product-variants?q=ANNUAL-1",
    "/product-variants?$or[0][sku]=ANNUAL-1&$or[1][sku]=SECRET-1",
    "/product-variants?product_id=:secret",
    "/product-variants?id=:annual",
  ],
  "GET /product-variants/:id": ["/product-variants/:annual", "/product-variants/:secret_variant"],
  "GET /product-options": [
    "/product-options?limit=100",
    "/product-options?fields=title,values.value&limit=100",
    "/product-options?title=Secret%20size",
    "/product-options?id=:secret_option",
    "/product-options?q=secret",
  ],
  "GET /product-options/:id": ["/product-options/:secret_option", "/product-options/:cycle_option"],
  "GET /collections": ["/collections?fields=*products,*products.variants,*products.options.values", "/collections"],
  "GET /collections/:id": ["/collections/:collection?fields=*products,*products.variants,*products.options"],
  "GET /product-categories": ["/product-categories?fields=*products,*products.variants,*products.options"],
  "GET /product-categories/:id": ["/product-categories/:category?fields=*products,*products.variants"],
  "GET /product-tags": ["/product-tags", "/product-tags?fields=*products,*products.variants,*products.options.values"],
  "GET /product-tags/:id": ["/product-tags/:tag?fields=*products,*products.variants"],
  "GET /product-types": [
    "/product-types",
    "/product-types?fields=*products,*products.variants,*products.options.values",
  ],
  "GET /product-types/:id": ["/product-types/:type?fields=*products,*products.variants"],
  "GET /orders": ["/orders?fields=items.variant.product.variants,items.variant.product.options"],
  "GET /orders/:id": [
    "/orders/:order",
    "/orders/:order?fields=items.variant.product.variants,items.variant.product.options",
    "/orders/:order?fields=*items.variant.product.variants",
  ],
  "GET /carts/:id": ["/carts/:cart?fields=*items.product.variants,items.variant.product.variants"],
  "POST /search":
    "taken out of hits and queries: src/api/store/catalogue/hide-from-search.spec.ts; the module is off by default",
  "POST /carts": CART,
  "POST /carts/:id": CART,
  "POST /carts/:id/complete": "an order: as GET /orders/:id",
  "POST /carts/:id/customer": CART,
  "POST /carts/:id/line-items": CART,
  "POST /carts/:id/line-items/:line_id": CART,
  "DELETE /carts/:id/line-items/:line_id": CART,
  "POST /carts/:id/promotions": CART,
  "DELETE /carts/:id/promotions": CART,
  "POST /carts/:id/shipping-methods": CART,
  "POST /carts/:id/taxes": CART,
  "POST /orders/:id/transfer/accept": "an order: as GET /orders/:id",
  "POST /orders/:id/transfer/cancel": "an order: as GET /orders/:id",
  "POST /orders/:id/transfer/decline": "an order: as GET /orders/:id",
  "POST /orders/:id/transfer/request": "an order: as GET /orders/:id",
  "GET /currencies": NO_PRODUCT,
  "GET /currencies/:code": NO_PRODUCT,
  "POST /customers": NO_PRODUCT,
  "GET /customers/me": NO_PRODUCT,
  "POST /customers/me": NO_PRODUCT,
  "GET /customers/me/addresses": NO_PRODUCT,
  "POST /customers/me/addresses": NO_PRODUCT,
  "GET /customers/me/addresses/:address_id": NO_PRODUCT,
  "POST /customers/me/addresses/:address_id": NO_PRODUCT,
  "DELETE /customers/me/addresses/:address_id": NO_PRODUCT,
  "GET /locales": NO_PRODUCT,
  "POST /payment-collections": NO_PRODUCT,
  "POST /payment-collections/:id/payment-sessions": NO_PRODUCT,
  "GET /payment-providers": NO_PRODUCT,
  "GET /regions": NO_PRODUCT,
  "GET /regions/:id": NO_PRODUCT,
  "GET /return-reasons": NO_PRODUCT,
  "GET /return-reasons/:id": NO_PRODUCT,
  "POST /returns": "the returned lines' ids, of one's own order",
  "GET /shipping-options": NO_PRODUCT,
  "POST /shipping-options/:id/calculate": NO_PRODUCT,
}

/** The plugin's own Store routes that answer articles. */
const OWN = [
  "/billing/products?currency_code=eur",
  "/billing/products/:hosting?currency_code=eur",
  "/billing/products/:secret?currency_code=eur",
  "/discounts/tiers?product_id=:hosting&currency_code=eur",
  "/discounts/tiers?variant_id=:annual&currency_code=eur",
  "/discounts/tiers?product_id=:secret&currency_code=eur",
  "/discounts/tiers?variant_id=:secret_variant&currency_code=eur",
]

export const hiddenProductsSuite = storeSuite(__filename, (store) => {
  let world: OfferWorld
  let offers: OfferClient
  let clara: TestCustomer
  let hosting: OfferAnswer
  let ids: Record<string, string>
  /** Whatever says that there is a hidden product or a disabled cycle. */
  let secrets: string[]

  beforeAll(async () => {
    world = await createOfferWorld(store)
    offers = new OfferClient(store, world)
    const container = store.container()
    clara = await createCustomer(container, { email: "clara@test.example", ...world })
    const [product, hidden] = [await world.createProduct("Hosting"), await world.createProduct("Secret hosting")]
    hosting = await offers.save(product.id, {
      payment_type: "recurring",
      cycles: [
        { interval: MONTHLY, prices: [eur("10")] },
        { interval: ANNUAL, prices: [eur("100")] },
      ],
    })
    const [monthly = "", annual = ""] = hosting.cycles.map((cycle) => cycle.variant_id)
    const order = await placeOrder(store, world, {
      headers: clara.headers,
      items: [{ variant_id: monthly, quantity: 1 }],
    })
    const { data } = await store.api.post(
      "/store/carts",
      { region_id: world.regions.eur.id, items: [{ variant_id: monthly, quantity: 1 }] },
      { headers: clara.headers },
    )
    await offers.admin("post", `/products/${product.id}/variants/${annual}`, {
      sku: "ANNUAL-1",
      barcode: "4006381333931",
    })
    await offers.save(product.id, {
      payment_type: "recurring",
      cycles: hosting.cycles.map(({ id, interval }, at) => ({ id, interval, prices: [eur(at ? "0" : "10")] })),
    })
    await offers.admin("post", `/products/${hidden.id}/options/batch`, {
      add: [{ title: "Secret size", values: ["Secret XL"], is_exclusive: true }],
    })
    const secretVariant = hidden.variants[0]?.id ?? ""
    await offers.admin("post", `/products/${hidden.id}/variants/${secretVariant}`, { sku: "SECRET-1" })
    await offers.save(hidden.id, {
      payment_type: "recurring",
      hidden: true,
      cycles: [{ variant_id: secretVariant, interval: MONTHLY, prices: [eur("10")] }],
    })
    const { result: categories } = await createProductCategoriesWorkflow(container).run({
      input: { product_categories: [{ name: "All", is_active: true }] },
    })
    const { result: tags } = await createProductTagsWorkflow(container).run({
      input: { product_tags: [{ value: "web" }] },
    })
    const { result: types } = await createProductTypesWorkflow(container).run({
      input: { product_types: [{ value: "service" }] },
    })
    const [category = "", tag = "", type = ""] = [categories[0]?.id, tags[0]?.id, types[0]?.id]
    await updateProductsWorkflow(container).run({
      input: {
        selector: { id: [product.id, hidden.id] },
        update: { category_ids: [category], tag_ids: [tag], type_id: type },
      },
    })
    for (const target_id of [product.id, hidden.id]) {
      await giveDiscount(container, { rules: [{ min: "5", value: "10" }], on: [{ level: "product", target_id }] })
    }
    const optionsOf = async (
      id: string,
    ): Promise<{ id: string; title: string; values: { id: string; value: string }[] }[]> =>
      (await offers.admin("get", `/products/${id}?fields=*options,*options.values`)).product.options
    const secretOption = (await optionsOf(hidden.id)).find(({ title }) => title === "Secret size")
    const cycleOption = (await optionsOf(product.id)).find(({ title }) => title === "Billing cycle")
    const annualValue = cycleOption?.values.find(({ value }) => value === "Annual")?.id ?? ""
    ids = {
      hosting: product.id,
      secret: hidden.id,
      monthly,
      annual,
      secret_variant: secretVariant,
      secret_option: secretOption?.id ?? "",
      cycle_option: cycleOption?.id ?? "",
      annual_value: annualValue,
      collection: world.collectionId,
      category,
      tag,
      type,
      order: order.id,
      cart: data.cart.id,
    }
    expect(Object.values(ids).filter((id) => !id)).toEqual([])
    secrets = [
      "Secret",
      "SECRET-1",
      "ANNUAL-1",
      "Annual",
      "4006381333931",
      hidden.id,
      annual,
      secretVariant,
      annualValue,
    ]
  })

  const addressOf = (path: string): string => path.replace(/:([a-z_]+)/g, (_all, name: string) => ids[name] ?? name)

  const ask = async (path: string) =>
    store.api.get(`/store${addressOf(path)}`, { headers: clara.headers, validateStatus: () => true })

  it("knows every Store route of Medusa's, and what each may show", () => {
    expect(Object.keys(KNOWN).sort()).toEqual(coreRoutes().sort())
  })

  const asked = [...Object.values(KNOWN).flatMap((one) => (Array.isArray(one) ? one : [])), ...OWN]
  it.each(asked)("nobody learns of what I hid, nor of a cycle that I switched off: GET %s", async (path) => {
    const { status, data } = await ask(path)
    // A refusal names what was asked for, as for a thing that there is not.
    const said = status === 404 || status === 400 ? "" : JSON.stringify(data)
    expect([status, secrets.filter((secret) => said.includes(secret))]).toEqual([expect.any(Number), []])
    expect([200, 400, 404]).toContain(status)
  })

  /** The same question, about something that there is not. */
  const ABOUT_NOTHING: [RegExp, string][] = [
    [/SECRET-1|ANNUAL-1/g, "NOTHING-1"],
    [/4006381333931/g, "4006381333948"],
    [/Annual|Secret|:annual_value|:annual|:secret\w*/g, "Nothing"],
    [/annual|secret/g, "nothing"],
  ]
  const CONFIRMING = Object.keys(KNOWN).flatMap((route) => {
    const paths = KNOWN[route]
    return Array.isArray(paths)
      ? paths.filter((path) => /\?.*(SECRET|ANNUAL|4006|Annual|:annual|:secret|annual|secret)/.test(path))
      : []
  })
  it.each(CONFIRMING)("what I hid is answered as what there is not: GET %s", async (path) => {
    const nothing = ABOUT_NOTHING.reduce((text, [pattern, word]) => text.replace(pattern, word), path)
    expect(nothing).not.toBe(path)
    const [hidden, none] = [await ask(path), await ask(nothing)]
    expect([hidden.status, hidden.data]).toEqual([none.status, none.data])
  })

  it("what is shown is still found, by each of its own", async () => {
    await offers.admin("post", `/products/${ids.hosting}/variants/${ids.monthly}`, { sku: "MONTHLY-1" })
    for (const query of [
      "variants[sku]=MONTHLY-1",
      "variants[sku][]=MONTHLY-1&variants[sku][]=ANNUAL-1",
      "$or[0][variants][sku]=ANNUAL-1&$or[1][variants][sku]=MONTHLY-1",
      "variants[options][value]=Monthly",
      "q=MONTHLY-1",
      "q=hosting",
      "q=hosting%20MONTHLY",
      "option_id=:cycle_option",
    ]) {
      const { data } = await ask(`/products?fields=id&${query}`)
      expect([query, data.products]).toEqual([query, [{ id: ids.hosting }]])
    }
    const { data: options } = await ask("/product-options/:cycle_option")
    expect(options.product_option.values.map(({ value }: { value: string }) => value)).toEqual(["Monthly"])
    const { data: tiers } = await ask("/discounts/tiers?product_id=:hosting&currency_code=eur")
    expect(tiers.tiers.map((tier: { variant_id: string }) => tier.variant_id)).toContain(ids.monthly)
  })

  it("an order shows what was bought, also after it was hidden", async () => {
    await offers.hide(hosting.id)
    const { data } = await ask("/orders/:order?fields=*items,*items.variant")
    expect(data.order.items).toMatchObject([{ variant_id: ids.monthly, variant: { id: ids.monthly } }])
  })

  it("the tiers of a cycle that I switched off are answered as those of one that there is not", async () => {
    const tiersOf = (id: string) =>
      refusalOf(store.api.get(`/store/discounts/tiers?variant_id=${id}&currency_code=eur`, world.storeHeaders))
    const disabled = await tiersOf(ids.annual ?? "")
    expect(disabled).toEqual({ ...(await tiersOf("variant_none")), message: expect.stringContaining(ids.annual ?? "") })
    expect(disabled.status).toBe(404)
  })
})
