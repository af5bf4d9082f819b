import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readInput, writeOutput } from "../support/child"

interface SeedInput {
  variantId: string
  /** How many are assigned to the article that is bought; the others to articles of their own. */
  onArticle: number
  total: number
}

/**
 * Stores this many active discounts, and no others: 5 % from one unit, for everyone. All of the article's are checked
 * for each of its lines; one applies.
 */
export default async function seedDiscounts({ container }: ExecArgs): Promise<void> {
  const { variantId, onArticle, total } = readInput<SeedInput>()
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await knex.raw("delete from discounts_discount")
  const numbers = "generate_series(1, ?::integer) as n"
  await knex.raw(
    `insert into discounts_discount (id, name, type, groups)
     select 'disc_' || n, 'Discount ' || n, 'non_cumulative', array['everyone'] from ${numbers}`,
    [total],
  )
  await knex.raw(
    `insert into discounts_rule (id, discount_id, rank, trigger, min_value, mode, value)
     select 'drul_' || n, 'disc_' || n, 0, 'quantity', 1, 'percent', 5 from ${numbers}`,
    [total],
  )
  await knex.raw(
    `insert into discounts_assignment (id, discount_id, level, target_id, position)
     select 'dasg_' || n, 'disc_' || n, 'variant', case when n <= ? then ? else 'variant_of_' || n end, n from ${numbers}`,
    [onArticle, variantId, total],
  )
  await knex.raw("analyze discounts_discount, discounts_rule, discounts_assignment")
  writeOutput({ total })
}
