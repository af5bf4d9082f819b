import type { Interval } from "../../calendar"
import type { RowProblem } from "../../files"
import { nextDueOn } from "../renewals/next-due-on"
import type { NewSubscription } from "../subscriptions/split-off"
import { toSubscriptionFacts } from "../subscriptions/subscription-columns"
import type { FileAddress, FileSubscription } from "./file-subscription"
import { importedDates } from "./imported-dates"
import { proveImport, type ImportSums } from "./prove-import"

/** A cycle of an offer, as a subscription is for it. */
export interface ImportProduct {
  offerId: string
  cycleId: string
  productId: string
  variantId: string
  title: string
  interval: Interval
  /** The fields that an order's line of it would have. */
  snapshot: Record<string, unknown>
}

export interface ImportCustomer {
  /** null: there is none yet, and one is made. */
  id: string | null
  email: string | null
  /** Their own, where the file names none. */
  address: Record<string, unknown> | null
}

/** What rows are planned with: everything that they name, found by it. */
export interface ImportFacts {
  /** Whatever has this SKU, id, handle or external id. */
  productsCalled: (name: string) => readonly ImportProduct[]
  customerOf: (row: Pick<FileSubscription, "customerId" | "email">) => ImportCustomer | null
  regionOf: (currencyCode: string, countryCode: string) => string | null
  /** Payment providers of the store, and whether they can be charged while the customer is away. */
  providers: ReadonlyMap<string, boolean>
  salesChannelId: string | null
  /** The keys of what was moved before. */
  movedKeys: ReadonlySet<string>
  idOf: (key: string) => string
  invoiceDaysBefore: number
}

export interface PlannedRow {
  row: number
  key: string
  /** null: a customer of this e-mail address is made. */
  newCustomerEmail: string | null
  subscription: NewSubscription
}

export type SubscriptionsPlan =
  { ok: true; rows: PlannedRow[]; unchanged: number; sums: ImportSums } | { ok: false; problems: RowProblem[] }

/**
 * What moving these subscriptions in would write, which is what its dry run shows. What was moved before is left alone. Each row is
 * proven: the date on which the billing run bills it, and what it counts for a month, are those of the file.
 */
export function planSubscriptionsImport(rows: readonly FileSubscription[], facts: ImportFacts): SubscriptionsPlan {
  const problems: RowProblem[] = []
  const planned: { file: FileSubscription; planned: PlannedRow }[] = []
  let unchanged = 0
  for (const file of rows) {
    if (facts.movedKeys.has(file.key)) {
      unchanged += 1
      continue
    }
    const result = planRow(file, facts)
    if (result.problems) {
      problems.push(...result.problems)
    } else {
      planned.push({ file, planned: result.planned })
    }
  }
  const proof = proveImport(
    planned.map(({ file, planned: { subscription } }) => ({ file, subscription })),
    facts,
  )
  problems.push(...proof.problems)
  problems.sort((a, b) => a.row - b.row)
  return problems.length
    ? { ok: false, problems }
    : { ok: true, rows: planned.map((one) => one.planned), unchanged, sums: proof.sums }
}

type RowResult = { planned: PlannedRow; problems?: undefined } | { problems: RowProblem[]; planned?: undefined }

function planRow(file: FileSubscription, facts: ImportFacts): RowResult {
  const problems: RowProblem[] = []
  const wrong = (field: string, reason: string): null => {
    problems.push({ row: file.row, field, reason })
    return null
  }
  const product = productOf(file, facts, wrong)
  const customer = facts.customerOf(file) ?? wrong("customer_id", "is no customer's")
  const address = addressOf(file, customer) ?? (customer && wrong("country_code", "is required: taxes depend on it"))
  const country = typeof address?.country_code === "string" ? address.country_code : ""
  const regionId = facts.regionOf(file.currencyCode, country) ?? wrong("currency_code", NO_REGION)
  checkMethod(file, facts, wrong)
  if (!product || !customer || !address || !regionId || problems.length) {
    return { problems }
  }
  const email = customer.email ?? file.email
  return {
    planned: {
      row: file.row,
      key: file.key,
      newCustomerEmail: customer.id === null ? email : null,
      subscription: subscriptionOf(file, { facts, product, customerId: customer.id, email, address, regionId }),
    },
  }
}

type Refusing = (field: string, reason: string) => null

const NO_REGION = "no region of the store sells in it"

function productOf({ product, interval }: FileSubscription, facts: ImportFacts, wrong: Refusing): ImportProduct | null {
  const called = facts.productsCalled(product)
  const fitting = called.filter((one) => one.interval.unit === interval.unit && one.interval.count === interval.count)
  const [found] = fitting
  if (found && fitting.length === 1) {
    return found
  }
  if (found) {
    return wrong("product", `names ${fitting.length} products: take a SKU or a variant's id`)
  }
  const length = `${interval.count} ${interval.unit}`
  return called.length
    ? wrong("interval", `the offer of ${product} has no cycle of ${length}`)
    : wrong("product", "is no SKU, variant, handle, id or external id of a product that is sold in cycles")
}

/** The file's own; else the customer's. */
const addressOf = ({ address }: FileSubscription, customer: ImportCustomer | null): Address | null =>
  address ?? customer?.address ?? null

type Address = FileAddress | Record<string, unknown>

function checkMethod({ methodId, providerId }: FileSubscription, { providers }: ImportFacts, wrong: Refusing): void {
  if (methodId !== null && providerId !== null && providers.get(providerId) !== true) {
    wrong(
      "payment_provider_id",
      providers.has(providerId) ? "cannot charge while the customer is away" : "is no payment provider of the store",
    )
  }
}

interface Found {
  facts: ImportFacts
  product: ImportProduct
  customerId: string | null
  email: string | null
  address: Address
  regionId: string
}

function subscriptionOf(file: FileSubscription, found: Found): NewSubscription {
  const { facts, product, address } = found
  const id = facts.idOf(file.key)
  const { anchorOn, anchorCycle, nextCycle, periodStart, periodEnd } = importedDates(file)
  const isCharged = file.methodId !== null
  const collection_method = isCharged ? "charge_automatically" : "send_invoice"
  const postal = { ...address }
  const row: NewSubscription["row"] = {
    id,
    status: file.status === "trialing" ? "trialing" : "active",
    payment_type: "recurring",
    customer_id: found.customerId,
    email: found.email,
    order_id: null,
    ...(periodStart === null ? {} : { moved_in_price: file.unitPrice }),
    cart_id: null,
    region_id: found.regionId,
    sales_channel_id: facts.salesChannelId,
    currency_code: file.currencyCode,
    locale: file.language,
    interval_unit: file.interval.unit,
    interval_count: file.interval.count,
    anchor_on: anchorOn,
    anchor_cycle: anchorCycle,
    next_cycle: nextCycle,
    period_start: periodStart,
    period_end: periodEnd,
    next_due_on: null,
    trial_end_on: file.status === "trialing" ? file.nextOn : null,
    expires_on: null,
    cancel_on: file.endsOn,
    cancel_reason: null,
    canceled_on: null,
    ended_on: null,
    dunning_on: null,
    suspend_on: null,
    terminate_on: null,
    suspended_reason: null,
    is_hard_declined: false,
    collection_method,
    payment_provider_id: isCharged ? file.providerId : null,
    payment_method: isCharged
      ? { id: file.methodId, account_holder_id: file.accountId, brand: null, last4: null }
      : null,
    shipping_address: postal,
    billing_address: postal,
  }
  const next_due_on = nextDueOn(toSubscriptionFacts(row), facts)
  return { row: { ...row, next_due_on }, items: [itemOf(file, { id, product })] }
}

const itemOf = (file: FileSubscription, { id, product }: { id: string; product: ImportProduct }) => ({
  id: id.replace(/^bsub_/, "bsi_"),
  subscription_id: id,
  kind: "product" as const,
  parent_id: null,
  is_hidden: false,
  is_listed: true,
  position: 0,
  line_record_id: null,
  quantity: file.quantity,
  offer_id: product.offerId,
  cycle_id: product.cycleId,
  product_id: product.productId,
  variant_id: product.variantId,
  title: product.title,
  unit_price: file.unitPrice,
  is_tax_inclusive: file.isTaxInclusive,
  snapshot: product.snapshot,
  discounts: [],
  order_line_id: null,
  split_from_id: null,
  ordered: null,
})
