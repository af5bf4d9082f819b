import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExecArgs } from "@medusajs/framework/types"
import {
  listServices,
  PROVISIONING_MODULE,
  type ProvisioningModuleService,
  type ServiceFilters,
} from "../../src/modules/provisioning"
import { readInput, writeOutput } from "../support/child"

export interface ServiceListInput {
  count: number
  pages: number
}

/** Most services are active, a few wait, failed, are suspended or over. */
async function seed(knex: Knex, count: number): Promise<void> {
  await knex.raw(
    `insert into provisioning_service (id, source_id, unit, item_id, order_id, subscription_id, product_id, title, customer_id,
       email, provider_id, status, remote, standing, expires_on)
     select 'psvc_' || lpad(n::text, 9, '0'), 'line_' || n, 1, 'line_' || n, 'order_' || (n / 2), 'bsub_' || n, 'prod_' || (n % 200),
       'Hosting ' || (n % 200), 'cus_' || (n % 30000), 'customer' || (n % 30000) || '@test.example',
       (array['webhook', 'manual', 'license_key', 'pterodactyl'])[n % 4 + 1], s.status,
       case s.status when 'pending' then 'none' when 'failed' then 'none' when 'terminated' then 'terminated'
         when 'suspended' then 'suspended' else 'active' end, 'running', '2026-12-31'
     from generate_series(1, ?) n
     cross join lateral (select case when n % 500 = 3 then 'failed' when n % 100 = 7 then 'pending' when n % 50 = 9
       then 'suspended' when n % 5 = 1 then 'terminated' else 'active' end as status) s`,
    [count],
  )
  await knex.raw("vacuum analyze provisioning_service")
}

const PAGES: { name: string; filters: (n: number) => ServiceFilters }[] = [
  { name: "whole", filters: () => ({}) },
  { name: "failed", filters: () => ({ status: ["failed"] }) },
  { name: "active or suspended", filters: () => ({ status: ["active", "suspended"] }) },
  { name: "of a provider", filters: () => ({ provider_id: ["license_key"] }) },
  { name: "of a customer", filters: (n) => ({ customer_id: `cus_${n % 30_000}` }) },
  { name: "of a product", filters: (n) => ({ product_id: `prod_${n % 200}` }) },
  { name: "by an e-mail address", filters: (n) => ({ q: `customer${n % 30_000}@test` }) },
  { name: "by the beginning of an address", filters: (n) => ({ q: `customer${n % 3_000}` }) },
  { name: "by a title", filters: (n) => ({ q: `hosting ${n % 200}` }) },
  { name: "by a word of each", filters: () => ({ q: "host" }) },
]

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** A page of the list of services with its count, whole and by each filter. */
export default async function serviceList({ container }: ExecArgs): Promise<void> {
  const { count, pages } = readInput<ServiceListInput>()
  const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  await seed(knex, count)
  const measured: { name: string; p95: number }[] = []
  for (const { name, filters } of PAGES) {
    const times: number[] = []
    for (let n = 0; n < pages; n++) {
      const offset = n % 10 === 9 && name === "whole" ? 200 : 0
      times.push(await timeOf(() => listServices(knex, filters(n * 997), { limit: 20, offset })))
    }
    times.sort((a, b) => a - b)
    measured.push({ name, p95: times[Math.ceil(times.length * 0.95) - 1] ?? 0 })
  }
  writeOutput({ pages: measured })
}
