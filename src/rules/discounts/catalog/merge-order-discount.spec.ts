import { mergeOrderDiscount, toOrderDiscountDraft } from "./merge-order-discount"

const range = { currency_code: "eur", min: "100", max: null, percent: "5" }
const newOnes = () => {
  let given = 0
  return { newId: (prefix: string) => `${prefix}_new${(given += 1)}`, lastPosition: 8 }
}

describe("mergeOrderDiscount", () => {
  const made = mergeOrderDiscount(null, { name: "From 100", ranges: [range] }, newOnes())

  it("D4: a new one goes last", () => {
    expect(made.discount).toMatchObject({ id: "dord_new1", position: 8, used: 0, limited_duration: false })
    expect(made.ranges).toEqual([{ id: "drng_new2", ...range }])
  })

  it("law: asking for nothing changes nothing, and asking for what is there keeps every id", () => {
    expect(mergeOrderDiscount(made, {}, newOnes())).toEqual(made)
    expect(mergeOrderDiscount(made, { ranges: made.ranges }, newOnes())).toEqual(made)
  })

  it("D1: a range that is named twice keeps its id once", () => {
    const ranges = [...made.ranges, ...made.ranges]
    expect(mergeOrderDiscount(made, { ranges }, newOnes()).ranges.map(({ id }) => id)).toEqual([
      "drng_new2",
      "drng_new1",
    ])
  })

  it("has every field that is validated", () => {
    expect(toOrderDiscountDraft(made, [])).toMatchObject({
      name: "From 100",
      period: { isLimited: false },
      ranges: [{ currencyCode: "eur", min: "100", percent: "5" }],
    })
  })
})
