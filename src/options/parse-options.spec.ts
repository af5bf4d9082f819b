import { parseOptions } from "./parse-options"

describe("options", () => {
  const before = process.env.NODE_ENV
  afterEach(() => {
    process.env.NODE_ENV = before
  })

  it("allow the demo clock outside of production", () => {
    expect(parseOptions({ demoClock: true })).toMatchObject({ demoClock: true })
  })

  it("refuse the demo clock in production, where it would let an admin bill any day", () => {
    process.env.NODE_ENV = "production"
    expect(() => parseOptions({ demoClock: true })).toThrow(/demoClock: .*NODE_ENV/)
    expect(parseOptions({})).toMatchObject({ demoClock: false })
  })

  it("allow it in a demo store that says that it is meant", () => {
    process.env.NODE_ENV = "production"
    expect(parseOptions({ demoClock: true, demoClockInProduction: true })).toMatchObject({ demoClock: true })
  })

  it("give a cart with an account's e-mail address to a guest, unless the store wants Medusa's binding", () => {
    expect(parseOptions({}).emailBinding).toBe("guest")
    expect(parseOptions({ emailBinding: "account" }).emailBinding).toBe("account")
  })
})
