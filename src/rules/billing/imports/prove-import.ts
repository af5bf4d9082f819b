import type { CivilDate } from "../../calendar"
import type { RowProblem } from "../../files"
import { add, compare, multiply, multiplyRatio, type Decimal } from "../../money"
import { subscriptionFigure } from "../figures/subscription-figure"
import { UNITS_PER_YEAR } from "../offers/fill-cycles"
import { wholePrice } from "../changes/part-of-period"
import { upcomingRenewal } from "../renewals/upcoming-renewal"
import type { NewSubscription } from "../subscriptions/split-off"
import { toSubscriptionFacts } from "../subscriptions/subscription-columns"
import type { FileSubscription } from "./file-subscription"

/** What subscriptions come to in a currency, by the file and by what would be written. */
export interface ImportCurrencySum {
  currencyCode: string
  fileCount: number
  count: number
  fileMrr: Decimal
  mrr: Decimal
}

/** What comes due in a month, by the file and by the billing run. */
export interface ImportMonthSum {
  /** `2026-12` */
  month: string
  currencyCode: string
  fileCount: number
  count: number
  fileAmount: Decimal
  amount: Decimal
}

export interface ImportSums {
  currencies: ImportCurrencySum[]
  months: ImportMonthSum[]
}

interface Pair {
  file: FileSubscription
  subscription: NewSubscription
}

interface Side {
  on: CivilDate | null
  /** What the next bill comes to, before taxes are added; what ends is billed no more. */
  amount: Decimal
  mrr: Decimal
}

/** The file's side, by its cells alone: what it counts for a month is its own word, where it has one. */
function fileSide({
  status,
  unitPrice,
  quantity,
  interval,
  currencyCode,
  nextOn,
  endsOn,
  mrr,
}: FileSubscription): Side {
  const price = multiply(unitPrice, quantity)
  const year = { numerator: UNITS_PER_YEAR[interval.unit], denominator: 12 * interval.count }
  const monthly = status === "trialing" ? "0" : multiplyRatio(price, year, currencyCode)
  const ends = endsOn !== null && endsOn <= nextOn
  return { on: ends ? endsOn : nextOn, amount: ends ? "0" : price, mrr: mrr ?? monthly }
}

/** Our side, by the rules of billing run and figures; a price with tax in it is left as it is, as the file has it. */
function ourSide({ row, items }: NewSubscription, invoiceDaysBefore: number): Side {
  const upcoming = upcomingRenewal(toSubscriptionFacts(row), { catchUp: "each", catchUpLimit: 1, invoiceDaysBefore })
  const figure = subscriptionFigure({
    status: row.status,
    interval: { unit: row.interval_unit, count: row.interval_count },
    currencyCode: row.currency_code,
    cancelOn: row.cancel_on,
    lines: items.map((item) => ({ amount: wholePrice(item, []), isTaxInclusive: false, taxRate: "0" })),
    renewsOn: upcoming?.kind === "bill" ? upcoming.dueOn : null,
  })
  const on = upcoming?.kind === "bill" ? upcoming.dueOn : (upcoming?.on ?? null)
  return { on, amount: figure.renewalAmount, mrr: figure.mrr }
}

/** Whether what would be written is what the file says, row for row; and the sums of both. */
export function proveImport(
  pairs: readonly Pair[],
  { invoiceDaysBefore }: { invoiceDaysBefore: number },
): { sums: ImportSums; problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const currencies = new Map<string, ImportCurrencySum>()
  const months = new Map<string, ImportMonthSum>()
  for (const { file, subscription } of pairs) {
    const theirs = fileSide(file)
    const ours = ourSide(subscription, invoiceDaysBefore)
    problems.push(...differences(file.row, theirs, ours))
    addCurrency(currencies, file.currencyCode, { theirs, ours })
    addMonth(months, { currencyCode: file.currencyCode, on: theirs.on }, { fileCount: 1, fileAmount: theirs.amount })
    addMonth(months, { currencyCode: file.currencyCode, on: ours.on }, { count: 1, amount: ours.amount })
  }
  const byKey = <Sum>(sums: Map<string, Sum>): Sum[] =>
    [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
  return { problems, sums: { currencies: byKey(currencies), months: byKey(months) } }
}

function differences(row: number, theirs: Side, ours: Side): RowProblem[] {
  const problem = (field: string, reason: string): RowProblem => ({ row, field, reason })
  return [
    ...(theirs.on === ours.on ? [] : [problem("next_on", `is ${theirs.on}, and would be ${ours.on} here`)]),
    ...(compare(theirs.mrr, ours.mrr) === 0 ? [] : [problem("mrr", `is ${theirs.mrr}, and would be ${ours.mrr} here`)]),
  ]
}

function addCurrency(
  sums: Map<string, ImportCurrencySum>,
  currencyCode: string,
  { theirs, ours }: { theirs: Side; ours: Side },
): void {
  const before = sums.get(currencyCode) ?? { currencyCode, fileCount: 0, count: 0, fileMrr: "0", mrr: "0" }
  sums.set(currencyCode, {
    currencyCode,
    fileCount: before.fileCount + 1,
    count: before.count + 1,
    fileMrr: add(before.fileMrr, theirs.mrr),
    mrr: add(before.mrr, ours.mrr),
  })
}

function addMonth(
  sums: Map<string, ImportMonthSum>,
  { currencyCode, on }: { currencyCode: string; on: CivilDate | null },
  added: Partial<Pick<ImportMonthSum, "fileCount" | "count" | "fileAmount" | "amount">>,
): void {
  const month = on?.slice(0, 7) ?? "–"
  const key = `${month} ${currencyCode}`
  const nothing = { month, currencyCode, fileCount: 0, count: 0, fileAmount: "0", amount: "0" }
  const before = sums.get(key) ?? nothing
  sums.set(key, {
    month,
    currencyCode,
    fileCount: before.fileCount + (added.fileCount ?? 0),
    count: before.count + (added.count ?? 0),
    fileAmount: add(before.fileAmount, added.fileAmount ?? "0"),
    amount: add(before.amount, added.amount ?? "0"),
  })
}
