import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  changedDiscountFields,
  type AssignmentColumns,
  type StoredArticleDiscount,
  type TermsColumns,
} from "../../../../rules/discounts"
import type { Versioned } from "../../../../rules/versions"
import { raiseVersion } from "../../../core"
import type { RuleRow } from "../../rows"
import { changed, removed } from "./list-change"
import { takeTurns } from "./take-turns"

export type {
  AssignmentColumns as AssignmentRecord,
  PeriodColumns as PeriodRecord,
  StoredArticleDiscount,
  TermsColumns as TermsRecord,
} from "../../../../rules/discounts"

/** From the stored discount to the new one; null: none. Swapped, it is its own compensation. */
export interface ArticleDiscountChange {
  before: StoredArticleDiscount | null
  after: StoredArticleDiscount | null
  /** The version that it was decided on; left out: whatever it is. */
  expected?: number | undefined
}

const DISCOUNT = "discounts_discount"
const RULE = "discounts_rule"
const ASSIGNMENT = "discounts_assignment"

const TERMS = [
  "id",
  "name",
  "is_active",
  "groups",
  "note",
  "renewals",
  "renewal_cycles",
  "usage_limit",
  "usage_limit_per_customer",
] as const

export const TERMS_COLUMNS: readonly string[] = [...TERMS, "used", "version", "changed_in"]

/** These discounts, each whole, in the given order. Three statements however many. */
export async function readArticleDiscounts(knex: Knex, ids: string[]): Promise<StoredArticleDiscount[]> {
  if (!ids.length) {
    return []
  }
  const discounts = await knex(DISCOUNT)
    .select<StoredArticleDiscount["discount"][]>([...TERMS_COLUMNS, "type"])
    .whereIn("id", ids)
  const rules = await knex(RULE)
    .select<(RuleRow & { discount_id: string })[]>([
      "id",
      "discount_id",
      "trigger",
      "min_value as min",
      "max_value as max",
      "mode",
      "value",
      "per",
      "currency_code",
    ])
    .whereIn("discount_id", ids)
    .orderBy("rank")
  const assignments = await knex(ASSIGNMENT)
    .select<(AssignmentColumns & { discount_id: string })[]>([
      "id",
      "discount_id",
      "level",
      "target_id",
      "position",
      "limited_duration",
      "starts_on",
      "ends_on",
    ])
    .whereIn("discount_id", ids)
    .orderBy(["level", "target_id", "id"])
  const stored = new Map(
    discounts.map((discount): [string, StoredArticleDiscount] => [
      discount.id,
      { discount, rules: [], assignments: [] },
    ]),
  )
  for (const { discount_id, ...rule } of rules) {
    stored.get(discount_id)?.rules.push(rule)
  }
  for (const { discount_id, ...assignment } of assignments) {
    stored.get(discount_id)?.assignments.push(assignment)
  }
  return ids.flatMap((id) => stored.get(id) ?? [])
}

/** The discount that an assignment belongs to. */
export async function discountOfAssignment(knex: Knex, assignmentId: string): Promise<string | null> {
  const row = await knex(ASSIGNMENT).where("id", assignmentId).first<{ discount_id: string } | undefined>("discount_id")
  return row?.discount_id ?? null
}

/**
 * Stores a discount in one transaction. Only rows that differ are written: what somebody else adds to the list of
 * assignments meanwhile stays. False where the discount to change was deleted, or is not at the expected version.
 */
export async function writeArticleDiscount(
  knex: Knex,
  { before, after, expected }: ArticleDiscountChange,
): Promise<boolean> {
  if (!after) {
    await knex(DISCOUNT)
      .where("id", before?.discount.id ?? "")
      .delete()
    return true
  }
  return knex.transaction(async (trx) => {
    const fields = before && changedDiscountFields(before, after)
    if (!(await writeTerms(trx, DISCOUNT, { discount: after.discount, fields, expected }))) {
      return false
    }
    const discount_id = after.discount.id
    if (JSON.stringify(before?.rules ?? []) !== JSON.stringify(after.rules)) {
      await trx(RULE).where({ discount_id }).delete()
      await trx.batchInsert(
        RULE,
        after.rules.map(({ min, max, ...rule }, rank) => ({
          ...rule,
          min_value: min,
          max_value: max,
          discount_id,
          rank,
        })),
        250,
      )
    }
    await writeAssignments(trx, discount_id, { before: before?.assignments ?? [], after: after.assignments })
    return true
  })
}

interface TermsChange {
  discount: TermsColumns & Versioned & { used: number }
  /** What is changed of it; null: it is new. */
  fields: string[] | null
  expected?: number | undefined
}

/**
 * Inserts a discount's own row, or updates what is changed of it, but never its count of uses. What is changed of its
 * lists raises its version, too. False where it was deleted, or is not at the expected version.
 */
export async function writeTerms(
  trx: Knex,
  table: string,
  { discount, fields, expected }: TermsChange,
): Promise<boolean> {
  if (!fields) {
    await trx(table).insert(discount)
    return true
  }
  const { id } = discount
  if (!fields.length) {
    return true
  }
  if (!(await raiseVersion(trx, { table, key: { id }, fields, expected }))) {
    return false
  }
  const columns = Object.entries(discount).filter(([column]) => fields.includes(column))
  if (columns.length) {
    await trx(table).where({ id }).update(Object.fromEntries(columns))
  }
  return true
}

async function writeAssignments(
  trx: Knex,
  discount_id: string,
  change: { before: AssignmentColumns[]; after: AssignmentColumns[] },
): Promise<void> {
  const gone = removed(change)
  if (gone.length) {
    await trx(ASSIGNMENT).whereIn("id", gone).delete()
  }
  const written = changed(change)
  const last = await lastPositions(
    trx,
    written.filter((one) => one.position === null),
  )
  for (const { position, ...assignment } of written) {
    const place = position ?? (last.get(placeOf(assignment)) ?? -1) + 1
    await trx(ASSIGNMENT)
      .insert({ ...assignment, discount_id, position: place })
      .onConflict("id")
      .merge({
        limited_duration: assignment.limited_duration,
        starts_on: assignment.starts_on,
        ends_on: assignment.ends_on,
        updated_at: trx.fn.now(),
      })
  }
}

const placeOf = ({ level, target_id }: { level: string; target_id: string }): string => `${level} ${target_id}`

/** The last position in each of these targets' lists; others who add to one of them wait. */
async function lastPositions(trx: Knex, assignments: AssignmentColumns[]): Promise<Map<string, number>> {
  if (!assignments.length) {
    return new Map()
  }
  await takeTurns(
    trx,
    assignments.map((one) => `${ASSIGNMENT} ${placeOf(one)}`),
  )
  const rows: { level: string; target_id: string; last: number }[] = await trx(ASSIGNMENT)
    .select("level", "target_id")
    .max("position as last")
    .whereIn(
      ["level", "target_id"],
      assignments.map(({ level, target_id }) => [level, target_id]),
    )
    .groupBy("level", "target_id")
  return new Map(rows.map((row) => [placeOf(row), row.last]))
}
