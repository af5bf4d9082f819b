import type { PackageAnswer } from "../../../contracts/packages/packages"
import { checkPackage } from "./check-package"
import { newEntry, toPackageField, toPackageForm, toSavePackage } from "./package-form"

const found = {
  product_id: "prod_c",
  variant_id: "variant_c",
  title: "Chair",
  variant_title: "",
  status: "published",
  is_package: false,
}

const answer = (part: Partial<PackageAnswer> = {}): PackageAnswer => ({
  id: "ppkg_1",
  product_id: "prod_1",
  product: null,
  variants: [{ id: "variant_1", title: "Package", prices: [{ currency_code: "eur", amount: "250" }] }],
  pricing: "day",
  default_hours: null,
  minimum_duration: 2,
  contract_description: null,
  shows_contract_description: false,
  internal_notes: "Van 2",
  lists_contents: true,
  entries: [],
  rates: [{ currency_code: "chf", duration: 1, price: "10.00" }],
  contained_in: [],
  version: 3,
  ...part,
})

describe("a package as a form", () => {
  it("sends what it was read from", () => {
    expect(toSavePackage(toPackageForm(answer(), ["eur", "chf"]))).toEqual({
      pricing: "day",
      default_hours: null,
      minimum_duration: 2,
      contract_description: null,
      shows_contract_description: false,
      internal_notes: "Van 2",
      lists_contents: true,
      entries: [],
      rates: [{ currency_code: "chf", duration: 1, price: "10.00" }],
      // A currency with rates has no price of its own.
      prices: [{ currency_code: "eur", amount: "250" }],
    })
  })

  it("sends contents before accessories, each with what belongs to its kind alone", () => {
    const form = toPackageForm(answer({ pricing: "contents_all" }), ["eur"])
    const seat = { ...newEntry("content", found), presence: "alternative" as const, group: " Seats ", is_default: true }
    const sent = toSavePackage({
      ...form,
      contents: [seat, { ...newEntry("content", found), is_default: true, is_free_quantity: true }],
      accessories: [{ ...newEntry("accessory", found), is_nested: false, is_free_quantity: true }],
    })
    expect(sent.prices).toEqual([])
    expect(sent.rates).toEqual([])
    expect(sent.entries).toMatchObject([
      { role: "content", alternative_group: "Seats", is_optional: false, is_default: true, is_nested: true },
      { role: "content", is_default: false, is_free_quantity: false },
      { role: "accessory", is_optional: true, is_nested: false, is_free_quantity: true },
    ])
  })

  it("finds the form's field for the rule's", () => {
    const form = { contents: [newEntry("content", found)] }
    expect(
      ["entries.0.quantity", "entries.1.quantity", "entries.0.alternative_group", "rates.0.price"].map((field) =>
        toPackageField(field, form),
      ),
    ).toEqual(["contents.0.quantity", "accessories.0.quantity", "contents.0.group", "rates.0.price"])
  })

  it("is checked by the server's rule while one types", () => {
    const form = toPackageForm(answer({ pricing: "flat", minimum_duration: null, rates: [] }), ["eur"])
    expect(checkPackage(form)).toEqual([])
    const wrong = checkPackage({
      ...form,
      prices: { eur: "1.005" },
      contents: [
        { ...newEntry("content", found), quantity: "0" },
        { ...newEntry("content", found), presence: "alternative" },
      ],
    })
    expect(wrong.map(({ field }) => field)).toEqual(["contents.0.quantity", "prices.eur", "contents.1.group"])
  })
})
