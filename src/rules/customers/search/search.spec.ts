import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { foldText, gramsOf, isFound, phoneNumber, searchKeys, searchTerms, type Searched } from ".."

const profile = (fields: Partial<Searched>): Searched => ({
  name: "Acme",
  contact_person: null,
  email: null,
  phone: null,
  ...fields,
})
const finds = (query: string, fields: Partial<Searched>): boolean =>
  isFound(searchKeys(profile(fields)), searchTerms(query))

describe("a search", () => {
  it.each([
    "044 668",
    "0446681800",
    "+41446681800",
    "0041446681800",
    "668 18",
    "+41 (0)44 668",
    "044/668.18-00",
    "04",
    "41446",
    "\u202a+41 44 668 18 00\u202c",
    "044\u2011668\u201118\u201100",
    "044\u00a0668\u202f18",
    "044·668",
  ])("CR1: +41 44 668 18 00 is found by %s", (query) => {
    expect(finds(query, { phone: phoneNumber("+41 44 668 18 00", null) })).toBe(true)
    expect(finds(query, { phone: phoneNumber("044 668 18 00", "ch") })).toBe(true)
  })

  it.each(["044 669", "0041 44 669", "1800044"])("and not by %s", (query) => {
    expect(finds(query, { phone: phoneNumber("+41 44 668 18 00", null) })).toBe(false)
  })

  it.each([
    "muller +41 44 668",
    "044 668 18 00 muller",
    "Müller +41 (0)44 668 18 00",
    "zoe 0041 44 668 18",
    "muller 668 18",
  ])("C2: name and phone together: %s", (query) => {
    const fields = { name: "Zoë Müller", phone: phoneNumber("+41 44 668 18 00", null) }
    expect([finds(query, fields), finds(query, { ...fields, name: "Zoë Meier" })]).toEqual([
      true,
      !query.toLowerCase().startsWith("m") && !query.includes("muller"),
    ])
  })

  it("a phone that is none is found by its digits", () => {
    expect(finds("12 34", { phone: phoneNumber("12-34 ext", null) })).toBe(true)
  })

  it.each([
    ["muller", "Müller & Söhne"],
    ["MÜLLER sohne", "Müller & Söhne"],
    ["meier muller", "Müller-Meier"],
    ["oneill", "O’Neill"],
    ["o'neill", "ONeill"],
    ["strasse", "Hohe Straße"],
    ["lodz", "Łódź"],
    ["cafe", "Cafe\u0301"],
    ["ισος", "Ίσος"],
    ["mu", "Peter Müller"],
    ["p m", "Peter Müller"],
    ["54", "Studio 54"],
    ["studio 54", "Studio 54"],
    ["12 34", "Rooms 34 and 12"],
  ])("C2: %s finds %s", (query, name) => {
    expect(finds(query, { name })).toBe(true)
  })

  it("C2: by part of the e-mail, of name and e-mail together, and of nothing: all", () => {
    const fields = { name: "Acme", email: "Anna.Meier@Example.CH" }
    expect(["anna.me", "@example", "acme meier", "ex", "  "].map((query) => finds(query, fields))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
  })

  it.each([
    ["short words are no part of others", "ul", { name: "Müller" }],
    ["nothing matches across two fields", "acmeanna", { name: "Acme", contact_person: "Anna" }],
    ["each word must be there", "muller xyz", { name: "Müller" }],
    ["signs of patterns are text", "m%r", { name: "Müller" }],
  ])("%s", (_what, query, fields) => {
    expect(finds(query, fields)).toBe(false)
  })

  const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 })

  it("law: folded text stays as it is, and any part of three letters of a word finds it", () => {
    fc.assert(
      fc.property(words, fc.nat(20), fc.integer({ min: 3, max: 8 }), (name, from, length) => {
        const folded = foldText(name)
        expect(foldText(folded)).toBe(folded)
        const part = [...(folded.split(" ")[0] ?? "")].slice(from, from + length).join("")
        if ([...part].length > 2 && foldText(part) === part) {
          expect(finds(part, { name })).toBe(true)
        }
      }),
      LAW,
    )
  })

  it("law: what is found by a part has each of the part's three letters, so that the fallback misses nothing", () => {
    fc.assert(
      fc.property(words, (name) => {
        const { text, grams } = searchKeys(profile({ name }))
        const parts = searchTerms(name)
          .flat()
          .filter(({ kind, text: part }) => kind === "part" && text.includes(part))
        expect(grams).toEqual(expect.arrayContaining(parts.flatMap((part) => gramsOf(part.text))))
      }),
      LAW,
    )
  })
})
