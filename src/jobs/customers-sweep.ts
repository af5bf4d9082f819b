import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"
import { sweepCustomers } from "../workflows/customers/profiles/sweep-customers"

/** Every ten minutes: customers without a profile get one. */
export default async function customersSweep(container: MedusaContainer): Promise<void> {
  const now = new Date()
  const as_of = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  await sweepCustomers(container, { at: now.toISOString(), as_of, by: null }, now)
}

export const config = { name: "customers-sweep", schedule: "*/10 * * * *" }
