/** What a sale goes through (H2). */
export const SALE_STATUSES = [
  "created",
  "processing",
  "interrupted",
  "finalized",
  "closed",
  "canceled",
  "stopped",
] as const
export type SaleStatus = (typeof SALE_STATUSES)[number]

/**
 * From a status to those that may follow it. Closed, canceled and stopped are final; a finalized sale is canceled only where all
 * that was fulfilled of it was taken back before it left (decision 0130).
 */
export const SALE_TRANSITIONS: Readonly<Record<SaleStatus, readonly SaleStatus[]>> = {
  created: ["processing", "canceled", "stopped"],
  processing: ["finalized", "interrupted", "canceled", "stopped"],
  interrupted: ["processing", "canceled", "stopped"],
  finalized: ["closed", "canceled"],
  closed: [],
  canceled: [],
  stopped: [],
}

/** The statuses through which a sale goes by itself, in their order. */
const WAY: readonly SaleStatus[] = ["created", "processing", "finalized", "closed"]

export const canMove = (from: SaleStatus, to: SaleStatus): boolean => SALE_TRANSITIONS[from].includes(to)

export const isFinal = (status: SaleStatus): boolean => !SALE_TRANSITIONS[status].length

/** The statuses to go through from one to another, the last one included; empty where no way leads there. */
export function wayTo(from: SaleStatus, to: SaleStatus): SaleStatus[] {
  if (canMove(from, to)) {
    return [to]
  }
  const start = WAY.indexOf(from)
  const end = WAY.indexOf(to)
  return start >= 0 && end > start ? WAY.slice(start + 1, end + 1) : []
}
