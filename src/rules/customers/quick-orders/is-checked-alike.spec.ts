import { isCheckedAlike, isStillWanted, type OrderTerms } from ".."

const CHECKED: OrderTerms = {
  regionId: "reg_1",
  currencyCode: "eur",
  email: "lena@x.example",
  address: { first_name: "Lena", city: "Berlin", phone: null, country_code: "de" },
}

describe("C23: an order that was checked", () => {
  it("is checked alike where nothing is another, and nothing that is not known is asked for", () => {
    expect(isCheckedAlike(CHECKED, CHECKED)).toBe(true)
    expect(isCheckedAlike(CHECKED, { ...CHECKED, email: "LENA@x.example" })).toBe(true)
    expect(isCheckedAlike(CHECKED, { ...CHECKED, email: null, address: null })).toBe(true)
    expect(isCheckedAlike(CHECKED, { ...CHECKED, address: { city: "Berlin", phone: undefined } })).toBe(true)
  })

  it("is not wanted any more on a day that has passed", () => {
    const days = [undefined, null, "2026-03-02", "2026-03-01", "2026-02-28"]
    expect(days.map((day) => isStillWanted(day, "2026-03-01"))).toEqual([true, true, true, true, false])
  })

  it.each<[string, Partial<OrderTerms>]>([
    ["region", { regionId: "reg_2" }],
    ["currency", { currencyCode: "chf" }],
    ["e-mail", { email: "office@x.example" }],
    ["address", { address: { ...CHECKED.address, city: "Potsdam" } }],
    ["phone", { address: { ...CHECKED.address, phone: "+49 30 901820" } }],
  ])("is not where the %s is another by now", (_what, over) => {
    expect(isCheckedAlike(CHECKED, { ...CHECKED, ...over })).toBe(false)
  })
})
