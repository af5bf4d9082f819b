import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** What customers say of themselves now. */
export interface BuyerRow {
  id: string
  name: string | null
  company: string | null
  vat_number: string | null
  email: string | null
}

/** Medusa's own rows of these customers; of one who was deleted there is none. */
export async function readBuyers(knex: Knex, customerIds: readonly string[]): Promise<BuyerRow[]> {
  return customerIds.length
    ? knex("customer")
        .whereIn("id", [...customerIds])
        .whereNull("deleted_at")
        .select(
          "id",
          "email",
          knex.raw("nullif(concat_ws(' ', nullif(first_name, ''), nullif(last_name, '')), '') as name"),
          knex.raw("nullif(company_name, '') as company"),
          knex.raw(
            "case jsonb_typeof(metadata -> 'vat_number') when 'string' then metadata ->> 'vat_number' end as vat_number",
          ),
        )
    : []
}
