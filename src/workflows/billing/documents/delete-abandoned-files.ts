import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { BILLING_MODULE, takeAbandonedUploads, type BillingModuleService } from "../../../modules/billing"

/** Longer than any file takes to be uploaded. */
const MINUTES = 60
const AT_ONCE = 50

/** Deletes the files of documents whose process died before it wrote that they are there. */
export async function deleteAbandonedFiles(container: MedusaContainer): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const files = container.resolve(Modules.FILE)
  await takeAbandonedUploads(knex, { minutes: MINUTES, limit: AT_ONCE }, (ids) => files.deleteFiles(ids))
}
