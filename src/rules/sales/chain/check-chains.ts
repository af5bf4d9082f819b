import { GENESIS, linkText, snapshotText, type ChainLink, type Digest, type StoredSnapshot } from "./chain-link"

export const CHAIN_PROBLEMS = [
  "event_missing",
  "event_changed",
  "link_broken",
  "tail_missing",
  "snapshot_missing",
  "snapshot_changed",
  "head_missing",
  "sale_missing",
  "sale_changed",
  "chain_missing",
  "checkpoint_missing",
  "checkpoint_changed",
  "checkpoint_differs",
] as const
export type ChainProblemKind = (typeof CHAIN_PROBLEMS)[number]

/** What is wrong, where first. */
export interface ChainProblem {
  kind: ChainProblemKind
  /** Null: a checkpoint's own. */
  sale_id: string | null
  /** The event's number, or the checkpoint's. */
  number: number | null
}

/** A link as it is stored, with its snapshot where it names one. */
export interface LinkToCheck extends ChainLink {
  hash: string
  snapshot: StoredSnapshot | null
}

/** How far a chain was read. */
export interface ChainPosition {
  sale_id: string
  seq: number
  hash: string
}

/** Before a chain's first link. */
export const startOf = (sale_id: string): ChainPosition => ({ sale_id, seq: 0, hash: GENESIS })

/** What is wrong with the next link of a chain; null: nothing. */
export function checkLink(before: ChainPosition, link: LinkToCheck, digest: Digest): ChainProblem | null {
  const { sale_id, seq } = link
  if (seq !== before.seq + 1) {
    return { kind: "event_missing", sale_id, number: before.seq + 1 }
  }
  if (digest(linkText(link)) !== link.hash) {
    return { kind: "event_changed", sale_id, number: seq }
  }
  if (link.previous_hash !== before.hash) {
    return { kind: "link_broken", sale_id, number: seq }
  }
  return checkSnapshot(link, digest)
}

function checkSnapshot({ sale_id, seq, snapshot, snapshot_hash }: LinkToCheck, digest: Digest): ChainProblem | null {
  if (snapshot_hash === null) {
    return null
  }
  if (!snapshot) {
    return { kind: "snapshot_missing", sale_id, number: seq }
  }
  return digest(snapshotText(snapshot)) === snapshot_hash ? null : { kind: "snapshot_changed", sale_id, number: seq }
}

/** Whether a chain ends where its head says. */
export function checkHead(end: ChainPosition, head: ChainPosition | null): ChainProblem | null {
  const { sale_id } = end
  if (!head) {
    return { kind: "head_missing", sale_id, number: end.seq }
  }
  if (head.seq > end.seq) {
    return { kind: end.seq ? "tail_missing" : "chain_missing", sale_id, number: end.seq + 1 }
  }
  return head.seq === end.seq && head.hash === end.hash ? null : { kind: "link_broken", sale_id, number: end.seq }
}
