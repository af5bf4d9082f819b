import { id } from "./id"
import { decimalInput } from "./number"
import { providerData } from "./provider-data"

const nested = (depth: number): unknown => JSON.parse("[".repeat(depth) + "]".repeat(depth))

describe("what is taken from outside", () => {
  it.each([["a\u0000b"], ["\ud800"], [""], ["   "], ["x".repeat(256)]])("%j is no id", (value) => {
    expect(id.safeParse(value).success).toBe(false)
  })

  it.each([[1e101], [-1e101], [1e-101], [-1e-101], [Number.MAX_VALUE], [Number.MIN_VALUE]])(
    "%d is no decimal, as arithmetic would make it infinite or nothing",
    (value) => {
      expect(decimalInput.safeParse(value).success).toBe(false)
    },
  )

  it.each([[0], [-0], [12.3], [1e99], [1e-99], ["12.30"], ["nonsense: the rules say so"]])(
    "%j goes to the rules",
    (value) => {
      expect(decimalInput.safeParse(value).success).toBe(true)
    },
  )

  it.each([
    ["nested 20,000 deep", { a: nested(20_000) }, "nested"],
    ["a name that every object has", { hasOwnProperty: 1 }, "hasOwnProperty"],
    ["such a name further in", { a: [{ toString: "x" }] }, "toString"],
    ["the prototype itself", JSON.parse('{"__proto__": {"a": 1}}'), "__proto__"],
    ["a zero byte", { a: "\u0000" }, "zero bytes"],
    ["a zero byte in a name", { "\u0000": "a" }, "key"],
    ["half of a character", { a: "\ud800" }, "halves"],
    ["too much", { a: Array.from({ length: 3000 }, () => 1) }, "2000"],
    ["a list", [], "object"],
    ["nothing", null, "object"],
    ["text", "data", "object"],
  ])("refuses provider data with %s", (_what, data, why) => {
    const { success, error } = providerData.safeParse(data)
    expect({ success, message: error?.issues[0]?.message }).toEqual({
      success: false,
      message: expect.stringContaining(why),
    })
  })

  it("lets through what Stripe.js gives", () => {
    const data = { payment_method: "pm_1", mandate: { ip: "::1", parts: [1, null, true] } }
    expect(providerData.parse(data)).toEqual(data)
  })
})
