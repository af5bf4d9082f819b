import { sumsOfDrafts } from "./sums-of-drafts"

const draft = (currency_code: string, payable: string, collect_on: string | null) => ({
  payable,
  collect_on,
  collection: { currency_code },
})

describe("the sums of a run", () => {
  it("B39: are by currency, and say what is charged and what is sent", () => {
    const sums = sumsOfDrafts([
      draft("eur", "35.58", "2026-02-28"),
      draft("chf", "10.80", null),
      draft("eur", "0.10", "2026-02-28"),
      draft("eur", "0.20", null),
    ])
    expect(sums).toEqual([
      {
        currencyCode: "chf",
        invoices: { count: 1, total: "10.8" },
        charged: { count: 0, total: "0" },
        sent: { count: 1, total: "10.8" },
      },
      {
        currencyCode: "eur",
        invoices: { count: 3, total: "35.88" },
        charged: { count: 2, total: "35.68" },
        sent: { count: 1, total: "0.2" },
      },
    ])
  })

  it("B36: an invoice of zero is issued, and neither charged nor waited for", () => {
    expect(sumsOfDrafts([draft("jpy", "0", "2026-02-28")])).toMatchObject([
      { invoices: { count: 1 }, charged: { count: 0 }, sent: { count: 0 } },
    ])
  })
})
