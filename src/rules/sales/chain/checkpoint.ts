import type { ChainPosition } from "./check-chains"
import { lengthPrefixed } from "./length-prefixed"

/** A line of a checkpoint: where a chain stood. */
export const headLine = ({ sale_id, seq, hash }: ChainPosition): string => `${sale_id} ${seq} ${hash}\n`

const HEAD_LINE = /^([!-~]{1,255}) (\d{1,10}) ([0-9a-f]{64})$/

export function readHeadLine(line: string): ChainPosition | null {
  const [, sale_id, seq, hash] = HEAD_LINE.exec(line) ?? []
  return sale_id === undefined || seq === undefined || hash === undefined ? null : { sale_id, seq: Number(seq), hash }
}

export interface Checkpoint {
  number: number
  taken_at: string
  chains: number
  events: number
  /** SHA-256 over the lines of all heads, in the order of the sales' ids. */
  root: string
  previous_hash: string
}

/** The text that a checkpoint's hash is made of. */
export const checkpointText = ({ number, taken_at, chains, events, root, previous_hash }: Checkpoint): string =>
  lengthPrefixed([String(number), taken_at, String(chains), String(events), root, previous_hash])

/** The first line of an exported checkpoint. */
export const CHECKPOINT_FORMAT = "medusa-service-commerce/sales-checkpoint/1"
