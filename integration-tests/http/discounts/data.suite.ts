import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  createCollectionsWorkflow,
  createProductCategoriesWorkflow,
  deleteCollectionsWorkflow,
  deleteProductCategoriesWorkflow,
  deleteProductsWorkflow,
  deleteProductVariantsWorkflow,
} from "@medusajs/medusa/core-flows"
import {
  articleTerms,
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  insertApplied,
  type NewApplied,
} from "../../../src/modules/discounts"
import type { ReportRowAnswer } from "../../../src/contracts/discounts/report"
import type { AssignmentLevel } from "../../../src/rules/discounts/states"
import { createProduct } from "../../support/create-product"
import { createWorld, type World } from "../../support/create-world"
import { DiscountAdmin } from "../../support/discount-admin"
import { giveDiscount, giveOrderDiscount } from "../../support/give-discount"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"
import { until } from "../../support/until"

const NOBODY = { variantIds: [], productIds: [], collectionIds: [], categoryIds: [], customerKey: null }

export const dataSuite = storeSuite(__filename, (store) => {
  let world: World
  let discounts: DiscountAdmin
  const room = () => store.container().resolve<DiscountsModuleService>(DISCOUNTS_MODULE)

  beforeAll(async () => {
    world = await createWorld(store)
    discounts = new DiscountAdmin(store, world.adminHeaders)
  })

  describe("constraints and triggers of the database", () => {
    const put = (table: string, row: object) => store.knex()(`discounts_${table}`).insert(row)
    const rule = { id: "r", discount_id: "d", rank: 0, trigger: "quantity", mode: "percent", value: "5", per: "unit" }
    const assignment = { id: "a", discount_id: "d", level: "product", target_id: "p", position: 0 }
    const range = {
      id: "g",
      order_discount_id: "o",
      currency_code: "eur",
      min_value: "0",
      max_value: "10",
      percent: "5",
    }
    const applied = {
      id: "x",
      order_id: "o1",
      order_line_id: "l1",
      discount_id: "d",
      source: "article",
      name: "n",
      amount: "1",
      line_price: "10",
      quantity: 1,
      currency_code: "eur",
      applied_on: "2026-01-01",
      kind: "first_order",
    }

    beforeEach(async () => {
      await put("discount", { id: "d", name: "d", type: "exclusive", usage_limit: 2, used: 2 })
      await put("order_discount", { id: "o", name: "o", position: 0 })
    })

    it.each<[string, string, object, string]>([
      [
        "a minimum above its maximum",
        "rule",
        { ...rule, min_value: "2", max_value: "1" },
        "discounts_rule_bounds_check",
      ],
      ["a negative bound", "rule", { ...rule, min_value: "-1" }, "discounts_rule_bounds_check"],
      ["101 %", "rule", { ...rule, value: "101" }, "discounts_rule_value_check"],
      ["a negative value", "rule", { ...rule, value: "-1" }, "discounts_rule_value_check"],
      ["a value that is no number", "rule", { ...rule, value: "NaN" }, "discounts_rule_value_check"],
      ["a fixed value in no currency", "rule", { ...rule, mode: "fixed" }, "discounts_rule_needs_currency_check"],
      ["an amount in no currency", "rule", { ...rule, trigger: "amount" }, "discounts_rule_needs_currency_check"],
      ["a rule of no discount", "rule", { ...rule, discount_id: "none" }, "discounts_rule_discount_id_foreign"],
      [
        "an end before its start",
        "assignment",
        { ...assignment, starts_on: "2026-03-02", ends_on: "2026-03-01" },
        "discounts_assignment_period_check",
      ],
      [
        "a date of another spelling",
        "assignment",
        { ...assignment, starts_on: "1.3.2026" },
        "discounts_assignment_starts_on_check",
      ],
      ["an unknown level", "assignment", { ...assignment, level: "shelf" }, "discounts_assignment_level_check"],
      [
        "more uses than the limit",
        "discount",
        { id: "e", name: "e", type: "exclusive", usage_limit: 1, used: 2 },
        "discounts_discount_usage_limit_check",
      ],
      [
        "renewals that nobody counted",
        "discount",
        { id: "e", name: "e", type: "exclusive", renewals: "cycles" },
        "discounts_discount_renewals_check",
      ],
      ["101 % of an order", "range", { ...range, percent: "101" }, "discounts_range_percent_check"],
      ["more off a line than its price", "applied", { ...applied, amount: "10.01" }, "discounts_applied_amount_check"],
      [
        "an article's discount that is none",
        "applied",
        { ...applied, discount_id: null },
        "discounts_applied_source_check",
      ],
    ])("refuses %s", async (_, table, row, constraint) => {
      await expect(put(table, row)).rejects.toMatchObject({ constraint })
    })

    it("D2: refuses ranges that share a value, also of two transactions at once; the end of a range is in it", async () => {
      await put("range", range)
      const next = { ...range, id: "h", min_value: "10", max_value: null }
      await expect(put("range", next)).rejects.toMatchObject({ constraint: "discounts_range_no_overlap" })
      await put("range", { ...next, currency_code: "chf" })
      await put("range", { ...next, id: "i", min_value: "10.01", max_value: "20" })
      const at = (id: string) =>
        store.knex().transaction(async (trx) => {
          await trx("discounts_range").insert({ ...next, id, min_value: "30", max_value: "40" })
          await trx.raw("select pg_sleep(0.2)")
        })
      const both = await Promise.allSettled([at("j"), at("k")])
      expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"])
    })

    it("D12: refuses the same discount on the same thing twice", async () => {
      await put("assignment", assignment)
      await expect(put("assignment", { ...assignment, id: "b" })).rejects.toMatchObject({
        constraint: "IDX_discounts_assignment_target",
      })
    })

    it("D24: what was taken off stays as it was written; it is reversed at most once", async () => {
      await put("applied", applied)
      const rows = () => store.knex()("discounts_applied").where({ id: "x" })
      await expect(put("applied", { ...applied, id: "y" })).rejects.toMatchObject({
        constraint: "IDX_discounts_applied_once",
      })
      await expect(rows().update({ amount: "2" })).rejects.toThrow("never change")
      await expect(rows().update({ amount: "2", reversed_on: "2026-01-02" })).rejects.toThrow("never change")
      await expect(rows().delete()).rejects.toThrow("never change")
      await expect(store.knex().raw("truncate discounts_applied")).rejects.toThrow("never change")
      expect(await rows().update({ reversed_on: "2026-01-02" })).toBe(1)
      await expect(rows().update({ reversed_on: null })).rejects.toThrow("never change")
    })

    it("D22: a discount record never changes once the order is placed", async () => {
      const records = () => store.knex()("discounts_record").where({ id: "s" })
      const record = { id: "s", cart_id: "c", currency_code: "eur", as_of: "2026-01-01", channel: "cart", trace: "{}" }
      await put("record", record)
      await expect(put("record", { ...record, id: "t" })).rejects.toMatchObject({
        constraint: "IDX_discounts_record_cart_id",
      })
      await expect(records().update({ placed_at: new Date(0) })).rejects.toMatchObject({
        constraint: "discounts_record_placed_check",
      })
      await records().update({ order_id: "o", placed_at: new Date(0) })
      await expect(records().update({ trace: '{"a":1}' })).rejects.toThrow("never change")
      await expect(records().delete()).rejects.toThrow("never change")
    })
  })

  describe("candidates for an evaluation", () => {
    it("are only the default settings in a store without discounts", async () => {
      expect(await room().candidatesFor({ ...NOBODY, productIds: ["prod_1"] })).toEqual({
        discounts: [],
        assignments: [],
        orderDiscounts: [],
        articles: [],
        settings: {
          isAdvanced: true,
          onSpecialPrices: false,
          orderDiscountBase: "price",
          personalScope: "quick_order",
          maxDiscountPercent: null,
          minMarginPercent: null,
        },
      })
    })

    it("are what is assigned to these articles and active, with exact figures and the customer's own uses", async () => {
      const container = store.container()
      const id = await giveDiscount(container, {
        name: "Exact",
        groups: ["g1", "everyone"],
        type: "exclusive",
        usage_limit: 9,
        usage_limit_per_customer: 3,
        starts_on: "2026-01-01",
        rules: [
          {
            trigger: "amount",
            min: "0.10",
            max: "12345678901.23",
            mode: "fixed",
            value: "0.30",
            per: "article",
            currency_code: "eur",
          },
          { min: "6", value: "33.3333" },
        ],
        on: [
          { level: "category", target_id: "cat", position: 4 },
          { level: "variant", target_id: "var" },
        ],
      })
      await giveDiscount(container, {
        is_active: false,
        rules: [{ value: "1" }],
        on: [{ level: "variant", target_id: "var" }],
      })
      await giveDiscount(container, { rules: [{ value: "1" }], on: [{ level: "product", target_id: "var" }] })
      const orderId = await giveOrderDiscount(container, {
        name: "Bulk",
        ranges: [{ currency_code: "eur", min: "249.99", percent: "12.5" }],
      })
      await giveOrderDiscount(container, { is_active: false, ranges: [{ currency_code: "eur", percent: "1" }] })
      await room().createUseCounts([{ discount_id: id, customer_key: "cus_1", used: 2 }])
      await room().createArticles([
        { level: "product", target_id: "prod", order_discount_eligible: true, costs: { eur: "4.10" } },
        { level: "variant", target_id: "var", costs: { chf: "5.00" } },
      ])

      const found = await room().candidatesFor({
        variantIds: ["var", "var"],
        productIds: ["prod"],
        collectionIds: [],
        categoryIds: ["cat", "other"],
        customerKey: "cus_1",
      })

      const period = { isLimited: true, startsOn: "2026-01-01", endsOn: null }
      expect(found.assignments).toEqual([
        { discountId: id, level: "variant", targetId: "var", position: 0, period },
        { discountId: id, level: "category", targetId: "cat", position: 4, period },
      ])
      expect(found.discounts).toEqual([
        {
          id,
          name: "Exact",
          type: "exclusive",
          isActive: true,
          groups: ["g1", "everyone"],
          rules: [
            {
              id: expect.any(String),
              trigger: "amount",
              min: "0.10",
              max: "12345678901.23",
              mode: "fixed",
              value: "0.30",
              per: "article",
              currencyCode: "eur",
            },
            {
              id: expect.any(String),
              trigger: "quantity",
              min: "6",
              max: null,
              mode: "percent",
              value: "33.3333",
              per: "unit",
              currencyCode: null,
            },
          ],
          usage: { limit: 9, used: 0, limitPerCustomer: 3, usedByCustomer: 2 },
          renewals: "first_only",
          renewalCycles: null,
        },
      ])
      expect(found.orderDiscounts).toMatchObject([
        { id: orderId, ranges: [{ currencyCode: "eur", min: "249.99", max: null, percent: "12.5" }] },
      ])
      const place = { collectionId: null, categoryIds: [] }
      const terms = (currency: string) =>
        articleTerms(found.articles, { ...place, variantId: "var", productId: "prod" }, currency)
      expect(terms("eur")).toEqual({ isEligible: true, unitCost: "4.10" })
      expect(terms("chf")).toEqual({ isEligible: true, unitCost: "5.00" })
      expect(articleTerms(found.articles, { ...place, variantId: "x", productId: "y" }, "eur")).toEqual({
        isEligible: false,
        unitCost: null,
      })
    })

    it("are found by index among 10,000 discounts; other rows are not read", async () => {
      const knex = store.knex()
      await knex.raw(`insert into discounts_discount (id, name, type, groups)
        select 'd' || i, 'n' || i, 'cumulative', '{everyone}' from generate_series(1, 10000) i`)
      await knex.raw(`insert into discounts_rule (id, discount_id, rank, trigger, min_value, mode, value)
        select 'r' || i || k, 'd' || i, k, 'quantity', k, 'percent', 10 from generate_series(1, 10000) i, generate_series(0, 2) k`)
      await knex.raw(`insert into discounts_assignment (id, discount_id, level, target_id, position)
        select 'a' || i, 'd' || i, 'product', 'p' || (i / 10), i from generate_series(1, 10000) i`)
      await knex.raw(`insert into discounts_use_count (id, discount_id, customer_key)
        select 'u' || i, 'd' || i, 'cus_1' from generate_series(1, 10000) i`)
      await knex.raw(`insert into discounts_article (id, level, target_id)
        select 'x' || i, 'product', 'p' || i from generate_series(1, 10000) i`)
      await knex.raw("analyze")

      const read = (trx: Knex) =>
        trx("pg_stat_xact_user_tables")
          .select("relname", "seq_tup_read", "idx_tup_fetch")
          .whereIn(
            "relname",
            ["discount", "rule", "assignment", "use_count", "article"].map((name) => `discounts_${name}`),
          )
          .orderBy("relname") as Promise<{ relname: string; seq_tup_read: string; idx_tup_fetch: string }[]>
      await knex.transaction(async (trx) => {
        const before = await read(trx)
        await trx.raw("select * from discounts_candidates(array['product', 'product'], array['p5', 'p77'], 'cus_1')")
        const after = await read(trx)
        const rows = after.map((one, index) => ({
          table: one.relname,
          bySequence: Number(one.seq_tup_read) - Number(before[index]?.seq_tup_read),
          atMost100ByIndex: Number(one.idx_tup_fetch) - Number(before[index]?.idx_tup_fetch) <= 100,
        }))
        expect(rows).toHaveLength(5)
        expect(rows.filter((one) => one.bySequence > 0 || !one.atMost100ByIndex)).toEqual([])
      })
      const found = await room().candidatesFor({ ...NOBODY, productIds: ["p5", "p77"] })
      expect([found.discounts.length, found.assignments.length]).toEqual([20, 20])
    })
  })

  describe("what is deleted", () => {
    const pointAt = async (...targets: [AssignmentLevel, string][]) =>
      giveDiscount(store.container(), {
        rules: [{ value: "10" }],
        on: targets.map(([level, target_id]) => ({ level, target_id })),
      })
    const pointed = () => store.knex()("discounts_assignment").orderBy("target_id").pluck("target_id")

    it("takes its assignments along: product with its variants, variant, collection, category", async () => {
      const container = store.container()
      const make = (title: string) => createProduct(container, { title, prices: { eur: 10 }, ...world })
      const [gone, thinned, kept] = [await make("Gone"), await make("Thinned"), await make("Kept")]
      const { result: collections } = await createCollectionsWorkflow(container).run({
        input: { collections: [{ title: "Spring" }] },
      })
      const { result: categories } = await createProductCategoriesWorkflow(container).run({
        input: { product_categories: [{ name: "Mugs" }] },
      })
      const ofGone = gone.variants[0]?.id ?? ""
      const ofThinned = thinned.variants[0]?.id ?? ""
      const collection = collections[0]?.id ?? ""
      const category = categories[0]?.id ?? ""
      await pointAt(
        ["product", gone.id],
        ["variant", ofGone],
        ["variant", ofThinned],
        ["product", kept.id],
        ["collection", collection],
        ["category", category],
      )
      await room().createArticles([gone.id, kept.id].map((target_id) => ({ level: "product" as const, target_id })))

      await deleteProductsWorkflow(container).run({ input: { ids: [gone.id] } })
      await deleteProductVariantsWorkflow(container).run({ input: { ids: [ofThinned] } })
      await deleteCollectionsWorkflow(container).run({ input: { ids: [collection] } })
      await deleteProductCategoriesWorkflow(container).run({ input: [category] })

      await until("what pointed at the deleted things to go", async () => (await pointed()).length === 1)
      expect(await pointed()).toEqual([kept.id])
      expect(await store.knex()("discounts_article").pluck("target_id")).toEqual([kept.id])
    })
  })

  describe("the report", () => {
    const given: NewApplied = {
      order_id: "order_1",
      order_line_id: "ordli_1",
      version: 1,
      discount_id: "disc_a",
      source: "article",
      name: "Tiers",
      amount: "15.00",
      line_price: "100.00",
      quantity: 10,
      currency_code: "eur",
      applied_on: "2026-03-01",
      kind: "first_order",
    }
    const report = async (query = "") =>
      (await discounts.get<{ rows: ReportRowAnswer[]; count: number }>(`report?${query}`)).rows

    const write = (...rows: Partial<NewApplied>[]) =>
      insertApplied(
        store.knex(),
        rows.map((row) => ({ ...given, ...row })),
      )

    it("D24: shows for each discount its uses, what it took off, and what its lines brought in", async () => {
      await write(
        {},
        { discount_id: "dord_b", source: "order", name: "Bulk", amount: "8.50" },
        { order_line_id: "ordli_2", amount: "0.10", line_price: "0.30", quantity: 1 },
        { order_id: "order_2", order_line_id: "ordli_3", name: "Tiers 2026", applied_on: "2026-03-31" },
        { order_id: "order_3", order_line_id: "ordli_4", kind: "renewal", applied_on: "2026-04-01" },
        { order_id: "order_4", order_line_id: "ordli_5", currency_code: "jpy", amount: "100", line_price: "1000" },
        { order_id: "order_5", order_line_id: "ordli_6", discount_id: null, source: "personal", name: "Personal" },
      )
      expect(await report()).toEqual([
        {
          discount_id: "disc_a",
          name: "Tiers",
          source: "article",
          currency_code: "eur",
          uses: 2,
          lines: 4,
          quantity: 31,
          discount_total: "45.10",
          revenue: "246.70",
          is_deleted: true,
        },
        {
          discount_id: null,
          name: "Personal",
          source: "personal",
          currency_code: "eur",
          uses: 1,
          lines: 1,
          quantity: 10,
          discount_total: "15.00",
          revenue: "85.00",
          is_deleted: false,
        },
        {
          discount_id: "dord_b",
          name: "Bulk",
          source: "order",
          currency_code: "eur",
          uses: 1,
          lines: 1,
          quantity: 10,
          discount_total: "8.50",
          revenue: "76.50",
          is_deleted: true,
        },
        {
          discount_id: "disc_a",
          name: "Tiers",
          source: "article",
          currency_code: "jpy",
          uses: 1,
          lines: 1,
          quantity: 10,
          discount_total: "100",
          revenue: "900",
          is_deleted: true,
        },
      ])
      const names = async (query: string) => (await report(query)).map((one) => [one.name, one.uses])
      expect(await names("from=2026-03-02&to=2026-03-31")).toEqual([["Tiers 2026", 1]])
      expect(await names("currency_code=JPY")).toEqual([["Tiers", 1]])
      expect(await names("q=bul")).toEqual([["Bulk", 1]])
      expect(await names("q=dord_b")).toEqual([["Bulk", 1]])
      expect(await names("q=%25")).toEqual([])
      expect(await names("limit=1&offset=1")).toEqual([["Personal", 1]])
      expect((await refusalOf(report("from=2026-02-30"))).message).toContain("from: must be a date")
      expect((await refusalOf(report("from=2026-03-02&to=2026-03-01"))).message).toContain(
        "to: must not be before from",
      )
    })

    it("D24: a month that is over keeps its figures: edits, cancellations, returns and refunds count on their own day", async () => {
      await write(
        {},
        { order_id: "order_2", order_line_id: "ordli_2" },
        { version: 2, kind: "edit", amount: "1.00", line_price: "10.00", quantity: 1, applied_on: "2026-04-02" },
        { order_id: "order_3", order_line_id: "ordli_3" },
        {
          order_id: "order_3",
          order_line_id: "ordli_3",
          version: 2,
          kind: "return",
          amount: "3.00",
          line_price: "20.00",
          quantity: 2,
          applied_on: "2026-04-03",
        },
        {
          order_id: "order_3",
          order_line_id: "ordli_3",
          version: 2,
          kind: "refund",
          amount: "0",
          line_price: "5.00",
          quantity: 0,
          applied_on: "2026-05-01",
        },
      )
      const reverse = (order_id: string, on: string) =>
        store.knex()("discounts_applied").where({ order_id, version: 1 }).update({ reversed_on: on })
      await reverse("order_1", "2026-04-02")
      await reverse("order_2", "2026-04-05")
      const of = async (query: string) =>
        (await report(query)).map((one) => [
          one.uses,
          one.lines,
          one.quantity,
          Number(one.discount_total),
          Number(one.revenue),
        ])
      expect(await of("from=2026-03-01&to=2026-03-31")).toEqual([[3, 3, 30, 45, 255]])
      expect(await of("from=2026-04-01&to=2026-04-30")).toEqual([[-1, -1, -21, -32, -178]])
      expect(await of("from=2026-05-01&to=2026-05-31")).toEqual([[0, 0, 0, 0, -5]])
      // The edited order is canceled later: the months before stay as they are.
      await store
        .knex()("discounts_applied")
        .where({ order_id: "order_1", version: 2 })
        .update({ reversed_on: "2026-06-01" })
      expect(await of("from=2026-04-01&to=2026-04-30")).toEqual([[-1, -1, -21, -32, -178]])
      expect(await of("from=2026-06-01&to=2026-06-30")).toEqual([[-1, -1, -1, -1, -9]])
      expect(await of("")).toEqual([[1, 1, 8, 12, 63]])
    })

    it("D24: counts an edited order once, as it is now, and a canceled one not at all; a deleted discount stays in it", async () => {
      const id = await giveDiscount(store.container(), { name: "Short", rules: [{ value: "10" }], on: [] })
      await write(
        { discount_id: id, name: "Short" },
        { discount_id: id, name: "Short", version: 2, kind: "edit", amount: "1.00", line_price: "10.00", quantity: 1 },
        { discount_id: id, name: "Short", order_id: "order_2", order_line_id: "ordli_2" },
      )
      const reversed = { reversed_on: "2026-03-05" }
      await store.knex()("discounts_applied").where({ order_id: "order_1", version: 1 }).update(reversed)
      await store.knex()("discounts_applied").where({ order_id: "order_2" }).update(reversed)
      await discounts.delete(`article-discounts/${id}`)
      expect(await report()).toMatchObject([
        { discount_id: id, name: "Short", uses: 1, lines: 1, quantity: 1, discount_total: "1.00", revenue: "9.00" },
      ])
    })

    it("D24: is a file, too, in which no name is taken for a formula", async () => {
      await write(
        { name: `=HYPERLINK("https://evil.example")` },
        { order_line_id: "ordli_2", discount_id: "disc_b", name: "Tiers, 10 % or more", amount: "14.00" },
        { order_line_id: "ordli_3", discount_id: "disc_c", name: "-1+1", amount: "13.00" },
      )
      const { data, headers } = await store.api.get("/admin/discounts/report/csv", world.adminHeaders)
      expect(headers["content-type"]).toBe("text/csv; charset=utf-8")
      expect(headers["content-disposition"]).toBe(`attachment; filename="discounts.csv"`)
      expect(String(data).replace("\uFEFF", "").split("\r\n")).toEqual([
        "discount_id,name,source,currency_code,uses,lines,quantity,discount_total,revenue",
        `disc_a,"'=HYPERLINK(""https://evil.example"")",article,eur,1,1,10,15.00,85.00`,
        `disc_b,"Tiers, 10 % or more",article,eur,1,1,10,14.00,86.00`,
        "disc_c,'-1+1,article,eur,1,1,10,13.00,87.00",
        "",
      ])
    })
  })
})
