import { tidyName } from "../../text"

const MOST_SIGNS = 50

/**
 * The customer's own number of an order, as its metadata has it: a quick order asks for it, and a storefront may. Null: there is
 * none, or none that an invoice has a line for.
 */
export function purchaseOrderNumber(metadata: Readonly<Record<string, unknown>> | null): string | null {
  const given = metadata?.purchase_order_number
  const number = typeof given === "string" ? tidyName(given.replace(/[\p{Cc}\s]+/gu, " ")) : ""
  return number !== "" && [...number].length <= MOST_SIGNS ? number : null
}
