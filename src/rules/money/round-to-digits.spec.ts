import { roundToDigits } from "./round-to-digits"
import { roundUpToDigits } from "./round-up-to-digits"

describe("roundToDigits", () => {
  it("rounds half away from zero", () => {
    expect(["3296.5", "-3296.5", "3296.4", "0.4"].map((amount) => roundToDigits(amount, 0))).toEqual([
      "3297",
      "-3297",
      "3296",
      "0",
    ])
    expect(roundToDigits("29.484", 2)).toBe("29.48")
  })
})

describe("roundUpToDigits", () => {
  it("rounds away from zero, and leaves what is whole", () => {
    expect(["3.231", "3.23", "-3.231", "0"].map((amount) => roundUpToDigits(amount, 2))).toEqual([
      "3.24",
      "3.23",
      "-3.24",
      "0",
    ])
  })
})
