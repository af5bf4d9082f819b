import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { KnownAt } from "./create-package-world"

/** A request that waits for an admin. Returns its id. */
export async function giveOfferRequest(
  knex: Knex,
  { id, productId, salesChannelId }: { id: string; productId: string; salesChannelId: string },
): Promise<string> {
  await knex("billing_offer_request").insert({
    id,
    status: "open",
    source: "storefront",
    product_id: productId,
    sales_channel_id: salesChannelId,
    title: "Consulting",
    quantity: 1,
    name: "Lena Lead",
    email: "lena@test.example",
    form_key: `form-${id}`,
    received_at: "2026-02-28T10:00:00Z",
    as_of: "2026-02-28",
  })
  return id
}

/** One for each route that is asked for one. */
export async function giveOfferRequests(
  knex: Knex,
  of: { productId: string; salesChannelId: string },
): Promise<KnownAt[]> {
  const known: KnownAt[] = []
  for (const action of ["quote", "close"]) {
    const id = await giveOfferRequest(knex, { id: `breq_${action}`, ...of })
    known.push([new RegExp(`offer-requests/:id/${action}`), { id }])
  }
  return known
}
