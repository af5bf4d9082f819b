import type { SaveOfferInput } from "../../../contracts/billing/offers"

const AMOUNT = /^cycles\.(\d+)\.(prices|setup_fees)\.(\d+)(?:\.\w+)?$/
const OWN: Record<string, string> = {
  "collection.id": "collection_id",
  "collection.title": "new_collection",
  collection_id: "collection_id",
  duration: "duration_count",
  billing_day: "billing_day",
  "billing_day.day": "billing_day",
  "billing_day.month": "billing_month",
  minimum_term: "minimum_term_count",
  notice: "notice_count",
}

/** The form's field for one of the server's: amounts stand in lists there, and by currency here. */
export function offerProblemField(field: string, body: SaveOfferInput): string {
  const [, index, list, place] = AMOUNT.exec(field) ?? []
  const isRecurring = body.payment_type === "recurring"
  if (index !== undefined && (list === "prices" || list === "setup_fees")) {
    const currency = body.cycles?.[Number(index)]?.[list]?.[Number(place)]?.currency_code
    return `${isRecurring ? `cycles.${index}` : "once"}.${list}.${currency ?? place}`
  }
  return OWN[field] ?? field.replace(/^(cycles\.\d+)\.interval.*$/, "$1.count")
}
