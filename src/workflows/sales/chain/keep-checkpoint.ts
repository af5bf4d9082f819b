import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { randomUUID } from "node:crypto"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { StoredCheckpoint } from "../../../modules/sales"
import { oneLine } from "../../../rules/text"
import { checkpointFile, checkpointFileName } from "./checkpoint-file"

/**
 * Keeps a checkpoint by Medusa's file module, privately: outside of the database, where whoever rewrites that does not reach.
 * A failure is logged: the checkpoint itself stands, and can be exported again. Gives the file's key.
 */
export async function keepCheckpoint(container: MedusaContainer, checkpoint: StoredCheckpoint): Promise<string | null> {
  try {
    const { writeStream, promise, fileKey } = await container.resolve(Modules.FILE).getUploadStream({
      // Its name can't be guessed: some providers serve all that they hold.
      filename: `${randomUUID()}-${checkpointFileName(checkpoint)}`,
      mimeType: "text/plain",
      access: "private",
    })
    await pipeline(Readable.from(checkpointFile(container, checkpoint)), writeStream)
    await promise
    return fileKey
  } catch (error) {
    const reason = oneLine(error instanceof Error ? error.message : String(error))
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`sales: checkpoint ${checkpoint.number} could not be kept as a file: ${reason}`)
    return null
  }
}
