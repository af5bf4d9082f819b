import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  GENESIS,
  linkEvents,
  snapshotText,
  STORE_CHAIN,
  type ChainPosition,
  type EventToLink,
  type StoredSnapshot,
} from "../../../../rules/sales"
import { insertRows, newId } from "../../../core"
import { sha256 } from "../../sha256"

/** Rows per statement. */
const CHUNK = 500

export interface LinksToAppend {
  end: ChainPosition
  events: readonly EventToLink[]
  /** The snapshot that stands with the events that say so. */
  snapshot: StoredSnapshot | null
  at: Date
}

/** Appends events to a chain whose head is locked, or new, and moves the head in the same transaction. */
export async function appendLinks(trx: Knex, { end, events, snapshot, at }: LinksToAppend): Promise<ChainPosition> {
  const links = linkEvents(end, events, {
    recordedAt: at.toISOString(),
    snapshot: snapshot && { number: snapshot.number, hash: sha256(snapshotText(snapshot)) },
    digest: sha256,
  })
  const { sale_id } = end
  const last = links.at(-1) ?? end
  if (end.seq === 0) {
    await trx("sales_head").insert({ sale_id, seq: last.seq, hash: last.hash })
  } else if (links.length) {
    await trx("sales_head").where({ sale_id }).update({ seq: last.seq, hash: last.hash, updated_at: trx.fn.now() })
  }
  if (snapshot) {
    await trx("sales_snapshot").insert({ id: newId("ssnp"), ...snapshot })
  }
  const rows = links.map((link) => ({ id: newId("sevn"), ...link }))
  await insertRows(trx, { table: "sales_event", rows, chunk: CHUNK })
  return { sale_id, seq: last.seq, hash: last.hash }
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
