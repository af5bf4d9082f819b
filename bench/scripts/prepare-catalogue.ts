import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { updateStoresWorkflow } from "@medusajs/medusa/core-flows"
import { profileFields } from "../../integration-tests/support/give-profile"
import { newId } from "../../src/modules/core"
import { createLink, createProfiles, linkTokenHash, newLinkToken } from "../../src/modules/customers"
import { readInput, writeOutput } from "../support/child"
import { type BenchArticle, createArticles } from "../support/create-articles"

export interface CatalogueToPrepare {
  salesChannelId: string
  products: number
  /** None: a store without the plugin. */
  discounts: number | null
}

const PERCENT = "10"

/** Articles, and where the plugin is there, discounts on all of them and a customer with a link. */
export default async function prepareCatalogue({ container }: ExecArgs): Promise<void> {
  const { salesChannelId, products, discounts } = readInput<CatalogueToPrepare>()
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await updateStoresWorkflow(container).run({
    input: { selector: {}, update: { default_sales_channel_id: salesChannelId } },
  })
  const articles: BenchArticle[] = []
  while (articles.length < products) {
    const count = Math.min(100, products - articles.length)
    articles.push(...(await createArticles(container, { count, title: `Article ${articles.length}`, salesChannelId })))
  }
  const token = discounts === null ? null : await sellTo(knex, { articles, discounts })
  await knex.raw("vacuum analyze")
  writeOutput({ token })
}

/** Each discount has two tiers, and stands on its share of the articles; each article has one for everyone. */
async function sellTo(
  knex: Knex,
  { articles, discounts }: { articles: readonly BenchArticle[]; discounts: number },
): Promise<string> {
  const numbers = "generate_series(1, ?::integer) as n"
  await knex.raw(
    `insert into discounts_discount (id, name, type, groups)
     select 'disc_' || n, 'Discount ' || n, 'non_cumulative', array['everyone'] from ${numbers}`,
    [discounts],
  )
  await knex.raw(
    `insert into discounts_rule (id, discount_id, rank, trigger, min_value, mode, value)
     select 'drul_' || n || '_' || t, 'disc_' || n, t, 'quantity', 1 + 9 * t, 'percent', 5 + 5 * t
     from ${numbers} cross join generate_series(0, 1) as t`,
    [discounts],
  )
  await knex.raw(
    `insert into discounts_assignment (id, discount_id, level, target_id, position)
     select 'dasg_' || place, 'disc_' || (1 + place % ?::integer), 'variant', variant_id, 0
     from unnest(?::text[]) with ordinality as article (variant_id, place)`,
    [discounts, articles.map(({ variantId }) => variantId)],
  )
  const [profileId, token] = [newId("cprof"), newLinkToken()]
  const at = new Date()
  const body = { name: "Lena Lead", email: "lena@bench.example", currency_code: "eur", country_code: "de" } as const
  await createProfiles(knex, [{ id: profileId, fields: profileFields({ ...body, discount_percent: PERCENT }) }], {
    at,
    by: null,
  })
  const expiresAt = new Date(at.getTime() + 86_400_000)
  await createLink(
    knex,
    { id: newId("clink"), profileId, tokenHash: linkTokenHash(token), expiresAt },
    { at, by: null },
  )
  return token
}
