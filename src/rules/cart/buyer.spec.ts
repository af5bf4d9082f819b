import fc from "fast-check"
import { buyerKeys, buyerOf, normalEmail } from "./buyer"

describe("who is the same buyer", () => {
  it("is the account, else the e-mail address without regard to case and spaces, else nobody", () => {
    expect(buyerOf({ accountId: "cus_1", email: "a@test.example" })).toEqual({ accountId: "cus_1" })
    expect(buyerOf({ accountId: null, email: " A@Test.example " })).toEqual({ email: "a@test.example" })
    expect(buyerOf({ accountId: null, email: null })).toBeNull()
    expect(buyerOf({ accountId: null, email: "  " })).toBeNull()
  })

  it("is the same before and after registering, logged in or not", () => {
    const guest = { email: "a@test.example" }
    const account = { id: "cus_1", email: "A@test.example" }
    expect(buyerKeys(guest, null)).toEqual({ key: "a@test.example", joined: [] })
    expect(buyerKeys(guest, account)).toEqual({ key: "cus_1", joined: ["a@test.example"] })
    expect(buyerKeys({ accountId: "cus_1" }, account)).toEqual({ key: "cus_1", joined: ["a@test.example"] })
    expect(buyerKeys({ accountId: "cus_1" }, null)).toEqual({ key: "cus_1", joined: [] })
  })

  it("law: a guest's earlier key is among those of the account with the same e-mail address", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const before = buyerKeys({ email: normalEmail(email) }, null)
        const after = buyerKeys({ accountId: "cus_1" }, { id: "cus_1", email })
        expect([after.key, ...after.joined]).toContain(before.key)
      }),
    )
  })
})
