import type { MedusaRequest } from "@medusajs/framework/http"
import { basketKey, type CustomerProblem } from "../../../rules/customers"
import { changeBasketOf, currentOrder } from "../../../workflows/customers/quick-orders/basket"
import type { SentDetails } from "../../../workflows/customers/quick-orders/review-order"
import type { FormFields } from "./form-fields"
import type { OpenQuickOrder } from "./open-quick-order"

/** Sets the basket to the quantities of a form; prices that the form has shown count as seen. */
export async function takeQuantities(
  req: MedusaRequest,
  open: OpenQuickOrder,
  fields: FormFields,
): Promise<CustomerProblem[]> {
  const { order } = await currentOrder(req.scope, open.context.link.id)
  const items = new Map((order?.items ?? []).map((item) => [basketKey(item), item]))
  const wanted = Object.entries(fields).flatMap(([name, quantity]) => {
    const [isQuantity, key] = [name.startsWith("n-"), name.slice(2)]
    const { variant_id = key, choices } = items.get(key) ?? {}
    return isQuantity ? [{ variantId: variant_id, quantity, ...(choices ? { key, choices } : {}) }] : []
  })
  const turn = numberOf(fields.turn)
  return changeBasketOf(req.scope, open.context, { wanted, adds: false, accepted: pairsOf(fields.seen), turn })
}

/** Whether a form was of a basket that has been ordered since. */
export const isOfOtherTurn = (problems: readonly CustomerProblem[]): boolean =>
  problems.some(({ field }) => field === "turn")

/** A whole number of a hidden field; undefined: it is none. */
export const numberOf = (text: string | undefined): number | undefined =>
  /^\d{1,9}$/.test(text ?? "") ? Number(text) : undefined

/** Pairs of a hidden field, which a page wrote as JSON; what is none is left out: it is compared, and never charged. */
export const pairsOf = (text: string | undefined): Map<string, string> => new Map(pairListOf(jsonOf(text)))

/** The same, each of them: an article may be there twice. */
export function pairListOf(value: unknown): [string, string][] {
  const isPair = (one: unknown): one is [string, string] =>
    Array.isArray(one) &&
    typeof one[0] === "string" &&
    typeof one[1] === "string" &&
    /^-?\d{1,20}(\.\d{1,10})?$/.test(one[1])
  return Array.isArray(value) ? value.filter(isPair) : []
}

export function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "")
  } catch {
    return null
  }
}

export const detailsOf = (fields: FormFields): SentDetails => ({
  email: fields.email,
  purchaseOrderNumber: fields.purchase_order_number,
  wantedOn: fields.wanted_on,
  note: fields.note,
  address: {
    name: fields.name,
    address_1: fields.address_1,
    postal_code: fields.postal_code,
    city: fields.city,
    country_code: fields.country_code,
  },
})
