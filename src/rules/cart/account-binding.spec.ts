import { isBoundByEmail } from "./account-binding"

describe("whether a cart's account was typed in by somebody", () => {
  it.each([
    ["a guest's cart has no account", null, { customerId: "cus_1", boundBy: "email" }, false],
    ["a cart without a record was made logged in, or by the store's own code", "cus_1", null, false],
    ["a typed e-mail address is no log-in", "cus_1", { customerId: "cus_1", boundBy: "email" }, true],
    ["a log-in is", "cus_1", { customerId: "cus_1", boundBy: "login" }, false],
    ["somebody else's log-in is none", "cus_1", { customerId: "cus_2", boundBy: "login" }, true],
  ] as const)("%s", (_what, accountId, buyer, bound) => {
    expect(isBoundByEmail({ accountId, buyer })).toBe(bound)
  })
})
