import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { raiseVersion } from "../../../core"
import { changedFields } from "../../../../rules/versions"
import type { CycleColumns, OfferColumns, SetupFeeColumns, StoredOffer } from "../../../../rules/billing"

export type { CycleColumns as CycleRow, OfferColumns as OfferRow, SetupFeeColumns as SetupFeeRow, StoredOffer }

type Row = { id: string }

/** Ignores key order and the database's JSON formatting. */
const same = (a: object, b: object): boolean => {
  const entries = (value: object) => JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
  return entries(a) === entries(b)
}

async function write<T extends Row>(
  trx: Knex,
  table: string,
  change: { before: T[]; after: T[] },
  stored: (row: T) => object,
) {
  const before = new Map(change.before.map((row) => [row.id, row]))
  const changed = change.after.filter((row) => {
    const old = before.get(row.id)
    return !old || !same(old, row)
  })
  for (const row of changed) {
    const values = { ...stored(row), deleted_at: null, updated_at: trx.fn.now() }
    await trx(table).insert(values).onConflict("id").merge(values)
  }
}

async function remove<T extends Row>(trx: Knex, table: string, change: { before: T[]; after: T[] }) {
  const kept = new Set(change.after.map((row) => row.id))
  const gone = change.before.map((row) => row.id).filter((id) => !kept.has(id))
  if (gone.length) {
    await trx(table).whereIn("id", gone).update({ deleted_at: trx.fn.now(), updated_at: trx.fn.now() })
  }
}

/** Two cycles may have swapped intervals: avoids a unique violation while they are written. */
async function clearIntervals(
  trx: Knex,
  { before, after }: { before: CycleColumns[]; after: CycleColumns[] },
): Promise<void> {
  const kept = new Map(after.map((cycle) => [cycle.id, cycle]))
  const moved = before.filter(({ id, interval_unit, interval_count }) => {
    const now = kept.get(id)
    return now && (now.interval_unit !== interval_unit || now.interval_count !== interval_count)
  })
  if (moved.length) {
    const ids = moved.map(({ id }) => id)
    await trx("billing_cycle").whereIn("id", ids).update({ interval_unit: null, interval_count: null })
  }
}

/** How a change of an offer came about. */
export interface OfferEdit {
  /** What was changed with it that is stored elsewhere. */
  also?: readonly string[]
  /** The version that it was decided on; left out: whatever it is. */
  expected?: number | undefined
}

interface OfferChange extends OfferEdit {
  before: StoredOffer | null
  after: StoredOffer | null
}

const fieldsOf = ({ offer, cycles, setupFees }: StoredOffer) => ({
  ...offer,
  version: null,
  changed_in: null,
  cycles,
  setup_fees: setupFees,
})

/** Gives the offer its next version where something is changed; false where it is not at the expected one. */
async function raise(trx: Knex, { before, after, also = [], expected }: OfferChange): Promise<boolean> {
  if (!before || !after) {
    return true
  }
  const fields = [...changedFields(fieldsOf(before), fieldsOf(after)), ...also]
  return !fields.length || raiseVersion(trx, { table: "billing_offer", key: { id: before.offer.id }, fields, expected })
}

/**
 * Makes a product's stored offer equal to `after`, in one transaction: null deletes it. Only rows that differ from
 * `before` are touched, and turning the two round undoes it. A second offer, variant or interval that slipped in
 * meanwhile is refused by the unique indexes. False where it is not at the expected version.
 */
export async function writeOffer(knex: Knex, change: OfferChange): Promise<boolean> {
  const { before, after } = change
  const list = <T>(pick: (stored: StoredOffer) => T[]) => ({
    before: before ? pick(before) : [],
    after: after ? pick(after) : [],
  })
  const offers = list((stored) => [stored.offer])
  const cycles = list((stored) => stored.cycles)
  const fees = list((stored) => stored.setupFees)
  const offerId = after?.offer.id
  return knex.transaction(async (trx) => {
    if (!(await raise(trx, change))) {
      return false
    }
    await remove(trx, "billing_setup_fee", fees)
    await remove(trx, "billing_cycle", cycles)
    await remove(trx, "billing_offer", offers)
    await write(trx, "billing_offer", offers, ({ version: _version, changed_in: _changed, ...row }) => ({
      ...row,
      cross_sells: JSON.stringify(row.cross_sells),
    }))
    await clearIntervals(trx, cycles)
    await write(trx, "billing_cycle", cycles, (row) => ({ ...row, offer_id: offerId }))
    await write(trx, "billing_setup_fee", fees, (row) => ({
      ...row,
      raw_amount: JSON.stringify({ value: row.amount, precision: 20 }),
    }))
    return true
  })
}
