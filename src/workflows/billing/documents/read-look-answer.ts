import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { DocumentLookAnswer } from "../../../contracts/billing/documents"
import { BILLING_MODULE, readDocumentLook, type BillingModuleService } from "../../../modules/billing"

/** How documents look, as an admin sees it. */
export async function readLookAnswer(container: MedusaContainer): Promise<DocumentLookAnswer> {
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const { look, version } = await readDocumentLook(billing.db.knex)
  return {
    ...look,
    logo_url: look.logo_file_id && (await logoUrl(container, look.logo_file_id)),
    e_invoice: billing.options.documents.eInvoice,
    version: version?.version ?? 0,
  }
}

async function logoUrl(container: MedusaContainer, fileId: string): Promise<string | null> {
  try {
    return (await container.resolve(Modules.FILE).retrieveFile(fileId)).url
  } catch {
    return null
  }
}
