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

/** Made from the row's unique fields. */
const appliedId = ({ order_line_id, version, source, discount_id, kind }: NewApplied): string =>
  [`dapp_${order_line_id.replace(/^ordli_/, "")}_${version}_${discount_id ?? source}`, ...suffixOf(kind)].join("_")

const suffixOf = (kind: AppliedKind): AppliedKind[] => (kind === "return" || kind === "refund" ? [kind] : [])
