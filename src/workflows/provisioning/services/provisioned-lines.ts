import {
  PROVISIONING_MODULE,
  provisionedLines as readLines,
  type ProvisioningModuleService,
} from "../../../modules/provisioning"
import type { SoldLine, SoldLines } from "../../ports/sold-lines"

/** Which lines of an order are delivered as services, and since when they are all there. */
export const provisionedLines: SoldLines = {
  ofOrder: async (container, { id }) => {
    const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
    const lines = await readLines(knex, id)
    return new Map(
      lines.map(({ line_id, provisioned_at }): [string, SoldLine] => [
        line_id,
        { provisionedAt: provisioned_at?.toISOString() ?? null },
      ]),
    )
  },
}
