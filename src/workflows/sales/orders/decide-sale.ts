import { sealPart, type LockedSale, type SaleToWrite } from "../../../modules/sales"
import {
  canonicalJson,
  decideEvents,
  paymentStateOf,
  readPersonal,
  readSnapshot,
  searchPrefixesOf,
  searchTextOf,
  SNAPSHOT_SCHEMA,
  type FollowContext,
  type FollowedSale,
  type SaleSnapshot,
  type SaleState,
  type StoredSnapshot,
} from "../../../rules/sales"
import { placeOfSnapshot, type KeyedPerson, type ReadPart } from "../people/person-keys"
import type { OrderOfSale } from "./load-order-of-sale"
import { owedOf, saleFactsOf } from "./sale-facts-of"
import { personalOf, snapshotOf, type LineKind, type Placing } from "./snapshot-of"

/** What a sale is decided by beside its order. */
export interface Following {
  locked: LockedSale | null
  /** Whose fields are kept; null: they were erased. */
  person: KeyedPerson | null
  context: FollowContext
  saleId: string
  /** What the last snapshot says of people, read before the lock. */
  personalBefore: ReadPart | null
}

/**
 * What is written of an order's sale: made new, or followed; null: nothing. The one rule for a sale that is made with its
 * order, in bulk, and for one that follows later.
 */
export function decideSale(read: OrderOfSale, following: Following): SaleToWrite | null {
  const { locked, context, person, saleId } = following
  const before = locked && snapshotBefore(locked.snapshot)
  const of = { ...read, ...keptPlacing(read, locked, before) }
  const kinds = keptKinds(of.kinds, before)
  const snapshot = canonicalJson(snapshotOf(of.order, of, kinds))
  const personal = personalText(of, following, before)
  const isChanged = locked !== null && (snapshot !== locked.snapshot.content || personal.isChanged)
  const state = locked && stateOf(locked)
  const isPaid = isPaidNow(of, state)
  const followed = decideEvents(state, saleFactsOf(of, { kinds, isChanged, isPaid }), context)
  const hasSnapshot = followed.events.some((event) => event.hasSnapshot)
  const stored = hasSnapshot
    ? newSnapshot({
        saleId,
        number: (locked?.snapshot.number ?? 0) + 1,
        content: snapshot,
        text: personal.text,
        person,
      })
    : null
  const sale = saleColumns(of, { followed, kinds, locked, personId: (stored && person?.id) ?? null })
  const isSame = locked !== null && !followed.events.length && sameProjection(locked.sale, sale)
  return isSame
    ? null
    : {
        events: followed.events.map((event) => ({
          ...event,
          actor: event.userId === null ? "system" : `user:${event.userId}`,
          personal: null,
        })),
        snapshot: stored,
        sale,
      }
}

const snapshotBefore = ({ schema, content }: StoredSnapshot): SaleSnapshot | null => {
  const read = readSnapshot(schema, content)
  return read.ok ? read.snapshot : null
}

/** A sale stays of its day, whatever the store's time zone is now. */
const keptPlacing = (
  { placedAt, soldOn }: OrderOfSale,
  locked: LockedSale | null,
  before: SaleSnapshot | null,
): Placing => ({ placedAt: before?.placed_at ?? placedAt, soldOn: locked?.sale.sold_on ?? soldOn })

/** A line stays what it was sold as: a rental that came back has no booking any more. */
function keptKinds(now: ReadonlyMap<string, LineKind>, before: SaleSnapshot | null): Map<string, LineKind> {
  const kept = (before?.lines ?? []).map(({ id, type, period }) => [id, { type, period }] as const)
  return new Map([...now, ...kept])
}

/**
 * What is kept of people: the order's own address and e-mail as they are now, and of the customer what was said when it was
 * sold, as long as the order is theirs. What was erased is not written again.
 */
function personalText(
  { order, buyer }: OrderOfSale,
  { locked, personalBefore }: Following,
  before: SaleSnapshot | null,
): { text: string; isChanged: boolean } {
  const now = personalOf(order, buyer)
  if (!locked || before?.customer_id !== order.customerId) {
    return { text: canonicalJson(now), isChanged: locked !== null }
  }
  if (!personalBefore || "problem" in personalBefore) {
    return { text: canonicalJson(now), isChanged: false }
  }
  const said = readPersonal(personalBefore.text)
  const { name, company, vat_number } = said ?? now
  const text = canonicalJson({ ...now, name, company, vat_number })
  return { text, isChanged: text !== personalBefore.text }
}

const stateOf = ({ sale, sources, snapshot }: LockedSale): SaleState => ({
  status: sale.status,
  isEffective: sale.is_effective,
  soldTotal: sale.total,
  snapshots: snapshot.number,
  sources,
})

function isPaidNow({ order, moves }: OrderOfSale, state: SaleState | null): boolean {
  const facts = { ...owedOf(order), isAuthorized: false, isCanceled: order.isCanceled, moves }
  return paymentStateOf(state?.isEffective ?? false, { ...facts, soldTotal: state?.soldTotal ?? order.total })
    .isEffective
}

interface NewSnapshot {
  saleId: string
  number: number
  content: string
  text: string
  person: KeyedPerson | null
}

function newSnapshot({ saleId, number, content, text, person }: NewSnapshot): StoredSnapshot {
  const personal = person && canonicalJson([sealPart(person, placeOfSnapshot(saleId, number), text)])
  return { sale_id: saleId, number, schema: SNAPSHOT_SCHEMA, content, personal }
}

interface Columns {
  followed: FollowedSale
  kinds: ReadonlyMap<string, LineKind>
  locked: LockedSale | null
  /** Whose fields the new snapshot has; null: there is none. */
  personId: string | null
}

function saleColumns(
  { order, placedAt, soldOn }: OrderOfSale,
  { followed, kinds, locked, personId }: Columns,
): SaleToWrite["sale"] {
  const titles = order.lines.flatMap(({ title, subtitle, variantTitle, snapshot }) =>
    [title, subtitle, variantTitle, snapshot.variant_sku].filter((text): text is string => typeof text === "string"),
  )
  const people = [...(locked?.sale.person_ids ?? []), ...(personId === null ? [] : [personId])]
  return {
    display_id: order.displayId,
    customer_id: order.customerId,
    person_ids: [...new Set(people)].sort(),
    status: followed.status,
    payment_status: followed.payment.status,
    is_effective: followed.payment.isEffective,
    types: [...new Set(order.lines.flatMap(({ id }) => kinds.get(id)?.type ?? []))].sort(),
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
