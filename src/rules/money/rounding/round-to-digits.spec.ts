import { roundToDigits } from "./round-to-digits"

describe("roundToDigits", () => {
  it("rounds half away from zero", () => {
    const rounded = ["3296.5", "-3296.5", "3296.4", "0.4"].map((amount) => roundToDigits(amount, 0))
    expect(rounded).toEqual(["3297", "-3297", "3296", "0"])
    expect(roundToDigits("29.484", 2)).toBe("29.48")
  })

  it("or always away from zero, and leaves what is whole", () => {
    const rounded = ["3.231", "3.23", "-3.231", "0"].map((amount) => roundToDigits(amount, 2, "up"))
    expect(rounded).toEqual(["3.24", "3.23", "-3.24", "0"])
  })
})
