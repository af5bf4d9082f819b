import { checkProfile } from "../profiles/check-profile"
import { erasedFields } from "./erased-fields"

describe("an erased profile", () => {
  it("has every field that a profile has, and none of them says who it was", () => {
    const body = { name: "Acme AG", email: "a@acme.example", phone: "+41446681800", vat_number: "CHE-107.787.577" }
    const before = checkProfile(null, body, { asOf: "2026-03-01", country: "ch", currencies: null })
    const erased = erasedFields()
    expect(Object.keys(erased).sort()).toEqual(Object.keys(before.ok ? before.fields : {}).sort())
    expect(JSON.stringify(erased)).not.toMatch(/acme|668|107/i)
  })
})
