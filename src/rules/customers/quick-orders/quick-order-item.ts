import type { Decimal } from "../../money"

/** How a product is sold: to all, to nobody who looks, or when asked for. */
export type SalesVisibility = "visible" | "hidden" | "on_request"

/** A variant of the catalogue as it stands now, in the customer's currency. */
export interface CatalogueVariant {
  variantId: string
  visibility: SalesVisibility
  /** Before the customer's discounts; null: none in that currency. */
  listPrice: Decimal | null
  /** What the customer pays for one. */
  yourPrice: Decimal | null
}

/** A row of the page. On-request ones have a button to ask, and no price to order at. */
export type QuickOrderItem =
  { kind: "order"; variantId: string; listPrice: Decimal; yourPrice: Decimal } | { kind: "request"; variantId: string }

/** What the page shows of a variant (C22); null: nothing. */
export function quickOrderItem({
  variantId,
  visibility,
  listPrice,
  yourPrice,
}: CatalogueVariant): QuickOrderItem | null {
  if (visibility === "hidden" || (visibility === "visible" && (listPrice === null || yourPrice === null))) {
    return null
  }
  return visibility === "on_request" || listPrice === null || yourPrice === null
    ? { kind: "request", variantId }
    : { kind: "order", variantId, listPrice, yourPrice }
}
