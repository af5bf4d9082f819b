import { compareDates, type CivilDate } from "../../calendar"
import { checkAmount, isCurrency, isZero, type Decimal } from "../../money"
import { isEmail } from "../../text"
import type { RowProblem } from "../../files"
import type { FileAddress, FileSubscription } from "./file-subscription"
import { IMPORT_COLUMNS, type ImportCells, type ImportColumn } from "./import-columns"
import { readAmount, readDate, readInterval, readStatus, readYes } from "./read-cells"

export interface CheckRowContext {
  asOf: CivilDate
  timeZone: string
  /** Where a file does not say. */
  currencyCode: string
}

/** A row that is moved, one that is left out as it has ended, or what is wrong with it. */
export type CheckedRow =
  { kind: "moved"; subscription: FileSubscription } | { kind: "left_out" } | { kind: "wrong"; problems: RowProblem[] }

const LONGEST_TEXT = 250
const MOST_UNITS = 1_000_000

/** Reads the cells of a row. What has ended is left out, whatever else its cells say. */
export function checkRow(row: number, cells: ImportCells, context: CheckRowContext): CheckedRow {
  const problems: RowProblem[] = []
  const wrong = (field: ImportColumn, reason: string): null => {
    problems.push({ row, field, reason })
    return null
  }
  const cell = (column: ImportColumn): string => cells[column] ?? ""
  const unwritable = IMPORT_COLUMNS.filter((column) => cell(column).includes("\u0000"))
  if (unwritable.length) {
    unwritable.forEach((column) => wrong(column, "must not hold a zero byte"))
    return { kind: "wrong", problems }
  }
  const status = readStatus(cell("status"))
  const interval = readInterval(cell("interval"), cell("interval_count"))
  if (status === "ended" || interval === "none") {
    return { kind: "left_out" }
  }
  const reading: Reading = { cell, wrong, context }
  const currencyCode = currencyOf(reading)
  const dates = datesOf(reading, status)
  const subscription = {
    row,
    key: textOf(reading, "key", true) ?? "",
    status: status ?? wrong("status", "is neither running nor ended: settle it first, or leave the row out"),
    ...customerOf(reading),
    product: textOf(reading, "product", true) ?? "",
    quantity: quantityOf(reading),
    unitPrice: amountOf(reading, "unit_price", currencyCode),
    currencyCode,
    isTaxInclusive: readYes(cell("is_tax_inclusive")) ?? wrong("is_tax_inclusive", "must be yes or no"),
    interval: interval ?? wrong("interval", 'must be a cycle such as "month", "3 months" or "Annually"'),
    ...dates,
    ...methodOf(reading),
    language: textOf(reading, "language", false),
    mrr: cell("mrr") === "" ? null : amountOf(reading, "mrr", currencyCode, true),
    address: addressOf(reading),
  }
  return problems.length
    ? { kind: "wrong", problems }
    : { kind: "moved", subscription: subscription as FileSubscription }
}

interface Reading {
  cell: (column: ImportColumn) => string
  wrong: (field: ImportColumn, reason: string) => null
  context: CheckRowContext
}

function textOf({ cell, wrong }: Reading, column: ImportColumn, isRequired: boolean): string | null {
  const text = cell(column)
  if (text === "") {
    return isRequired ? wrong(column, "is required") : null
  }
  return text.length > LONGEST_TEXT ? wrong(column, `takes at most ${LONGEST_TEXT} signs`) : text
}

function customerOf(reading: Reading): { customerId: string | null; email: string | null } {
  const customerId = textOf(reading, "customer_id", false)
  const email = reading.cell("email").toLowerCase()
  if (email === "" && customerId === null) {
    reading.wrong("email", "is required")
  } else if (email !== "" && !isEmail(email)) {
    reading.wrong("email", "must be an e-mail address")
  }
  return { customerId, email: email || null }
}

function currencyOf({ cell, wrong, context }: Reading): string {
  const code = cell("currency_code").toLowerCase() || context.currencyCode
  if (!isCurrency(code)) {
    wrong("currency_code", "must be a currency's code of three letters")
  }
  return code
}

function quantityOf({ cell, wrong }: Reading): number | null {
  const text = cell("quantity") || "1"
  const quantity = Number(text)
  return /^\d{1,9}$/.test(text) && quantity >= 1 && quantity <= MOST_UNITS
    ? quantity
    : wrong("quantity", "must be a whole number of at least 1")
}

function amountOf(
  { cell, wrong }: Reading,
  column: "unit_price" | "mrr",
  currencyCode: string,
  mayBeZero = false,
): Decimal | null {
  if (!isCurrency(currencyCode)) {
    return null
  }
  const checked = checkAmount(readAmount(cell(column)), currencyCode)
  if (!checked.ok) {
    return wrong(column, checked.reason)
  }
  return isZero(checked.amount) && !mayBeZero ? wrong(column, "must not be zero") : checked.amount
}

function dateOf({ cell, wrong, context }: Reading, column: ImportColumn): CivilDate | null {
  const read = readDate(cell(column), context.timeZone)
  return read.kind === "date"
    ? read.date
    : read.kind === "none"
      ? null
      : wrong(column, "must be a date such as 2026-12-31")
}

/** A file that names no next date of what ends means the end. */
function datesOf(reading: Reading, status: FileSubscription["status"] | null) {
  const { wrong, context } = reading
  const before = (date: CivilDate, other: CivilDate): boolean => compareDates(date, other) < 0
  const endsOn = dateOf(reading, "ends_on")
  const hasNone = readDate(reading.cell("next_on"), context.timeZone).kind === "none"
  const nextOn = hasNone && endsOn !== null ? endsOn : dateOf(reading, "next_on")
  if (hasNone && endsOn === null) {
    wrong("next_on", "is required")
  }
  if (nextOn !== null && before(nextOn, context.asOf)) {
    wrong("next_on", `lies before ${context.asOf}: what is due until then is billed where it was`)
  }
  if (endsOn !== null && before(endsOn, context.asOf)) {
    wrong("ends_on", `lies before ${context.asOf}`)
  }
  const startedOn = dateOf(reading, "started_on")
  const ending = status === "ending" ? nextOn : null
  return { nextOn, startedOn, endsOn: endsOn ?? ending }
}

/** A method is charged; a provider, or an account with it, alone is not. */
function methodOf(reading: Reading) {
  const methodId = textOf(reading, "payment_method", false)
  const providerId = textOf(reading, "payment_provider_id", false)
  const accountId = textOf(reading, "payment_account", false)
  if (methodId !== null && providerId === null) {
    reading.wrong("payment_provider_id", "is required where there is a payment method")
  }
  return methodId === null ? { methodId: null, providerId: null, accountId: null } : { methodId, providerId, accountId }
}

const ADDRESS = [
  ...["first_name", "last_name", "company", "address_1", "address_2", "postal_code", "city", "province", "phone"],
] as readonly Exclude<keyof FileAddress, "country_code">[]

function addressOf(reading: Reading): FileAddress | null {
  const fields = Object.fromEntries(ADDRESS.map((field) => [field, textOf(reading, field, false)]))
  const country = reading.cell("country_code").toLowerCase()
  if (country === "") {
    return null
  }
  if (!/^[a-z]{2}$/.test(country)) {
    return reading.wrong("country_code", "must be a country's code of two letters")
  }
  return { ...(fields as Omit<FileAddress, "country_code">), country_code: country }
}
