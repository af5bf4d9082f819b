import { errorFields, fieldProblems } from "./field-problems"

describe("field problems of a server error", () => {
  it("is read field by field, as a form names them", () => {
    expect(fieldProblems("rules[0].max: must not be below the minimum; usage_limit: must be a whole number")).toEqual([
      { field: "rules.0.max", reason: "must not be below the minimum" },
      { field: "usage_limit", reason: "must be a whole number" },
    ])
    expect(fieldProblems("ranges.1.min: overlaps range 1")).toEqual([
      { field: "ranges.1.min", reason: "overlaps range 1" },
    ])
  })

  it("is read after the sentence that it begins with", () => {
    expect(
      fieldProblems("The offer was not saved. cycles[0].prices[1].amount: must not be negative; rank: too high"),
    ).toEqual([
      { field: "cycles.0.prices.1.amount", reason: "must not be negative" },
      { field: "rank", reason: "too high" },
    ])
  })

  it("is empty where no field is named", () => {
    expect(fieldProblems("Discount with id disc_1 was not found")).toEqual([])
  })
})

describe("the fields of a form that are wrong", () => {
  it("each counts as one, however deep it is, and a list counts as its fields", () => {
    const wrong = { type: "validate", message: "A whole number" }
    expect(
      errorFields({
        name: wrong,
        rules: [{ min: wrong, max: wrong }, undefined, { value: wrong }] as never,
        lines: { root: wrong } as never,
      }),
    ).toEqual(["name", "rules.0.min", "rules.0.max", "rules.2.value"])
  })
})
