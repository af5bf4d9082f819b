import type { StoredArticleDiscount } from "./discount-columns"
import { mergeArticleDiscount, newAssignments, foreignIdProblems, toDiscountDraft } from "./merge-article-discount"

const ids = () => {
  let given = 0
  return (prefix: string) => `${prefix}_new${(given += 1)}`
}
const rule = {
  trigger: "quantity" as const,
  min: "2",
  max: null,
  mode: "percent" as const,
  value: "10",
  per: "unit" as const,
  currency_code: null,
}
const period = { limited_duration: false, starts_on: null, ends_on: null }
const stored: StoredArticleDiscount = {
  discount: {
    id: "disc_1",
    name: "Two or more",
    type: "exclusive",
    is_active: true,
    groups: [],
    note: null,
    renewals: "first_only",
    renewal_cycles: null,
    usage_limit: null,
    usage_limit_per_customer: null,
    used: 2,
    version: 3,
    changed_in: {},
  },
  rules: [{ id: "drul_1", ...rule }],
  assignments: [{ id: "dasg_1", level: "product", target_id: "prod_1", position: 4, ...period }],
}

describe("mergeArticleDiscount", () => {
  it("law: asking for nothing changes nothing, and asking for what is there keeps every id and place", () => {
    expect(mergeArticleDiscount(stored, {}, ids())).toEqual(stored)
    const same = { rules: stored.rules, assignments: [{ level: "product" as const, target_id: "prod_1" }] }
    expect(mergeArticleDiscount(stored, same, ids())).toEqual(stored)
  })

  it("D10: a new one gets ids, and is cumulative where nothing else is said", () => {
    const body = { name: "New", rules: [rule], assignments: [{ level: "variant" as const, target_id: "variant_1" }] }
    const made = mergeArticleDiscount(null, body, ids())
    expect(made.discount).toMatchObject({ id: "disc_new1", name: "New", type: "cumulative", used: 0 })
    expect(made.rules.map(({ id }) => id)).toEqual(["drul_new2"])
    expect(made.assignments).toEqual([
      { id: "dasg_new3", level: "variant", target_id: "variant_1", position: null, ...period },
    ])
  })

  it("a rule keeps its id once, and an id of another discount is ignored", () => {
    const body = {
      rules: [
        { id: "drul_1", ...rule },
        { id: "drul_1", ...rule },
        { id: "drul_9", ...rule },
      ],
    }
    expect(mergeArticleDiscount(stored, body, ids()).rules.map(({ id }) => id)).toEqual([
      "drul_1",
      "drul_new1",
      "drul_new2",
    ])
  })
})

describe("foreignIdProblems", () => {
  it("D12: refuses an assignment's id that is another's, or of another target", () => {
    const wanted = [
      { id: "dasg_1", level: "product" as const, target_id: "prod_1" },
      { id: "dasg_1", level: "product" as const, target_id: "prod_2" },
      { level: "product" as const, target_id: "prod_3" },
    ]
    expect(foreignIdProblems(wanted, stored.assignments)).toEqual([
      { field: "assignments.1.id", reason: "is no assignment of this discount to that target" },
    ])
  })
})

describe("newAssignments", () => {
  it("names those whose targets must exist, by their index in the request", () => {
    const body = {
      assignments: [
        { level: "product" as const, target_id: "prod_1" },
        { level: "product" as const, target_id: "prod_2" },
      ],
    }
    const after = mergeArticleDiscount(stored, body, ids())
    expect(newAssignments(stored, after).map(({ index, assignment }) => [index, assignment.target_id])).toEqual([
      [1, "prod_2"],
    ])
  })
})

describe("toDiscountDraft", () => {
  it("has every field that is validated", () => {
    expect(toDiscountDraft(stored, ["cusgroup_1"])).toMatchObject({
      name: "Two or more",
      type: "exclusive",
      knownGroups: ["cusgroup_1"],
      rules: [{ trigger: "quantity", min: "2", currencyCode: null }],
      assignments: [{ level: "product", targetId: "prod_1", period: { isLimited: false } }],
    })
  })
})
