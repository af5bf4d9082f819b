import type { Decimal } from "../../money"
import type { CollectibleRenewal } from "./charged-renewal"

/** A renewal on the invoice of another one, the lead, which is collected for both. */
export interface RenewalMember {
  id: string
  /** The lead's id. */
  billed_with: string
  subscription_id: string
  cycle: number
  /** Its share of the invoice. */
  total: Decimal
}

/** What is of a collected renewal is of all that are on its invoice: each is told of under its own name, with its own share. */
export const ofMembers = <One extends { renewal: CollectibleRenewal }>(
  collected: readonly One[],
  members: readonly RenewalMember[],
): One[] =>
  collected.flatMap((one) => [
    one,
    ...members
      .filter(({ billed_with }) => billed_with === one.renewal.id)
      .map(({ billed_with: _lead, ...member }) => ({ ...one, renewal: { ...one.renewal, ...member } })),
  ])
