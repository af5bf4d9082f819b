import { OrderStatus } from "@medusajs/framework/utils"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, createOrderWorkflow, releaseLockStep } from "@medusajs/medusa/core-flows"
import { planQuoteStep, type PlannedQuote, type QuoteOfferRequestInput } from "./steps/plan-quote"
import { recordQuoteStep } from "./steps/record-quote"

/** Medusa's draft order of a quote: the line is the offer's cycle at the quoted price, which no discount lowers. */
const draftOf = ({ planned }: { planned: PlannedQuote }) => ({
  id: planned.order_id,
  status: OrderStatus.DRAFT,
  is_draft_order: true,
  region_id: planned.region_id,
  currency_code: planned.currency_code,
  sales_channel_id: planned.sales_channel_id,
  customer_id: planned.customer_id,
  email: planned.email,
  locale: planned.locale,
  items: [
    {
      variant_id: planned.variant_id,
      quantity: planned.quantity,
      unit_price: planned.unit_price,
      is_discountable: false,
    },
  ],
})

/**
 * Makes a draft order of a request, at a quoted price (B11). The order's id follows from the request: twice is once, in two
 * processes and after a crash, too. Result: the order's id.
 */
export const quoteOfferRequestWorkflow = createWorkflow(
  "billing-quote-offer-request",
  (input: QuoteOfferRequestInput) => {
    acquireLockStep({ key: input.id, timeout: 10, ttl: 60 })
    const planned = planQuoteStep(input)
    when("billing-quote-is-unmade", { planned }, (data) => data.planned.is_unmade).then(() => {
      createOrderWorkflow.runAsStep({ input: transform({ planned }, draftOf) as never })
    })
    when("billing-quote-is-new", { planned }, (data) => data.planned.is_new).then(() => {
      recordQuoteStep({ input, planned })
    })
    releaseLockStep({ key: input.id })
    return new WorkflowResponse(transform({ planned }, (data) => data.planned.order_id))
  },
)
