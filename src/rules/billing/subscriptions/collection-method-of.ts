import type { CollectionMethod } from "../states"
import type { LineTerms } from "../types"

/**
 * How renewals are collected. Without an account and a saved method an invoice is sent (B14, B30). A first payment that
 * is still open may save a method later. `standard` is the store's setting, for offers without their own.
 */
export function collectionMethodOf(
  terms: LineTerms,
  facts: { hasAccount: boolean; hasMethod: boolean; isPaymentOpen: boolean; standard: CollectionMethod },
): CollectionMethod {
  const canCharge = facts.hasAccount && (facts.hasMethod || facts.isPaymentOpen)
  if (!canCharge || terms.kind !== "recurring") {
    return "send_invoice"
  }
  return terms.collectionMethod ?? facts.standard
}
