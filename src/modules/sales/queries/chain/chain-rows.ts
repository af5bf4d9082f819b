import type { ChainLink, LinkToCheck } from "../../../../rules/sales"

/** A chain's columns, of texts as they are hashed; amounts are text by the driver. */
export const LINK_COLUMNS = [
  "sale_id",
  "seq",
  "kind",
  "occurred_at",
  "recorded_at",
  "actor",
  "from_status",
  "to_status",
  "reason",
  "counted_on",
  "amount",
  "source",
  "content",
  "personal",
  "snapshot_number",
  "snapshot_hash",
  "previous_hash",
  "hash",
] as const satisfies readonly (keyof ChainLink | "hash")[]

export type LinkRow = Omit<LinkToCheck, "snapshot">
