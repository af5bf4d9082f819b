import fc from "fast-check"
import { LAW } from "../__tests__/arbitraries"
import { oneLine } from "."

describe("oneLine", () => {
  it("what a client sent begins no new line of the log", () => {
    expect(oneLine("usd\r\nerror: all is lost")).toBe("usd\\u000d\\u000aerror: all is lost")
    expect(oneLine("a\u2028b\u0000c\u001b[31m")).toBe("a\\u2028b\\u0000c\\u001b[31m")
  })

  it("hides nothing and turns nothing round", () => {
    expect(oneLine("a\u202eb\u200bc\ud800")).toBe("a\\u202eb\\u200bc\\ud800")
  })

  it("leaves what people write", () => {
    expect(oneLine('cycles[0].prices: "10 €" – réduit \u{1f600}')).toBe('cycles[0].prices: "10 €" – réduit \u{1f600}')
  })

  it("is not longer than what is asked for, and cuts no character", () => {
    expect(oneLine("\u{1f600}".repeat(9), 3)).toBe(`${"\u{1f600}".repeat(3)}…`)
    expect(oneLine("abc", 3)).toBe("abc")
  })

  it("law: it is one line of printable text, and two texts are not made one", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 50 }),
        fc.string({ unit: "binary", maxLength: 50 }),
        (a, b) => {
          expect(oneLine(a)).toMatch(/^[^\p{Cc}\u2028\u2029]*$/u)
          expect(oneLine(a) === oneLine(b)).toBe(a === b)
        },
      ),
      LAW,
    )
  })
})
