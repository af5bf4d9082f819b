import { MOST_LINES } from "../../../rules/customers"
import { formFields } from "./form-fields"

describe("the fields of a form", () => {
  it("are text alone", () => {
    expect(formFields({ a: "1", b: ["2"], c: { d: "3" }, e: 4 })).toEqual({ a: "1" })
    expect([null, undefined, "a=1", 1].map(formFields)).toEqual([{}, {}, {}, {}])
  })

  it("hold no zero byte, which no database takes", () => {
    expect(formFields({ "n-\u0000a": "\u00001" })).toEqual({ "n-a": "1" })
  })

  it("C24: what was shown of an order of the most lines is taken whole, and a note that is too long is not lost", () => {
    const lines = Array.from({ length: 2 * MOST_LINES }, () => ["variant_01JD9XKQ8W7V6T5S4R3Q2P1N0M", "123456.78"])
    const shown = JSON.stringify({ total: "1234567.89", lines })
    expect(formFields({ shown }).shown).toBe(shown)
    expect(formFields({ note: "x".repeat(100_000) }).note?.length).toBeGreaterThan(2_000)
  })
})
