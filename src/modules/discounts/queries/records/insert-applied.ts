import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../../rules/calendar"
import type { DiscountSource } from "../../../../rules/discounts/states"
import type { Decimal } from "../../../../rules/money"
import type { AppliedKind } from "../../../../rules/discounts/report/given-back"

/** What a discount took off an order line: a row of the report. */
export interface NewApplied {
  order_id: string
  order_line_id: string
  version: number
  /** Null for the personal percentage. */
  discount_id: string | null
  source: DiscountSource
  name: string
  amount: Decimal
  line_price: Decimal
  quantity: number | Decimal
  currency_code: string
  applied_on: CivilDate
  kind: AppliedKind
}

/** Writes what was taken off. Existing rows stay, so that a second run adds nothing. */
export async function insertApplied(trx: Knex, rows: NewApplied[]): Promise<void> {
  if (rows.length) {
    const withIds = rows.map((row) => ({ id: appliedId(row), ...row }))
    await trx("discounts_applied").insert(withIds).onConflict().ignore()
  }
}

/** Reverses what lines of an order counted in the report, from that day on. A second call changes nothing. */
export async function reverseLines(
  knex: Knex,
  { orderId, lineIds, on }: { orderId: string; lineIds: string[]; on: CivilDate },
): Promise<void> {
  if (lineIds.length) {
    await knex("discounts_applied")
      .where("order_id", orderId)
      .whereIn("order_line_id", lineIds)
      .whereNull("reversed_on")
      .update({ reversed_on: on, updated_at: knex.fn.now() })
  }
}

/** Made from the row's unique fields. */
const appliedId = ({ order_line_id, version, source, discount_id, kind }: NewApplied): string =>
  [`dapp_${order_line_id.replace(/^ordli_/, "")}_${version}_${discount_id ?? source}`, ...suffixOf(kind)].join("_")

const suffixOf = (kind: AppliedKind): AppliedKind[] => (kind === "return" || kind === "refund" ? [kind] : [])
