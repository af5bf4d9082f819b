import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import {
  customersFileHead,
  customersFileRows,
  importPlan,
  readCustomers,
  type CustomerRow,
  type ExistingProfile,
  type ImportPlan,
} from ".."

const CONTEXT = { asOf: "2026-03-01", country: "ch", currencies: ["chf", "eur"] }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function rowsOf(file: Uint8Array | string): CustomerRow[] {
  const read = readCustomers(typeof file === "string" ? bytes(file) : file)
  if (!read.ok) {
    throw new Error(JSON.stringify(read.problems))
  }
  return read.rows
}

/** What would be stored after a plan, each profile with a made-up id. */
function stored(plan: ImportPlan, before: readonly ExistingProfile[] = []): ExistingProfile[] {
  if (!plan.ok) {
    throw new Error(JSON.stringify(plan.problems))
  }
  const byId = new Map(before.map((profile) => [profile.id, profile]))
  for (const one of plan.rows) {
    const id = one.kind === "create" ? `cprof_${byId.size + 1}` : one.id
    const profile = byId.get(id)
    if (one.kind !== "unchanged") {
      byId.set(id, {
        id,
        fields: one.fields,
        noteTexts: [...(profile?.noteTexts ?? []), ...(one.note ? [one.note.text] : [])],
      })
    }
  }
  return [...byId.values()]
}

const kinds = (plan: ImportPlan): string[] => (plan.ok ? plan.rows.map(({ kind }) => kind) : ["refused"])
const problems = (plan: ImportPlan | ReturnType<typeof readCustomers>): string[] =>
  plan.ok ? [] : plan.problems.map(({ row, field, reason }) => `${row} ${field}: ${reason}`)

describe("a customers' file", () => {
  it.each([
    ["comma", ","],
    ["semicolon", ";"],
    ["tab", "\t"],
  ])("CR4: with %s, with and without a byte order mark", (_name, delimiter) => {
    const text = `Name${delimiter}E-Mail${delimiter}Discount\r\n"Acme, Bern; Thun"${delimiter}a@x.ch${delimiter}"12,5 %"\r\n`
    const values = { name: "Acme, Bern; Thun", email: "a@x.ch", discount_percent: "12.5" }
    expect(rowsOf(text)).toEqual([{ row: 2, values }])
    expect(rowsOf(`\uFEFF${text}`)).toEqual([{ row: 2, values }])
  })

  it.each(["sep=;\r\n", "\uFEFFSEP=;\n", '"sep=;"\n'])(
    "CR4: the line by which spreadsheets say their delimiter is no header: %j",
    (line) => {
      expect(rowsOf(`${line}name;city\r\nA, B, C;Bern\r\n`)).toEqual([
        { row: 2, values: { name: "A, B, C", city: "Bern" } },
      ])
    },
  )

  it("C9: in UTF-8, Windows-1252 and UTF-16, with line ends of any system", () => {
    const expected = [{ row: 2, values: { name: "Müller €", phone: "044 668 18 00" } }]
    expect(rowsOf("nom;téléphone\rMüller €;044 668 18 00\r")).toEqual(expected)
    const windows = "nom;t\xe9l\xe9phone\nM\xfcller \x80;044 668 18 00\n"
    expect(rowsOf(Uint8Array.from(windows, (sign) => sign.charCodeAt(0)))).toEqual(expected)
    const wide = Buffer.from("\uFEFFnom;téléphone\nMüller €;044 668 18 00\n", "utf16le")
    expect(rowsOf(new Uint8Array(wide))).toEqual(expected)
  })

  it("C9: says what is wrong with it, and where", () => {
    expect(problems(readCustomers(bytes("")))).toEqual(["1 file: is empty"])
    expect(problems(readCustomers(bytes("email\na@x.ch")))).toEqual(["1 header: has no column name"])
    expect(problems(readCustomers(bytes("name,name,shoe\nA,B,C")))[0]).toMatch(/^1 header: "shoe" is no column/)
    expect(problems(readCustomers(bytes("name,name\nA,B")))).toEqual(["1 header: name stands there twice"])
    expect(problems(readCustomers(bytes("name\nA\nB,C")))).toEqual(["3 row: has more cells than the header"])
    expect(problems(readCustomers(bytes('name\nA\n"B')))).toEqual([
      "3 file: has a quote that is not closed, or stands within a value",
    ])
  })
})

describe("an import", () => {
  const FILE = "name,email,phone,notes\nAcme,A@x.ch,,First\nBeta,,044 668 18 00,\nGamma,,,Third\n"

  it("C9: twice is once", () => {
    const first = importPlan(rowsOf(FILE), [], CONTEXT)
    expect(kinds(first)).toEqual(["create", "create", "create"])
    expect(kinds(importPlan(rowsOf(FILE), stored(first), CONTEXT))).toEqual(["unchanged", "unchanged", "unchanged"])
  })

  it("C9: finds a customer by the e-mail, the phone or the name alone, and leaves what has no cell", () => {
    const before = stored(importPlan(rowsOf(FILE), [], CONTEXT))
    const second = importPlan(
      rowsOf("name,email,phone,city\nAcme AG,a@X.CH,,Bern\nBeta,,+41446681800,\n"),
      before,
      CONTEXT,
    )
    expect(kinds(second)).toEqual(["update", "update"])
    expect(stored(second, before)[0]).toMatchObject({ fields: { name: "Acme AG", city: "Bern" }, noteTexts: ["First"] })
  })

  it("C9: names each row that is wrong, and then plans none", () => {
    const file = [
      "name,email,discount_percent,vat_number,language,notes",
      "A,a@x.ch,101,,,",
      ",b@x.ch,,,,",
      "C,c,1.234,<>,xx,",
      "D,d@x.ch,,,,",
      "E,D@x.ch,,,,",
      `F,,,,,${"x".repeat(10_001)}`,
    ].join("\n")
    expect(problems(importPlan(rowsOf(file), [], CONTEXT))).toEqual([
      "2 discount_percent: must not be more than 100",
      "3 name: is required",
      "4 email: must be an e-mail address",
      "4 discount_percent: takes at most 2 decimals",
      "4 language: must be one of en, fr",
      "4 vat_number: must be a VAT number such as CHE-107.787.577 or DE136695976",
      "6 row: is the customer of row 5, too",
      "7 notes: takes at most 10000 signs",
    ])
  })

  it("C9: one phone for two, of whom one has no e-mail, is named before a second run would not know whose it is", () => {
    expect(
      problems(importPlan(rowsOf("name,email,phone\nAnn,a@x.ch,044 668 18 00\nBen,,044 668 18 00"), [], CONTEXT)),
    ).toEqual(["3 row: is the customer of row 2, too"])
    expect(
      problems(importPlan(rowsOf("name,email,phone\nBen,,0446681800\nAnn,a@x.ch,+41446681800"), [], CONTEXT)),
    ).toEqual(["3 row: is the customer of row 2, too"])
    // With an e-mail each, they are two.
    const two = "name,email,phone\nAnn,a@x.ch,044 668 18 00\nBen,b@x.ch,044 668 18 00"
    const before = stored(importPlan(rowsOf(two), [], CONTEXT))
    expect(kinds(importPlan(rowsOf(two), before, CONTEXT))).toEqual(["unchanged", "unchanged"])
  })

  it("C9: an e-mail that a row gives to one customer is no other row's", () => {
    const before = stored(importPlan(rowsOf(FILE), [], CONTEXT))
    expect(
      problems(importPlan(rowsOf("id,name,email\ncprof_1,Acme,new@x.ch\n,Other,NEW@x.ch"), before, CONTEXT)),
    ).toEqual(["3 row: is the customer of row 2, too"])
  })

  it("law: a file that is taken changes nothing when it is read again", () => {
    const row = fc.record({
      name: fc.constantFrom("Ann", "Ben", "Cy"),
      email: fc.constantFrom("", "", "a@x.ch", "b@x.ch"),
      phone: fc.constantFrom("", "", "0446681800", "0332221100"),
      notes: fc.constantFrom("", "Met"),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), fc.array(row, { maxLength: 6 }), (earlier, later) => {
        const fileOf = (rows: typeof earlier) =>
          [
            "name,email,phone,notes",
            ...rows.map(({ name, email, phone, notes }) => [name, email, phone, notes].join()),
          ].join("\n")
        const first = importPlan(rowsOf(fileOf(earlier)), [], CONTEXT)
        const there = first.ok ? stored(first) : []
        const plan = importPlan(rowsOf(fileOf(later)), there, CONTEXT)
        if (plan.ok) {
          const again = importPlan(rowsOf(fileOf(later)), stored(plan, there), CONTEXT)
          expect(kinds(again)).toEqual(later.map(() => "unchanged"))
        }
      }),
      LAW,
    )
  })

  it("C9: twice is once after two of a file were merged, too: what the merged one had is known, and what is new goes to the other", () => {
    const [acme, beta, gamma] = stored(importPlan(rowsOf(FILE), [], CONTEXT))
    if (!acme || !beta || !gamma) {
      throw new Error("three customers were planned")
    }
    const noteTexts = [...acme.noteTexts, ...gamma.noteTexts]
    const there: ExistingProfile[] = [{ ...acme, noteTexts, former: [beta, gamma] }]
    expect(kinds(importPlan(rowsOf(FILE), there, CONTEXT))).toEqual(["unchanged", "unchanged", "unchanged"])
    const later = importPlan(rowsOf("id,name,phone,city\ncprof_2,Beta,044 668 18 00,Thun"), there, CONTEXT)
    expect(later).toMatchObject({ rows: [{ kind: "update", id: acme.id, fields: { name: "Acme", city: "Thun" } }] })
    expect(kinds(importPlan(rowsOf("name\nGamma"), there, CONTEXT))).toEqual(["unchanged"])
    // Who has the e-mail now comes before who had it once.
    const own = { ...beta, id: "cprof_9" }
    expect(kinds(importPlan(rowsOf(FILE), [...there, own], CONTEXT))).toEqual(["unchanged", "unchanged", "unchanged"])
    expect(problems(importPlan(rowsOf("name,email,city\nA,a@x.ch,Bern\nA,a@x.ch,Thun"), there, CONTEXT))).toEqual([
      "3 row: is the customer of row 2, too",
    ])
  })

  it("C9: a currency that the store has given up blocks no customer who has it, and is given to no other", () => {
    const [acme] = stored(importPlan(rowsOf("name,email,currency_code\nAcme,a@x.ch,chf"), [], CONTEXT))
    const later = { ...CONTEXT, currencies: ["eur"] }
    const file = "name,email,currency_code,city\nAcme,a@x.ch,CHF,\n"
    expect(kinds(importPlan(rowsOf(file), acme ? [acme] : [], later))).toEqual(["unchanged"])
    expect(problems(importPlan(rowsOf(`${file}Beta,b@x.ch,chf,`), acme ? [acme] : [], later))).toEqual([
      "3 currency_code: must be a currency of the store",
    ])
  })

  it("a row that several customers fit, or whose id is none, is refused with what was found", () => {
    const [acme] = stored(importPlan(rowsOf(FILE), [], CONTEXT))
    const twins = acme ? [acme, { ...acme, id: "cprof_twin" }] : []
    expect(problems(importPlan(rowsOf("name,email\nAcme,a@x.ch"), twins, CONTEXT))).toEqual([
      "2 email: is that of 2 customers: cprof_1, cprof_twin",
    ])
    expect(problems(importPlan(rowsOf("id,name\ncprof_x,Acme"), twins, CONTEXT))).toEqual(["2 id: is no customer's"])
    expect(kinds(importPlan(rowsOf("id,name\ncprof_twin,Acme"), twins, CONTEXT))).toEqual(["unchanged"])
  })

  it("10,000 rows are planned in one pass, and one that is broken is named", () => {
    const lines = Array.from({ length: 10_000 }, (_one, place) => `Name ${place},n${place}@x.ch`)
    const file = ["name,email", ...lines.slice(0, 4_999), ",broken@x.ch", ...lines.slice(5_000)].join("\n")
    expect(problems(importPlan(rowsOf(file), [], CONTEXT))).toEqual(["5001 name: is required"])
  })
})

describe("an export", () => {
  const customer = {
    id: "cprof_1",
    name: "Acme",
    contact_person: null,
    email: "a@x.ch",
    phone: "+41 44 668 18 00",
    address_1: null,
    address_2: null,
    postal_code: null,
    city: null,
    province: null,
    country_code: "ch",
    vat_number: null,
    status: "current",
    temperature: "hot",
    discount_percent: "12.5",
    currency_code: "chf",
    language: "fr",
    notes: null,
  } as const

  it.each(["=1+1", "+1", "-x", "@SUM(A1)", "\t=1", "\tx", "\r=1", "\nx", "＝1", "＋1", "－x", "＠x", '=A,"b"'])(
    "CR5: %j is neutralised, inside quotes, too",
    (name) => {
      const [, cell = ""] = customersFileRows([{ ...customer, name }]).split("cprof_1,")
      expect(cell).toMatch(/^"?'/)
    },
  )

  it("CR5: a number stays a number", () => {
    expect(customersFileRows([{ ...customer, name: "-5" }])).toMatch(/^cprof_1,-5,,a@x\.ch,'\+41 44/)
  })

  it("law: what is exported is read again as it was, and changes nothing", () => {
    const text = fc.oneof(
      fc.string({ minLength: 1, maxLength: 30 }),
      fc.constantFrom("=1+1", '"', "a;b,c\td", "line\nline", "'x", "Ünïcode"),
    )
    fc.assert(
      fc.property(text, text, (name, city) => {
        const first = importPlan([{ row: 2, values: { name, city, email: "a@x.ch" } }], [], CONTEXT)
        if (!first.ok) {
          return
        }
        const before = stored(first)
        const exported = before.map(({ id, fields }) => ({ ...customer, ...fields, id, phone: null, notes: null }))
        const again = importPlan(rowsOf(customersFileHead() + customersFileRows(exported)), before, CONTEXT)
        expect(kinds(again)).toEqual(["unchanged"])
      }),
      LAW,
    )
  })
})
