import type { CivilDate } from "../../../calendar"
import { allocate, type Decimal } from "../../../money"
import type { RenewalDraft } from "../draft-renewal-invoice"

/** A renewal of an invoice, with its share of what is to be paid. */
export interface RenewalOfDraft {
  renewal_id: string
  subscription_id: string
  cycle: number
  period_start: CivilDate
  period_end: CivilDate
  share: Decimal
}

/** The renewals that a draft is of; their shares come to what it asks for, by what their lines come to. */
export function renewalsOfDraft(draft: Omit<RenewalDraft, "document">): RenewalOfDraft[] {
  const { renewal_id, subscription_id, cycle, period_start, period_end, payable, members } = draft
  if (!members) {
    return [{ renewal_id, subscription_id, cycle, period_start, period_end, share: payable }]
  }
  const shares = allocate(
    payable,
    members.map(({ gross }) => gross),
    draft.collection.currency_code,
  )
  return members.map(({ gross: _gross, ...member }, index) => ({ ...member, share: shares[index] ?? "0" }))
}
