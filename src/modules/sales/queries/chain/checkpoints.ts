import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { createHash } from "node:crypto"
import {
  checkpointText,
  GENESIS,
  saleEvent,
  STORE_CHAIN,
  type ChainPosition,
  type Checkpoint,
} from "../../../../rules/sales"
import { newId } from "../../../core"
import { sha256 } from "../../sha256"
import { appendLinks, lockHead } from "./append-links"

export type StoredCheckpoint = Checkpoint & { hash: string }

const COLUMNS = ["number", "taken_at", "chains", "events", "root", "previous_hash", "hash"] as const
const PAGE = 10_000
const UNIQUE_VIOLATION = "23505"
const MOST_TRIES = 5

const read = (row: StoredCheckpoint): StoredCheckpoint => ({ ...row, events: Number(row.events) })

/** Checkpoints, the last first. */
export async function listCheckpoints(
  knex: Knex,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ checkpoints: StoredCheckpoint[]; count: number }> {
  const rows: StoredCheckpoint[] = await knex("sales_checkpoint")
    .orderBy("number", "desc")
    .limit(limit)
    .offset(offset)
    .select(...COLUMNS)
  const last = await knex("sales_checkpoint").max<{ count: number | null }[]>("number as count")
  return { checkpoints: rows.map(read), count: last[0]?.count ?? 0 }
}

export async function readCheckpoint(knex: Knex, number: number): Promise<StoredCheckpoint | null> {
  const row = await knex("sales_checkpoint")
    .where({ number })
    .first<StoredCheckpoint | undefined>(...COLUMNS)
  return row ? read(row) : null
}

/** The next checkpoints after a number. */
export async function readCheckpoints(
  knex: Knex,
  { after, limit }: { after: number; limit: number },
): Promise<StoredCheckpoint[]> {
  const rows: StoredCheckpoint[] = await knex("sales_checkpoint")
    .where("number", ">", after)
    .orderBy("number")
    .limit(limit)
    .select(...COLUMNS)
  return rows.map(read)
}

/** The heads that a checkpoint has hashed, in the order of their ids, some at a time. */
export async function readCheckpointHeads(
  knex: Knex,
  { number, after, limit }: { number: number; after: string; limit: number },
): Promise<ChainPosition[]> {
  const { rows } = await knex.raw<{ rows: ChainPosition[] }>(
    `select distinct on (sale_id) sale_id, seq, hash from sales_checkpoint_head
     where sale_id > ? and number <= ? order by sale_id, number desc limit ?`,
    [after, number, limit],
  )
  return rows
}

interface HeadsOf {
  root: string
  chains: number
  events: number
}

interface PageOfHeads {
  chains: number
  /** Text, as it may be more than an integer holds. */
  events: string
  last: string | null
  /** Their lines, put together by the database. */
  lines: string | null
}

/** The next heads as one transaction sees them: what is hashed of them, and where they end. */
async function readPage(trx: Knex, after: string): Promise<PageOfHeads | undefined> {
  const { rows } = await trx.raw<{ rows: PageOfHeads[] }>(
    `select count(*)::int as chains, coalesce(sum(seq), 0)::text as events, max(sale_id) as last,
       string_agg(sale_id || ' ' || seq || ' ' || hash || chr(10), '' order by sale_id) as lines
     from (select sale_id, seq, hash from sales_head where sale_id > ? order by sale_id limit ?) page`,
    [after, PAGE],
  )
  return rows[0]
}

/** Keeps the heads among these that no checkpoint has as they are; of the first checkpoint, all. */
async function keepPage(trx: Knex, { number, after, last }: { number: number; after: string; last: string }) {
  const isFirst = number === 1
  await trx.raw(
    `insert into sales_checkpoint_head (id, number, sale_id, seq, hash)
     select 'schh_' || ? || '_' || h.sale_id, ?, h.sale_id, h.seq, h.hash from sales_head h
     where h.sale_id > ? and h.sale_id <= ? ${
       isFirst
         ? ""
         : `and not exists (select 1 from sales_checkpoint_head c
       where c.sale_id > ? and c.sale_id <= ? and c.sale_id = h.sale_id and c.seq = h.seq)`
     }
     order by h.sale_id`,
    [String(number), number, after, last, ...(isFirst ? [] : [after, last])],
  )
}

/** Hashes all heads, and keeps those that have changed, page by page in constant memory. */
async function hashHeads(trx: Knex, number: number): Promise<HeadsOf> {
  const hash = createHash("sha256")
  let chains = 0
  let events = 0
  for (let after = "", isLast = false; !isLast;) {
    const page = await readPage(trx, after)
    if (page?.last != null) {
      hash.update(page.lines ?? "")
      await keepPage(trx, { number, after, last: page.last })
      chains += page.chains
      events += Number(page.events)
      after = page.last
    }
    isLast = (page?.chains ?? 0) < PAGE
  }
  return { root: hash.digest("hex"), chains, events }
}

interface Taking {
  at: Date
  actor: string
}

/**
 * Takes a checkpoint over all heads as they stand, linked to the one before, and keeps the heads that have changed since.
 * Of two at once, one begins again; what is appended meanwhile is in the next one.
 */
export async function takeCheckpoint(knex: Knex, taking: Taking): Promise<StoredCheckpoint> {
  for (let tries = 1; ; tries++) {
    try {
      const taken = await writeCheckpoint(knex, taking)
      await noteCheckpoint(knex, taken, taking)
      return taken
    } catch (error) {
      if ((error as { code?: string }).code !== UNIQUE_VIOLATION || tries === MOST_TRIES) {
        throw error
      }
    }
  }
}

async function writeCheckpoint(knex: Knex, { at }: Taking): Promise<StoredCheckpoint> {
  return knex.transaction(
    async (trx) => {
      const before = await trx("sales_checkpoint")
        .orderBy("number", "desc")
        .first<StoredCheckpoint | undefined>(...COLUMNS)
      const number = (before?.number ?? 0) + 1
      const heads = await hashHeads(trx, number)
      const previous_hash = before?.hash ?? GENESIS
      const checkpoint: Checkpoint = { number, taken_at: at.toISOString(), ...heads, previous_hash }
      const hash = sha256(checkpointText(checkpoint))
      await trx("sales_checkpoint").insert({ id: newId("schk"), ...checkpoint, hash })
      return { ...checkpoint, hash }
    },
    { isolationLevel: "repeatable read" },
  )
}

/** The store's own chain says that it was taken. */
async function noteCheckpoint(
  knex: Knex,
  { number, hash }: StoredCheckpoint,
  { at, actor }: { at: Date; actor: string },
): Promise<void> {
  await knex.transaction(async (trx) => {
    await trx.raw("select pg_advisory_xact_lock(hashtext(?))", [STORE_CHAIN])
    const end = (await lockHead(trx, STORE_CHAIN)) ?? { sale_id: STORE_CHAIN, seq: 0, hash: GENESIS }
    const event = saleEvent({
      kind: "checkpoint",
      source: `checkpoint:${number}`,
      occurredAt: at.toISOString(),
      content: { number, hash },
    })
    await appendLinks(trx, { end, events: [{ ...event, actor, personal: null }], snapshot: null, at })
  })
}
