import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { KnownAt } from "./create-package-world"

/** A declaration of an exit page that waits for an admin, with its acknowledgement sent. Returns its id. */
export async function giveExit(
  knex: Knex,
  { id, subscriptionId, regionId = "reg_none" }: { id: string; subscriptionId: string; regionId?: string },
): Promise<string> {
  await knex("billing_exit_request").insert({
    id,
    kind: "cancel",
    status: "open",
    region_id: regionId,
    language: "en",
    name: "Clara Meier",
    contract: "Hosting",
    email: "clara@test.example",
    form_key: `form-${id}`,
    received_at: "2026-02-28T10:00:00Z",
    as_of: "2026-02-28",
    subscription_id: subscriptionId,
    left_for: "by_hand",
    mail_status: "sent",
  })
  return id
}

/** One for each route that is asked for one. */
export async function giveExits(knex: Knex, subscriptionId: string): Promise<KnownAt[]> {
  const known: KnownAt[] = []
  for (const action of ["assign", "carry-out", "refuse", "mail"]) {
    const id = await giveExit(knex, { id: `bexr_${action.replace("-", "_")}`, subscriptionId })
    known.push([new RegExp(`exits/:id/${action}`), { id }])
  }
  return known
}
