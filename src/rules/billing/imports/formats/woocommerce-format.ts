import { isPositive, quotient, type Decimal } from "../../../money"
import type { ImportCells } from "../import-columns"
import type { ImportFormat, ReadCells } from "./import-format"
import { STRIPE_PROVIDER } from "./stripe-format"

/** An amount that can be counted with; none: zero. */
const amountOf = (cell: string): Decimal => (/^\d{1,12}(\.\d{1,20})?$/.test(cell) ? cell : "0")

/** `product_id:12|quantity:2|total:20.00|meta:` as its parts. */
const partsOf = (text: string): Map<string, string> =>
  new Map(
    text.split("|").flatMap((part): [string, string][] => {
      const place = part.indexOf(":")
      return place < 1 ? [] : [[part.slice(0, place).trim(), part.slice(place + 1).trim()]]
    }),
  )

/** Its one product, with the price of one unit: what stands in the file is what all units cost, after discounts. */
function readItem(items: string): ReadCells {
  const all = items.split(";").filter((one) => one.trim())
  const [item] = all
  if (item === undefined) {
    return { ok: false, column: "product", reason: "is required" }
  }
  if (all.length > 1) {
    return { ok: false, column: "product", reason: `names ${all.length} products: a subscription is for one` }
  }
  const parts = partsOf(item)
  const quantity = parts.get("quantity") || "1"
  const total = parts.get("total") ?? ""
  const isCounted = /^[1-9]\d{0,8}$/.test(quantity) && /^\d{1,12}(\.\d{1,20})?$/.test(total)
  const product = parts.get("sku") || parts.get("variation_id") || parts.get("product_id") || ""
  return {
    ok: true,
    cells: { product, quantity, unit_price: isCounted ? quotient(total, quantity) : total },
  }
}

/** The method that its own Stripe extension has kept with the subscription. */
function readMethod(meta: string): ImportCells {
  const parts = partsOf(meta)
  const method = parts.get("_stripe_source_id") || parts.get("_stripe_payment_method_id")
  const account = parts.get("_stripe_customer_id")
  return method
    ? { payment_provider_id: STRIPE_PROVIDER, payment_method: method, ...(account ? { payment_account: account } : {}) }
    : {}
}

/**
 * WooCommerce Subscriptions, as its *Importer and Exporter* writes it. Shipping and fees of each renewal are none of a
 * subscription's price: what has them is refused, and nothing is lost unseen.
 */
export const WOOCOMMERCE_FORMAT: ImportFormat = {
  headers: {
    subscriptionid: "key",
    subscriptionstatus: "status",
    billingemail: "email",
    customeremail: "email",
    ordercurrency: "currency_code",
    billingperiod: "interval",
    billinginterval: "interval_count",
    nextpaymentdate: "next_on",
    startdate: "started_on",
    enddate: "ends_on",
    billingfirstname: "first_name",
    billinglastname: "last_name",
    billingcompany: "company",
    billingaddress1: "address_1",
    billingaddress2: "address_2",
    billingpostcode: "postal_code",
    billingcity: "city",
    billingstate: "province",
    billingcountry: "country_code",
    billingphone: "phone",
  },
  cells: (cellOf) => {
    const beside = ["ordershipping", "feetotal"].find((header) => isPositive(amountOf(cellOf(header))))
    if (beside) {
      return { ok: false, column: "unit_price", reason: "has shipping or a fee beside it, which is not moved" }
    }
    const item = readItem(cellOf("orderitems"))
    return item.ok ? { ok: true, cells: { ...readMethod(cellOf("paymentmethodpostmeta")), ...item.cells } } : item
  },
}
