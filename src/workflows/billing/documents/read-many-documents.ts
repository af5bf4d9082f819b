import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { BILLING_MODULE, readInvoices, type BillingModuleService } from "../../../modules/billing"
import { makeManyPdf } from "./make-file"

/** One PDF of several invoices, in the order of the ids, for a printer or a folder; it is not kept. */
export async function readManyDocuments(container: MedusaContainer, ids: string[]): Promise<Buffer> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const invoices = await readInvoices(knex, ids)
  const missing = ids.filter((id) => !invoices.some((invoice) => invoice.id === id))
  if (missing.length) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Invoice with id: ${missing.join(", ")} was not found`)
  }
  return makeManyPdf(container, invoices)
}
