import fc from "fast-check"
import { isSaidAlike, personalOf, personalParts, type PersonalNow, type PersonalPart } from "./personal-parts"
import { PERSONAL_FIELDS, type SnapshotAddress } from "./sale-snapshot"

const address = (first_name: string, city: string): SnapshotAddress => ({
  ...{ first_name, last_name: "Meier", company: null, address_1: "Weg 1", address_2: null, postal_code: "8000" },
  ...{ city, province: null, country_code: "ch", phone: null },
})
const CLARA = { name: "Clara Meier", company: null, vatNumber: "CHE-1", email: "clara@test.example" }
const DORA = { name: "Dora Frei", company: "Frei AG", vatNumber: null, email: "dora@test.example" }
const sold: PersonalNow = {
  ...{ buyer: CLARA, email: CLARA.email },
  ...{ shipping_address: address("Clara", "Bern"), billing_address: address("Clara", "Bern") },
}
const transferred: PersonalNow = { ...sold, buyer: DORA, email: DORA.email }
const first = personalParts([], sold, "clara")
const given = personalParts(first, transferred, "dora")
const without = (parts: readonly PersonalPart[], person: string): PersonalPart[] =>
  parts.map((part) => (part.person === person ? { ...part, fields: null } : part))

describe("H6, SA6: whose each field of a sale is", () => {
  it("all of them are the customer's, as long as the order is", () => {
    expect(first).toMatchObject([{ person: "clara", names: PERSONAL_FIELDS, fields: { name: "Clara Meier" } }])
    const renamed = { ...sold, buyer: { ...CLARA, name: "Clara Other", vatNumber: "CHE-2" } }
    expect(isSaidAlike(personalParts(first, renamed, "clara"), first)).toBe(true)
    const moved = { ...sold, shipping_address: address("Clara", "Basel") }
    expect(isSaidAlike(personalParts(first, moved, "clara"), first)).toBe(false)
  })

  it("transferred, the giver's addresses stay the giver's", () => {
    expect(given).toEqual([
      {
        person: "dora",
        names: ["name", "company", "vat_number", "email"],
        fields: { name: "Dora Frei", company: "Frei AG", vat_number: null, email: DORA.email },
      },
      {
        person: "clara",
        names: ["shipping_address", "billing_address"],
        fields: { shipping_address: sold.shipping_address, billing_address: sold.billing_address },
      },
    ])
    expect(personalOf(given)).toMatchObject({ name: "Dora Frei", shipping_address: { city: "Bern" } })
  })

  it("erasing the giver erases these, for good; erasing the taker does not", () => {
    expect(personalOf(without(given, "clara"))).toMatchObject({ name: "Dora Frei", shipping_address: null })
    expect(personalOf(without(given, "dora"))).toMatchObject({ name: null, billing_address: { city: "Bern" } })
    const edited = personalParts(without(given, "clara"), transferred, "dora")
    expect(personalOf(edited)).toMatchObject({ email: DORA.email, shipping_address: null, billing_address: null })
    expect(personalOf(without(given, "clara").map((part) => ({ ...part, fields: null })))).toBeNull()
  })

  it("erased before it was transferred, the giver is not written down again under the taker's key", () => {
    const [taker, giver] = personalParts(without(first, "clara"), transferred, "dora")
    expect(taker?.fields).toEqual({ name: "Dora Frei", company: "Frei AG", vat_number: null, email: DORA.email })
    expect(giver).toEqual({ person: "clara", names: ["shipping_address", "billing_address"], fields: null })
  })

  it("an address that is changed later is the taker's; a taker without a name has none of the giver's", () => {
    const moved = { ...transferred, shipping_address: address("Dora", "Genf") }
    const [taker, giver] = personalParts(given, moved, "dora")
    expect(taker?.fields).toMatchObject({ name: "Dora Frei", shipping_address: { city: "Genf" } })
    expect(giver?.names).toEqual(["billing_address"])
    const nameless = { ...transferred, buyer: { ...DORA, name: null } }
    expect(personalParts(first, nameless, "dora")[0]?.fields).toMatchObject({ name: null })
  })

  it("given back, all of it is the first customer's again", () => {
    expect(personalOf(personalParts(given, sold, "clara"))).toMatchObject({ name: "Clara Meier", email: CLARA.email })
    expect(personalParts(given, sold, "clara")).toHaveLength(1)
  })

  it("law: each field is one person's; asked again it says the same; what was erased is said by nobody", () => {
    const person = fc.constantFrom("a", "b", "c")
    const place = fc.option(fc.constantFrom("Bern", "Basel", "Genf").map((city) => address("Ann", city)))
    const now = fc.record({
      buyer: fc.record({
        ...{ name: fc.option(fc.string()), company: fc.option(fc.string()), vatNumber: fc.option(fc.string()) },
        email: fc.option(fc.constantFrom("a@x", "b@x")),
      }),
      ...{ email: fc.option(fc.constantFrom("a@x", "b@x")), shipping_address: place, billing_address: place },
    })
    const step = fc.record({ person, now, erased: fc.option(person) })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        let before: PersonalPart[] = []
        for (const { person: customer, now: said, erased } of steps) {
          const parts = personalParts(before, said, customer)
          expect(parts.flatMap(({ names }) => [...names]).sort()).toEqual([...PERSONAL_FIELDS].sort())
          expect(isSaidAlike(personalParts(parts, said, customer), parts)).toBe(true)
          const gone = before.filter(({ fields }) => fields === null).map((part) => part.person)
          expect(parts.filter((part) => gone.includes(part.person) && part.fields !== null)).toEqual([])
          before = erased === null ? parts : without(parts, erased)
        }
      }),
    )
  })
})
