import type { MedusaContainer } from "@medusajs/framework/types"
import { newId } from "../../../modules/core"
import {
  PREFIX_LENGTH,
  SALES_MODULE,
  sealPart,
  writeSale,
  type LockedSale,
  type SalesModuleService,
  type SaleToWrite,
} from "../../../modules/sales"
import type { CivilDate } from "../../../rules/calendar"
import {
  canonicalJson,
  decideEvents,
  foldText,
  paymentStateOf,
  readPersonal,
  readSnapshot,
  searchTextOf,
  SNAPSHOT_SCHEMA,
  type FollowContext,
  type FollowedSale,
  type SaleSnapshot,
  type SaleState,
  type StoredSnapshot,
} from "../../../rules/sales"
import { openParts, personOf, placeOfSnapshot, type KeyedPerson, type ReadPart } from "../people/person-keys"
import { readLastSnapshotOfOrder } from "./last-snapshot-of-order"
import { loadOrderOfSale, type OrderOfSale } from "./load-order-of-sale"
import { saleFactsOf } from "./sale-facts-of"
import { personalOf, snapshotOf, type LineKind } from "./snapshot-of"

export interface FollowInput {
  orderId: string
  now: Date
  asOf: CivilDate
  /** What called for it: a kind of order change, `day` or `backfill`. */
  cause: string
}

/**
 * Makes the sale of an order, or has it follow what happened to the order since: run twice, or late, it adds nothing. What
 * is read is read before the sale's lock; what is decided is decided under it.
 */
export async function followOrder(
  container: MedusaContainer,
  { orderId, now, asOf, cause }: FollowInput,
): Promise<{ isNew: boolean; written: number }> {
  const of = await loadOrderOfSale(container, orderId)
  if (!of) {
    return { isNew: false, written: 0 }
  }
  const { db, options } = container.resolve<SalesModuleService>(SALES_MODULE)
  const last = await readLastSnapshotOfOrder(container, orderId)
  const [personalBefore = null] = last ? await openParts(container, [last.part]) : []
  const isSameCustomer = last !== null && last.customerId === of.order.customerId
  // What was erased is not written again, unless the order is now another's.
  const isErased = isSameCustomer && (personalBefore === null || "problem" in personalBefore)
  const person = isErased ? null : await personOf(container, of.order.customerId ?? `order:${orderId}`)
  const newSaleId = newId("sale")
  const context: FollowContext = {
    asOf,
    now: now.toISOString(),
    cause,
    returnDays: options.returnDays,
    isOrderClosed: ["completed", "archived"].includes(of.order.status),
  }
  return writeSale(db.knex, { orderId, newSaleId, at: now }, (locked) =>
    decideSale(of, { locked, person, context, saleId: locked?.sale.id ?? newSaleId, personalBefore }),
  )
}

interface Following {
  locked: LockedSale | null
  /** Whose fields are kept; null: they were erased. */
  person: KeyedPerson | null
  context: FollowContext
  saleId: string
  /** What the last snapshot says of people, read before the lock. */
  personalBefore: ReadPart | null
}

function decideSale(of: OrderOfSale, following: Following): SaleToWrite | null {
  const { locked, context, person, saleId } = following
  const before = locked && snapshotBefore(locked.snapshot)
  const kinds = keptKinds(of.kinds, before)
  const snapshot = canonicalJson(snapshotOf(of.order, of.soldOn, kinds))
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
        events: followed.events.map((event) => ({ ...event, actor: "system", personal: null })),
        snapshot: stored,
        sale,
      }
}

const snapshotBefore = ({ schema, content }: StoredSnapshot): SaleSnapshot | null => {
  const read = readSnapshot(schema, content)
  return read.ok ? read.snapshot : null
}

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
  const facts = { total: order.total, isAuthorized: false, isCanceled: order.isCanceled, moves }
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
  { order, soldOn }: OrderOfSale,
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
    sold_at: locked?.sale.sold_at ?? new Date(order.createdAt),
    next_on: followed.nextOn,
    search_text: searchTextOf(order.displayId, titles),
    search_prefixes: prefixesOf([String(order.displayId ?? ""), ...titles]),
  }
}

/** The beginnings of words that are too short for the index of trigrams. */
function prefixesOf(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => foldText(text).split(" "))
  const lengths = Array.from({ length: PREFIX_LENGTH }, (_, index) => index + 1)
  const prefixes = words.flatMap((word) => lengths.map((length) => [...word].slice(0, length).join("")))
  return [...new Set(prefixes.filter(Boolean))].sort()
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
