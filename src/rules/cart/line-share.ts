import type { LineIdentity, PlannedLine } from "./cart-plan"
import { slotOf, type LinePayload } from "./line-record"

/** How a dependent line counts beside its parent: the plan's own section of a payload, beside those of the rooms. */
export interface LineShare {
  /** Whether it is an article of its own, which is counted and discounted; a fee is none. */
  is_article: boolean
  /** Whether its price is a part of its parent's, which is the sum of such lines. */
  is_in_sum: boolean
  /** The slot of the line beside it whose price that is, where it is not the parent itself. */
  sum_slot?: string
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

/** Of each line whose price is a part of another one's, that line; by line id. */
export function sumLinesOf(lines: readonly PlannedLine[]): Map<string, string> {
  const inSums = lines.flatMap(({ line, identity }) => {
    const share = shareOf(identity?.payload)
    return identity?.parentLineId && share?.is_in_sum ? [{ id: line.id, identity, slot: share.sum_slot }] : []
  })
  const atSlot = new Map(
    inSums.some(({ slot }) => slot !== undefined)
      ? lines.map(({ line, identity }) => [identity ? slotKey(identity, slotOf(identity)) : "", line.id] as const)
      : [],
  )
  return new Map(
    inSums.map(({ id, identity, slot }) => [
      id,
      (slot === undefined ? null : atSlot.get(slotKey(identity, slot))) ?? identity.parentLineId ?? "",
    ]),
  )
}

const slotKey = ({ parentLineId }: LineIdentity, slot: unknown): string => `${parentLineId} ${String(slot)}`
