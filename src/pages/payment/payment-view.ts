import {
  printedLines,
  taxLabel,
  type InvoiceDocument,
  type PaymentPageState,
  type PrintedLine,
} from "../../rules/billing"
import type { CivilDate } from "../../rules/calendar"
import { isPositive, isZero, negate, subtract, type Decimal } from "../../rules/money"
import type { FormMarkup, PageLanguage } from "../../payment-forms"
import { pageFormat, type PageFormat } from "../base/page-format"
import { PAYMENT_TEXTS, type PaymentNotice, type PaymentTexts } from "./payment-texts"

/** How to transfer the money. */
export interface TransferDetails {
  holder: string
  iban: string | null
  bic: string | null
  reference: string
  /** The address of the QR-bill's picture; null: the currency or the account has none. */
  qrBill: string | null
}

export interface PaymentWay {
  providerId: string
  title: string
  kind: "charge" | "confirm" | "instructions"
  /** Whether what is paid with can be saved for the renewals. */
  canSave: boolean
}

/** All that the page shows, before it is put into words. */
export interface PaymentContent {
  language: PageLanguage
  document: InvoiceDocument
  state: PaymentPageState
  /** What is to be paid now. */
  open: Decimal
  /** What was paid and stands. */
  received: Decimal
  /** The date that counts; the document keeps the one that it was issued with. */
  dueOn: CivilDate
  isOverdue: boolean
  paidOn: CivilDate | null
  ways: PaymentWay[]
  begun: { markup: FormMarkup | null; kind: PaymentWay["kind"] } | null
  transfer: TransferDetails | null
  notice: PaymentNotice | null
  /** Formats of the document that can be opened, with their addresses. */
  documents: { format: string; href: string }[]
  /** The page's own address, without the language. */
  path: string
  formKey: string
}

const TONES: Record<PaymentPageState, string> = {
  open: "",
  processing: "warn",
  action_required: "warn",
  paid: "good",
  settled: "good",
}

/** The template's data: every text as it is shown. */
export function paymentView(content: PaymentContent) {
  const { document, state, language, open } = content
  const texts = PAYMENT_TEXTS[language]
  const format = pageFormat(language, document.locale)
  const money = (amount: Decimal): string => format.money(amount, document.currency_code)
  const asks = state !== "paid" && state !== "settled"
  const isLate = state === "open" && content.isOverdue
  return {
    texts,
    title: texts.title(document.number),
    tone: isLate ? "bad" : TONES[state],
    badge: texts.badge[isLate ? "overdue" : state],
    message: state === "open" ? null : texts.state[state],
    notice: content.notice && asks ? texts.notice[content.notice] : null,
    amount: asks ? money(open) : state === "paid" && isPositive(content.received) ? money(content.received) : null,
    day: dayOf(content, { texts, format }),
    lines: printedLines(document.lines)
      .filter(({ kind }) => kind !== "shipping")
      .map((line) => lineView(line, document.currency_code, { texts, format, money })),
    sums: sumsOf(content, { texts, format, money }),
    begun: begunView(content, texts),
    ways: state === "open" || state === "action_required" ? waysOf(content, { texts, amount: money(open) }) : [],
    noWay: state === "open" && !content.ways.length && !content.begun ? texts.no_way : null,
    documents: content.documents.map(({ format: name, href }) => ({ href, label: texts.open_document(name) })),
    path: content.path,
    query: `?lang=${language}`,
    formKey: content.formKey,
  }
}

interface Words {
  texts: PaymentTexts
  format: PageFormat
  money: (amount: Decimal) => string
}

function dayOf({ state, paidOn, dueOn }: PaymentContent, { texts, format }: Omit<Words, "money">): string | null {
  if (state === "paid") {
    return paidOn && texts.paid_on(format.day(paidOn))
  }
  return state === "settled" ? null : texts.due(format.day(dueOn))
}

function lineView(line: PrintedLine, currency: string, { texts, format, money }: Words) {
  const price = line.unit_price === null ? null : format.price(line.unit_price, currency)
  const details = [
    line.description,
    line.period && format.period(line.period),
    price && (line.quantity !== "1" || line.is_tax_inclusive)
      ? texts.quantity(format.quantity(line.quantity), price) + (line.is_tax_inclusive ? ` ${texts.tax_included}` : "")
      : null,
    ...line.discounts.map(({ name, amount }) => `${name}: ${money(negate(amount))}`),
  ]
  return {
    title: line.title,
    details: details.filter((detail): detail is string => Boolean(detail)),
    amount: money(line.total),
    isInside: line.parent !== null,
  }
}

/** The sums from net to what is to be paid: those that say nothing are left out. */
function sumsOf({ document, open, state }: PaymentContent, { texts, format, money }: Words) {
  const { totals, taxes, credits, lines } = document
  const shipping = lines.filter(({ kind }) => kind === "shipping")
  const paid = subtract(totals.payable, open)
  const isPartlyPaid = state !== "paid" && state !== "settled" && !isZero(paid)
  return [
    ...shipping.map(({ title, total }) => ({ label: `${texts.shipping}: ${title}`, amount: money(total) })),
    ...taxes
      .filter(({ amount }) => !isZero(amount))
      .map(({ name, rate, amount }) => ({
        label: taxLabel({ name, rate }, format.percent(rate)),
        amount: money(amount),
      })),
    { label: texts.total, amount: money(totals.total), isTotal: true },
    ...credits.map(({ name, amount }) => ({ label: name, amount: money(negate(amount)) })),
    ...(isZero(totals.rounding) ? [] : [{ label: texts.rounding, amount: money(totals.rounding) }]),
    ...(isPartlyPaid ? [{ label: texts.already_paid, amount: money(negate(paid)) }] : []),
    ...(isPartlyPaid || credits.length || !isZero(totals.rounding)
      ? [{ label: texts.to_pay, amount: money(state === "settled" ? "0" : open), isTotal: true }]
      : []),
  ]
}

/** What was begun: the provider's form, or the page's own button to ask what came of it. */
function begunView({ begun, state }: PaymentContent, texts: PaymentTexts) {
  if (state === "processing") {
    return { html: null, button: texts.check, confirms: false }
  }
  if (!begun || state === "paid" || state === "settled") {
    return null
  }
  const html = begun.markup?.html ?? null
  return { html, button: html ? null : texts.confirm, confirms: true }
}

interface WayView {
  providerId: string
  title: string
  transfer: ReturnType<typeof transferView> | null
  isFirst: boolean
  button: string
  canSave: boolean
}

function waysOf({ ways, transfer, begun }: PaymentContent, { texts, amount }: { texts: PaymentTexts; amount: string }) {
  return ways.flatMap(({ providerId, title, kind, canSave }, index): WayView[] => {
    const way = { providerId, title, isFirst: index === 0 && !begun, canSave }
    if (kind === "instructions") {
      return transfer ? [{ ...way, transfer: transferView(transfer, texts), button: "" }] : []
    }
    const button = kind === "charge" ? `${texts.pay_amount(amount)} · ${title}` : texts.continue_by(title)
    return [{ ...way, transfer: null, button }]
  })
}

const transferView = ({ holder, iban, bic, reference, qrBill }: TransferDetails, texts: PaymentTexts) => ({
  rows: [
    { label: texts.holder, value: holder },
    ...(iban ? [{ label: texts.account, value: iban }] : []),
    ...(bic ? [{ label: texts.bank, value: bic }] : []),
    { label: texts.reference, value: reference },
  ],
  qrBill,
})
