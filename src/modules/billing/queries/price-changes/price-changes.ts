import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  PendingPrice,
  PriceChange,
  PriceChangeFacts,
  PriceChangeMode,
  PriceChangeStatus,
  WithoutConsent,
} from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Actor } from "../../../core"

/** A new price of a subscription, as it was decided and told. */
export interface NewPriceChange {
  id: string
  migration_id: string
  subscription_id: string
  mode: PriceChangeMode
  status: PriceChangeStatus
  changes: PriceChange[]
  effective_on: CivilDate
  tell_on: CivilDate
  answer_until: CivilDate | null
  without_consent: WithoutConsent | null
  as_of: CivilDate
  actor: Actor
}

export interface PriceChangeRecord extends NewPriceChange {
  answered_on: CivilDate | null
  answered_by: string | null
  ends_on: CivilDate | null
  /** Of the token in the latest message that asks; null: none has a link. */
  token_hash: string | null
  created_at: Date
}

const TABLE = "billing_price_change"
/** As the partial indexes say it. */
const OPEN = ["announced", "asked", "accepted"] as const satisfies readonly PriceChangeStatus[]
const AGREED = ["announced", "accepted"] as const satisfies readonly PriceChangeStatus[]

/** The one place where a row becomes the facts of its rules. */
export const toPriceChangeFacts = (row: PriceChangeRecord): PriceChangeFacts => ({
  status: row.status,
  effectiveOn: row.effective_on,
  answerUntil: row.answer_until,
  withoutConsent: row.without_consent,
})

/** Records new prices. The database refuses a second open one of a subscription. */
export async function insertPriceChanges(trx: Knex, changes: NewPriceChange[]): Promise<void> {
  if (changes.length) {
    await trx(TABLE).insert(changes.map((one) => ({ ...one, changes: JSON.stringify(one.changes) })))
  }
}

/** The new prices of these subscriptions that are not over. */
export async function openPriceChanges(knex: Knex, subscriptionIds: readonly string[]): Promise<PriceChangeRecord[]> {
  return subscriptionIds.length
    ? knex(TABLE).whereIn("subscription_id", subscriptionIds).whereIn("status", OPEN).whereNull("deleted_at")
    : []
}

export const toPendingPrice = ({ effective_on, changes }: PriceChangeRecord): PendingPrice => ({
  effectiveOn: effective_on,
  parts: changes.flatMap(({ parts }) => parts),
})

/** The new prices that hold from a day on, without anybody's answer. By subscription. */
export async function pendingPrices(
  knex: Knex,
  subscriptionIds: readonly string[],
): Promise<Map<string, PendingPrice>> {
  const open = await openPriceChanges(knex, subscriptionIds)
  return new Map(
    open.filter(({ status }) => status !== "asked").map((row) => [row.subscription_id, toPendingPrice(row)]),
  )
}

/** The latest new price of a subscription that was told; undefined: there was none. */
export async function latestPriceChange(knex: Knex, subscriptionId: string): Promise<PriceChangeRecord | undefined> {
  return knex(TABLE).where({ subscription_id: subscriptionId }).whereNull("deleted_at").orderBy("id", "desc").first()
}

/** Sets the token by which a new price is answered, where an answer is asked for; false: none is. */
export async function setPriceAnswerToken(
  knex: Knex,
  { id, token_hash }: { id: string; token_hash: string },
): Promise<boolean> {
  const set = await knex(TABLE).where({ id, status: "asked" }).whereNull("deleted_at").update({ token_hash })
  return set === 1
}

export async function findPriceChange(knex: Knex, id: string): Promise<PriceChangeRecord | undefined> {
  return knex(TABLE).where({ id }).whereNull("deleted_at").first()
}

/** The new price of a token, by its hash, whatever has become of it. */
export async function findPriceChangeByHash(knex: Knex, tokenHash: string): Promise<PriceChangeRecord | undefined> {
  return knex(TABLE).where({ token_hash: tokenHash }).whereNull("deleted_at").first()
}

/** Whether a subscription is to end because its customer did not agree to a new price, on whatever day it is by now. */
export async function endsWithoutConsent(knex: Knex, subscriptionId: string): Promise<boolean> {
  const found = await knex(TABLE)
    .where({ subscription_id: subscriptionId })
    .whereNotNull("ends_on")
    .whereNull("deleted_at")
    .first("id")
  return found !== undefined
}

/** The store has taken such an end back. */
export async function forgetEndWithoutConsent(trx: Knex, subscriptionId: string): Promise<void> {
  await trx(TABLE)
    .where({ subscription_id: subscriptionId })
    .whereNotNull("ends_on")
    .whereNull("deleted_at")
    .update({ ends_on: null, updated_at: trx.fn.now() })
}

/** Moves a new price on; false: somebody else has. */
export async function movePriceChange(
  trx: Knex,
  { id, from }: Pick<PriceChangeRecord, "id"> & { from: PriceChangeStatus },
  patch: { status: PriceChangeStatus } & Partial<Pick<PriceChangeRecord, "answered_on" | "answered_by" | "ends_on">>,
): Promise<boolean> {
  const moved = await trx(TABLE)
    .where({ id, status: from })
    .whereNull("deleted_at")
    .update({ ...patch, updated_at: trx.fn.now() })
  return moved === 1
}

/** Subscriptions with a new price whose day has come, or whose time for an answer is over. */
export async function priceChangesToSettle(knex: Knex, asOf: CivilDate): Promise<string[]> {
  const due = (statuses: readonly PriceChangeStatus[]) =>
    knex(TABLE).select("subscription_id").whereIn("status", statuses).whereNull("deleted_at")
  const rows: { subscription_id: string }[] = await due(AGREED)
    .where("effective_on", "<=", asOf)
    .unionAll([due(["asked"]).where("answer_until", "<", asOf)])
  return rows.map(({ subscription_id }) => subscription_id)
}

/** Those of a product or a cycle that run, the earliest first. */
export async function subscriptionsOnOffer(
  knex: Knex,
  { productId, cycleId, limit }: { productId?: string | undefined; cycleId?: string | undefined; limit: number },
): Promise<string[]> {
  const query = knex("billing_subscription_item as i")
    .join("billing_subscription as s", "s.id", "i.subscription_id")
    .whereNull("i.deleted_at")
    .whereNull("i.parent_id")
    .whereNull("s.deleted_at")
    .whereNotIn("s.status", ["canceled", "expired"])
    .distinct("s.id")
    .orderBy("s.id")
    .limit(limit)
  if (productId !== undefined) {
    void query.where("i.product_id", productId)
  }
  if (cycleId !== undefined) {
    void query.where("i.cycle_id", cycleId)
  }
  return query.pluck("s.id")
}
