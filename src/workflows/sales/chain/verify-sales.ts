import type { MedusaContainer } from "@medusajs/framework/types"
import {
  findDiffering,
  readCheckpointHeads,
  readCheckpoints,
  readHeads,
  readLinks,
  SALES_MODULE,
  sha256,
  type ReadHead,
  type ReadLink,
  type SalesModuleService,
  type StoredCheckpoint,
} from "../../../modules/sales"
import { add, compare, negate } from "../../../rules/money"
import {
  checkHead,
  checkLink,
  checkpointText,
  GENESIS,
  startOf,
  STORE_CHAIN,
  type ChainPosition,
  type ChainProblem,
  type Digest,
} from "../../../rules/sales"
import type { ReadCheckpointFile } from "./read-checkpoint-file"
import { hashHeadLines } from "./hash-head-lines"

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
const MOST_PROBLEMS = 100

/**
 * Reads all chains, heads, sales and checkpoints, in constant memory, and compares them with a checkpoint that was
 * exported, where one is given: whoever can write the database can rewrite all that is in it, but not that file.
 */
export async function verifySales(
  container: MedusaContainer,
  { file }: { file: ReadCheckpointFile | null },
): Promise<Verification> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const found = new Findings()
  const { chains, events } = await checkChains(knex, found)
  const { count, last } = await checkCheckpoints(knex, found)
  const covered = file ? await checkFile(knex, file, found) : await checkLast(knex, last, found)
  return {
    ok: found.count === 0,
    chains,
    events,
    checkpoints: count,
    last_checkpoint: last,
    file: file && { number: file.checkpoint.number, taken_at: file.checkpoint.taken_at, hash: file.checkpoint.hash },
    uncovered_events: Math.max(0, events - covered),
    problems: found.first,
    problem_count: found.count,
  }
}

/** Counts every chain with a problem once. */
class Findings {
  readonly first: ChainProblem[] = []
  private readonly known = new Set<string>()
  count = 0

  add(problem: ChainProblem | null): void {
    if (!problem || this.known.has(problem.sale_id ?? `checkpoint ${problem.number}`)) {
      return
    }
    this.count += 1
    if (this.first.length < MOST_PROBLEMS) {
      this.first.push(problem)
      this.known.add(problem.sale_id ?? `checkpoint ${problem.number}`)
    }
  }
}

/** Reads pages one ahead, so that hashing does not wait for the database. */
async function* pagesOf<Row>(read: (last: Row | null) => Promise<Row[]>): AsyncGenerator<Row[]> {
  let next = read(null)
  for (;;) {
    const rows = await next
    const last = rows.at(-1)
    if (!last) {
      return
    }
    next = read(last)
    // A failure of the page ahead is thrown where it is awaited.
    next.catch(() => undefined)
    yield rows
  }
}

const digest: Digest = sha256

/** A chain while it is read. */
interface Chain {
  end: ChainPosition
  problem: ChainProblem | null
  status: string | null
  received: string
  refunded: string
}

const chainOf = (sale_id: string): Chain => ({
  end: startOf(sale_id),
  problem: null,
  status: null,
  received: "0",
  refunded: "0",
})

/** Chains and heads in one order, as a merge: each chain meets its head, whichever of both is missing. */
async function checkChains(knex: Database, found: Findings): Promise<{ chains: number; events: number }> {
  const heads = new HeadReader(knex)
  let chain: Chain | null = null
  let events = 0
  const links = pagesOf<ReadLink>((last) => readLinks(knex, { after: last ?? { sale_id: "", seq: 0 }, limit: PAGE }))
  for await (const page of links) {
    for (const link of page) {
      if (chain?.end.sale_id !== link.sale_id) {
        await heads.meet(chain, found)
        chain = chainOf(link.sale_id)
      }
      follow(chain, link)
      events += 1
    }
  }
  await heads.meet(chain, found)
  await heads.finish(found)
  return { chains: heads.count, events }
}

function follow(chain: Chain, link: ReadLink): void {
  chain.problem ??= checkLink(chain.end, link, digest)
  chain.end = { sale_id: link.sale_id, seq: link.seq, hash: link.hash }
  chain.status = link.to_status ?? chain.status
  if (link.amount !== null) {
    const isReceived = compare(link.amount, "0") > 0
    chain.received = isReceived ? add(chain.received, link.amount) : chain.received
    chain.refunded = isReceived ? chain.refunded : add(chain.refunded, negate(link.amount))
  }
}

class HeadReader {
  count = 0
  private page: ReadHead[] = []
  private after = ""
  private isRead = false

  constructor(private readonly knex: Database) {}

  /** The chain's own head; heads before it have no chain. */
  async meet(chain: Chain | null, found: Findings): Promise<void> {
    if (!chain) {
      return
    }
    for (let head = await this.peek(); head && head.sale_id < chain.end.sale_id; head = await this.peek()) {
      this.take()
      found.add(checkHead(startOf(head.sale_id), head))
    }
    const head = await this.peek()
    const own = head?.sale_id === chain.end.sale_id ? this.take() : null
    found.add(chain.problem ?? checkHead(chain.end, own && own.seq > 0 ? own : null) ?? checkSale(chain, own))
  }

  async finish(found: Findings): Promise<void> {
    for (let head = await this.peek(); head; head = await this.peek()) {
      this.take()
      found.add(
        head.seq ? checkHead(startOf(head.sale_id), head) : { kind: "chain_missing", sale_id: head.sale_id, number: 1 },
      )
    }
  }

  private async peek(): Promise<ReadHead | null> {
    if (!this.page.length && !this.isRead) {
      const page = await readHeads(this.knex, { after: this.after, limit: PAGE })
      this.page = page
      this.after = page.at(-1)?.sale_id ?? this.after
      this.isRead = page.length < PAGE
    }
    return this.page[0] ?? null
  }

  private take(): ReadHead | null {
    this.count += 1
    return this.page.shift() ?? null
  }
}

/** What the sale's own row says is what its chain says. */
function checkSale({ end, status, received, refunded }: Chain, head: ReadHead | null): ChainProblem | null {
  const { sale_id, seq } = end
  if (sale_id === STORE_CHAIN) {
    return null
  }
  const sale = head?.sale
  if (!sale) {
    return { kind: "sale_missing", sale_id, number: seq }
  }
  const isSame =
    sale.status === status && compare(sale.received, received) === 0 && compare(sale.refunded, refunded) === 0
  return isSame ? null : { kind: "sale_changed", sale_id, number: seq }
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
    digest(checkpointText(checkpoint)) === checkpoint.hash && checkpoint.previous_hash === (before?.hash ?? GENESIS)
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
