import type { PaymentLinkAnswer } from "../../../../contracts/billing/payment-links"
import type { PaymentLinkRecord } from "../../../../modules/billing"
import { isLinkGood } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"

/** A payment link as it is answered: without the hash of its token. */
export const presentPaymentLink = (
  { token_hash: _hash, as_of: _asOf, created_at, last_used_at, ...link }: PaymentLinkRecord,
  asOf: CivilDate,
): PaymentLinkAnswer => ({
  ...link,
  created_at: created_at.toISOString(),
  last_used_at: last_used_at?.toISOString() ?? null,
  is_good: isLinkGood(link, asOf),
})
