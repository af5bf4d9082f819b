import { largerBatch, smallerBatch } from "../../../rules/billing/runs/batch-size"
import { toError } from "../../errors/to-error"

/** After so many that failed alone, one after another, it is trouble that is nobody's own. */
const MOST_IN_A_ROW = 10

export interface SmallerBatches<Item> {
  /** The most items in one batch. */
  most: number
  work: (batch: Item[]) => Promise<unknown>
  /** What is done about one that failed alone. */
  failed: (item: Item, error: Error) => unknown
}

/**
 * Does work with items in batches. A batch that fails is tried with fewer, until what fails is alone: it is left to `failed`, and
 * the others are done (decision 0099). Throws where too many fail in a row.
 */
export async function inSmallerBatches<Item>(
  items: readonly Item[],
  { most, work, failed }: SmallerBatches<Item>,
): Promise<void> {
  let from = 0
  let limit = most
  let inARow = 0
  while (from < items.length) {
    const batch = items.slice(from, from + limit)
    const [alone] = batch
    try {
      await work(batch)
      inARow = 0
      from += batch.length
      limit = largerBatch(limit, most)
    } catch (error) {
      if (batch.length > 1 || alone === undefined) {
        limit = smallerBatch(batch.length)
        continue
      }
      inARow += 1
      if (inARow > MOST_IN_A_ROW) {
        throw error
      }
      await failed(alone, toError(error))
      from += 1
    }
  }
}
