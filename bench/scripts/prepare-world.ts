import type { ExecArgs } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createRegions } from "../../integration-tests/support/create-regions"
import { createSalesChannel } from "../../integration-tests/support/create-sales-channel"
import { createTaxes } from "../../integration-tests/support/create-taxes"
import { writeOutput } from "../support/child"

/** What the measured renewals are of. */
export interface World {
  regionId: string
  salesChannelId: string
  customerId: string
}

/** A store that renews: region with taxes, sales channel, one customer. */
export default async function prepareWorld({ container }: ExecArgs): Promise<void> {
  const regions = await createRegions(container)
  await createTaxes(container)
  const { id: salesChannelId } = await createSalesChannel(container)
  const customer = await container
    .resolve(Modules.CUSTOMER)
    .createCustomers({ email: "clara@bench.example", first_name: "Clara", last_name: "Customer", has_account: true })
  const world: World = { regionId: regions.eur.id, salesChannelId, customerId: customer.id }
  writeOutput(world)
}
