import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  findInvoice,
  firstPeriodsOfOrder,
  readConfirmedChange,
  readOrderInvoices,
} from "../../../../modules/billing"
import { addedFeeParents, draftOrderInvoice, type InvoicedContent } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { cartLinesOfOrder } from "../../cart/cart-lines-of-order"
import { loadInvoicedOrder, type InvoicedOrder } from "../../orders/invoiced-order"
import { buyerVatNumbers } from "../../../ports/buyer-vat-numbers"
import { packageContents } from "../../../ports/packages/package-contents"
import { loadBuyers, UNKNOWN_BUYER } from "../load-buyers"
import type { OrderInvoiceDraft } from "./issue-order-invoice"

export interface IssueOrderInvoiceInput {
  order_id: string
  /** The store's date of issue. */
  as_of: CivilDate
  /** Given: the invoice of the lines that this confirmed change added to an order that has its own. */
  change_id?: string
}

type Draft = OrderInvoiceDraft & { order: InvoicedOrder }

/** Drafts the invoice of a placed order; null if it has one, or is a draft or cancelled. It only reads. */
export const draftOrderInvoiceStep = createStep(
  "billing-draft-order-invoice",
  async (input: IssueOrderInvoiceInput, { container }) =>
    new StepResponse<Draft | null>(
      input.change_id === undefined
        ? await draftWhole(container, input)
        : await draftAdded(container, { ...input, change_id: input.change_id }),
    ),
)

async function draftWhole(
  container: MedusaContainer,
  { order_id, as_of }: IssueOrderInvoiceInput,
): Promise<Draft | null> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  if (await findInvoice(knex, order_id)) {
    return null
  }
  const order = await loadInvoicedOrder(container, order_id)
  if (!order.isSale) {
    return null
  }
  const contents = await contentsOf(container, order)
  const fromCart = await cartLinesOfOrder(container, { cartId: order.cartId, lines: order.articles })
  const records = new Map([...addedFeeParents(order.articles), ...fromCart])
  return draft(container, { order, records, contents, asOf: as_of, changeId: null })
}

/**
 * Of lines that were added after the order had its invoice. What else a change does to that invoice is a correction. A
 * claim's replacements are no sale.
 */
async function draftAdded(
  container: MedusaContainer,
  { order_id, as_of, change_id }: Required<IssueOrderInvoiceInput>,
): Promise<Draft | null> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const [change, { invoices }] = await Promise.all([
    readConfirmedChange(knex, change_id),
    readOrderInvoices(knex, order_id),
  ])
  const [own] = invoices
  const isLater = own !== undefined && change !== null && own.created_at < change.confirmed_at
  if (!isLater || change.change_type === "claim" || invoices.some((one) => one.change_id === change_id)) {
    return null
  }
  const order = await loadInvoicedOrder(container, order_id)
  const articles = order.articles.filter(({ id }) => change.added.includes(id))
  if (!order.isSale || !articles.length) {
    return null
  }
  const added = { ...order, articles, shipping: [], credits: [], total: null, hasPaymentCollection: true }
  const contents = await contentsOf(container, order)
  const records = addedFeeParents(articles)
  return draft(container, { order: added, records, contents, asOf: as_of, changeId: change_id })
}

/** Of the whole order: a package may be on an earlier invoice than a content that was added to it. */
async function contentsOf(
  container: MedusaContainer,
  { id, cartId, articles }: InvoicedOrder,
): Promise<Map<string, InvoicedContent>> {
  const contents = await packageContents.get().ofOrder(container, { id, cartId, lines: articles })
  const titleOf = new Map(articles.map(({ id, facts }) => [id, facts.title]))
  return new Map([...contents].map(([id, one]) => [id, { ...one, packageTitle: titleOf.get(one.packageLineId) ?? "" }]))
}

interface Drafting {
  order: InvoicedOrder
  records: Parameters<typeof draftOrderInvoice>[0]["records"]
  contents: ReadonlyMap<string, InvoicedContent>
  asOf: CivilDate
  changeId: string | null
}

async function draft(
  container: MedusaContainer,
  { order, records, contents, asOf, changeId }: Drafting,
): Promise<Draft> {
  const {
    db: { knex },
    options,
  } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const buyers = await loadBuyers(container, [order.customerId])
  const known = buyers.get(order.customerId ?? "") ?? UNKNOWN_BUYER
  const vatNumber = known.vatNumber ?? (await buyerVatNumbers.get().ofOrder(container, order.id))
  const buyer = { ...known, vatNumber }
  const periods = await firstPeriodsOfOrder(knex, order.id)
  const document = draftOrderInvoice({ order, records, contents, periods, buyer, asOf }, options.seller)
  return { order, document, changeId }
}
