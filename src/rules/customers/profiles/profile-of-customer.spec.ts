import { checkProfile } from "./check-profile"
import { bodyOfCustomer, leadOfCustomer, type LeadWithEmail } from "./profile-of-customer"

const nobody = { company_name: null, first_name: null, last_name: null, email: null, phone: null }
const context = { asOf: "2026-03-01" as const, country: "ch", currencies: null }

describe("the profile of a customer who appears", () => {
  it("is called by the company, the person, or the e-mail", () => {
    const person = { ...nobody, first_name: "Ann", last_name: "Lee", email: "a@x.ch" }
    expect(bodyOfCustomer(person)).toMatchObject({ name: "Ann Lee", email: "a@x.ch" })
    const company = bodyOfCustomer({ ...person, company_name: "Acme" })
    expect(company).toMatchObject({ name: "Acme", contact_person: "Ann Lee" })
    expect(bodyOfCustomer({ ...nobody, email: "a@x.ch" })).toMatchObject({ name: "a@x.ch" })
  })

  it("passes the check of profiles, whatever Medusa has stored", () => {
    const odd = { company_name: "\u200b", first_name: " ", last_name: "x".repeat(900), email: "odd@", phone: "n/a" }
    for (const customer of [nobody, odd, { ...nobody, phone: `+41 ${"1 ".repeat(99)}` }]) {
      expect(checkProfile(null, bodyOfCustomer(customer), context)).toMatchObject({ ok: true })
    }
  })

  it("is the lead's with the e-mail, unless there are several, or it has a discount that anybody could claim", () => {
    const lead: LeadWithEmail = { id: "a", discount_percent: null, has_link: false }
    const of = (...withEmail: LeadWithEmail[]) => leadOfCustomer(withEmail, { hasAccount: true })
    expect(of()).toBeNull()
    expect(of(lead)).toBe("a")
    expect(of(lead, { ...lead, id: "b" })).toBeNull()
    expect(of({ ...lead, discount_percent: "15" })).toBeNull()
    expect(of({ ...lead, discount_percent: "0.00" })).toBe("a")
  })

  it("is no account's where it has had a quick-order link: who registers with an e-mail would see what is ordered by it", () => {
    const lead = { id: "a", discount_percent: null, has_link: true }
    expect([true, false].map((hasAccount) => leadOfCustomer([lead], { hasAccount }))).toEqual([null, "a"])
  })
})
