import type { CivilDate } from "../../calendar"
import {
  compare as compareAmounts,
  isNegative,
  isZero,
  minorUnits,
  multiply,
  negate,
  round,
  subtract,
  type Decimal,
} from "../../money"
import { invoiceDocument } from "./invoice-document"
import type { AddressFacts, BuyerFacts, InvoiceFacts, InvoiceLineFacts } from "./invoice-facts"
import type { InvoiceDocument } from "./invoice-shape"

/** The fields of a placed order that its invoice needs. */
export interface OrderToInvoice {
  id: string
  displayId: number | null
  /** The customer's own number of it; left out: there is none. */
  purchaseOrderNumber?: string | null
  email: string | null
  locale: string | null
  currencyCode: string
  /** Null: it is computed from the lines. */
  total: Decimal | null
  billingAddress: AddressFacts | null
  shippingAddress: AddressFacts | null
  articles: readonly { id: string; facts: InvoiceLineFacts }[]
  shipping: readonly InvoiceLineFacts[]
  credits: readonly { name: string; amount: Decimal }[]
  /** What the checkout's payment provider has taken, by its own answer; null: it is not known. */
  taken: Decimal | null
}

/** A line that is in a package of the order. */
export interface InvoicedContent {
  /** The order's line of the package, which need not be on this invoice. */
  packageLineId: string
  packageTitle: string
  isHidden: boolean
  position: number
}

export interface OrderInvoiceInput {
  order: OrderToInvoice
  /** The billing record of each line, by order line id, with the record of its parent line. */
  records: ReadonlyMap<string, { id: string; parentId: string | null; kind?: string }>
  /** The lines that are in a package, by order line id. Left out: there are none. */
  contents?: ReadonlyMap<string, InvoicedContent>
  /** The periods that recurring lines pay for, by order line id. */
  periods: ReadonlyMap<string, InvoiceLineFacts["period"]>
  buyer: BuyerFacts
  asOf: CivilDate
}

/** The invoice of a placed order, without its number. It is due at once, as it is paid with the order. */
export function draftOrderInvoice(input: OrderInvoiceInput, seller: InvoiceFacts["seller"]): InvoiceDocument {
  const { order, buyer, asOf } = input
  return invoiceDocument({
    number: "",
    kind: "invoice",
    locale: order.locale,
    currencyCode: order.currencyCode,
    issuedOn: asOf,
    dueOn: asOf,
    collectionMethod: null,
    order,
    subscriptionId: null,
    seller,
    buyer: { ...buyer, email: buyer.email ?? order.email },
    billingAddress: order.billingAddress,
    shippingAddress: order.shippingAddress,
    lines: [...articleLines(input), ...order.shipping],
    credits: order.credits,
    orderTotal: order.total,
    payable: payableOf(order),
  })
}

/**
 * At a checkout the provider rounds by itself. What it took is what was to be paid, where it differs from the order's total
 * by rounding alone: by no more than the coarsest step that a provider has.
 */
function payableOf({ taken, total, currencyCode }: OrderToInvoice): Decimal | null {
  if (taken === null || total === null) {
    return null
  }
  const difference = subtract(taken, round(total, currencyCode))
  const distance = isNegative(difference) ? negate(difference) : difference
  const steps = multiply(distance, `1${"0".repeat(minorUnits(currencyCode))}`)
  return compareAmounts(steps, MOST_STEPS[minorUnits(currencyCode)] ?? "1") <= 0 ? round(taken, currencyCode) : null
}

/** How many minor units a provider may round by, by the digits of the currency: of three, Stripe takes tens alone. */
const MOST_STEPS: Record<number, Decimal> = { 3: "10" }

type Article = OrderToInvoice["articles"][number]

/**
 * Articles by title, each followed by its set-up fee, and a package by its contents, because Medusa returns an order's
 * lines in no fixed order.
 */
function articleLines({ order, records, periods, contents = new Map() }: OrderInvoiceInput): InvoiceLineFacts[] {
  const parentOf = ({ id }: Article): string | null => records.get(id)?.parentId ?? null
  const byTitle = [...order.articles].sort((a, b) => compare(a.facts.title, b.facts.title) || compare(a.id, b.id))
  const known = new Set(byTitle.map(({ id }) => id))
  const lines: InvoiceLineFacts[] = []
  for (const line of byTitle.filter((one) => parentOf(one) === null)) {
    const content = contents.get(line.id)
    if (content && (known.has(content.packageLineId) || (content.isHidden && isZero(line.facts.unitPrice)))) {
      continue
    }
    const recordId = records.get(line.id)?.id
    const facts = content ? strayContent(line.facts, content) : line.facts
    const parent = lines.push({ ...facts, period: periods.get(line.id) ?? null })
    for (const own of byTitle.filter((one) => recordId !== undefined && parentOf(one) === recordId)) {
      const kind = records.get(own.id)?.kind === "option" ? ("option" as const) : ("setup_fee" as const)
      lines.push({ ...own.facts, kind, parent })
    }
    lines.push(...contentsOf(line, byTitle, contents).map((one) => ({ ...one, parent })))
  }
  return lines
}

function contentsOf(
  { id }: Article,
  articles: readonly Article[],
  contents: ReadonlyMap<string, InvoicedContent>,
): InvoiceLineFacts[] {
  return articles
    .flatMap((article) => {
      const content = contents.get(article.id)
      return content?.packageLineId === id ? [{ article, content }] : []
    })
    .sort((a, b) => a.content.position - b.content.position)
    .map(({ article: { facts }, content }) => ({ ...facts, kind: "content", hidden: content.isHidden }))
}

/** A content that an edit adds to a package, which is on an earlier invoice: a hidden one bears the package's name. */
const strayContent = (facts: InvoiceLineFacts, { isHidden, packageTitle }: InvoicedContent): InvoiceLineFacts =>
  isHidden ? { ...facts, title: packageTitle, description: null } : facts

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
