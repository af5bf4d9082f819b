import { entryOf, packageOf } from "../../__tests__/stored-packages"
import type { EntryColumns, PackageColumns } from "./package-columns"
import { entryIdProblems, validatePackage } from "./validate-package"

const KNOWN = new Map([
  ["variant_chair", "prod_chair"],
  ["variant_table", "prod_table"],
])

const problemsOf = (columns: Partial<PackageColumns>, ...entries: Partial<EntryColumns>[]) =>
  validatePackage(packageOf(columns, { entries: entries.map(entryOf) }), KNOWN)

describe("a package", () => {
  it("is right with mandatory, optional, alternative and hidden contents, and accessories of any kind", () => {
    const problems = problemsOf(
      { pricing: "day", minimum_duration: 2, default_hours: 8 },
      {},
      { is_optional: true, is_default: true },
      { alternative_group: "Seats", is_default: true },
      { alternative_group: "Seats" },
      { is_hidden: true, quantity: 100_000 },
      { role: "accessory", is_nested: false, is_free_quantity: true, is_optional: true },
      { role: "accessory", is_hidden: true },
    )
    expect(problems).toEqual([])
  })

  it.each<[string, Partial<PackageColumns>, Partial<EntryColumns>[], string, string]>([
    ["quantity zero", {}, [{ quantity: 0 }], "entries.0.quantity", "must be a whole number from 1 to 100000"],
    ["half a piece", {}, [{ quantity: 0.5 }], "entries.0.quantity", "must be a whole number from 1 to 100000"],
    ["a variant that is gone", {}, [{ variant_id: "v_x" }], "entries.0.variant_id", 'there is no variant "v_x"'],
    [
      "a variant of another product",
      {},
      [{}, { product_id: "prod_table" }],
      "entries.1.variant_id",
      'is no variant of the product "prod_table"',
    ],
    [
      "one alternative alone",
      {},
      [{ alternative_group: "Seats" }, {}],
      "entries.0.alternative_group",
      '"Seats" has no other content to choose',
    ],
    [
      "two defaults of a group",
      {},
      [
        { alternative_group: "Seats", is_default: true },
        { alternative_group: "Seats", is_default: true },
      ],
      "entries.1.is_default",
      '"Seats" has a default already',
    ],
    ["hours of nothing", { default_hours: 0 }, [], "default_hours", "must be a whole number from 1 to 10000"],
    [
      "a minimum of what takes no time",
      { minimum_duration: 2 },
      [],
      "minimum_duration",
      "only a package priced by the hour or by the day has one",
    ],
    [
      "a content that does not go with it",
      {},
      [{ is_nested: false }],
      "entries.0.is_nested",
      "a content always goes with its package",
    ],
    [
      "a content of free quantity",
      {},
      [{ is_free_quantity: true }],
      "entries.0.is_free_quantity",
      "only an accessory's quantity can be the customer's",
    ],
  ])("is refused with %s, by field and reason", (_what, columns, entries, field, reason) => {
    expect(problemsOf(columns, ...entries)).toEqual([{ field, reason }])
  })

  it("is refused with an accessory as an alternative", () => {
    const problems = problemsOf(
      {},
      { role: "accessory", alternative_group: "Seats" },
      { role: "content", alternative_group: "Seats" },
    )
    expect(problems).toEqual([{ field: "entries.0.alternative_group", reason: "only contents are alternatives" }])
  })

  it("knows its entries by their ids: no stranger's, and none twice", () => {
    const wanted = ["pent_1", undefined, "pent_9", "pent_1"].map((id) => ({ id, variant_id: "variant_chair" }))
    expect(entryIdProblems(wanted, [entryOf()])).toEqual([
      { field: "entries.2.id", reason: "is no content of this package" },
      { field: "entries.3.id", reason: "is said twice" },
    ])
  })
})
