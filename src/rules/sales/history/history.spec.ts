import fc from "fast-check"
import { readSnapshot } from "../snapshots/read-snapshot"
import { daysOfPage } from "./days-of-page"
import { chartOf, totalsOf } from "./sale-totals"
import { foldText, searchPrefixesOf, searchTextOf, searchWords } from "./search-words"

describe("H7: figures", () => {
  const days = [
    { currency_code: "eur", day: "2026-01-31", sold: "100", refunded: "0" },
    { currency_code: "eur", day: "2026-02-01", sold: "0", refunded: "20" },
    { currency_code: "chf", day: "2026-02-01", sold: "0.1", refunded: "0" },
    { currency_code: "chf", day: "2026-02-02", sold: "0.2", refunded: "0" },
  ]

  it("SA2: a refund is taken off once", () => {
    expect(totalsOf(days)).toEqual([
      { currency_code: "chf", sold: "0.3", refunded: "0", net: "0.3" },
      { currency_code: "eur", sold: "100", refunded: "20", net: "80" },
    ])
  })

  it("a chart's points add up to the totals, by day and by month", () => {
    const months = chartOf(days, "month")
    expect(months.map(({ currency_code, from, net }) => `${currency_code} ${from} ${net}`)).toEqual([
      "chf 2026-02-01 0.3",
      "eur 2026-01-01 100",
      "eur 2026-02-01 -20",
    ])
    expect(totalsOf(months)).toEqual(totalsOf(days))
    expect(totalsOf(chartOf(days, "day"))).toEqual(totalsOf(days))
  })
})

describe("the search", () => {
  it("folds accents, case and signs", () => {
    expect(foldText("  Crème-Brûlée, ÉTÉ ")).toBe("creme brulee ete")
    expect(searchWords("#12  Blue  blue")).toEqual(["12", "blue"])
    expect(searchTextOf(12, ["Blue Mug", "blue mug"])).toBe("#12 \nblue mug")
  })
})

describe("H6: snapshots of other schemas", () => {
  it("one of a newer schema, and one that cannot be read, are refused with the reason", () => {
    expect(readSnapshot(99, "{}")).toEqual({ ok: false, reason: "newer_schema" })
    expect(readSnapshot(1, "{")).toEqual({ ok: false, reason: "unreadable" })
    expect(readSnapshot(1, '{"order_id":"order_1"}')).toEqual({ ok: false, reason: "unreadable" })
  })

  it("schema 1, as it was first written, is read for good", () => {
    const first =
      '{"credits":[],"currency_code":"eur","customer_id":"cus_1","display_id":1,"lines":[{"discounts":[],"id":"ordli_1",' +
      '"is_tax_inclusive":false,"options":null,"period":null,"product_id":"prod_1","quantity":"1","sku":null,' +
      '"subtitle":null,"taxes":[],"title":"Mug","type":"simple","unit_price":"20","variant_id":null,' +
      '"variant_title":null}],"order_id":"order_1","placed_at":"2026-01-01T00:00:00.000Z","region_id":null,' +
      '"sales_channel_id":null,"shipping":[],"sold_on":"2026-01-01","total":"20"}'
    expect(readSnapshot(1, first)).toMatchObject({ ok: true, snapshot: { total: "20", lines: [{ title: "Mug" }] } })
  })
})

describe("the days of a page", () => {
  const counts = [
    { day: "2026-03-03", count: 2 },
    { day: "2026-03-02", count: 3 },
    { day: "2026-02-01", count: 1 },
  ]

  it.each([
    [{ limit: 2, offset: 0 }, ["2026-03-03"], 0],
    [{ limit: 2, offset: 1 }, ["2026-03-03", "2026-03-02"], 1],
    [{ limit: 20, offset: 4 }, ["2026-03-02", "2026-02-01"], 2],
    [{ limit: 20, offset: 6 }, [], 6],
  ])("%j", (page, days, skipped) => expect(daysOfPage(counts, page)).toEqual({ days, skipped }))

  it("law: the page is the same as that of all days together", () => {
    const days = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 8 })
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 20 }), (sizes, limit, offset) => {
        const all = sizes.map((count, index) => ({ day: `2026-01-${10 + index}`, count }))
        const salesOf = (wanted: readonly string[]) =>
          all
            .filter(({ day }) => wanted.includes(day))
            .flatMap(({ day, count }) => Array.from({ length: count }, (_, index) => `${day} ${index}`))
        const whole = salesOf(all.map(({ day }) => day)).slice(offset, offset + limit)
        const page = daysOfPage(all, { limit, offset })
        expect(salesOf(page.days).slice(page.skipped, page.skipped + limit)).toEqual(whole)
      }),
    )
  })
})

describe("the beginnings of words", () => {
  it("are those of each word, up to twelve signs", () => {
    expect(searchPrefixesOf(["12", "Blue Müg", "blue"])).toEqual(
      ["1", "12", "b", "bl", "blu", "blue", "m", "mu", "mug"].sort(),
    )
    expect(searchPrefixesOf(["Donaudampfschiff"]).at(-1)).toBe("donaudampfsc")
    expect(searchPrefixesOf([""])).toEqual([])
  })
})
