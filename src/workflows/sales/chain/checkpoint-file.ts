import type { MedusaContainer } from "@medusajs/framework/types"
import {
  readCheckpointHeads,
  SALES_MODULE,
  type SalesModuleService,
  type StoredCheckpoint,
} from "../../../modules/sales"
import { CHECKPOINT_FORMAT, headLine } from "../../../rules/sales"

const PAGE = 10_000

/** A checkpoint as a file, part by part: what it is, then a line for each chain. */
export async function* checkpointFile(
  container: MedusaContainer,
  checkpoint: StoredCheckpoint,
): AsyncGenerator<string> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const { number, taken_at, chains, events, root, previous_hash, hash } = checkpoint
  const header = { format: CHECKPOINT_FORMAT, number, taken_at, chains, events, root, previous_hash, hash }
  yield `${JSON.stringify(header)}\n`
  for (let after = "", isLast = false; !isLast;) {
    const heads = await readCheckpointHeads(knex, { number, after, limit: PAGE })
    yield heads.map(headLine).join("")
    after = heads.at(-1)?.sale_id ?? ""
    isLast = heads.length < PAGE
  }
}

export const checkpointFileName = ({ number, taken_at }: StoredCheckpoint): string =>
  `sales-checkpoint-${number}-${taken_at.slice(0, 10)}.txt`
