import type { ImportFormat } from "./import-format"

/** The provider under whose name Medusa's own Stripe plugin is registered. */
export const STRIPE_PROVIDER = "pp_stripe_stripe"

/**
 * An export of subscriptions from Stripe's dashboard. The amount is that of one unit. Stripe exports no payment method: a column
 * `payment_method` beside it charges the customer's own.
 */
export const STRIPE_FORMAT: ImportFormat = {
  headers: {
    id: "key",
    subscriptionid: "key",
    status: "status",
    customeremail: "email",
    priceid: "product",
    planid: "product",
    plan: "product",
    quantity: "quantity",
    amount: "unit_price",
    currency: "currency_code",
    interval: "interval",
    intervalcount: "interval_count",
    currentperiodendutc: "next_on",
    currentperiodend: "next_on",
    billingcycleanchorutc: "started_on",
    startdateutc: "started_on",
    startutc: "started_on",
    defaultpaymentmethod: "payment_method",
    customerid: "payment_account",
  },
  cells: (cellOf) => {
    const isEnding = /^(true|yes|1)$/i.test(cellOf("cancelatperiodend"))
    const endsOn = isEnding ? cellOf("currentperiodendutc") || cellOf("currentperiodend") : ""
    const hasMethod = Boolean(cellOf("paymentmethod") || cellOf("defaultpaymentmethod"))
    return {
      ok: true,
      cells: {
        ...(endsOn ? { ends_on: endsOn } : {}),
        ...(hasMethod ? { payment_provider_id: STRIPE_PROVIDER } : {}),
      },
    }
  },
}
