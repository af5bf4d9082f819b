import { entryOf, packageOf } from "../../__tests__/stored-packages"
import { changedPackageFields, mergePackage, type PackageBody } from "./merge-package"
import type { StoredPackage } from "./package-columns"

const merge = (before: StoredPackage | null, body: PackageBody) => {
  let next = 0
  return mergePackage(before, body, {
    productId: "prod_wedding",
    productOf: new Map([["variant_chair", "prod_chair"]]),
    newId: (prefix) => `${prefix}_new${++next}`,
  })
}

const RATES = [{ currency_code: "eur", duration: 1, price: "10.00" }]

describe("saving a package", () => {
  it("makes a new one with defaults", () => {
    const made = merge(null, { entries: [{ variant_id: "variant_chair" }, { role: "accessory", variant_id: "v" }] })
    expect(made.package).toMatchObject({ id: "ppkg_new1", pricing: "flat", lists_contents: true, version: 1 })
    expect(made.entries).toEqual([
      entryOf({ id: "pent_new2" }),
      entryOf({ id: "pent_new3", role: "accessory", product_id: "", variant_id: "v", is_nested: false }),
    ])
  })

  it("leaves alone what is not named, and takes null at its word", () => {
    const before = packageOf({ pricing: "day", minimum_duration: 3, internal_notes: "n" }, { rates: RATES })
    const after = merge(before, { internal_notes: null })
    expect(changedPackageFields(before, after)).toEqual(["internal_notes"])
  })

  it("keeps the ids of its own entries, in the new order, and gives a second one of an id a new one", () => {
    const before = packageOf({}, { entries: [entryOf({ id: "pent_a" }), entryOf({ id: "pent_b" })] })
    const after = merge(before, { entries: ["pent_b", "pent_a", "pent_a"].map((id) => ({ ...entryOf(), id })) })
    expect(after.entries.map(({ id }) => id)).toEqual(["pent_b", "pent_a", "pent_new1"])
  })

  it("drops minimum and rates with the pricing that had them, but not what is asked for", () => {
    const before = packageOf({ pricing: "day", minimum_duration: 3 }, { rates: RATES })
    expect(merge(before, { pricing: "flat" })).toMatchObject({ package: { minimum_duration: null }, rates: [] })
    expect(merge(before, { pricing: "hour" })).toMatchObject({ package: { minimum_duration: 3 }, rates: RATES })
    expect(merge(before, { pricing: "flat", rates: RATES }).rates).toEqual(RATES)
  })

  it("changes nothing when it is sent what is stored", () => {
    const before = packageOf({ pricing: "day" }, { entries: [entryOf()], rates: RATES })
    const { version: _version, changed_in: _changed, ...columns } = before.package
    const sent = { ...columns, entries: before.entries, rates: [{ ...RATES[0], currency_code: "EUR", price: "10" }] }
    expect(changedPackageFields(before, merge(before, sent as PackageBody))).toEqual([])
  })
})
