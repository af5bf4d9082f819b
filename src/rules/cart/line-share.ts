import type { PlannedLine } from "./cart-plan"
import type { LinePayload } from "./line-record"

/** How a dependent line counts beside its parent: the plan's own section of a payload, beside those of the rooms. */
export interface LineShare {
  /** Whether it is an article of its own, which is counted and discounted; a fee is none. */
  is_article: boolean
  /** Whether its price is a part of its parent's, which is the sum of such lines. */
  is_in_sum: boolean
  /** The article, where the line has no variant in Medusa. */
  variant_id: string | null
}

const SECTION = "cart"

export const sharePayload = (share: LineShare): LinePayload => ({ [SECTION]: share })

export const shareOf = (payload: LinePayload | undefined): LineShare | null =>
  (payload?.[SECTION] as LineShare | undefined) ?? null

/** Whether a line is an article: what a buyer chose, if nothing says otherwise, and a dependent line that says so. */
export const isArticle = ({ identity }: PlannedLine): boolean =>
  shareOf(identity?.payload)?.is_article ?? (identity?.parentLineId ?? null) === null

/** The line whose price this line's is a part of; null: none. */
export const sumLineOf = ({ identity }: PlannedLine): string | null =>
  identity && shareOf(identity.payload)?.is_in_sum ? identity.parentLineId : null
