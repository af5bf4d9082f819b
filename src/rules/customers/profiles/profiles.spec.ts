import fc from "fast-check"
import { amountsOf, eligible } from "../../__tests__/discount-answers"
import { LAW, decimalOf } from "../../__tests__/arbitraries"
import {
  checkPercentage,
  checkProfile,
  isStale,
  PROFILE_STATUSES,
  passesFilters,
  personalPercent,
  phoneNumber,
  profileFacets,
  statusAfterOrder,
  temperatureAt,
  temperatureChange,
  TEMPERATURES,
  type ProfileCell,
  type TemperatureChange,
} from ".."

const CONTEXT = { asOf: "2026-03-01", country: "ch", currencies: ["chf", "eur"] }

describe("a customer's percentage", () => {
  it.each([
    ["0", "0"],
    ["12.5", "12.5"],
    [" 12.50 ", "12.5"],
    ["12.5000", "12.5"],
    ["100.00", "100"],
  ])("C3: %j is %s", (input, percent) => {
    expect(checkPercentage(input)).toEqual({ ok: true, percent })
  })

  it.each([
    ["101", "must not be more than 100"],
    ["100.01", "must not be more than 100"],
    ["12.345", "takes at most 2 decimals"],
    ["-1", "must not be negative"],
    ["1e2", "must be a decimal number such as 12.5"],
    ["", "must be a decimal number such as 12.5"],
    ["NaN", "must be a decimal number such as 12.5"],
  ])("C3: %j is refused: %s", (input, reason) => {
    expect(checkPercentage(input)).toEqual({ ok: false, reason })
  })

  it("law: each hundredth from 0 to 100 is one, and what is one stays so", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        const checked = checkPercentage(decimalOf(hundredths, 2))
        expect(checked.ok && checkPercentage(checked.percent)).toEqual(checked)
      }),
      LAW,
    )
  })

  it("D25: 15 % on 0.99 × 7 leaves 5.89 on a quick order", () => {
    const line = { ...eligible, quantity: 7, unitPrice: "0.99" }
    const personal = personalPercent({ discountPercent: "15" })
    expect(amountsOf({ lines: [line], personalPercent: personal, channel: "quick_order" })).toEqual(["1.04"])
    expect(amountsOf({ lines: [line], personalPercent: personal, channel: "cart" })).toEqual(["0.00"])
  })

  it("D25: none, and one of zero, are no discount", () => {
    expect([personalPercent(null), personalPercent({ discountPercent: "0" })]).toEqual([null, null])
  })
})

describe("a profile", () => {
  it("C3: needs a name alone; it is potential and cold", () => {
    const checked = checkProfile(null, { name: "  Acme " }, CONTEXT)
    expect(checked).toMatchObject({
      ok: true,
      fields: { name: "Acme", status: "potential", temperature: "cold", email: null, discount_percent: null },
    })
    expect(checkProfile(null, {}, CONTEXT)).toEqual({ ok: false, problems: [{ field: "name", reason: "is required" }] })
  })

  it("names each field that is wrong, and why", () => {
    const body = {
      name: "x".repeat(201),
      email: "nobody",
      phone: "?",
      country_code: "che",
      vat_number: "<b>",
      discount_percent: "101",
      currency_code: "usd",
      language: "xx",
      status: "gone",
    }
    const checked = checkProfile(null, body, CONTEXT)
    expect(checked.ok ? [] : checked.problems.map(({ field }) => field)).toEqual([
      "name",
      "email",
      "phone",
      "country_code",
      "status",
      "discount_percent",
      "currency_code",
      "language",
      "vat_number",
    ])
  })

  it.each(["a@b", "a b@x.ch", "<a@x.ch>", "a@x.ch,b@x.ch", `${"x".repeat(65)}@x.ch`, `a@${"x.".repeat(130)}ch`])(
    "%s is no e-mail address",
    (email) => {
      expect(checkProfile(null, { name: "Acme", email }, CONTEXT).ok).toBe(false)
    },
  )

  it("HTML in a name is text, and stays as it is", () => {
    const name = "<img src=x onerror=alert(1)>"
    expect(checkProfile(null, { name }, CONTEXT)).toMatchObject({ ok: true, fields: { name } })
  })

  it("what is left out stays, null clears, and a number that stays keeps what a register said", () => {
    const before = checkProfile(null, { name: "Acme", email: "Info@Acme.ch", vat_number: "CHE-107.787.577" }, CONTEXT)
    if (!before.ok) {
      throw new Error("a sound profile was refused")
    }
    const known = { ...before.fields, vat_state: "invalid" as const, vat_checked_on: "2025-01-01" }
    expect(checkProfile(known, { email: null, vat_number: "che 107 787 577" }, CONTEXT)).toMatchObject({
      ok: true,
      fields: { name: "Acme", email: null, email_key: null, vat_state: "invalid", vat_checked_on: "2025-01-01" },
    })
  })

  it("C3: a VAT number of which nothing was known is checked once the country says whose it is", () => {
    const before = checkProfile(null, { name: "Acme", vat_number: "136695976" }, { ...CONTEXT, country: null })
    expect(before).toMatchObject({ ok: true, fields: { vat_number: "136695976", vat_state: "unchecked" } })
    const after = before.ok && checkProfile(before.fields, { country_code: "de" }, { ...CONTEXT, country: null })
    expect(after).toMatchObject({ ok: true, fields: { vat_number: "DE136695976", vat_state: "valid" } })
  })

  it("law: saving a profile as it is stored changes nothing", () => {
    const text = fc.option(fc.string({ unit: "binary", maxLength: 30 }), { nil: null })
    const bodies = fc.record({ name: fc.string({ minLength: 1 }), contact_person: text, city: text, address_1: text })
    fc.assert(
      fc.property(bodies, (body) => {
        const first = checkProfile(null, body, CONTEXT)
        if (first.ok) {
          expect(checkProfile(first.fields, first.fields, CONTEXT)).toEqual(first)
        }
      }),
      LAW,
    )
  })
})

describe("a phone", () => {
  it.each([
    ["+41 44 668 18 00", null, "+41446681800", "0446681800"],
    ["044 668 18 00", "ch", "+41446681800", "0446681800"],
    ["0041 (0)44 668 18 00", null, "+41446681800", "0446681800"],
    ["+41 (0)44 668 18 00", "DE", "+41446681800", "0446681800"],
    ["06 12 34 56 78", "fr", "+33612345678", "0612345678"],
  ])("C3: %s dialled in %s is %s", (typed, country, e164, national) => {
    expect(phoneNumber(typed, country)).toEqual({ typed, e164, national })
  })

  it.each([
    ["044 668 18 00", null],
    ["12", "ch"],
    ["ext. 7", "ch"],
    ["044 668 18 00", "zz"],
  ])("%s dialled in %s is kept as typed alone", (typed, country) => {
    expect(phoneNumber(typed, country)).toEqual({ typed, e164: null, national: null })
  })
})

describe("a temperature", () => {
  const at = (day: number): Date => new Date(Date.UTC(2026, 2, day))

  it("C7: a change is an entry of the history, and no change is none", () => {
    const who = { changedAt: at(3), changedBy: "user_1" }
    expect(temperatureChange("cold", "hot", who)).toEqual({ from: "cold", to: "hot", ...who })
    expect(temperatureChange("hot", "hot", who)).toBeNull()
  })

  it("law: the history says what it was at each instant", () => {
    const steps = fc.array(fc.constantFrom(...TEMPERATURES), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(steps, (temperatures) => {
        const history: TemperatureChange[] = []
        temperatures.forEach((to, day) => {
          const from = history.at(-1)?.to ?? null
          history.push(
            ...[temperatureChange(from, to, { changedAt: at(day), changedBy: null })].flatMap((one) => one ?? []),
          )
        })
        expect(temperatures.map((_one, day) => temperatureAt(history, at(day)))).toEqual(temperatures)
        expect(temperatureAt(history, at(-1))).toBeNull()
      }),
      LAW,
    )
  })
})

describe("a status", () => {
  it("C7: the first order makes a potential customer current, unless the setting says no; never back", () => {
    expect(statusAfterOrder("potential", { makesCurrent: true })).toBe("current")
    expect(statusAfterOrder("potential", { makesCurrent: false })).toBe("potential")
    expect(PROFILE_STATUSES.map(() => statusAfterOrder("current", { makesCurrent: false }))).toEqual([
      "current",
      "current",
    ])
  })

  it.each([
    ["2026-02-01", "potential", "warm", true],
    ["2026-02-02", "potential", "warm", false],
    ["2026-01-01", "current", "warm", false],
    ["2026-01-01", "potential", "not_interested", false],
  ] as const)(
    "C6, C7: touched on %s, %s and %s: stale after 28 days on 1 March is %s",
    (touchedOn, status, temperature, stale) => {
      expect(isStale({ touchedOn, status, temperature }, "2026-03-01", 28)).toBe(stale)
    },
  )
})

describe("filters with counts", () => {
  const cells = fc.array(
    fc.record({
      status: fc.constantFrom(...PROFILE_STATUSES),
      temperature: fc.constantFrom(...TEMPERATURES),
      count: fc.nat(1000),
    }),
  )
  const filters = fc.record({
    status: fc.subarray([...PROFILE_STATUSES]),
    temperature: fc.subarray([...TEMPERATURES]),
  })

  it("C2: a filter's count is what one sees with it alone of its kind", () => {
    const stored: ProfileCell[] = [
      { status: "current", temperature: "hot", count: 2 },
      { status: "current", temperature: "cold", count: 3 },
      { status: "potential", temperature: "hot", count: 5 },
    ]
    expect(profileFacets(stored, { status: ["current"], temperature: ["hot"] })).toEqual({
      count: 2,
      status: { current: 2, potential: 5 },
      temperature: { hot: 2, warm: 0, cold: 3, not_interested: 0 },
    })
  })

  it("C2: a search of more than are counted says no more than that there are so many", () => {
    const cells = [
      { status: "current", temperature: "hot", count: 3_000 },
      { status: "potential", temperature: "cold", count: 7_001 },
    ] as const
    expect(profileFacets(cells, {}, { isCut: true })).toMatchObject({ count: 10_000, status: { potential: 7_001 } })
    expect(profileFacets(cells, {})).toMatchObject({ count: 10_001 })
  })

  it("law: choosing one value of a filter gives the count that stood beside it", () => {
    fc.assert(
      fc.property(cells, filters, (stored, chosen) => {
        const facets = profileFacets(stored, chosen)
        for (const status of PROFILE_STATUSES) {
          expect(profileFacets(stored, { ...chosen, status: [status] }).count).toBe(facets.status[status])
        }
        for (const temperature of TEMPERATURES) {
          expect(profileFacets(stored, { ...chosen, temperature: [temperature] }).count).toBe(
            facets.temperature[temperature],
          )
        }
        const kept = stored.filter((cell) => passesFilters(cell, chosen))
        expect(facets.count).toBe(kept.reduce((sum, { count }) => sum + count, 0))
      }),
      LAW,
    )
  })
})
