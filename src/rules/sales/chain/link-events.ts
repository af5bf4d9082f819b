import type { NewSaleEvent } from "../orders/sale-event"
import { canonicalJson } from "../snapshots/canonical-json"
import type { ChainPosition } from "./check-chains"
import { linkText, type ChainLink, type Digest } from "./chain-link"

/** An event with who wrote it, and what of it concerns people, encrypted. */
export interface EventToLink extends NewSaleEvent {
  actor: string
  personal: string | null
}

export interface SnapshotOfLink {
  number: number
  hash: string
}

export interface LinkContext {
  recordedAt: string
  /** The snapshot that stands with events that say so. */
  snapshot: SnapshotOfLink | null
  digest: Digest
}

export type HashedLink = ChainLink & { hash: string }

/** Links events to the end of a chain, each by the hash of the one before. */
export function linkEvents(
  end: ChainPosition,
  events: readonly EventToLink[],
  { recordedAt, snapshot, digest }: LinkContext,
): HashedLink[] {
  const links: HashedLink[] = []
  for (const event of events) {
    const before = links.at(-1) ?? end
    const link: ChainLink = {
      sale_id: end.sale_id,
      seq: before.seq + 1,
      kind: event.kind,
      occurred_at: event.occurredAt,
      recorded_at: recordedAt,
      actor: event.actor,
      from_status: event.fromStatus,
      to_status: event.toStatus,
      reason: event.reason,
      counted_on: event.countedOn,
      amount: event.amount,
      source: event.source,
      content: canonicalJson(event.content),
      personal: event.personal,
      snapshot_number: event.hasSnapshot ? (snapshot?.number ?? null) : null,
      snapshot_hash: event.hasSnapshot ? (snapshot?.hash ?? null) : null,
      previous_hash: before.hash,
    }
    links.push({ ...link, hash: digest(linkText(link)) })
  }
  return links
}
