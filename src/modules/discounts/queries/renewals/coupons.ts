import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { RenewalTerms } from "../../../../rules/discounts"
import { raiseVersion } from "../../../core"

/** On which bills a promotion is given. */
export interface CouponRow {
  promotion_id: string
  renewals: RenewalTerms
  renewal_cycles: number | null
  version: number
}

const TABLE = "discounts_coupon"
const COLUMNS = ["promotion_id", "renewals", "renewal_cycles", "version"] as const

/** What is stored of these promotions; those that are given on the first order only are left out, or say so. */
export async function readCoupons(knex: Knex, promotionIds: readonly string[]): Promise<CouponRow[]> {
  return promotionIds.length
    ? knex(TABLE)
        .whereIn("promotion_id", promotionIds)
        .whereNull("deleted_at")
        .select<CouponRow[]>(...COLUMNS)
    : []
}

export interface CouponChange extends Pick<CouponRow, "promotion_id" | "renewals" | "renewal_cycles"> {
  /** Of a new row. */
  id: string
  /** The version that the change was decided on, 0 for none; left out: whatever it is. */
  expected?: number | undefined
}

const FIELDS = ["renewals", "renewal_cycles"]

/** Writes a promotion's terms. False: another version is stored by now. */
export async function writeCoupon(
  knex: Knex,
  { id, promotion_id, renewals, renewal_cycles, expected }: CouponChange,
): Promise<boolean> {
  return knex.transaction(async (trx) => {
    const changed_in = JSON.stringify(Object.fromEntries(FIELDS.map((field) => [field, 1])))
    const made =
      expected === undefined || expected === 0
        ? await trx(TABLE)
            .insert({ id, promotion_id, renewals, renewal_cycles, changed_in })
            .onConflict(trx.raw("(promotion_id) where deleted_at is null"))
            .ignore()
            .returning("id")
        : []
    if (made.length || expected === 0) {
      return made.length === 1
    }
    const isRaised = await raiseVersion(trx, { table: TABLE, key: { promotion_id }, fields: FIELDS, expected })
    if (isRaised) {
      await trx(TABLE).where({ promotion_id }).update({ renewals, renewal_cycles })
    }
    return isRaised
  })
}
