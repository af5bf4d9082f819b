import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { DocumentSettings } from "../../../documents"
import { BILLING_MODULE, readDocumentLook, type BillingModuleService } from "../../../modules/billing"
import { refuse } from "../../errors/refuse"

/** How documents look now, with the logo's bytes, and what they are drawn with. */
export async function loadDocumentSettings(container: MedusaContainer): Promise<DocumentSettings> {
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const { look } = await readDocumentLook(billing.db.knex)
  const { fonts, bankAccounts } = billing.options.documents
  const logo = look.logo_file_id === null ? null : await readLogo(container, look.logo_file_id)
  return { look: { accentColor: look.accent_color, footer: look.footer, logo }, fonts, bankAccounts }
}

/** A logo's bytes. A file that is not there is refused, and nothing is made without it. */
export async function readLogo(container: MedusaContainer, fileId: string): Promise<Buffer> {
  try {
    return await container.resolve(Modules.FILE).getAsBuffer(fileId)
  } catch {
    return refuse("logo_file_id", "the logo can't be read from the file storage: upload it again")
  }
}
