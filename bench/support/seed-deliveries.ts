import type { ProvisioningModuleService } from "../../src/modules/provisioning"

const SERVER = "psrv_bench"
const SECRET = `whsec_${Buffer.alloc(24, "bench").toString("base64")}`

/** Services that were paid and wait to be created by a webhook to this address: each with its call, which is due. */
export async function seedDeliveries(
  { db: { knex }, room }: ProvisioningModuleService,
  { count, url, prefix }: { count: number; url: string; prefix: string },
): Promise<void> {
  const { text, keyId } = room.vault.seal({ url, secret: SECRET }, SERVER)
  await knex("provisioning_server")
    .insert({ id: SERVER, provider_id: "webhook", name: "Bench", credentials: text, key_id: keyId })
    .onConflict("id")
    .merge()
  await knex.raw(
    `insert into provisioning_service (id, source_id, unit, item_id, order_id, product_id, title, email, provider_id, standing,
       package_key, wanted_package_key)
     select :prefix || n, 'line_' || :prefix || n, 1, 'line_' || n, 'order_' || :prefix || n, 'prod_bench', 'Hosting',
       'customer' || n || '@test.example', 'webhook', 'running', 'prod_bench', 'prod_bench' from generate_series(1, :count) n`,
    { prefix: `psvc_${prefix}`, count },
  )
  await knex.raw(
    `insert into provisioning_call (id, service_id, action, next_try_at)
     select 'pcall_' || id, id, 'create', now() from provisioning_service where id like ?`,
    [`psvc_${prefix}%`],
  )
  await knex.raw("analyze")
}
