import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  findInvoice,
  firstPeriodsOfOrder,
} from "../../../../modules/billing"
import { draftOrderInvoice } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { cartLinesOfOrder } from "../../cart/cart-lines-of-order"
import { loadInvoicedOrder } from "../../orders/invoiced-order"
import { loadBuyers, UNKNOWN_BUYER } from "../load-buyers"

export interface IssueOrderInvoiceInput {
  order_id: string
  /** The store's date of issue. */
  as_of: CivilDate
}

/** Drafts the invoice of a placed order; null if it has one, or is a draft or cancelled. It only reads. */
export const draftOrderInvoiceStep = createStep(
  "billing-draft-order-invoice",
  async ({ order_id, as_of }: IssueOrderInvoiceInput, { container }) => {
    const {
      db: { knex },
      options,
    } = container.resolve<BillingModuleService>(BILLING_MODULE)
    if (await findInvoice(knex, order_id)) {
      return new StepResponse(null)
    }
    const order = await loadInvoicedOrder(container, order_id)
    if (!order.isSale) {
      return new StepResponse(null)
    }
    const buyers = await loadBuyers(container, [order.customerId])
    const buyer = buyers.get(order.customerId ?? "") ?? UNKNOWN_BUYER
    const records = await cartLinesOfOrder(container, { cartId: order.cartId, lines: order.articles })
    const periods = await firstPeriodsOfOrder(knex, order_id)
    const document = draftOrderInvoice({ order, records, periods, buyer, asOf: as_of }, options.seller)
    return new StepResponse({ order, document })
  },
)
