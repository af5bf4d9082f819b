import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, newId } from "../../src/modules/core"
import { createProfiles, CUSTOMERS_MODULE, type CustomersModuleService } from "../../src/modules/customers"
import { checkProfile } from "../../src/rules/customers"
import { createQuickOrderLink } from "../../src/workflows/customers/links/create-quick-order-link"
import { QUICK_BUYER } from "../data/people"

const DAY = 24 * 60 * 60 * 1000

/**
 * A lead who orders by a link, at 15 % less. A new link takes the place of the one before it, as its token is stored nowhere in the
 * store. Answers the link's path.
 */
export async function ensureQuickOrderLink(container: MedusaContainer): Promise<string> {
  const core = container.resolve<CoreModuleService>(CORE_MODULE)
  const as_of = await core.today()
  const at = new Date(Date.now() + (await core.daysAhead()) * DAY)
  const { url } = await createQuickOrderLink(container, {
    profile_id: await ensureProfile(container, { asOf: as_of, at }),
    base_url: "http://localhost",
    at,
    as_of,
    actor: "system",
  })
  return new URL(url).pathname
}

async function ensureProfile(container: MedusaContainer, { asOf, at }: { asOf: string; at: Date }): Promise<string> {
  const customers = container.resolve<CustomersModuleService>(CUSTOMERS_MODULE)
  const [known] = await customers.listProfiles({ email_key: QUICK_BUYER.email }, { select: ["id"], take: 1 })
  if (known) {
    return known.id
  }
  const checked = checkProfile(null, QUICK_BUYER, { asOf, country: "ch", currencies: null })
  if (!checked.ok) {
    throw new Error(checked.problems.map(({ field, reason }) => `${field} ${reason}`).join(", "))
  }
  const id = newId("cprof")
  await createProfiles(customers.db.knex, [{ id, fields: checked.fields }], { at, by: null })
  return id
}
