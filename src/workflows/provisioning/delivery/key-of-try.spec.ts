import { keyOfTry } from "./key-of-try"

describe("the idempotency key of a try (S5)", () => {
  const wish = (expires_on: string, token = "x") => ({
    ...{ service: { reference: "psvc_1", expires_on }, configuration: { plan: "small" }, options: { token } },
  })
  /** As it is kept: masked, as JSON. */
  const kept = (expires_on: string, key = "pcall_1") => ({
    key,
    ...wish(expires_on),
    options: { token: "••••" },
    data: {},
  })
  const row = (request: Record<string, unknown> | null, attempts = 2) => ({
    ...{ id: "pcall_1", action: "renew" as const, attempts, request },
  })

  it("is the call's own, at each try of the same", () => {
    expect(keyOfTry(row(null, 1), wish("2030-01-01"))).toBe("pcall_1")
    expect(keyOfTry(row(kept("2030-01-01")), wish("2030-01-01"))).toBe("pcall_1")
  })

  it("is another one where more was paid since, and stays that one", () => {
    expect(keyOfTry(row(kept("2030-01-01")), wish("2030-02-01"))).toBe("pcall_1-2")
    expect(keyOfTry(row(kept("2030-02-01", "pcall_1-2"), 3), wish("2030-02-01"))).toBe("pcall_1-2")
    // Changed, and changed back: what was done in between is not there any more.
    expect(keyOfTry(row(kept("2030-02-01", "pcall_1-2"), 3), wish("2030-01-01"))).toBe("pcall_1-3")
  })

  it("of what is looked up before it is made again, it is the same one", () => {
    expect(keyOfTry({ ...row(kept("2030-01-01")), action: "create" }, wish("2030-02-01"))).toBe("pcall_1")
  })
})
