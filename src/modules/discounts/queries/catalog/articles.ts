import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AssignmentLevel, DiscountType } from "../../../../rules/discounts/states"
import type { Decimal } from "../../../../rules/money"
import type { Versioned } from "../../../../rules/versions"
import { raiseVersion } from "../../../core"
import type { AssignmentRecord, PeriodRecord } from "./article-discounts"

export interface Target {
  level: AssignmentLevel
  target_id: string
}

/** What is stored about a product, a variant, or many articles at once. */
export interface ArticleRecord extends Versioned {
  id: string
  level: AssignmentLevel
  target_id: string
  order_discount_eligible: boolean | null
  costs: Record<string, Decimal> | null
}

/** An assignment with its discount, as an article's list shows it. */
export interface ListedAssignment extends Target, PeriodRecord {
  assignment_id: string
  discount_id: string
  position: number
  name: string
  type: DiscountType
  is_active: boolean
  /** The discount's. */
  version: number
}

const ARTICLE = "discounts_article"
const ASSIGNMENT = "discounts_assignment"
const ARTICLE_COLUMNS = [
  "id",
  "level",
  "target_id",
  "order_discount_eligible",
  "costs",
  "version",
  "changed_in",
] as const

const pairs = (targets: Target[]) => targets.map(({ level, target_id }) => [level, target_id])

export async function readArticle(knex: Knex, { level, target_id }: Target): Promise<ArticleRecord | null> {
  const row = await knex(ARTICLE)
    .where({ level, target_id })
    .first<ArticleRecord | undefined>(...ARTICLE_COLUMNS)
  return row ?? null
}

/** From the stored record to the new one; null: none. Swapped, it is its own compensation. */
export interface ArticleChange {
  before: ArticleRecord | null
  after: ArticleRecord | null
  /** What is changed of it. */
  fields: string[]
  /** The version that it was decided on, 0 for none; left out: whatever it is. */
  expected?: number | undefined
}

/**
 * Stores what is changed of an article's record; `after: null` deletes it. Of two that make it at the same time, the
 * second adds its fields to the first's. False where it is not at the expected version.
 */
export async function writeArticle(knex: Knex, { before, after, fields, expected }: ArticleChange): Promise<boolean> {
  if (!after) {
    await knex(ARTICLE)
      .where("id", before?.id ?? "")
      .delete()
    return true
  }
  const { id, level, target_id, order_discount_eligible, costs } = after
  const values = { order_discount_eligible, costs: costs && JSON.stringify(costs) }
  const changed = Object.fromEntries(Object.entries(values).filter(([column]) => fields.includes(column)))
  const changedIn = Object.fromEntries(fields.map((field) => [field, 1]))
  return knex.transaction(async (trx) => {
    if (!before) {
      const made = await trx(ARTICLE)
        .insert({ id, level, target_id, ...values, changed_in: JSON.stringify(changedIn) })
        .onConflict(["level", "target_id"])
        .ignore()
        .returning("id")
      if (made.length || expected !== undefined) {
        return made.length === 1
      }
    }
    if (!fields.length) {
      return true
    }
    const isRaised = await raiseVersion(trx, { table: ARTICLE, key: { level, target_id }, fields, expected })
    if (isRaised) {
      await trx(ARTICLE).where({ level, target_id }).update(changed)
    }
    return isRaised
  })
}

export async function readArticles(knex: Knex, targets: Target[]): Promise<ArticleRecord[]> {
  return knex(ARTICLE)
    .whereIn(["level", "target_id"], pairs(targets))
    .select<ArticleRecord[]>(...ARTICLE_COLUMNS)
}

/** A page of what the order discount applies to, or does not, by its own word: the widest first. */
export async function listEligibility(
  knex: Knex,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: ArticleRecord[]; count: number }> {
  const said = () => knex(ARTICLE).whereNotNull("order_discount_eligible")
  const rows = await said()
    .select<ArticleRecord[]>(...ARTICLE_COLUMNS)
    .orderByRaw("array_position(array['all', 'category', 'collection', 'product', 'variant'], level), target_id")
    .limit(limit)
    .offset(offset)
  const [counted] = await said().count<{ count: string }[]>("* as count")
  return { rows, count: Number(counted?.count ?? 0) }
}

/** What is assigned to these targets, active or not: by level in the order of the rule, then by position. */
export async function listAssignments(knex: Knex, targets: Target[]): Promise<ListedAssignment[]> {
  if (!targets.length) {
    return []
  }
  return knex(`${ASSIGNMENT} as a`)
    .join("discounts_discount as d", "d.id", "a.discount_id")
    .select<ListedAssignment[]>([
      "a.id as assignment_id",
      "a.discount_id",
      "a.level",
      "a.target_id",
      "a.position",
      "a.limited_duration",
      "a.starts_on",
      "a.ends_on",
      "d.name",
      "d.type",
      "d.is_active",
      "d.version",
    ])
    .whereIn(["a.level", "a.target_id"], pairs(targets))
    .orderByRaw(
      "array_position(array['variant', 'product', 'collection', 'category', 'all'], a.level), a.position, a.discount_id",
    )
}

/** Gives each assignment its place in its target's list, in one statement. */
export async function placeAssignments(knex: Knex, ids: string[]): Promise<void> {
  await knex.raw(
    `update ${ASSIGNMENT} a set position = t.place - 1, updated_at = now()
     from unnest(?::text[]) with ordinality as t (id, place) where a.id = t.id and a.position <> t.place - 1`,
    [ids],
  )
}

/** Articles and assignments of targets that are deleted. */
export interface DeletedTargetRows {
  articles: ArticleRecord[]
  assignments: (AssignmentRecord & { discount_id: string })[]
}

/** Deletes all rows that point at these targets, and returns them. */
export async function deleteTargetRows(knex: Knex, targets: Target[]): Promise<DeletedTargetRows> {
  if (!targets.length) {
    return { articles: [], assignments: [] }
  }
  return knex.transaction(async (trx) => ({
    articles: await trx(ARTICLE)
      .whereIn(["level", "target_id"], pairs(targets))
      .delete()
      .returning<ArticleRecord[]>([...ARTICLE_COLUMNS]),
    assignments: await trx(ASSIGNMENT)
      .whereIn(["level", "target_id"], pairs(targets))
      .delete()
      .returning<DeletedTargetRows["assignments"]>([
        "id",
        "discount_id",
        "level",
        "target_id",
        "position",
        "limited_duration",
        "starts_on",
        "ends_on",
      ]),
  }))
}

/** Restores the deleted rows, but not those of a discount that was deleted meanwhile. */
export async function restoreTargetRows(knex: Knex, { articles, assignments }: DeletedTargetRows): Promise<void> {
  await knex.transaction(async (trx) => {
    for (const { costs, ...article } of articles) {
      await trx(ARTICLE)
        .insert({ ...article, costs: costs && JSON.stringify(costs) })
        .onConflict()
        .ignore()
    }
    const discounts: string[] = await trx("discounts_discount")
      .whereIn(
        "id",
        assignments.map((one) => one.discount_id),
      )
      .pluck("id")
    const kept = assignments.filter((one) => discounts.includes(one.discount_id))
    if (kept.length) {
      await trx(ASSIGNMENT).insert(kept).onConflict().ignore()
    }
  })
}
