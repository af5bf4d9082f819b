import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { FigureMovement, SubscriptionFigure } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { amountColumns, insertRows, newId } from "../../../core"

const TABLE = "billing_subscription_figure"
const MOVEMENTS = "billing_figure_movement"
const CHUNK = 500

interface FigureRow {
  id: string
  currency_code: string
  is_active: boolean
  mrr: string
  at_risk: string
  has_counted: boolean
}

/** What subscriptions count as it was written last, and whether they have counted at any time. */
export interface StoredFigure {
  isActive: boolean
  mrr: string
  atRisk: string
  hasCounted: boolean
}

export async function readSubscriptionFigures(knex: Knex, ids: readonly string[]): Promise<Map<string, StoredFigure>> {
  const rows: FigureRow[] = await knex(`${TABLE} as f`)
    .whereIn("f.id", ids)
    .whereNull("f.deleted_at")
    .select(
      "f.id",
      "f.is_active",
      knex.raw("f.mrr::text as mrr"),
      knex.raw("f.at_risk::text as at_risk"),
      knex.raw(
        `exists (select 1 from ${MOVEMENTS} m where m.subscription_id = f.id and m.deleted_at is null) as has_counted`,
      ),
    )
  return new Map(
    rows.map(({ id, is_active, mrr, at_risk, has_counted }) => [
      id,
      { isActive: is_active, mrr, atRisk: at_risk, hasCounted: has_counted },
    ]),
  )
}

export interface NewFigure {
  subscription_id: string
  currency_code: string
  on_date: CivilDate
  figure: SubscriptionFigure
  movement: FigureMovement | null
}

/** Writes what subscriptions count now, and what moved. */
export async function writeSubscriptionFigures(trx: Knex, figures: readonly NewFigure[]): Promise<void> {
  const rows = figures.map(({ subscription_id, currency_code, figure }) => ({
    id: subscription_id,
    currency_code,
    is_active: figure.isActive,
    renews_on: figure.renewsOn,
    ...amountColumns("mrr", figure.mrr),
    ...amountColumns("at_risk", figure.atRisk),
    ...amountColumns("renewal_amount", figure.renewalAmount),
  }))
  for (let start = 0; start < rows.length; start += CHUNK) {
    await trx(TABLE)
      .insert(rows.slice(start, start + CHUNK))
      .onConflict("id")
      .merge()
  }
  const moved = figures.flatMap(({ subscription_id, currency_code, on_date, movement }) =>
    movement
      ? [
          {
            id: newId("bfmv"),
            subscription_id,
            currency_code,
            on_date,
            kind: movement.kind,
            active: movement.active,
            ...amountColumns("mrr", movement.mrr),
            ...amountColumns("at_risk", movement.atRisk),
          },
        ]
      : [],
  )
  await insertRows(trx, { table: MOVEMENTS, rows: moved, chunk: CHUNK })
}
