import fc from "fast-check"
import { LAW } from "../__tests__/arbitraries"
import { tidyName } from "."

describe("tidyName", () => {
  it.each([
    ["nothing", ""],
    ["spaces", " \t\u00a0\u3000"],
    ["a zero-width space", "\u200b"],
    ["zero-width joiners", "\u200d\u200c\u2060"],
    ["a byte order mark", "\ufeff"],
    ["a soft hyphen", "\u00ad"],
    ["a right-to-left mark", "\u200f"],
    ["a Hangul filler", "\u3164"],
    ["a braille blank", "\u2800"],
    ["a variation selector alone", "\ufe0f"],
    ["tags", "\u{e0061}\u{e007f}"],
    ["a control character", "\u0007"],
  ])("%s shows as empty, and is", (_what, name) => {
    expect(tidyName(name)).toBe("")
  })

  it.each([
    ["Summer", "Summer"],
    [" \u200bSummer\u200b ", "Summer"],
    ["Su\u200dmmer", "Su\u200dmmer"],
    ["Re\u0301duction", "R\u00e9duction"],
    ["\u2764\ufe0f", "\u2764\ufe0f"],
    ["\u{1f468}\u200d\u{1f469}\u200d\u{1f467}", "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}"],
    ["می\u200cخواهم", "می\u200cخواهم"],
    ["0", "0"],
  ])("%j is stored as %j", (name, stored) => {
    expect(tidyName(name)).toBe(stored)
  })

  it("law: a tidy name stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(tidyName(tidyName(name))).toBe(tidyName(name))
      }),
      LAW,
    )
  })
})
