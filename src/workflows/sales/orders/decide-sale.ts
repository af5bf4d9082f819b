import type { LockedSale, SaleToWrite } from "../../../modules/sales"
import {
  answeredMoves,
  canonicalJson,
  decideEvents,
  isSaidAlike,
  isSoldAlike,
  personalParts,
  searchPrefixesOf,
  searchTextOf,
  SNAPSHOT_SCHEMA,
  type FollowContext,
  type FollowedSale,
  type PersonalPart,
  type SaleSnapshot,
  type SaleState,
  type StoredSnapshot,
} from "../../../rules/sales"
import type { OrderFacts } from "../../orders/order-facts"
import { placeOfSnapshot, sealParts, type KeyedPerson, type ReadPart } from "../people/person-keys"
import type { OrderOfSale } from "./load-order-of-sale"
import { keptKinds, snapshotBefore } from "./kept-kinds"
import { isPaidNow, saleFactsOf, soldTypes } from "./sale-facts-of"
import { personalNowOf, snapshotOf, type LineKind, type Placing } from "./snapshot-of"

/** What a sale is decided by beside its order. */
export interface Following {
  locked: LockedSale | null
  /** Whose fields are kept; null: they were erased. */
  person: KeyedPerson | null
  context: FollowContext
  saleId: string
  /** What was last said of people, read before the lock. */
  personalBefore: readonly ReadPart[]
}

/**
 * What is written of an order's sale: made new, or followed; null: nothing. The one rule for a sale that is made with its
 * order, in bulk, and for one that follows later.
 */
export function decideSale(read: OrderOfSale, following: Following): SaleToWrite | null {
  const { locked, context, saleId } = following
  const before = locked && snapshotBefore(locked.snapshot)
  const moves = answeredMoves(read.moves, locked?.sources)
  const of = { ...read, ...keptPlacing(read, locked, before), moves }
  const kinds = keptKinds(of.kinds, before)
  const snapshot = snapshotOf(of.order, of, kinds)
  const personal = personalNow(of, following)
  const isSaidNow = before !== null && isSoldAlike(before, snapshot)
  const isChanged = locked !== null && (!isSaidNow || personal.isChanged)
  const state = locked && stateOf(locked)
  const isPaid = isPaidNow(of, state)
  const followed = decideEvents(state, saleFactsOf(of, { kinds, isChanged, isPaid }), context)
  const hasSnapshot = followed.events.some((event) => event.hasSnapshot)
  const stored = hasSnapshot
    ? newSnapshot({
        saleId,
        number: (locked?.snapshot.number ?? 0) + 1,
        content: canonicalJson(snapshot),
        following,
        parts: personal.parts,
      })
    : null
  const sale = saleColumns(of, { followed, kinds, locked, people: stored?.people ?? [] })
  const isSame = locked !== null && !followed.events.length && sameProjection(locked.sale, sale)
  return isSame
    ? null
    : {
        events: followed.events.map((event) => ({
          ...event,
          actor: event.userId === null ? "system" : `user:${event.userId}`,
          personal: null,
        })),
        snapshot: stored && stored.snapshot,
        sale,
      }
}

/** A sale stays of its day, whatever the store's time zone is now. */
const keptPlacing = (
  { placedAt, soldOn }: OrderOfSale,
  locked: LockedSale | null,
  before: SaleSnapshot | null,
): Placing => ({ placedAt: before?.placed_at ?? placedAt, soldOn: locked?.sale.sold_on ?? soldOn })

/** Whose fields an order has: its customer's; one without a customer has a key of its own. */
export const personRefOf = ({ id, customerId }: Pick<OrderFacts, "id" | "customerId">): string =>
  customerId ?? `order:${id}`

/** What is kept of people, each under their own key. What was erased is not written again. */
function personalNow(
  { order, buyer }: OrderOfSale,
  { locked, person, personalBefore }: Following,
): { parts: PersonalPart[]; isChanged: boolean } {
  const mine = personalBefore.find(({ customerRef }) => customerRef === personRefOf(order))
  const parts = personalParts(personalBefore, personalNowOf(order, buyer), person?.id ?? mine?.person ?? "")
  return { parts, isChanged: locked !== null && personalBefore.length > 0 && !isSaidAlike(parts, personalBefore) }
}

const stateOf = ({ sale, sources, snapshot }: LockedSale): SaleState => ({
  status: sale.status,
  isEffective: sale.is_effective,
  soldTotal: sale.total,
  snapshots: snapshot.number,
  sources,
})

interface NewSnapshot {
  saleId: string
  number: number
  content: string
  following: Following
  parts: readonly PersonalPart[]
}

function newSnapshot({ saleId, number, content, following, parts }: NewSnapshot): {
  snapshot: StoredSnapshot
  people: string[]
} {
  const { person, personalBefore } = following
  const keyOf = (id: string): Buffer | null =>
    id === person?.id ? person.key : (personalBefore.find((part) => part.person === id)?.key ?? null)
  const { personal, people } = sealParts(parts, keyOf, placeOfSnapshot(saleId, number))
  return { snapshot: { sale_id: saleId, number, schema: SNAPSHOT_SCHEMA, content, personal }, people }
}

interface Columns {
  followed: FollowedSale
  kinds: ReadonlyMap<string, LineKind>
  locked: LockedSale | null
  /** Whose fields the new snapshot has. */
  people: readonly string[]
}

function saleColumns(of: OrderOfSale, { followed, kinds, locked, people }: Columns): SaleToWrite["sale"] {
  const { order, placedAt, soldOn } = of
  const titles = order.lines.flatMap(({ title, subtitle, variantTitle, snapshot }) =>
    [title, subtitle, variantTitle, snapshot.variant_sku].filter((text): text is string => typeof text === "string"),
  )
  return {
    display_id: order.displayId,
    customer_id: order.customerId,
    person_ids: [...new Set([...(locked?.sale.person_ids ?? []), ...people])].sort(),
    status: followed.status,
    payment_status: followed.payment.status,
    is_effective: followed.payment.isEffective,
    types: soldTypes(of, kinds),
    currency_code: order.currencyCode,
    total: followed.soldTotal,
    received: followed.payment.received,
    refunded: followed.payment.refunded,
    sold_on: locked?.sale.sold_on ?? soldOn,
    sold_at: locked?.sale.sold_at ?? new Date(placedAt),
    next_on: followed.nextOn,
    search_text: searchTextOf(order.displayId, titles),
    search_prefixes: searchPrefixesOf([String(order.displayId ?? ""), ...titles]),
  }
}

const COMPARED = [
  "status",
  "payment_status",
  "is_effective",
  "customer_id",
  "next_on",
  "received",
  "refunded",
] as const satisfies readonly (keyof SaleToWrite["sale"])[]

const sameProjection = (stored: SaleToWrite["sale"], next: SaleToWrite["sale"]): boolean =>
  COMPARED.every((column) => stored[column] === next[column])
