import {
  PROVISIONING_MODULE,
  provisionedLines as readLines,
  type ProvisioningModuleService,
} from "../../../modules/provisioning"
import type { SoldLine, SoldLines } from "../../ports/sold-lines"

/** Which lines of an order are delivered as services, since when they are all there, and which never will be. */
export const provisionedLines: SoldLines = {
  ofOrder: async (container, { id }) => {
    const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
    const lines = await readLines(knex, id)
    return new Map(
      lines.map(({ line_id, provisioned_at, is_given_up }): [string, SoldLine] => [
        line_id,
        is_given_up ? { isGivenUp: true } : { provisionedAt: provisioned_at?.toISOString() ?? null },
      ]),
    )
  },
}
