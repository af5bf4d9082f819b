import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { readCheckpoint, SALES_MODULE, type SalesModuleService } from "../../../../../../modules/sales"
import { checkpointFile, checkpointFileName } from "../../../../../../workflows/sales/chain/checkpoint-file"
import { streamFile } from "../../../../../stream-file"

const NUMBER = /^[1-9]\d{0,8}$/

/** A checkpoint with the end of each chain. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { number = "" } = req.params
  const { knex } = req.scope.resolve<SalesModuleService>(SALES_MODULE).db
  const checkpoint = NUMBER.test(number) ? await readCheckpoint(knex, Number(number)) : null
  if (!checkpoint) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Checkpoint with number: ${JSON.stringify(number)} was not found`,
    )
  }
  const parts = checkpointFile(req.scope, checkpoint)
  await streamFile(res, { fileName: checkpointFileName(checkpoint), mimeType: "application/octet-stream", parts })
}
