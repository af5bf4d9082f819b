import fc from "fast-check"
import { LAW, moneyIn } from "../../__tests__/arbitraries"
import { add, compare, isPositive, subtract, sum } from "../../money"
import { INVOICE_ENTRY_KINDS } from "../states"
import { invoiceAccount, invoiceStatus, type AccountEntry } from "./invoice-account"

const account = (...entries: [AccountEntry["kind"], string][]) =>
  invoiceAccount(
    "100.00",
    entries.map(([kind, amount]) => ({ kind, amount })),
  )

describe("B51: what an invoice's entries come to", () => {
  it.each([
    ["nothing happened", account(), "open", "100.00"],
    ["paid in part", account(["payment", "40"]), "partly_paid", "60.00"],
    ["paid", account(["payment", "40"], ["balance_used", "60"]), "paid", "0.00"],
    ["paid, and the payment came back", account(["payment", "100"], ["refund", "100"]), "open", "100.00"],
    ["paid twice", account(["payment", "200"]), "paid", "-100.00"],
    ["paid twice, one moved to the balance", account(["payment", "200"], ["balance_moved", "100"]), "paid", "0.00"],
    ["refunded in part", account(["payment", "100"], ["refund", "30"], ["credit_note", "30"]), "paid", "0.00"],
    ["refunded whole", account(["payment", "100"], ["refund", "100"], ["credit_note", "100"]), "credited", "0.00"],
    ["credited unpaid", account(["credit_note", "100"]), "credited", "0.00"],
    ["credited in part, unpaid", account(["credit_note", "30"]), "open", "70.00"],
    ["credited, still to be given back", account(["payment", "100"], ["credit_note", "30"]), "paid", "-30.00"],
    ["written off", account(["payment", "10"], ["written_off", "90"]), "written_off", "0.00"],
    ["and taken back", account(["written_off", "100"], ["written_off_undone", "100"]), "open", "100.00"],
  ])("%s", (_name, found, status, open) => {
    expect(found.status).toBe(status)
    expect(compare(found.open, open)).toBe(0)
  })

  it("nothing to pay is paid", () => {
    expect(invoiceAccount("0", []).status).toBe("paid")
  })

  it.each([
    ["open", "2027-03-01", "open"],
    ["open", "2027-03-02", "overdue"],
    ["partly_paid", "2027-03-02", "overdue"],
    ["paid", "2027-03-02", "paid"],
    ["written_off", "2027-03-02", "written_off"],
  ] as const)("%s and due on 1 March is, on %s, %s", (status, asOf, expected) => {
    expect(invoiceStatus({ status }, { dueOn: "2027-03-01", asOf })).toBe(expected)
  })

  it("total = payments − refunds + balance used − moved + credit notes + written off + open, in any order", () => {
    const entry = fc.record({ kind: fc.constantFrom(...INVOICE_ENTRY_KINDS), amount: moneyIn("eur", 20_000) })
    fc.assert(
      fc.property(moneyIn("eur"), fc.array(entry, { maxLength: 12 }), (total, entries) => {
        const found = invoiceAccount(total, entries)
        const of = (kind: AccountEntry["kind"]) =>
          sum(entries.filter((one) => one.kind === kind).map(({ amount }) => amount))
        const settled = sum([
          subtract(of("payment"), of("refund")),
          subtract(of("balance_used"), of("balance_moved")),
          of("credit_note"),
          subtract(of("written_off"), of("written_off_undone")),
        ])
        expect(compare(add(settled, found.open), total)).toBe(0)
        expect(invoiceAccount(total, [...entries].reverse())).toEqual(found)
        expect(["open", "partly_paid"].includes(found.status)).toBe(isPositive(found.open))
      }),
      LAW,
    )
  })
})
