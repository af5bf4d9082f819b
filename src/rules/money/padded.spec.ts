import { padded } from "./padded"

describe("padded", () => {
  it("has the decimals of the currency, and keeps what is finer", () => {
    expect([padded("9.9", "eur"), padded("9", "jpy"), padded("1.5", "kwd"), padded(12, "usd")]).toEqual([
      "9.90",
      "9",
      "1.500",
      "12.00",
    ])
    expect(padded("0.0375", "eur")).toBe("0.0375")
  })
})
