import type { MedusaContainer } from "@medusajs/framework/types"
import {
  CORE_MODULE,
  type CoreModuleService,
  readLineRecordsById,
  writeOwnRecordsOfOrders,
} from "../../../modules/core"
import { renewedRecord } from "../../../rules/packages"
import { checkPayloads } from "../../cart/line-payloads"
import type { RenewedPackageLine } from "../../ports/packages/renewed-packages"
import { packagesCart } from "../cart/packages-cart"

/** Writes the records of renewals' lines, from those of what was sold: two statements, however many there are. */
export async function recordRenewedLines(
  container: MedusaContainer,
  lines: readonly RenewedPackageLine[],
): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const sold = await readLineRecordsById(knex, [...new Set(lines.map(({ recordId }) => recordId))])
  checkPayloads([...sold.values()], [packagesCart])
  const records = lines.flatMap((line) => {
    const record = sold.get(line.recordId)
    return record ? [renewedRecord(record, line)] : []
  })
  await writeOwnRecordsOfOrders(knex, records)
}
