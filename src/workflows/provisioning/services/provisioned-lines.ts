import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, isOrderTaskFailing, type CoreModuleService } from "../../../modules/core"
import {
  PROVISIONING_MODULE,
  provisionedLines as readLines,
  type ProvisioningModuleService,
} from "../../../modules/provisioning"
import type { SoldLine, SoldLines } from "../../ports/sold-lines"
import { soldServices } from "../../ports/sold-services"

/** Which lines of an order are delivered as services, since when they are all there, and which never will be. */
export const provisionedLines: SoldLines = {
  ofOrder: async (container, { id }) => {
    const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
    const lines = await readLines(knex, id)
    return new Map([
      ...(await linesWithoutServices(container, id)).map((line): [string, SoldLine] => [line, { provisionedAt: null }]),
      ...lines.map(({ line_id, provisioned_at, is_given_up }): [string, SoldLine] => [
        line_id,
        is_given_up ? { isGivenUp: true } : { provisionedAt: provisioned_at?.toISOString() ?? null },
      ]),
    ])
  },
}

/** Lines whose services could not be recorded yet: they are provisioned by somebody, and not by nobody. */
async function linesWithoutServices(container: MedusaContainer, orderId: string): Promise<string[]> {
  const core = container.resolve<CoreModuleService>(CORE_MODULE)
  if (!(await isOrderTaskFailing(core.db.knex, { orderId, room: "provisioning" }))) {
    return []
  }
  const sold = await soldServices.get().ofOrders(container, [orderId], await core.today())
  return sold.flatMap(({ providerId, isAutomatic, isCounted, sourceId }) =>
    providerId !== null && isAutomatic && isCounted ? sourceId : [],
  )
}
