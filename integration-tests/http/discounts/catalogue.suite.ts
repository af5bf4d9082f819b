import {
  createCollectionsWorkflow,
  createProductCategoriesWorkflow,
  updateProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { EligibilityAnswer } from "../../../src/contracts/discounts/articles"
import type { AssignmentLevel } from "../../../src/rules/discounts"
import type { CartClient } from "../../support/cart-client"
import { createDiscountShop, given } from "../../support/create-discount-shop"
import type { World } from "../../support/create-world"
import { DiscountAdmin } from "../../support/discount-admin"
import { giveDiscount, giveOrderDiscount } from "../../support/give-discount"
import { storeSuite } from "../../support/store-suite"

export const catalogueSuite = storeSuite(__filename, (store) => {
  let world: World
  let discounts: DiscountAdmin
  let visitor: CartClient
  let mug: string
  let pen: string
  let mugProduct: string
  let home: string
  let kitchen: string
  let collection: string

  beforeAll(async () => {
    ;({ world, mug, pen, mugProduct, visitor } = await createDiscountShop(store))
    discounts = new DiscountAdmin(store, world.adminHeaders)
    const container = store.container()
    const category = async (name: string, parent_category_id?: string) => {
      const { result } = await createProductCategoriesWorkflow(container).run({
        input: { product_categories: [{ name, is_active: true, parent_category_id }] },
      })
      return result[0]?.id ?? ""
    }
    home = await category("Home")
    kitchen = await category("Kitchen", home)
    const { result } = await createCollectionsWorkflow(container).run({ input: { collections: [{ title: "Spring" }] } })
    collection = result[0]?.id ?? ""
    await updateProductsWorkflow(container).run({
      input: { selector: { id: mugProduct }, update: { category_ids: [kitchen], collection_id: collection } },
    })
  })

  const buy = async () =>
    given(await visitor.create("de", { items: [mug, pen].map((variant_id) => ({ variant_id, quantity: 1 })) }))

  const tenth = (level: AssignmentLevel, target_id: string) =>
    giveDiscount(store.container(), { name: "Tenth", rules: [{ value: "10" }], on: [{ level, target_id }] })

  it("D12: one assignment is for all articles, those of tomorrow, too", async () => {
    const { id } = await discounts.createArticleDiscount({
      name: "Tenth",
      type: "cumulative",
      groups: ["everyone"],
      rules: [{ trigger: "quantity", mode: "percent", value: "10" }],
      assignments: [{ level: "all", target_id: "all" }],
    })
    expect(await buy()).toEqual({ Mug: ["Tenth 1.00"], Pen: ["Tenth 0.49"] })
    expect((await discounts.article("product", mugProduct)).list).toMatchObject([{ level: "all", discount_id: id }])
    const wrong = { assignments: [{ level: "all", target_id: "some" }] }
    expect(await discounts.refused(`article-discounts/${id}`, wrong)).toMatchObject({
      status: 400,
      message: expect.stringContaining('there is no all "some"'),
    })
  })

  it("D12: what is assigned to a category is given in its subcategories, and shown on the product", async () => {
    await tenth("category", home)
    expect(await buy()).toEqual({ Mug: ["Tenth 1.00"], Pen: [] })
    expect((await discounts.article("product", mugProduct)).list).toMatchObject([
      { level: "category", target_id: home },
    ])
    const simulated = { region_id: world.regions.eur.id, lines: [{ variant_id: mug, quantity: 1 }] }
    expect(await discounts.post("simulate", simulated)).toMatchObject({ answer: { total: "1" } })
    const query = `variant_id=${mug}&currency_code=eur`
    expect((await store.api.get(`/store/discounts/tiers?${query}`, world.storeHeaders)).data.tiers).toHaveLength(1)
  })

  it("D12: nor is it given the other way round", async () => {
    await updateProductsWorkflow(store.container()).run({
      input: { selector: { id: mugProduct }, update: { category_ids: [home] } },
    })
    await tenth("category", kitchen)
    expect(await buy()).toEqual({ Mug: [], Pen: [] })
  })

  describe("D3: eligibility of many articles at once", () => {
    const say = (order_discount_eligible: boolean | null, ...targets: [AssignmentLevel, string][]) =>
      discounts.post<EligibilityAnswer>("eligibility", {
        order_discount_eligible,
        targets: targets.map(([level, target_id]) => ({ level, target_id })),
      })

    it("all articles, a collection, a category with its subcategories; the nearest word counts", async () => {
      await giveOrderDiscount(store.container(), { name: "Order", ranges: [{ currency_code: "eur", percent: "10" }] })
      await say(true, ["all", "all"])
      expect(await buy()).toEqual({ Mug: ["Order 1.00"], Pen: ["Order 0.49"] })
      await say(false, ["category", home])
      expect(await buy()).toEqual({ Mug: [], Pen: ["Order 0.49"] })
      await say(true, ["collection", collection])
      expect(await buy()).toEqual({ Mug: ["Order 1.00"], Pen: ["Order 0.49"] })
      await say(false, ["product", mugProduct], ["variant", pen])
      expect(await buy()).toEqual({ Mug: [], Pen: [] })
      const answer = await say(null, ["product", mugProduct], ["variant", pen])
      expect(answer.targets.map(({ level, title, order_discount_eligible: is }) => [level, title, is])).toEqual([
        ["all", "All articles", true],
        ["category", "Home", false],
        ["collection", "Spring", true],
      ])
      expect(await buy()).toEqual({ Mug: ["Order 1.00"], Pen: ["Order 0.49"] })
    })

    it("is saved whole or not at all, keeps costs, and only for what exists", async () => {
      await discounts.post(`articles/product/${mugProduct}`, { costs: { eur: "4.00" } })
      const targets = [
        { level: "product", target_id: mugProduct },
        { level: "category", target_id: "pcat_none" },
      ]
      expect(await discounts.refused("eligibility", { targets, order_discount_eligible: true })).toMatchObject({
        status: 400,
        message: expect.stringContaining('targets[1].target_id: there is no category "pcat_none"'),
      })
      expect(await discounts.article("product", mugProduct)).toMatchObject({ order_discount_eligible: null })
      await say(true, ["product", mugProduct])
      await say(true, ["product", mugProduct])
      expect(await discounts.article("product", mugProduct)).toMatchObject({
        order_discount_eligible: true,
        costs: { eur: "4.00" },
      })
      expect(await discounts.refused(`articles/category/${home}`, { costs: { eur: "4.00" } })).toMatchObject({
        status: 400,
        message: expect.stringContaining("costs: only a product or a variant has costs"),
      })
      expect((await discounts.refused("eligibility", { targets: [], order_discount_eligible: true })).status).toBe(400)
    })
  })
})
