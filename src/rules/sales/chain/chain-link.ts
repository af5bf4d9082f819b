import { lengthPrefixed } from "./length-prefixed"

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export type Digest = (text: string) => string

/** What stands before a chain's first link. */
export const GENESIS = "0".repeat(64)

/** The chain of what concerns the store and no sale: checkpoints, exports, verifications. */
export const STORE_CHAIN = "sale_store"

/** A link of a chain, of texts as they are stored. */
export interface ChainLink {
  sale_id: string
  seq: number
  kind: string
  occurred_at: string
  recorded_at: string
  actor: string
  from_status: string | null
  to_status: string | null
  reason: string | null
  counted_on: string | null
  amount: string | null
  source: string
  content: string
  /** What concerns people, encrypted (H6). */
  personal: string | null
  snapshot_number: number | null
  snapshot_hash: string | null
  previous_hash: string
}

/** The text that a link's hash is made of. */
export const linkText = (link: ChainLink): string =>
  lengthPrefixed([
    link.sale_id,
    String(link.seq),
    link.kind,
    link.occurred_at,
    link.recorded_at,
    link.actor,
    link.from_status,
    link.to_status,
    link.reason,
    link.counted_on,
    link.amount,
    link.source,
    link.content,
    link.personal,
    link.snapshot_number === null ? null : String(link.snapshot_number),
    link.snapshot_hash,
    link.previous_hash,
  ])

export interface StoredSnapshot {
  sale_id: string
  number: number
  schema: number
  content: string
  personal: string | null
}

export const snapshotText = ({ sale_id, number, schema, content, personal }: StoredSnapshot): string =>
  lengthPrefixed([sale_id, String(number), String(schema), content, personal])
