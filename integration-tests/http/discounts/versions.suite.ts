import { createProduct } from "../../support/create-product"
import { createWorld, type World } from "../../support/create-world"
import { DiscountAdmin } from "../../support/discount-admin"
import { storeSuite } from "../../support/store-suite"
import type { SettingsAnswer } from "../../../src/contracts/discounts/settings"

const rule = { trigger: "quantity", mode: "percent", min: "6", value: "10" } as const

export const versionsSuite = storeSuite(__filename, (store) => {
  let world: World
  let discounts: DiscountAdmin
  let productId: string

  beforeAll(async () => {
    world = await createWorld(store)
    discounts = new DiscountAdmin(store, world.adminHeaders)
    productId = (await createProduct(store.container(), { title: "Mug", prices: { eur: 10 }, ...world })).id
  })

  const refusedAs = (message: string) => ({ status: 400, message: expect.stringContaining(message) })
  const newDiscount = () =>
    discounts.createArticleDiscount({ name: "Quantity", type: "cumulative", groups: ["everyone"], rules: [rule] })

  describe("two admins, one article discount", () => {
    it("my form from this morning does not undo a colleague's rate: it is refused, and says what changed", async () => {
      const opened = await newDiscount()
      await discounts.updateArticleDiscount(opened.id, { rules: [{ ...rule, value: "20" }], version: opened.version })
      const path = `article-discounts/${opened.id}`
      expect(await discounts.refused(path, { name: "Mine", rules: [rule], version: opened.version })).toEqual(
        refusedAs("version: 1 is old: rules changed since"),
      )
      const now = await discounts.articleDiscount(opened.id)
      expect([now.name, now.version, Number(now.rules[0]?.value)]).toEqual(["Quantity", 2, 20])
      await discounts.updateArticleDiscount(opened.id, { name: "Mine", version: 2 })
      expect(await discounts.articleDiscount(opened.id)).toMatchObject({ name: "Mine", version: 3, rules: now.rules })
    })

    it("an assignment made on the product page is a change of the discount, too", async () => {
      const { id, version } = await newDiscount()
      await discounts.post("assignments", { discount_id: id, level: "product", target_id: productId })
      expect(await discounts.refused(`article-discounts/${id}`, { assignments: [], version })).toEqual(
        refusedAs("version: 1 is old: assignments changed since"),
      )
      expect((await discounts.articleDiscount(id)).assignments).toHaveLength(1)
    })

    it("what is used and where it stands in a list is no edit", async () => {
      const { id, version } = await newDiscount()
      await store.knex()("discounts_discount").where({ id }).update({ used: 3 })
      expect(await discounts.updateArticleDiscount(id, { note: "Mine", version })).toMatchObject({
        version: 2,
        used: 3,
      })
    })

    it("sending the same once more, its answer lost, changes nothing and is not refused", async () => {
      const { id, version } = await newDiscount()
      const once = await discounts.updateArticleDiscount(id, { name: "Mine", version })
      expect(await discounts.updateArticleDiscount(id, { name: "Mine", version })).toEqual(once)
    })

    it("of eight that save the same version at once, one is written", async () => {
      const { id, version } = await newDiscount()
      const all = await Promise.allSettled(
        [..."abcdefgh"].map((name) => discounts.updateArticleDiscount(id, { name, version })),
      )
      const [won, ...others] = all.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))
      expect(others).toEqual([])
      expect(await discounts.articleDiscount(id)).toEqual({ ...won, version: 2 })
    })

    it("two who change different fields at once, without a version, keep each other's", async () => {
      const { id } = await newDiscount()
      await Promise.all([
        discounts.updateArticleDiscount(id, { name: "Renamed" }),
        discounts.updateArticleDiscount(id, { is_active: false }),
        discounts.updateArticleDiscount(id, { note: "Why" }),
      ])
      expect(await discounts.articleDiscount(id)).toMatchObject({ name: "Renamed", is_active: false, note: "Why" })
    })
  })

  it("two admins, one order discount: the second is refused with what changed", async () => {
    const range = { currency_code: "eur", min: "100", percent: "5" }
    const { id, version } = await discounts.createOrderDiscount({ name: "Order", groups: [], ranges: [range] })
    await discounts.post(`order-discounts/${id}`, { ranges: [{ ...range, percent: "7" }], usage_limit: 5, version })
    await discounts.post("order-discounts/positions", { ids: [id] })
    expect(await discounts.refused(`order-discounts/${id}`, { ranges: [range], version })).toEqual(
      refusedAs("version: 1 is old: ranges, usage_limit changed since"),
    )
  })

  it("two admins, one product: costs that were typed over a colleague's are refused; eligibility stays", async () => {
    const path = `articles/product/${productId}`
    const { version } = await discounts.article("product", productId)
    expect(version).toBe(0)
    await discounts.post(path, { costs: { eur: "5" }, version })
    expect(await discounts.refused(path, { costs: { eur: "6" }, version })).toEqual(refusedAs("version: 0 is old"))
    await discounts.post(path, { order_discount_eligible: true, version: 1 })
    await discounts.post(path, { costs: { eur: "6" }, version: 1 })
    expect(await discounts.refused(path, { costs: { eur: "8" }, version: 2 })).toEqual(
      refusedAs("version: 2 is old: costs changed since"),
    )
    await Promise.all([
      discounts.post(path, { costs: { eur: "7" } }),
      discounts.post(path, { order_discount_eligible: false }),
    ])
    expect(await discounts.article("product", productId)).toMatchObject({
      costs: { eur: "7.00" },
      order_discount_eligible: false,
      version: 5,
    })
  })

  it("a switch beside a form that was opened on nothing is no conflict: the costs are saved", async () => {
    const { id } = await createProduct(store.container(), { title: "Pen", prices: { eur: 2 }, ...world })
    const path = `articles/product/${id}`
    const { version } = await discounts.article("product", id)
    await discounts.post(path, { order_discount_eligible: true, version })
    await discounts.post(path, { costs: { eur: "1" }, version })
    expect(await discounts.article("product", id)).toMatchObject({
      order_discount_eligible: true,
      costs: { eur: "1.00" },
    })
  })

  it("two admins, the store's settings: the second is refused, and two switches at once are both kept", async () => {
    const { settings } = await discounts.get<{ settings: SettingsAnswer }>("settings")
    await discounts.post("settings", { max_discount_percent: "40", version: settings.version })
    const late = { max_discount_percent: "50", version: settings.version }
    expect(await discounts.refused("settings", late)).toEqual(refusedAs("version: 0 is old"))
    await Promise.all([
      discounts.post("settings", { on_special_prices: true }),
      discounts.post("settings", { personal_scope: "store" }),
      discounts.post("settings", { min_margin_percent: "5" }),
    ])
    expect(await discounts.get("settings")).toEqual({
      settings: {
        ...settings,
        max_discount_percent: "40",
        on_special_prices: true,
        personal_scope: "store",
        min_margin_percent: "5",
        version: 4,
      },
    })
  })
})
