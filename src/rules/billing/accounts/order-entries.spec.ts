import { compare } from "../../money"
import { invoiceAccount, type AccountEntry } from "./invoice-account"
import { orderEntries, returnEntries, type OrderReceipts } from "./order-entries"

const of = (invoiceId: string, total: string, entries: AccountEntry[] = []) => ({
  invoiceId,
  currencyCode: "eur",
  account: invoiceAccount(total, entries),
})
const origin = { source: "order", sourceId: "order_1", asOf: "2026-03-01" } as const
const receipts = (more: Partial<OrderReceipts>): OrderReceipts => ({
  captured: "0",
  refunded: "0",
  returned: "0",
  reinstated: "0",
  currencyCode: "eur",
  rounding: "0",
  ...more,
})
type Invoices = Parameters<typeof orderEntries>[0]
const entries = (invoices: Invoices, more: Partial<OrderReceipts>) =>
  orderEntries(invoices, receipts(more), origin).map(
    ({ invoice_id, kind, amount }) => `${invoice_id} ${kind} ${amount}`,
  )
const paid = (amount: string): AccountEntry => ({ kind: "payment", amount })
const credited = (amount: string): AccountEntry => ({ kind: "credit_note", amount })

describe("B51: what an order received and gave back, in its invoices' accounts", () => {
  it.each<[string, Invoices, Partial<OrderReceipts>, string[]]>([
    ["nothing received", [of("a", "100")], {}, []],
    ["paid", [of("a", "100")], { captured: "100" }, ["a payment 100.00"]],
    ["paid in part", [of("a", "100")], { captured: "40" }, ["a payment 40.00"]],
    ["known already", [of("a", "100", [paid("40")])], { captured: "40" }, []],
    ["the rest", [of("a", "100", [paid("40")])], { captured: "100" }, ["a payment 60.00"]],
    [
      "own invoice first, then that of an added line",
      [of("a", "100"), of("b", "30")],
      { captured: "110" },
      ["a payment 100.00", "b payment 10.00"],
    ],
    [
      "paid for that of an added line, the own one stays open",
      [of("a", "100"), of("b", "30")],
      { captured: "30", captureOf: new Map([["b", "30"]]) },
      ["b payment 30.00"],
    ],
    [
      "known already, and then the own one is paid",
      [of("a", "100"), of("b", "30", [paid("30")])],
      { captured: "130", captureOf: new Map([["b", "30"]]) },
      ["a payment 100.00"],
    ],
    [
      "paid twice for one invoice, the second time pays the other",
      [of("a", "100"), of("b", "30", [paid("30")])],
      { captured: "60", captureOf: new Map([["b", "60"]]) },
      ["a payment 30.00"],
    ],
    [
      "paid for each, in one moment",
      [of("a", "100"), of("b", "30")],
      {
        captured: "50",
        captureOf: new Map([
          ["a", "40"],
          ["b", "10"],
        ]),
      },
      ["a payment 40.00", "b payment 10.00"],
    ],
    [
      "too much stands with the own one",
      [of("a", "100"), of("b", "30")],
      { captured: "150" },
      ["a payment 120.00", "b payment 30.00"],
    ],
    [
      "written off, and paid after all",
      [of("a", "100", [{ kind: "written_off", amount: "100" }])],
      { captured: "100" },
      ["a written_off_undone 100.00", "a payment 100.00"],
    ],
    [
      "written off, and credited: nobody has paid what is too much then",
      [of("a", "30", [{ kind: "written_off", amount: "30" }, credited("15")])],
      {},
      ["a written_off_undone 15.00"],
    ],
    [
      "paid in part, the rest written off, and credited",
      [of("a", "30", [paid("10"), { kind: "written_off", amount: "20" }, credited("25")])],
      { captured: "10" },
      ["a written_off_undone 20.00"],
    ],
    [
      "paid in part, the rest written off, and what was paid given back",
      [of("a", "30", [paid("10"), { kind: "written_off", amount: "20" }, credited("10")])],
      { captured: "10", refunded: "10" },
      ["a refund 10.00"],
    ],
    [
      "decision 4: what rounding adds is not missing",
      [of("a", "29.49")],
      { captured: "29.484", rounding: "0.01" },
      ["a payment 29.49"],
    ],
    [
      "decision 4: nor is what it takes away too much",
      [of("a", "3.24")],
      { captured: "3.25", rounding: "0.01" },
      ["a payment 3.24"],
    ],
    [
      "refunded in part",
      [of("a", "100", [paid("100"), { kind: "credit_note", amount: "30" }])],
      { captured: "100", refunded: "30" },
      ["a refund 30.00"],
    ],
    [
      "refunded whole, rounded",
      [of("a", "29.49", [paid("29.49")])],
      { captured: "29.484", refunded: "29.484", rounding: "0.01" },
      ["a refund 29.49"],
    ],
    [
      "paid twice and given back once",
      [of("a", "100"), of("b", "30")],
      { captured: "260", refunded: "130" },
      ["a payment 230.00", "a refund 130.00", "b payment 30.00"],
    ],
    [
      "refunded: first where something is too much",
      [of("a", "100", [paid("100")]), of("b", "30", [paid("30"), { kind: "credit_note", amount: "30" }])],
      { captured: "130", refunded: "30" },
      ["b refund 30.00"],
    ],
    [
      "what came back is not given back",
      [of("a", "100", [paid("100"), { kind: "refund", amount: "100" }])],
      { captured: "100", returned: "100" },
      [],
    ],
    [
      "and is paid again",
      [of("a", "100", [paid("100"), { kind: "refund", amount: "100" }])],
      { captured: "200", returned: "100" },
      ["a payment 100.00"],
    ],
    [
      "what came back and was given again by the bank is no new payment, and hides none",
      [of("a", "100", [paid("100"), { kind: "refund", amount: "100" }, paid("100")]), of("b", "50")],
      { captured: "150", returned: "100", reinstated: "100" },
      ["b payment 50.00"],
    ],
  ])("%s", (_name, invoices, more, expected) => {
    expect(entries(invoices, more)).toEqual(expected)
  })

  it("entered once, they say nothing more", () => {
    const invoices = [of("a", "100"), of("b", "30")]
    const facts = { captured: "140", refunded: "20" }
    const written = orderEntries(invoices, receipts(facts), origin)
    const after = invoices.map((one) =>
      of(
        one.invoiceId,
        one.account.total,
        written.filter(({ invoice_id }) => invoice_id === one.invoiceId),
      ),
    )
    expect(entries(after, facts)).toEqual([])
    expect(compare(after[0]?.account.paid ?? "0", "110")).toBe(0)
  })
})

describe("B30: what a bank takes back of an order, in its invoices' accounts", () => {
  const origin = { source: "return", sourceId: "bpre_1", asOf: "2026-03-08" } as const
  it.each<[string, Invoices, string, string[], string?]>([
    [
      "of the one that it was made for",
      [of("a", "100", [paid("100")]), of("b", "30", [paid("30")])],
      "30",
      ["b 30.00"],
      "b",
    ],
    [
      "of the one that it was made for, and then of the others",
      [of("a", "100", [paid("100")]), of("b", "30", [paid("30")])],
      "50",
      ["a 20.00", "b 30.00"],
      "b",
    ],
    [
      "of one that paid two invoices",
      [of("a", "100", [paid("100")]), of("b", "30", [paid("30")])],
      "130",
      ["a 100.00", "b 30.00"],
    ],
    ["a part of it", [of("a", "100", [paid("100")]), of("b", "30", [paid("30")])], "110", ["a 100.00", "b 10.00"]],
    ["first what was too much", [of("a", "100", [paid("100")]), of("b", "30", [paid("50")])], "20", ["b 20.00"]],
    ["never more than was received", [of("a", "100", [paid("40")]), of("b", "30")], "130", ["a 40.00"]],
    [
      "an exact total in whole units",
      [of("a", "35.58", [paid("35.58")]), of("b", "1", [paid("1")])],
      "35.581",
      ["a 35.58"],
    ],
    ["of no invoice", [], "5", []],
  ])("%s", (_name, invoices, amount, expected, paidFor = "") => {
    const made = returnEntries(invoices, { amount, paidFor }, origin)
    expect(made.map((one) => `${one.invoice_id} ${one.amount}`)).toEqual(expected)
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length)
  })
})
