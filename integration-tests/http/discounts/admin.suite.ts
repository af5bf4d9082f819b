import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createCustomerGroupsWorkflow } from "@medusajs/medusa/core-flows"
import type { ArticleDiscountAnswer } from "../../../src/contracts/discounts/article-discounts"
import type { OrderDiscountAnswer } from "../../../src/contracts/discounts/order-discounts"
import { deleteArticleDiscountWorkflow } from "../../../src/workflows/discounts/catalog/delete-article-discount"
import { deleteOrderDiscountWorkflow } from "../../../src/workflows/discounts/catalog/delete-order-discount"
import { saveArticleDiscountWorkflow } from "../../../src/workflows/discounts/catalog/save-article-discount"
import { createProduct } from "../../support/create-product"
import { createWorld, type World } from "../../support/create-world"
import { DiscountAdmin } from "../../support/discount-admin"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

const tier = (min: string, value: string) => ({ trigger: "quantity", mode: "percent", min, value }) as const
const range = (min: string | null, max: string | null, percent: string) => ({ currency_code: "eur", min, max, percent })

const asBody = (rule: ReturnType<typeof tier>) => ({ ...rule, max: null, per: "unit" as const, currency_code: null })

export const adminSuite = storeSuite(__filename, (store) => {
  let world: World
  let discounts: DiscountAdmin
  let group: string
  let product: { id: string; variantId: string }

  beforeAll(async () => {
    world = await createWorld(store)
    discounts = new DiscountAdmin(store, world.adminHeaders)
    const { result } = await createCustomerGroupsWorkflow(store.container()).run({
      input: { customersData: [{ name: "B2B Partners" }] },
    })
    group = result[0]?.id ?? ""
    const made = await createProduct(store.container(), { title: "Mug", prices: { eur: 10 }, ...world })
    product = { id: made.id, variantId: made.variants[0]?.id ?? "" }
  })

  /** Every row of the room, to see that nothing was written. */
  const everything = async () => {
    const names = ["discount", "rule", "assignment", "order_discount", "range", "article"]
    const rows = await Promise.all([
      ...names.map((name) => store.knex()(`discounts_${name}`).select("*").orderBy("id")),
      store.knex()("service_core_settings").select("*"),
    ])
    return JSON.stringify(rows)
  }

  const onProduct = () => ({ level: "product", target_id: product.id }) as const
  const b2b = () => ({
    name: "B2B tiers",
    type: "non_cumulative" as const,
    groups: [group],
    rules: [tier("6", "15"), { ...tier("1", "5"), max: "5" }],
    assignments: [{ ...onProduct(), limited_duration: true, starts_on: "2026-01-01", ends_on: "2026-12-31" }],
  })

  describe("article discounts", () => {
    it("D10, D12, D13: keeps what is given, rules in their order, and the rest as it is by default", async () => {
      const made = await discounts.createArticleDiscount(b2b())

      expect(made).toEqual({
        id: expect.stringMatching(/^disc_/),
        name: "B2B tiers",
        type: "non_cumulative",
        is_active: true,
        state: expect.any(String),
        groups: [group],
        note: null,
        renewals: "first_only",
        renewal_cycles: null,
        usage_limit: null,
        usage_limit_per_customer: null,
        used: 0,
        version: 1,
        rules: [
          { id: expect.any(String), per: "unit", currency_code: null, ...tier("6", "15"), max: null },
          { id: expect.any(String), per: "unit", currency_code: null, ...tier("1", "5"), max: "5" },
        ],
        assignments: [
          {
            id: expect.any(String),
            ...onProduct(),
            position: 0,
            title: "Mug",
            limited_duration: true,
            starts_on: "2026-01-01",
            ends_on: "2026-12-31",
          },
        ],
        warnings: [],
      })
      expect(await discounts.articleDiscount(made.id)).toEqual(made)
    })

    it("changes what is given and keeps the rest, ids of rules and places of assignments included", async () => {
      const made = await discounts.createArticleDiscount(b2b())
      const renamed = await discounts.updateArticleDiscount(made.id, { name: "Tiers", note: "since spring" })
      expect(renamed).toEqual({ ...made, name: "Tiers", note: "since spring", version: 2 })

      const [first, second] = made.rules
      const turned = await discounts.updateArticleDiscount(made.id, { rules: [second, { ...first, value: "20" }] })
      expect(turned.rules).toEqual([second, { ...first, value: "20" }])

      const more = [...made.assignments.map(({ level, target_id }) => ({ level, target_id }))]
      const assigned = await discounts.updateArticleDiscount(made.id, {
        assignments: [...more, { level: "variant", target_id: product.variantId }],
      })
      expect(assigned.assignments).toEqual([
        made.assignments[0],
        expect.objectContaining({ level: "variant", title: "Mug · Standard", position: 0, limited_duration: false }),
      ])
      expect((await discounts.updateArticleDiscount(made.id, { assignments: [] })).assignments).toEqual([])
    })

    it("D2, D13: warns of gaps and of rules that are never reached", async () => {
      const made = await discounts.createArticleDiscount({
        ...b2b(),
        rules: [{ ...tier("1", "5"), max: "3" }, tier("6", "15"), tier("10", "20")],
      })
      expect(made.warnings).toEqual([
        { field: "rules.2.min", reason: "overlaps rule 2, which is tried first" },
        { field: "rules", reason: "nothing is given for 4 to 5" },
      ])
    })

    it("lists newest first, finds by name, note and type, and takes what is typed as it is", async () => {
      const a = await discounts.createArticleDiscount({ ...b2b(), name: "100% wool", note: "Autumn" })
      const b = await discounts.createArticleDiscount({
        ...b2b(),
        name: "1000 sheep",
        type: "exclusive",
        is_active: false,
      })
      const find = async (query: string) => {
        const found = await discounts.get<{ article_discounts: ArticleDiscountAnswer[]; count: number }>(
          `article-discounts?${query}`,
        )
        return { names: found.article_discounts.map((one) => one.name), count: found.count }
      }
      expect(await find("limit=1")).toEqual({ names: [b.name], count: 2 })
      expect(await find("limit=1&offset=1")).toEqual({ names: [a.name], count: 2 })
      expect(await find(`q=${encodeURIComponent("100%")}`)).toEqual({ names: [a.name], count: 1 })
      expect(await find("q=autumn")).toEqual({ names: [a.name], count: 1 })
      expect(await find("type=exclusive")).toEqual({ names: [b.name], count: 1 })
      expect(await find("is_active=true")).toEqual({ names: [a.name], count: 1 })
      expect((await refusalOf(discounts.get("article-discounts?limit=0"))).message).toContain("limit: ")
    })

    it("is deleted with its rules and assignments; what is not there is not found", async () => {
      const { id } = await discounts.createArticleDiscount(b2b())
      expect(await discounts.delete(`article-discounts/${id}`)).toEqual({
        id,
        object: "discounts_article_discount",
        deleted: true,
      })
      expect(await store.knex()("discounts_rule").count("* as count").first()).toEqual({ count: "0" })
      expect(await store.knex()("discounts_assignment").count("* as count").first()).toEqual({ count: "0" })
      for (const request of [
        () => discounts.get(`article-discounts/${id}`),
        () => discounts.delete(`article-discounts/${id}`),
        () => discounts.post(`article-discounts/${id}`, { name: "again" }),
        () => discounts.get(`article-discounts/${encodeURIComponent("'; drop table discounts_rule; --")}`),
      ]) {
        expect((await refusalOf(request())).status).toBe(404)
      }
    })

    it("is restored when a later step of the caller's workflow fails", async () => {
      const made = await discounts.createArticleDiscount(b2b())
      const container = store.container()
      const saveThenFail = createWorkflow("discounts-test-save-then-fail", (input: { id: string }) => {
        const discount = transform({}, () => ({ name: "Other", rules: [asBody(tier("1", "1"))], assignments: [] }))
        saveArticleDiscountWorkflow.runAsStep({ input: { id: input.id, discount } })
        deleteOrderDiscountWorkflow.runAsStep({ input: { id: "dord_gone" } })
        return new WorkflowResponse(input)
      })
      const deleteThenFail = createWorkflow("discounts-test-delete-then-fail", (input: { id: string }) => {
        deleteArticleDiscountWorkflow.runAsStep({ input })
        deleteOrderDiscountWorkflow.runAsStep({ input: { id: "dord_gone" } })
        return new WorkflowResponse(input)
      })
      for (const workflow of [saveThenFail, deleteThenFail]) {
        await expect(workflow(container).run({ input: { id: made.id } })).rejects.toMatchObject({
          message: expect.stringContaining("dord_gone was not found"),
        })
        expect(await discounts.articleDiscount(made.id)).toEqual({ ...made, version: expect.any(Number) })
      }
    })

    it("where two save at once, one wins, and nothing is half written", async () => {
      const made = await discounts.createArticleDiscount({ ...b2b(), assignments: [] })
      const both = await Promise.allSettled(
        [1, 2, 3, 4].map(() => discounts.post("assignments", { discount_id: made.id, ...onProduct() })),
      )
      expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1)
      expect((await discounts.articleDiscount(made.id)).assignments).toHaveLength(1)
    })

    it("D24: a limit is not set below what has been used", async () => {
      const { id } = await discounts.createArticleDiscount({ ...b2b(), usage_limit: 5 })
      await store.knex()("discounts_discount").where({ id }).update({ used: 3 })
      expect(await discounts.refused(`article-discounts/${id}`, { usage_limit: 2 })).toEqual({
        status: 400,
        message: expect.stringContaining("usage_limit: must not be below 3"),
      })
      expect(await discounts.updateArticleDiscount(id, { usage_limit: 3, used: undefined })).toMatchObject({ used: 3 })
      expect((await discounts.refused(`article-discounts/${id}`, { used: 0 })).message).toContain("used")
    })
  })

  describe("bad input", () => {
    const eur = { currency_code: "eur" }
    const amount = { trigger: "amount", mode: "percent", value: "5", ...eur } as const
    const cases: [string, () => object, string][] = [
      [
        "a minimum above its maximum",
        () => ({ rules: [{ ...tier("6", "15"), max: "5" }] }),
        "rules[0].max: must not be below the minimum",
      ],
      ["101 %", () => ({ rules: [tier("1", "101")] }), "rules[0].value: must not be more than 100"],
      ["a negative value", () => ({ rules: [tier("1", "-5")] }), "rules[0].value: must not be negative"],
      [
        "a negative fixed value",
        () => ({ rules: [{ ...tier("1", "-5"), mode: "fixed", ...eur }] }),
        "rules[0].value: must not be negative",
      ],
      ["a negative bound", () => ({ rules: [{ ...amount, min: "-0.01" }] }), "rules[0].min: must not be negative"],
      [
        "a fixed value in no currency",
        () => ({ rules: [{ ...tier("1", "5"), mode: "fixed" }] }),
        "rules[0].currency_code: a fixed value needs a currency",
      ],
      [
        "an amount in no currency",
        () => ({ rules: [{ ...amount, currency_code: null }] }),
        "rules[0].currency_code: an amount as trigger needs a currency",
      ],
      [
        "an unknown currency",
        () => ({ rules: [{ ...amount, currency_code: "xyz" }] }),
        `rules[0].currency_code: "xyz" is not a known currency`,
      ],
      [
        "an amount finer than a cent",
        () => ({ rules: [{ ...amount, min: "1.001" }] }),
        "rules[0].min: takes at most 2 decimals in EUR",
      ],
      [
        "text for a number",
        () => ({ rules: [tier("1", "ten")] }),
        "rules[0].value: must be a decimal number such as 12.5",
      ],
      ["half a unit", () => ({ rules: [tier("1.5", "10")] }), "rules[0].min: must be a whole number of units"],
      ["no rule", () => ({ rules: [] }), "rules: a discount needs at least one rule"],
      ["an unknown trigger", () => ({ rules: [{ ...tier("1", "5"), trigger: "weight" }] }), "rules[0].trigger: "],
      [
        "an unknown group",
        () => ({ groups: ["cusgroup_nobody"] }),
        `groups[0]: "cusgroup_nobody" is not a customer group`,
      ],
      ["an empty name", () => ({ name: "  " }), "name: must not be empty"],
      ["an unknown type", () => ({ type: "best" }), "type: "],
      ["a limit of zero", () => ({ usage_limit: 0 }), "usage_limit: must be a whole number from 1"],
      [
        "cycles that nobody counted",
        () => ({ renewals: "cycles" }),
        "renewal_cycles: must say on how many billing cycles",
      ],
      [
        "an end before its start",
        () => ({ assignments: [{ ...onProduct(), starts_on: "2026-03-02", ends_on: "2026-03-01" }] }),
        "assignments[0].ends_on: must not be before the first day",
      ],
      [
        "a day that does not exist",
        () => ({ assignments: [{ ...onProduct(), starts_on: "2026-02-30" }] }),
        "assignments[0].starts_on: is not a date",
      ],
      [
        "an unknown product",
        () => ({ assignments: [{ level: "product", target_id: "prod_gone" }] }),
        `assignments[0].target_id: there is no product "prod_gone"`,
      ],
      [
        "an unknown variant",
        () => ({ assignments: [{ level: "variant", target_id: "variant_gone" }] }),
        `assignments[0].target_id: there is no variant "variant_gone"`,
      ],
      [
        "an unknown collection",
        () => ({ assignments: [{ level: "collection", target_id: "pcol_gone" }] }),
        `assignments[0].target_id: there is no collection "pcol_gone"`,
      ],
      [
        "an unknown category",
        () => ({ assignments: [{ level: "category", target_id: "pcat_gone" }] }),
        `assignments[0].target_id: there is no category "pcat_gone"`,
      ],
      [
        "the same product twice",
        () => ({ assignments: [onProduct(), onProduct()] }),
        "assignments[1].target_id: is in the list already",
      ],
      [
        "another discount's assignment",
        () => ({ assignments: [{ ...onProduct(), id: "dasg_other" }] }),
        "assignments[0].id: is no assignment of this discount",
      ],
      ["a field that there is not", () => ({ discount: "50" }), "discount"],
      ["text that no database holds", () => ({ note: "a\u0000b" }), "note: must not hold a zero byte"],
    ]

    it.each(cases)(
      "D10 to D16: an article discount with %s is refused, and nothing is written",
      async (_, wrong, message) => {
        const before = await everything()
        const made = await discounts.refused("article-discounts", { ...b2b(), ...wrong() })
        expect(made).toEqual({ status: 400, message: expect.stringContaining(message) })
        expect(await everything()).toBe(before)
      },
    )

    it("an existing discount is refused in the same way, and stays as it was", async () => {
      const { id } = await discounts.createArticleDiscount(b2b())
      const before = await everything()
      for (const [, wrong, message] of cases) {
        const refused = await discounts.refused(`article-discounts/${id}`, { note: "changed", ...wrong() })
        expect(refused).toEqual({ status: 400, message: expect.stringContaining(message) })
      }
      expect(await everything()).toBe(before)
    })

    it.each<[string, () => object, string]>([
      [
        "ranges that overlap",
        () => ({ ranges: [range("0", "100", "5"), range("100", null, "10")] }),
        "ranges[1].min: overlaps range 1",
      ],
      [
        "a minimum above its maximum",
        () => ({ ranges: [range("100", "99.99", "5")] }),
        "ranges[0].max: must not be below the minimum",
      ],
      ["101 %", () => ({ ranges: [range("0", null, "101")] }), "ranges[0].percent: must not be more than 100"],
      [
        "a negative percentage",
        () => ({ ranges: [range("0", null, "-1")] }),
        "ranges[0].percent: must not be negative",
      ],
      ["a negative bound", () => ({ ranges: [range("-1", null, "1")] }), "ranges[0].min: must not be negative"],
      [
        "an unknown currency",
        () => ({ ranges: [{ ...range("1", null, "1"), currency_code: "xyz" }] }),
        `ranges[0].currency_code: "xyz" is not a known currency`,
      ],
      ["no currency", () => ({ ranges: [{ min: "1", percent: "1" }] }), "ranges[0].currency_code: "],
      ["no range", () => ({ ranges: [] }), "ranges: an order discount needs at least one range"],
      [
        "an end before its start",
        () => ({ starts_on: "2026-03-02", ends_on: "2026-03-01" }),
        "ends_on: must not be before the first day",
      ],
      ["an unknown group", () => ({ groups: ["everyone", "nobody"] }), `groups[1]: "nobody" is not a customer group`],
    ])("D1 to D4: an order discount with %s is refused, and nothing is written", async (_, wrong, message) => {
      const before = await everything()
      const order = { name: "Bulk", groups: ["everyone"], ranges: [range("100", null, "5")] }
      const made = await discounts.refused("order-discounts", { ...order, ...wrong() })
      expect(made).toEqual({ status: 400, message: expect.stringContaining(message) })
      expect(await everything()).toBe(before)
    })

    it("nobody but an admin reads or writes", async () => {
      const stranger = new DiscountAdmin(store, world.storeHeaders)
      const paths = ["article-discounts", "order-discounts", "settings", "report", `articles/product/${product.id}`]
      for (const path of paths) {
        expect((await refusalOf(stranger.get(path))).status).toBe(401)
      }
      expect((await stranger.refused("article-discounts", b2b())).status).toBe(401)
    })
  })

  describe("an article", () => {
    const named = (name: string, level: "variant" | "product" = "product") =>
      discounts.createArticleDiscount({
        ...b2b(),
        name,
        assignments: [{ level, target_id: level === "product" ? product.id : product.variantId }],
      })
    const listOf = async (level: string, id: string) =>
      (await discounts.article(level, id)).list.map((one) => [one.level, one.position, one.name])

    it("D12: lists its variant's discounts, then its product's, each in its order; a new one goes last", async () => {
      for (const name of ["first", "second", "third"]) {
        await named(name)
      }
      await named("own", "variant")
      expect(await listOf("variant", product.variantId)).toEqual([
        ["variant", 0, "own"],
        ["product", 0, "first"],
        ["product", 1, "second"],
        ["product", 2, "third"],
      ])

      const { list } = await discounts.article("product", product.id)
      const [one, two, three] = list.map((entry) => entry.assignment_id)
      await discounts.post(`articles/product/${product.id}/positions`, { assignment_ids: [three, one, two] })
      expect(await listOf("product", product.id)).toEqual([
        ["product", 0, "third"],
        ["product", 1, "first"],
        ["product", 2, "second"],
      ])
      for (const wrong of [
        [three, one],
        [one, one, two],
        [one, two, three, "dasg_x"],
      ]) {
        expect(await discounts.refused(`articles/product/${product.id}/positions`, { assignment_ids: wrong })).toEqual({
          status: 400,
          message: expect.stringContaining("assignment_ids: must name each of the 3 assignments of the product once"),
        })
      }
    })

    it("D12: assigns one more, changes its period, takes it away", async () => {
      const { id } = await discounts.createArticleDiscount({ ...b2b(), assignments: [] })
      const { assignment } = await discounts.post<{ assignment: { id: string } }>("assignments", {
        discount_id: id,
        ...onProduct(),
      })
      expect(assignment).toMatchObject({ discount_id: id, ...onProduct(), position: 0, title: "Mug", starts_on: null })
      expect((await discounts.refused("assignments", { discount_id: id, ...onProduct() })).message).toContain(
        "is in the list already",
      )
      const period = { limited_duration: true, starts_on: "2026-05-01", ends_on: "2026-05-31" }
      expect(await discounts.post(`assignments/${assignment.id}`, period)).toMatchObject({ assignment: period })
      expect((await discounts.refused(`assignments/${assignment.id}`, { ends_on: "2026-04-30" })).message).toContain(
        "ends_on: must not be before the first day",
      )
      expect(await discounts.delete(`assignments/${assignment.id}`)).toMatchObject({ deleted: true })
      expect((await refusalOf(discounts.delete(`assignments/${assignment.id}`))).status).toBe(404)
      expect((await discounts.articleDiscount(id)).assignments).toEqual([])
    })

    it("D3, D24: says whether the order discount applies to it, and what it costs", async () => {
      const path = `articles/product/${product.id}`
      expect(await discounts.article("product", product.id)).toMatchObject({
        order_discount_eligible: null,
        costs: null,
      })
      await discounts.post(path, { order_discount_eligible: true })
      await discounts.post(path, { costs: { EUR: 4.5, chf: "5" } })
      expect(await discounts.article("product", product.id)).toMatchObject({
        order_discount_eligible: true,
        costs: { eur: "4.50", chf: "5.00" },
      })
      const before = await everything()
      for (const [costs, message] of [
        [{ eur: "-1" }, "costs.eur: must not be negative"],
        [{ eur: "1.001" }, "costs.eur: takes at most 2 decimals"],
        [{ xyz: "1" }, `costs.xyz: "xyz" is not a known currency`],
      ] as const) {
        expect(await discounts.refused(path, { costs })).toEqual({
          status: 400,
          message: expect.stringContaining(message),
        })
      }
      expect((await discounts.refused("articles/product/prod_gone", { costs: null })).status).toBe(404)
      expect((await refusalOf(discounts.get("articles/shelf/prod_gone"))).status).toBe(404)
      expect(await everything()).toBe(before)
    })
  })

  describe("order discounts", () => {
    const named = (name: string) =>
      discounts.createOrderDiscount({
        name,
        groups: ["everyone"],
        ranges: [range("250", null, "10"), range("100", "249.00", "5")],
      })

    it("D1, D2, D4: keeps ranges from the lowest, warns of values in a gap, and goes last", async () => {
      const [first, second] = [await named("first"), await named("second")]
      expect(second).toMatchObject({
        id: expect.stringMatching(/^dord_/),
        position: 1,
        groups: ["everyone"],
        limited_duration: false,
        ranges: [range("100", "249.00", "5"), range("250", null, "10")],
        warnings: [{ field: "ranges", reason: "nothing is given for EUR 249.01 to 249.99" }],
      })
      const closed = { ranges: [range("100", "249.99", "5"), range("250", null, "10")] }
      expect(await discounts.post(`order-discounts/${first.id}`, closed)).toMatchObject({
        order_discount: { name: "first", position: 0, warnings: [] },
      })
    })

    it("D4: is put into an order, and deleted", async () => {
      const [first, second] = [await named("first"), await named("second")]
      await discounts.post("order-discounts/positions", { ids: [second.id, first.id] })
      const listed = await discounts.get<{ order_discounts: OrderDiscountAnswer[] }>("order-discounts")
      expect(listed.order_discounts.map((one) => [one.name, one.position])).toEqual([
        ["second", 0],
        ["first", 1],
      ])
      expect((await discounts.refused("order-discounts/positions", { ids: [first.id] })).message).toContain(
        "ids: must name each of the 2 order discounts once",
      )
      expect(await discounts.delete(`order-discounts/${second.id}`)).toMatchObject({ id: second.id, deleted: true })
      expect(await store.knex()("discounts_range").pluck("order_discount_id")).toEqual([first.id, first.id])
      expect((await refusalOf(discounts.get(`order-discounts/${second.id}`))).status).toBe(404)
    })
  })

  it("D10, D11, D18, D24, D25: settings have defaults, keep what is not given, and refuse what makes no sense", async () => {
    const defaults = {
      is_advanced: true,
      on_special_prices: false,
      order_discount_base: "price",
      personal_scope: "quick_order",
      max_discount_percent: null,
      min_margin_percent: null,
      version: 0,
    }
    expect(await discounts.get("settings")).toEqual({ settings: defaults })
    const changed = { is_advanced: false, max_discount_percent: "40" }
    expect(await discounts.post("settings", changed)).toEqual({
      settings: { ...defaults, ...changed, version: 1 },
    })
    const before = await everything()
    for (const [wrong, message] of [
      [{ max_discount_percent: 101 }, "max_discount_percent: must not be more than 100"],
      [{ min_margin_percent: "-1" }, "min_margin_percent: must not be negative"],
      [{ order_discount_base: "tax" }, "order_discount_base: "],
      [{ is_advanced: "no" }, "is_advanced: "],
    ] as const) {
      expect(await discounts.refused("settings", wrong)).toEqual({
        status: 400,
        message: expect.stringContaining(message),
      })
    }
    expect(await everything()).toBe(before)
    expect(await discounts.post("settings", { on_special_prices: true })).toEqual({
      settings: { ...defaults, ...changed, on_special_prices: true, version: 2 },
    })
  })
})
