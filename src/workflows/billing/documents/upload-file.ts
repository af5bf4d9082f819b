import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { randomUUID } from "node:crypto"
import { beginUpload, BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import type { DocumentFormatName } from "../../../rules/billing"

const TYPES: Record<DocumentFormatName, string> = { pdf: "application/pdf", xml: "application/xml" }

/** A file that is being uploaded: its id is known, and noted, before the first byte is sent. */
export interface Upload {
  fileId: string
  send: (bytes: Buffer) => Promise<void>
}

/** Begins the upload of a document's private file. Its name can't be guessed: some providers serve all that they hold. */
export async function uploadFile(
  container: MedusaContainer,
  { id, format }: { id: string; format: DocumentFormatName },
): Promise<Upload> {
  const { writeStream, promise, fileKey } = await container.resolve(Modules.FILE).getUploadStream({
    filename: `${id}-${randomUUID()}.${format}`,
    mimeType: TYPES[format],
    access: "private",
  })
  await beginUpload(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, fileKey)
  return {
    fileId: fileKey,
    send: async (bytes) => {
      writeStream.end(bytes)
      await promise
    },
  }
}
