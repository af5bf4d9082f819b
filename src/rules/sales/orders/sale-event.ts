import type { CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import type { SaleStatus } from "../status/sale-status"

/** What a time line says (H5). The last ones concern the store and no sale. */
export const SALE_EVENT_KINDS = [
  "sold",
  "captured",
  "paid",
  "refunded",
  "fulfilled",
  "shipped",
  "delivered",
  "fulfillment_canceled",
  "returned",
  "changed",
  "status",
  "held",
  "released",
  "stopped",
  "erased",
  "checkpoint",
  "exported",
  "verified",
] as const
export type SaleEventKind = (typeof SALE_EVENT_KINDS)[number]

/** An event that is to be appended to a sale's chain. */
export interface NewSaleEvent {
  kind: SaleEventKind
  /** What it was: a chain has each once. */
  source: string
  occurredAt: string
  fromStatus: SaleStatus | null
  toStatus: SaleStatus | null
  reason: string | null
  /** What it adds to the figures, on which of the store's days. */
  amount: Decimal | null
  countedOn: CivilDate | null
  content: Record<string, unknown>
  /** Whether the snapshot of now stands with it. */
  hasSnapshot: boolean
  /** The admin who did it; null: nobody whom Medusa names. */
  userId: string | null
}

/** An event of which the rest says nothing. */
export const saleEvent = (
  event: Pick<NewSaleEvent, "kind" | "source" | "occurredAt"> & Partial<NewSaleEvent>,
): NewSaleEvent => ({
  fromStatus: null,
  toStatus: null,
  reason: null,
  amount: null,
  countedOn: null,
  content: {},
  hasSnapshot: false,
  userId: null,
  ...event,
})
