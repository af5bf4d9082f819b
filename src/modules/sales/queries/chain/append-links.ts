import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  GENESIS,
  linkEvents,
  snapshotText,
  STORE_CHAIN,
  type ChainPosition,
  type EventToLink,
  type HashedLink,
  type StoredSnapshot,
} from "../../../../rules/sales"
import { insertRecords, newId } from "../../../core"
import { sha256 } from "../../sha256"
import { LINK_COLUMNS } from "./chain-rows"

export interface LinksToAppend {
  end: ChainPosition
  events: readonly EventToLink[]
  /** The snapshot that stands with the events that say so. */
  snapshot: StoredSnapshot | null
  at: Date
}

const linksOf = ({ end, events, snapshot, at }: LinksToAppend): HashedLink[] =>
  linkEvents(end, events, {
    recordedAt: at.toISOString(),
    snapshot: snapshot && { number: snapshot.number, hash: sha256(snapshotText(snapshot)) },
    digest: sha256,
  })

/** Appends events to a chain whose head is locked, or new, and moves the head in the same transaction. */
export async function appendLinks(trx: Knex, append: LinksToAppend): Promise<ChainPosition> {
  const { end, snapshot } = append
  const links = linksOf(append)
  const { sale_id } = end
  const last = links.at(-1) ?? end
  if (end.seq === 0) {
    await trx("sales_head").insert({ sale_id, seq: last.seq, hash: last.hash })
  } else if (links.length) {
    await trx("sales_head").where({ sale_id }).update({ seq: last.seq, hash: last.hash, updated_at: trx.fn.now() })
  }
  await insertSnapshots(trx, snapshot ? [snapshot] : [])
  await insertLinks(trx, links)
  return { sale_id, seq: last.seq, hash: last.hash }
}

const insertLinks = (trx: Knex, links: readonly HashedLink[]) =>
  insertRecords(trx, {
    table: "sales_event",
    columns: ["id", ...LINK_COLUMNS],
    rows: links.map((link) => ({ id: newId("sevn"), ...link })),
  })

const insertSnapshots = (trx: Knex, snapshots: readonly StoredSnapshot[]) =>
  insertRecords(trx, {
    table: "sales_snapshot",
    columns: ["id", "sale_id", "number", "schema", "content", "personal"],
    rows: snapshots.map((snapshot) => ({ id: newId("ssnp"), ...snapshot })),
  })

export interface ChainToBegin extends Pick<LinksToAppend, "events" | "snapshot"> {
  saleId: string
}

/** Begins many chains: heads, snapshots and links of all of them in a statement each. */
export async function beginChains(trx: Knex, chains: readonly ChainToBegin[], at: Date): Promise<void> {
  const linked = chains.map(({ saleId: sale_id, events, snapshot }) =>
    linksOf({ end: { sale_id, seq: 0, hash: GENESIS }, events, snapshot, at }),
  )
  const heads = linked.flatMap((links) => links.at(-1) ?? []).map(({ sale_id, seq, hash }) => ({ sale_id, seq, hash }))
  await insertRecords(trx, { table: "sales_head", columns: ["sale_id", "seq", "hash"], rows: heads })
  await insertSnapshots(
    trx,
    chains.flatMap(({ snapshot }) => snapshot ?? []),
  )
  await insertLinks(trx, linked.flat())
}

/** Locks the end of a chain; null where there is none. Whoever appends waits here. */
export async function lockHead(trx: Knex, saleId: string): Promise<ChainPosition | null> {
  const row = await trx("sales_head")
    .where({ sale_id: saleId })
    .forUpdate()
    .first<ChainPosition | undefined>("sale_id", "seq", "hash")
  return row ?? null
}

/** Appends to the store's own chain: checkpoints, exports, verifications. */
export async function appendToStore(knex: Knex, events: readonly EventToLink[], at: Date): Promise<void> {
  await knex.transaction(async (trx) => {
    await trx.raw("select pg_advisory_xact_lock(hashtext(?))", [STORE_CHAIN])
    const end = (await lockHead(trx, STORE_CHAIN)) ?? { sale_id: STORE_CHAIN, seq: 0, hash: GENESIS }
    await appendLinks(trx, { end, events, snapshot: null, at })
  })
}
