import { emptyProfile, toNewProfile, toProfileBody, toProfileForm } from "./profile-form"

describe("the form of a customer", () => {
  it("clears what is empty, and sends of a new one what is filled in", () => {
    const form = { ...emptyProfile, name: "Acme", city: " " }
    expect(toProfileBody(form)).toMatchObject({ name: "Acme", city: null, email: null, status: "potential" })
    expect(toNewProfile({ ...form, notes: "Fair" }, "key-1234")).toEqual({
      name: "Acme",
      status: "potential",
      temperature: "cold",
      notes: "Fair",
      key: "key-1234",
    })
  })

  it("reads a stored one, whose fields may be null", () => {
    const { notes: _notes, ...fields } = emptyProfile
    const read = toProfileForm({ ...fields, email: null, language: null, discount_percent: "12.5" })
    expect(read).toMatchObject({ email: "", discount_percent: "12.5", notes: "" })
  })
})
