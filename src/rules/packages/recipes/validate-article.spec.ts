import { articleOf } from "../../__tests__/stored-packages"
import { changedArticleFields, mergeArticle, type ArticleBody } from "./merge-article"
import { validateArticle } from "./validate-article"
import type { StoredArticle } from "./article-columns"

const merge = (before: StoredArticle | null, body: ArticleBody) =>
  mergeArticle(before, body, { variantId: "variant_chair", productId: "prod_chair", newId: () => "part_1" })
const problemsOf = (body: ArticleBody) => validateArticle(merge(null, body))

describe("P11: what an article's price is per", () => {
  it.each<[string, ArticleBody]>([
    ["flat", {}],
    ["by the day, with rates, a minimum and buffers", { unit: "day", minimum_duration: 2, buffer_after_minutes: 90 }],
    ["a percentage of the order", { unit: "percent_of_order", percent: "2.5" }],
    ["a percentage of a group", { unit: "percent_of_group", percent: "100", percent_group: "Stage" }],
  ])("is right %s", (_how, body) => {
    expect(problemsOf(body)).toEqual([])
  })

  it.each<[string, ArticleBody, string, string]>([
    ["a percentage without one", { unit: "percent_of_order" }, "percent", "is missing"],
    ["more than all", { unit: "percent_of_order", percent: "100.5" }, "percent", "from 0 to 100"],
    ["less than nothing", { unit: "percent_of_order", percent: "-1" }, "percent", "from 0 to 100"],
    ["a percentage of a chair", { percent: "3" }, "percent", "only an article that is a percentage has one"],
    ["no group to count on", { unit: "percent_of_group", percent: "3" }, "percent_group", "is missing"],
    ["a group of an order", { unit: "percent_of_order", percent: "3", percent_group: "x" }, "percent_group", "only"],
    ["a minimum without time", { minimum_duration: 2 }, "minimum_duration", "only an article priced by"],
    ["a minimum of nothing", { unit: "day", minimum_duration: 0 }, "minimum_duration", "from 1 to"],
    ["a buffer in the past", { buffer_before_minutes: -5 }, "buffer_before_minutes", "from 0 to"],
    ["rates without time", { rates: [{ currency_code: "eur", duration: 1, price: "1" }] }, "rates", "only what"],
  ])("is refused with %s, by field and reason", (_what, body, field, reason) => {
    expect(problemsOf(body)).toEqual([{ field, reason: expect.stringContaining(reason) }])
  })

  it("forgets what the new unit has no use for", () => {
    const before = articleOf({
      unit: "percent_of_group",
      percent: "3",
      percent_group: "Stage",
      buffer_after_minutes: 5,
    })
    const after = merge(before, { unit: "flat" })
    expect(changedArticleFields(before, after).sort()).toEqual(["percent", "percent_group", "unit"])
  })

  it("has one text for a percentage", () => {
    expect(merge(null, { unit: "percent_of_order", percent: "02.50" }).article.percent).toBe("2.5")
  })
})
