import { createStep, createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { deleteProductsWorkflow, deleteProductVariantsWorkflow } from "@medusajs/medusa/core-flows"
import type { PackageAnswer, SavePackageBody } from "../../../src/contracts/packages/packages"
import type { PackagePricing } from "../../../src/rules/packages"
import { savePackageWorkflow } from "../../../src/workflows/packages/catalog/save-package"
import { createWorld, type World } from "../../support/create-world"
import { giveArticle, type Sold } from "../../support/give-package"
import { PackageClient } from "../../support/package-client"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

const failStep = createStep("test-fail", async () => {
  throw new Error("fails on purpose")
})

export const catalogSuite = storeSuite(__filename, (store) => {
  let world: World
  let packages: PackageClient
  let chair: Sold
  let table: Sold
  let sound: Sold

  const give = (title: string, eur: number) =>
    giveArticle(store.container(), { title, salesChannelId: world.salesChannelId, prices: { eur } })

  beforeAll(async () => {
    world = await createWorld(store)
    packages = new PackageClient(store, world)
    chair = await give("Chair", 10)
    table = await give("Table", 40)
    sound = await give("Sound", 100)
  })

  /** Every row of the room and every price, to see that nothing was written. */
  const everything = async () => {
    const tables = ["packages_package", "packages_entry", "packages_article", "packages_rate", "product", "price"]
    return JSON.stringify(await Promise.all(tables.map((name) => store.knex()(name).select("*").orderBy("id"))))
  }

  const createNamed = (title: string, body: Parameters<PackageClient["save"]>[1] = {}): Promise<PackageAnswer> =>
    packages.create({
      product: { title, status: "published", sales_channel_ids: [world.salesChannelId] },
      package: { pricing: "contents_all", ...body },
    })

  const holding = (...sold: Sold[]) => ({ entries: sold.map(({ variantId }) => ({ variant_id: variantId })) })
  const soldOf = ({ product_id, variants }: PackageAnswer): Sold => ({
    productId: product_id,
    variantId: variants[0]?.id ?? "",
  })
  const pricesOf = ({ variants }: PackageAnswer) =>
    Object.fromEntries((variants[0]?.prices ?? []).map(({ currency_code, amount }) => [currency_code, amount]))

  describe("a package", () => {
    it("P2, P3: is made with its product: name, category, tax type, pricing", async () => {
      const { product_category } = await packages.admin("post", "/product-categories", { name: "Weddings" })
      const { product_type } = await packages.admin("post", "/product-types", { value: "Rental" })
      const made = await packages.create({
        product: { title: "Wedding", category_ids: [product_category.id], type_id: product_type.id },
        package: {
          pricing: "day",
          minimum_duration: 2,
          default_hours: 8,
          contract_description: "Set up by us",
          shows_contract_description: true,
          internal_notes: "Van 2",
          lists_contents: false,
          rates: [
            { currency_code: "EUR", duration: null, price: 20 },
            { currency_code: "eur", duration: 1, price: "50" },
            { currency_code: "eur", duration: 2, price: "75.5" },
          ],
          entries: [
            { variant_id: chair.variantId, quantity: 4 },
            { variant_id: sound.variantId, role: "accessory", is_optional: true, is_free_quantity: true },
          ],
        },
      })

      expect(made).toEqual({
        id: expect.stringMatching(/^ppkg_/),
        product_id: expect.stringMatching(/^prod_/),
        product: {
          id: made.product_id,
          title: "Wedding",
          thumbnail: null,
          status: "draft",
          categories: [{ id: product_category.id, name: "Weddings" }],
          type: { id: product_type.id, value: "Rental" },
        },
        variants: [
          // Medusa's own price is that of the minimum duration, so that its catalogue shows and sells it.
          { id: expect.any(String), title: "Package", prices: [{ currency_code: "eur", amount: "75.5" }] },
        ],
        pricing: "day",
        default_hours: 8,
        minimum_duration: 2,
        contract_description: "Set up by us",
        shows_contract_description: true,
        internal_notes: "Van 2",
        lists_contents: false,
        entries: [
          {
            id: expect.stringMatching(/^pent_/),
            role: "content",
            product_id: chair.productId,
            variant_id: chair.variantId,
            quantity: 4,
            is_optional: false,
            alternative_group: null,
            is_default: false,
            is_hidden: false,
            is_nested: true,
            is_free_quantity: false,
            title: "Chair",
            variant_title: null,
            sku: null,
            thumbnail: null,
            status: "published",
            is_package: false,
          },
          expect.objectContaining({
            role: "accessory",
            variant_id: sound.variantId,
            is_optional: true,
            is_nested: false,
            is_free_quantity: true,
            title: "Sound",
          }),
        ],
        rates: [
          { currency_code: "eur", duration: 1, price: "50.00" },
          { currency_code: "eur", duration: 2, price: "75.50" },
          { currency_code: "eur", duration: null, price: "20.00" },
        ],
        contained_in: [],
        version: 1,
      })
      expect(await packages.read(made.product_id)).toEqual(made)
    })

    it("P15: keeps what is not sent, and the entries' ids in their new order", async () => {
      const made = await createNamed("Lounge", holding(chair, table, sound))
      const noted = await packages.save(made.product_id, { internal_notes: "heavy" })
      expect(noted).toEqual({ ...made, internal_notes: "heavy", version: 2 })

      const turned = [...made.entries].reverse().map(({ id, variant_id }) => ({ id, variant_id }))
      const after = await packages.save(made.product_id, { entries: turned })
      expect(after.entries.map(({ id }) => id)).toEqual(turned.map(({ id }) => id))
    })

    it("is written once: the same save again changes nothing, not even its version", async () => {
      const made = await createNamed("Corner", { ...holding(chair), pricing: "flat", prices: [] })
      const body = { pricing: "flat", entries: made.entries.map(({ id, variant_id }) => ({ id, variant_id })) } as const
      await packages.save(made.product_id, body)
      expect((await packages.save(made.product_id, body)).version).toBe(1)
    })

    it("decision 0030: a save on an old version is refused with what changed since", async () => {
      const made = await createNamed("Tent", holding(chair))
      await packages.save(made.product_id, { internal_notes: "a", version: 1 })
      const before = await everything()
      expect(await refusalOf(packages.save(made.product_id, { internal_notes: "b", version: 1 }))).toMatchObject({
        status: 400,
        message: expect.stringContaining("version: 1 is old: internal_notes changed since"),
      })
      expect(await refusalOf(packages.remove(made.product_id, "?version=1"))).toMatchObject({ status: 400 })
      expect(await everything()).toBe(before)
    })

    it("is made of a product that there is, once", async () => {
      const mug = await give("Mug set", 7)
      const body = { product_id: mug.productId, package: { pricing: "flat" as const, ...holding(chair) } }
      expect((await packages.create(body)).product?.title).toBe("Mug set")
      const refusal = await refusalOf(packages.create({ ...body, package: { pricing: "day" } }))
      expect(refusal.message).toContain("version: 0 is old")
    })

    it("is listed with its product, found by words and by pricing", async () => {
      await createNamed("Violet stage", { ...holding(chair, table) })
      await createNamed("Violet sound", { ...holding(sound), pricing: "flat" })
      const { packages: found, count } = await packages.list("?q=violet")
      expect(count).toBe(2)
      expect(found.map((one) => [one.product?.title, one.pricing, one.contents, one.accessories])).toEqual([
        ["Violet sound", "flat", 1, 0],
        ["Violet stage", "contents_all", 2, 0],
      ])
      expect((await packages.list("?q=violet&pricing=flat")).count).toBe(1)
      expect((await packages.list("?q=violet&limit=1&offset=1")).packages).toHaveLength(1)
    })

    it("is duplicated with its product, prices and recipe, as a draft", async () => {
      const made = await createNamed("Gala", { ...holding(chair, table), pricing: "flat", internal_notes: "n" })
      await packages.save(made.product_id, { prices: [{ currency_code: "eur", amount: "99.90" }] })
      const { package: copy } = await packages.admin("post", `/packages/${made.product_id}/duplicate`, {
        title: "Ball",
      })
      expect(copy).toMatchObject({
        product: { title: "Ball", status: "draft" },
        pricing: "flat",
        internal_notes: "n",
        entries: [{ variant_id: chair.variantId }, { variant_id: table.variantId }],
        version: 1,
      })
      expect(pricesOf(copy)).toEqual({ eur: "99.9" })
      expect(copy.entries[0].id).not.toBe(made.entries[0]?.id)
    })

    it("is a plain product again when its recipe goes", async () => {
      const made = await createNamed("Short", holding(chair))
      expect(await packages.remove(made.product_id, "?version=1")).toMatchObject({ id: made.id, deleted: true })
      expect(await refusalOf(packages.read(made.product_id))).toMatchObject({ status: 404 })
      expect(await store.knex()("packages_entry").where({ package_id: made.id })).toEqual([])
      const { product } = await packages.admin("get", `/products/${made.product_id}`)
      expect(product.title).toBe("Short")
    })
  })

  describe("P8: Medusa's own price of a package", () => {
    it("is nothing where the contents are priced, in each currency of the store, and goes with that", async () => {
      const made = await createNamed("Priced", holding(chair))
      expect(pricesOf(made)).toMatchObject({ eur: "0", chf: "0" })
      const flat = await packages.save(made.product_id, {
        pricing: "flat",
        prices: [{ currency_code: "eur", amount: 250 }],
      })
      expect(pricesOf(flat)).toEqual({ eur: "250" })
      const day = await packages.save(made.product_id, {
        pricing: "day",
        rates: [{ currency_code: "chf", duration: 1, price: "300" }],
      })
      expect(pricesOf(day)).toEqual({ chf: "300", eur: "250" })
      const removed = await packages.save(made.product_id, { prices: [{ currency_code: "eur", amount: null }] })
      expect(pricesOf(removed)).toEqual({ chf: "300" })
    })

    it.each<[PackagePricing, SavePackageBody, string]>([
      ["contents_all", {}, "prices: a package priced by its contents has no price of its own"],
      ["flat", { prices: [{ currency_code: "eur", amount: "1.005" }] }, "prices[0].amount: takes at most 2 decimals"],
      [
        "day",
        { rates: [{ currency_code: "eur", duration: 1, price: "5" }] },
        "prices[0].amount: the rate table says the price in this currency",
      ],
    ])("of a package by %s is refused where it makes no sense", async (pricing, more, reason) => {
      const made = await createNamed("Nonsense", { pricing: "flat" })
      const before = await everything()
      const body = { pricing, prices: [{ currency_code: "eur", amount: "5" }], ...more }
      const refusal = await refusalOf(packages.save(made.product_id, body))
      expect(refusal).toMatchObject({ status: 400, message: expect.stringContaining(reason) })
      expect(await everything()).toBe(before)
    })
  })

  describe("P1: a package in itself", () => {
    it("is refused with the named path, however far down, and nothing is written", async () => {
      const inner = await createNamed("Inner", holding(chair))
      const middle = await createNamed("Middle", holding(table, soldOf(inner)))
      const outer = await createNamed("Outer", holding(soldOf(middle)))
      const before = await everything()
      expect(await refusalOf(packages.save(inner.product_id, holding(chair, soldOf(outer))))).toMatchObject({
        status: 400,
        message:
          "The package was not saved. entries[1]: the package would contain itself: Inner → Outer → Middle → Inner",
      })
      expect((await refusalOf(packages.save(inner.product_id, holding(soldOf(inner))))).message).toContain(
        "Inner → Inner",
      )
      expect(await everything()).toBe(before)
      expect((await packages.read(inner.product_id)).contained_in).toEqual([
        { product_id: middle.product_id, title: "Middle" },
      ])
    })

    it("does not come about where two admins each add the other's package at the same time", async () => {
      for (let round = 0; round < 3; round++) {
        const one = await createNamed(`One ${round}`, holding(chair))
        const two = await createNamed(`Two ${round}`, holding(chair))
        const saves = await Promise.allSettled([
          packages.save(one.product_id, holding(soldOf(two))),
          packages.save(two.product_id, holding(soldOf(one))),
        ])
        expect(saves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
        const refused = saves.find((save) => save.status === "rejected")
        expect(refused?.reason.response.data.message).toContain("the package would contain itself")
      }
    })

    it("is not offered as a content", async () => {
      const inner = await createNamed("Amber inner", holding(chair))
      const outer = await createNamed("Amber outer", holding(soldOf(inner)))
      const titles = async (query: string) => (await packages.contents(query)).map(({ title }) => title)
      expect(await titles("q=amber")).toEqual(["Amber inner", "Amber outer"])
      expect(await titles(`q=amber&product_id=${inner.product_id}`)).toEqual([])
      expect(await titles(`q=amber&product_id=${outer.product_id}`)).toEqual(["Amber inner"])
      expect((await packages.contents("q=amber+inner"))[0]).toMatchObject({
        is_package: true,
        product_id: inner.product_id,
      })
      expect(await titles("q=chair")).toEqual(["Chair"])
    })

    it("is no way to a package that no cart could bear", async () => {
      let inner = await createNamed("Level 0", holding(chair, table))
      for (let level = 1; level <= 10; level++) {
        inner = await createNamed(`Level ${level}`, holding(soldOf(inner), soldOf(inner)))
      }
      const refusal = await refusalOf(createNamed("Level 11", holding(soldOf(inner), soldOf(inner))))
      expect(refusal.message).toMatch(/"Level 11" would have \d+ parts to the last level; the most is 5000/)
      const { packages: found } = await packages.list("?q=Level 11")
      expect(found).toEqual([])
    })
  })

  describe("bad input is refused by field and reason, with nothing written", () => {
    it.each([
      ["quantity zero", { quantity: 0 }, "entries[0].quantity: must be a whole number from 1 to 100000"],
      ["a variant that is gone", { variant_id: "variant_gone" }, 'there is no variant "variant_gone"'],
      ["a variant of another product", { product_id: "prod_other" }, 'is no variant of the product "prod_other"'],
      ["a stranger's entry", { id: "pent_other" }, "entries[0].id: is no content of this package"],
      ["one alternative alone", { alternative_group: "Seat" }, '"Seat" has no other content to choose'],
      ["an unknown role", { role: "thing" }, "entries[0].role"],
      ["an unknown field", { price: "5" }, "price"],
    ])("%s", async (_what, entry, reason) => {
      const made = await createNamed("Bad input", holding(chair))
      const before = await everything()
      const body = { internal_notes: "half", entries: [{ variant_id: chair.variantId, ...entry }] } as object
      expect(await refusalOf(packages.save(made.product_id, body))).toMatchObject({
        status: 400,
        message: expect.stringContaining(reason),
      })
      expect(await everything()).toBe(before)
    })

    it("a product that there is not, and a new package whose recipe is wrong", async () => {
      expect(await refusalOf(packages.save("prod_gone", { pricing: "flat" }))).toMatchObject({ status: 404 })
      expect(await refusalOf(packages.read(chair.productId))).toMatchObject({ status: 404 })
      const before = await everything()
      const wrong = createNamed("Half", { entries: [{ variant_id: chair.variantId, quantity: -1 }] })
      expect(await refusalOf(wrong)).toMatchObject({ status: 400 })
      const left = JSON.parse(await everything())[4].filter((product: { deleted_at: unknown }) => !product.deleted_at)
      expect(left).toEqual(JSON.parse(before)[4])
    })

    it("is guarded by the database itself", async () => {
      const made = await createNamed("Guarded", holding(chair))
      const knex = store.knex()
      const rows = (part: object) => ({ id: "pent_x", package_id: made.id, rank: 9, role: "content", ...sold, ...part })
      const sold = { product_id: chair.productId, variant_id: chair.variantId, quantity: 1 }
      await expect(knex("packages_entry").insert(rows({ quantity: 0 }))).rejects.toThrow(/quantity_check/)
      await expect(knex("packages_entry").insert(rows({ rank: 0 }))).rejects.toThrow(/IDX_packages_entry_rank/)
      await expect(knex("packages_entry").insert(rows({ is_nested: false }))).rejects.toThrow(/accessory_check/)
      const again = { id: "ppkg_x", product_id: made.product_id, pricing: "flat" }
      await expect(knex("packages_package").insert(again)).rejects.toThrow(/IDX_packages_package_product_id/)
      const rate = { id: "prat_x", package_id: made.id, currency_code: "eur", duration: null, price: "1" }
      await expect(knex("packages_rate").insert([rate, { ...rate, id: "prat_y" }])).rejects.toThrow(/rate_once/)
      await expect(knex("packages_rate").insert({ ...rate, package_id: null })).rejects.toThrow(/owner_check/)
    })
  })

  describe("a product that a package contains", () => {
    it("is not deleted, nor its variant: the refusal names the package", async () => {
      const stool = await give("Stool", 5)
      const made = await createNamed("Bar", holding(stool))
      await createNamed("Bar, large", holding(stool, soldOf(made)))
      const reason = 'Cannot be deleted: the product is in the packages "Bar", "Bar, large"'
      expect(await refusalOf(packages.admin("delete", `/products/${stool.productId}`))).toMatchObject({
        status: 400,
        message: reason,
      })
      const path = `/products/${stool.productId}/variants/${stool.variantId}`
      expect((await refusalOf(packages.admin("delete", path))).message).toContain("the variant is in the packages")
      const left = packages.admin("post", `/products/${stool.productId}`, { variants: [] })
      expect((await refusalOf(left)).message).toContain("the variant is in the packages")
      // Whatever program deletes it.
      await expect(
        deleteProductsWorkflow(store.container()).run({ input: { ids: [stool.productId] } }),
      ).rejects.toMatchObject({ message: reason })
      await expect(
        deleteProductVariantsWorkflow(store.container()).run({ input: { ids: [stool.variantId] } }),
      ).rejects.toMatchObject({ message: expect.stringContaining("the variant is in the packages") })
      expect((await packages.admin("get", `/products/${stool.productId}`)).product.variants).toHaveLength(1)
      expect((await refusalOf(packages.remove(made.product_id))).message).toContain('the package "Bar, large"')
    })

    it("goes with the package that contains it, and takes its own recipe and article with it", async () => {
      const stool = await give("Bench", 5)
      await packages.saveArticle(stool.variantId, { unit: "day" })
      const made = await createNamed("Park", holding(stool))
      await deleteProductsWorkflow(store.container()).run({ input: { ids: [stool.productId, made.product_id] } })
      expect(await store.knex()("packages_package").where({ id: made.id })).toEqual([])
      expect(await store.knex()("packages_article").where({ variant_id: stool.variantId })).toEqual([])
    })
  })

  it("is as it was before where a workflow around the save fails", async () => {
    const made = await createNamed("Undone", { ...holding(chair, table), internal_notes: "kept" })
    const failing = createWorkflow("test-save-package-and-fail", (input: { product_id: string }) => {
      savePackageWorkflow.runAsStep({
        input: transform({ input }, (data) => ({
          product_id: data.input.product_id,
          package: {
            pricing: "flat" as const,
            entries: [],
            internal_notes: null,
            prices: [{ currency_code: "eur", amount: "5" }],
          },
        })),
      })
      return new WorkflowResponse(failStep())
    })
    await expect(failing(store.container()).run({ input: { product_id: made.product_id } })).rejects.toMatchObject({
      message: expect.stringContaining("fails on purpose"),
    })
    const { version: _version, ...after } = await packages.read(made.product_id)
    const { version: _before, ...before } = made
    expect(after).toEqual(before)
  })

  describe("P11: an article", () => {
    it("is flat until something else is said, by the day with rates and buffers then", async () => {
      const drill = await give("Drill", 8)
      expect(await packages.article(drill.variantId)).toMatchObject({ unit: "flat", rates: [], version: 0 })
      const saved = await packages.saveArticle(drill.variantId, {
        unit: "day",
        minimum_duration: 3,
        buffer_after_minutes: 90,
        rates: [
          { currency_code: "eur", duration: 1, price: "8" },
          { currency_code: "eur", duration: 7, price: "30" },
        ],
        version: 0,
      })
      expect(saved).toEqual({
        variant_id: drill.variantId,
        variant_title: "Standard",
        product_id: drill.productId,
        is_package: false,
        unit: "day",
        percent: null,
        percent_group: null,
        minimum_duration: 3,
        buffer_before_minutes: 0,
        buffer_after_minutes: 90,
        rates: [
          { currency_code: "eur", duration: 1, price: "8.00" },
          { currency_code: "eur", duration: 7, price: "30.00" },
        ],
        version: 1,
      })
      const { product } = await packages.admin("get", `/products/${drill.productId}?fields=*variants.prices`)
      expect(product.variants[0].prices).toMatchObject([{ currency_code: "eur", amount: 24 }])
      const { articles } = await packages.admin("get", `/packages/articles?product_id=${drill.productId}`)
      expect(articles).toEqual([saved])
      const flat = await packages.saveArticle(drill.variantId, { unit: "flat", version: 1 })
      expect(flat).toMatchObject({ minimum_duration: null, rates: [], buffer_after_minutes: 90, version: 2 })
    })

    it.each([
      ["a percentage of more than all", { unit: "percent_of_order", percent: "101" }, "percent: must be a decimal"],
      ["no group to count on", { unit: "percent_of_group", percent: "5" }, "percent_group: is missing"],
      ["rates of a flat price", { rates: [{ currency_code: "eur", duration: 1, price: "1" }] }, "rates: only what"],
      ["an old version", { unit: "hour", version: 0 }, "version: 0 is old"],
    ] as const)("is refused with %s", async (_what, body, reason) => {
      const saw = await give("Saw", 8)
      await packages.saveArticle(saw.variantId, { buffer_after_minutes: 5 })
      const before = await everything()
      expect(await refusalOf(packages.saveArticle(saw.variantId, body as object))).toMatchObject({
        status: 400,
        message: expect.stringContaining(reason),
      })
      expect(await everything()).toBe(before)
    })

    it("is none where the product is a package, or there is no such variant", async () => {
      const made = await createNamed("Set", holding(chair))
      expect((await refusalOf(packages.saveArticle(soldOf(made).variantId, { unit: "day" }))).message).toContain(
        "variant_id: is a package",
      )
      expect(await refusalOf(packages.article("variant_gone"))).toMatchObject({ status: 404 })
    })
  })
})
