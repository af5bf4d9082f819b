import type { MedusaContainer } from "@medusajs/framework/types"
import {
  findDiffering,
  readCheckpointHeads,
  readCheckpoints,
  readConsistently,
  SALES_MODULE,
  sha256,
  type SalesModuleService,
  type StoredCheckpoint,
} from "../../../modules/sales"
import { checkpointText, GENESIS, type ChainPosition, type ChainProblem } from "../../../rules/sales"
import { checkChains } from "./check-chains"
import { Findings } from "./findings"
import { hashHeadLines } from "./hash-head-lines"
import { pagesOf } from "./pages-of"
import type { ReadCheckpointFile } from "./read-checkpoint-file"

type Database = SalesModuleService["db"]["knex"]

/** What a verification has found. */
export interface Verification {
  ok: boolean
  chains: number
  events: number
  checkpoints: number
  /** The last checkpoint in the database; null: there is none. */
  last_checkpoint: StoredCheckpoint | null
  /** What of the given file holds; null: none was given. */
  file: { number: number; taken_at: string; hash: string } | null
  /** Events after the checkpoint that was compared: covered by their chains and heads alone. */
  uncovered_events: number
  /** The first of each chain, at most so many. */
  problems: ChainProblem[]
  problem_count: number
}

const PAGE = 5_000

/**
 * Reads all chains, heads, sales and checkpoints, in constant memory, and compares them with a checkpoint that was
 * exported, where one is given: whoever can write the database can rewrite all that is in it, but not that file.
 */
export async function verifySales(
  container: MedusaContainer,
  { file }: { file: ReadCheckpointFile | null },
): Promise<Verification> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  // As it stood at one moment: what is sold meanwhile is no problem.
  return readConsistently(knex, (trx) => verifyAt(trx, file))
}

async function verifyAt(knex: Database, file: ReadCheckpointFile | null): Promise<Verification> {
  const found = new Findings()
  const { chains, events } = await checkChains(knex, found)
  const { count, last } = await checkCheckpoints(knex, found)
  const coveredByFile = file && (await checkFile(knex, file, found))
  // The database's own is compared beside it: it covers what came after the exported one, as long as nobody rewrote it.
  const coveredByLast = await checkLast(knex, last, found)
  return {
    ok: found.count === 0,
    chains,
    events,
    checkpoints: count,
    last_checkpoint: last,
    file: file && { number: file.checkpoint.number, taken_at: file.checkpoint.taken_at, hash: file.checkpoint.hash },
    uncovered_events: Math.max(0, events - (coveredByFile ?? coveredByLast)),
    problems: found.first,
    problem_count: found.count,
  }
}

/** The chain of checkpoints. */
async function checkCheckpoints(
  knex: Database,
  found: Findings,
): Promise<{ count: number; last: StoredCheckpoint | null }> {
  let last: StoredCheckpoint | null = null
  let count = 0
  const pages = pagesOf<StoredCheckpoint>((before) =>
    readCheckpoints(knex, { after: before?.number ?? 0, limit: PAGE }),
  )
  for await (const page of pages) {
    for (const checkpoint of page) {
      found.add(checkpointProblem(checkpoint, last))
      last = checkpoint
      count += 1
    }
  }
  return { count, last }
}

function checkpointProblem(checkpoint: StoredCheckpoint, before: StoredCheckpoint | null): ChainProblem | null {
  const number = (before?.number ?? 0) + 1
  if (checkpoint.number !== number) {
    return { kind: "checkpoint_missing", sale_id: null, number }
  }
  const isWhole =
    sha256(checkpointText(checkpoint)) === checkpoint.hash && checkpoint.previous_hash === (before?.hash ?? GENESIS)
  return isWhole ? null : { kind: "checkpoint_changed", sale_id: null, number }
}

/** The heads that the last checkpoint has hashed still stand in their chains. Gives how many events it covers. */
async function checkLast(knex: Database, last: StoredCheckpoint | null, found: Findings): Promise<number> {
  if (!last) {
    return 0
  }
  const pages = pagesOf<ChainPosition>((before) =>
    readCheckpointHeads(knex, { number: last.number, after: before?.sale_id ?? "", limit: PAGE }),
  )
  const root = await hashHeadLines(pages, (heads) => compareHeads(knex, heads, found))
  if (root !== last.root) {
    found.add({ kind: "checkpoint_changed", sale_id: null, number: last.number })
  }
  return last.events
}

async function compareHeads(knex: Database, heads: readonly ChainPosition[], found: Findings): Promise<void> {
  for (const { sale_id, seq } of await findDiffering(knex, heads)) {
    found.add({ kind: "checkpoint_differs", sale_id, number: seq })
  }
}

/** Every head of an exported checkpoint still stands in its chain, and the checkpoint is the database's own. */
async function checkFile(knex: Database, { checkpoint, pages }: ReadCheckpointFile, found: Findings): Promise<number> {
  for await (const heads of pages()) {
    await compareHeads(knex, heads, found)
  }
  const [stored] = await readCheckpoints(knex, { after: checkpoint.number - 1, limit: 1 })
  if (stored?.number !== checkpoint.number) {
    found.add({ kind: "checkpoint_missing", sale_id: null, number: checkpoint.number })
  } else if (stored.hash !== checkpoint.hash) {
    found.add({ kind: "checkpoint_differs", sale_id: null, number: checkpoint.number })
  }
  return checkpoint.events
}
