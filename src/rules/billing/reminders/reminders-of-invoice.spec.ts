import { compareDates, type CivilDate } from "../../calendar"
import { daily, invoice, sentOn } from "../../__tests__/reminders"

describe("B37: what an invoice's customer is told", () => {
  it("that it was issued, when it is due, and that it was not paid", () => {
    expect(sentOn(() => invoice(), daily("2026-02-21", 60)).sent).toEqual([
      ["2026-02-21", "invoice_issued issued"],
      ["2026-02-23", "invoice_due 5"],
      ["2026-02-25", "invoice_due 3"],
      ["2026-02-27", "invoice_due 1"],
      ["2026-03-01", "overdue 1"],
      ["2026-03-07", "overdue 7"],
    ])
  })

  it("one thing at a time, where the invoice goes out late", () => {
    expect(sentOn(() => invoice(), ["2026-02-25", "2026-02-26"]).sent).toEqual([
      ["2026-02-25", "invoice_issued issued"],
      ["2026-02-26", "invoice_due 3"],
    ])
  })

  it("that it is overdue only once no further charge is planned, and never what was paid with the order", () => {
    const charged = { collectionMethod: "charge_automatically" as const }
    expect(sentOn(() => invoice({ ...charged, isBeingCollected: true }), daily("2026-02-21", 60)).sent).toEqual([])
    expect(sentOn(() => invoice(charged), daily("2026-02-21", 60)).sent.map(([, name]) => name)).toEqual([
      "overdue 1",
      "overdue 7",
    ])
    expect(sentOn(() => invoice({ collectionMethod: null, isOfRenewal: false }), daily("2026-02-21", 60)).sent).toEqual(
      [],
    )
  })

  it("B31: what an edit of a paid order came to, as what is sent", () => {
    const edited = invoice({ collectionMethod: null, isOfRenewal: false, isOfEdit: true, dueOn: "2026-02-21" })
    expect(sentOn(() => edited, daily("2026-02-21", 60)).sent).toEqual([
      ["2026-02-21", "invoice_issued issued"],
      ["2026-02-22", "overdue 1"],
      ["2026-02-28", "overdue 7"],
    ])
    expect(sentOn(() => ({ ...edited, isOpen: false }), daily("2026-02-21", 60)).sent).toEqual([])
  })

  it("BI9: nothing of what its bank is paying, and that it is overdue once the bank has refused", () => {
    const debit = (asOf: CivilDate) => invoice({ isBeingCollected: compareDates(asOf, "2026-03-03") < 0 })
    expect(sentOn(debit, daily("2026-02-21", 30)).sent).toEqual([
      ["2026-02-21", "invoice_issued issued"],
      ["2026-03-03", "overdue 1"],
      ["2026-03-07", "overdue 7"],
    ])
  })

  it("each payment, once, and a credit note", () => {
    const paid = (asOf: CivilDate) =>
      invoice({
        issuedOn: "2026-02-01",
        dueOn: "2026-04-30",
        isOpen: compareDates(asOf, "2026-03-02") < 0,
        paidOn: compareDates(asOf, "2026-03-02") < 0 ? "2026-02-25" : "2026-03-02",
        paidTotal: compareDates(asOf, "2026-03-02") < 0 ? "10.00" : "30.00",
      })
    expect(sentOn(paid, daily("2026-02-25", 30)).sent).toEqual([
      ["2026-02-25", "payment_received paid 10.00 on 2026-02-25"],
      ["2026-03-02", "payment_received paid 30.00 on 2026-03-02"],
    ])
    const credit = invoice({ documentKind: "credit_note", isOpen: false })
    expect(sentOn(() => credit, daily("2026-02-21", 30)).sent).toEqual([["2026-02-21", "credit_note_issued issued"]])
  })

  it("that a payment was taken back, once for each, as long as it is asked for", () => {
    const returned = { id: "bpre_1", on: "2026-03-20" }
    const owed = (isOpen: boolean) =>
      invoice({ collectionMethod: "charge_automatically", isBeingCollected: true, isOpen, returned })
    expect(sentOn(() => owed(true), daily("2026-03-20", 30)).sent).toEqual([["2026-03-20", "payment_returned bpre_1"]])
    expect(sentOn(() => owed(false), daily("2026-03-20", 30)).sent).toEqual([])
    expect(sentOn(() => owed(true), ["2026-03-28"]).sent).toEqual([])
    const again = (asOf: CivilDate) =>
      invoice({
        isBeingCollected: true,
        collectionMethod: null,
        returned: asOf < "2026-03-25" ? returned : { id: "bpre_2", on: "2026-03-25" },
      })
    expect(sentOn(again, daily("2026-03-20", 30)).sent.map(([, name]) => name)).toEqual([
      "payment_returned bpre_1",
      "payment_returned bpre_2",
    ])
  })
})
