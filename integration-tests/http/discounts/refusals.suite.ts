import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { SimulateInput } from "../../../src/contracts/discounts/answers"
import type { ReportAnswer } from "../../../src/contracts/discounts/report"
import type { OrderDiscountAnswer } from "../../../src/contracts/discounts/order-discounts"
import { saveArticleDiscountWorkflow } from "../../../src/workflows/discounts/catalog/save-article-discount"
import { CartClient } from "../../support/cart-client"
import { createProduct } from "../../support/create-product"
import { createWorld, type World } from "../../support/create-world"
import { DiscountAdmin } from "../../support/discount-admin"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

const rule = { trigger: "quantity", mode: "percent", min: "1", value: "10" } as const
const range = (min: string, max: string | null, currency_code = "eur") => ({ currency_code, min, max, percent: "5" })

const articleDiscount = (name: string) => ({
  name,
  type: "cumulative" as const,
  groups: ["everyone"],
  rules: [rule],
})
const orderDiscount = (name: string) => ({ name, groups: ["everyone"], ranges: [range("100", null)] })

const INVISIBLE = ["\u200b", "\u200b\u200d\u2060", "\ufeff", " \u00a0 ", "\u3164", "\u00ad"]

/** Ranges that follow one another without an overlap, as many as asked for. */
const rangesOf = (count: number) =>
  Array.from({ length: count }, (_one, at) => range(`${at * 10}`, at === count - 1 ? null : `${at * 10 + 9}.99`))

export const refusalsSuite = storeSuite(__filename, (store) => {
  let world: World
  let discounts: DiscountAdmin
  let product: { id: string; variantId: string }

  beforeAll(async () => {
    world = await createWorld(store)
    discounts = new DiscountAdmin(store, world.adminHeaders)
    const made = await createProduct(store.container(), { title: "Mug", prices: { eur: 10 }, ...world })
    product = { id: made.id, variantId: made.variants[0]?.id ?? "" }
  })

  describe("my discount has a name that nobody can see", () => {
    it.each(INVISIBLE)("%j is refused as empty, on creating and on renaming", async (name) => {
      const refusal = { status: 400, message: expect.stringContaining("name: must not be empty") }
      expect(await discounts.refused("article-discounts", articleDiscount(name))).toEqual(refusal)
      expect(await discounts.refused("order-discounts", orderDiscount(name))).toEqual(refusal)
      const { id } = await discounts.createArticleDiscount(articleDiscount("Ten"))
      expect(await discounts.refused(`article-discounts/${id}`, { name })).toEqual(refusal)
      expect((await discounts.articleDiscount(id)).name).toBe("Ten")
    })

    it("a workflow of my own is refused alike", async () => {
      const discount = {
        ...articleDiscount("\u200b"),
        rules: [{ ...rule, max: null, per: "unit" as const, currency_code: null }],
      }
      const save = (container: MedusaContainer) =>
        saveArticleDiscountWorkflow(container).run({ input: { id: null, discount } })
      await expect(save(store.container())).rejects.toMatchObject({
        message: expect.stringContaining("name: must not be empty"),
      })
    })

    it("what cannot be seen at its ends is not kept, and one word is one word however it was typed", async () => {
      const { name } = await discounts.createArticleDiscount(articleDiscount("\u200bRe\u0301duction\u200b "))
      expect(name).toBe("R\u00e9duction")
    })

    it.each([["\ud800"], ["Ten \udfff"]])("half of a character is refused: %j", async (name) => {
      expect(await discounts.refused("article-discounts", articleDiscount(name))).toEqual({
        status: 400,
        message: expect.stringContaining("name"),
      })
    })
  })

  describe("I typed a currency that my store does not sell in", () => {
    const refusal = (field: string) => ({
      status: 400,
      message: expect.stringContaining(`${field}: "usd" is not a currency of this store`),
    })
    const usd = { ...rule, mode: "fixed" as const, currency_code: "usd" }

    it("is refused in a rate, a range and a cost, at its field", async () => {
      expect(await discounts.refused("article-discounts", { ...articleDiscount("Ten"), rules: [rule, usd] })).toEqual(
        refusal("rules[1].currency_code"),
      )
      const ranges = [range("0", null), range("0", null, "usd")]
      expect(await discounts.refused("order-discounts", { ...orderDiscount("Big"), ranges })).toEqual(
        refusal("ranges[1].currency_code"),
      )
      expect(await discounts.refused(`articles/product/${product.id}`, { costs: { eur: "5", usd: "5" } })).toEqual(
        refusal("costs.usd"),
      )
    })

    it("what stood there before the store gave the currency up does not block saving", async () => {
      const { id } = await discounts.createArticleDiscount({
        ...articleDiscount("Ten"),
        rules: [{ ...usd, currency_code: "chf" }],
      })
      await store.knex()("discounts_rule").where({ discount_id: id }).update({ currency_code: "usd" })
      const { rules } = await discounts.articleDiscount(id)
      expect(await discounts.updateArticleDiscount(id, { name: "Still here", rules })).toMatchObject({
        name: "Still here",
        rules: [{ currency_code: "usd" }],
      })
    })
  })

  it("four order discounts that are made at once each have a position of their own", async () => {
    await discounts.createOrderDiscount(orderDiscount("first"))
    const made = await Promise.all([..."abcd"].map((name) => discounts.createOrderDiscount(orderDiscount(name))))
    expect(made.map(({ position }) => position).sort()).toEqual([1, 2, 3, 4])
    const { order_discounts } = await discounts.get<{ order_discounts: OrderDiscountAnswer[] }>("order-discounts")
    await discounts.post("order-discounts/positions", { ids: order_discounts.map(({ id }) => id).reverse() })
    expect(await store.knex()("discounts_order_discount").orderBy("position").pluck("position")).toEqual([
      0, 1, 2, 3, 4,
    ])
    await expect(
      store.knex()("discounts_order_discount").where({ position: 4 }).update({ position: 0 }),
    ).rejects.toMatchObject({ constraint: "discounts_order_discount_position_unique" })
  })

  it("six discounts that are put on one product at once each have a position of their own", async () => {
    const assignments = [{ level: "product" as const, target_id: product.id }]
    await Promise.all(
      [..."abcdef"].map((name) => discounts.createArticleDiscount({ ...articleDiscount(name), assignments })),
    )
    const { list } = await discounts.article("product", product.id)
    expect(list.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5])
  })

  it("the simulator says that there is no such group, instead of what nobody would get", async () => {
    const body = {
      region_id: world.regions.eur.id,
      lines: [{ variant_id: product.variantId, quantity: 1 }],
    } satisfies SimulateInput
    expect(await discounts.refused("simulate", { ...body, groups: ["everyone", "cusgroup_gone"] })).toEqual({
      status: 400,
      message: expect.stringContaining('groups[1]: "cusgroup_gone" is not a customer group'),
    })
    const { id } = await store.container().resolve(Modules.CUSTOMER).createCustomerGroups({ name: "Partners" })
    expect(await discounts.post("simulate", { ...body, groups: ["everyone", id] })).toMatchObject({ answer: {} })
  })

  it("the report's link to a discount that I deleted leads nowhere: the report says that it is gone", async () => {
    const shop = new CartClient(store, world)
    const [kept, gone] = await Promise.all(
      ["Kept", "Gone"].map((name) =>
        discounts.createArticleDiscount({
          ...articleDiscount(name),
          assignments: [{ level: "product", target_id: product.id }],
        }),
      ),
    )
    const { id } = await shop.create("de", {
      email: "a@test.example",
      items: [{ variant_id: product.variantId, quantity: 1 }],
    })
    await shop.ship(id)
    await shop.complete(id)
    await store.settled()
    await discounts.delete(`article-discounts/${gone?.id}`)
    const { rows } = await discounts.get<ReportAnswer>("report")
    expect(rows.map((row) => [row.discount_id, row.is_deleted]).sort()).toEqual(
      [
        [kept?.id, false],
        [gone?.id, true],
      ].sort(),
    )
    expect((await refusalOf(discounts.articleDiscount(gone?.id ?? ""))).status).toBe(404)
  })

  describe("an order discount of 500 ranges", () => {
    it("saves in one request, and again after a change", async () => {
      const made = await discounts.createOrderDiscount({ ...orderDiscount("Long"), ranges: rangesOf(500) })
      expect(made.ranges).toHaveLength(500)
      const ranges = made.ranges.map((one) => ({ ...one, percent: "6" }))
      const changed = await discounts.post<{ order_discount: OrderDiscountAnswer }>(`order-discounts/${made.id}`, {
        ranges,
      })
      expect(changed.order_discount.ranges.map(({ percent }) => percent)).toEqual(ranges.map(() => "6"))
      const overlapping = [...rangesOf(499).slice(0, 498), range("4970", "4980"), range("4980", null)]
      expect(await discounts.refused(`order-discounts/${made.id}`, { ranges: overlapping })).toMatchObject({
        status: 400,
      })
    })

    /** How many rows of ranges the database read to store and check so many of them. */
    const rowsReadFor = async (count: number): Promise<number> => {
      const trx = await store.knex().transaction()
      try {
        const rowsRead = async (): Promise<number> => {
          const [read] = await trx("pg_stat_xact_user_tables")
            .where({ relname: "discounts_range" })
            .select(trx.raw("(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows"))
          return read.rows
        }
        const before = await rowsRead()
        await trx("discounts_order_discount").insert({ id: "long", name: "Long", position: 900 })
        const rows = rangesOf(count).map(({ min, max, ...one }, at) => ({
          ...one,
          id: `long_${at}`,
          order_discount_id: "long",
          min_value: min,
          max_value: max,
        }))
        await trx.batchInsert("discounts_range", rows, 250)
        await trx.raw("set constraints all immediate")
        return (await rowsRead()) - before
      } finally {
        await trx.rollback()
      }
    }

    it("costs the database four times the work of 125, not sixteen or sixty-four times", async () => {
      const [few, many] = [await rowsReadFor(125), await rowsReadFor(500)]
      expect(few).toBeGreaterThanOrEqual(125)
      expect(many / few).toBeLessThan(4.2)
      expect(many).toBeLessThanOrEqual(500 * 4)
    })

    it("is refused where two of its ranges share a value, wherever they stand and in whichever order they come", async () => {
      const put = (id: string, min: string | null, max: string | null) => ({
        id,
        order_discount_id: "many",
        currency_code: "eur",
        min_value: min,
        max_value: max,
        percent: "5",
      })
      const sets: [boolean, ReturnType<typeof put>[]][] = [
        [true, [put("a", "0", "10"), put("b", "20", "30"), put("c", "10.01", "19.99")]],
        [false, [put("a", "0", "100"), put("b", "20", "30")]],
        [false, [put("b", "20", "30"), put("c", "40", "50"), put("a", "0", "45")]],
        [false, [put("a", null, "5"), put("b", "5", null)]],
        [false, [put("a", "7", "8"), put("b", null, null)]],
        [false, [put("a", "7", "8"), put("b", "7", "8")]],
        [true, [put("a", "0", "0"), put("b", null, null)].slice(0, 1)],
      ]
      for (const [isFine, rows] of sets) {
        const trx = await store.knex().transaction()
        await trx("discounts_order_discount").insert({ id: "many", name: "Many", position: 901 })
        await trx("discounts_range").insert(rows)
        const checked = await trx.raw("set constraints all immediate").then(
          () => true,
          (error: { constraint?: string }) => error.constraint,
        )
        await trx.rollback()
        expect(checked).toBe(isFine || "discounts_range_no_overlap")
      }
    })
  })
})
