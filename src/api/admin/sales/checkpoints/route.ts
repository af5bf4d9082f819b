import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  listCheckpointsSchema,
  type CheckpointAnswer,
  type CheckpointListAnswer,
  type TakeCheckpointBody,
} from "../../../../contracts/sales/chain"
import { listCheckpoints, SALES_MODULE, type SalesModuleService } from "../../../../modules/sales"
import { keepCheckpoint } from "../../../../workflows/sales/chain/keep-checkpoint"
import { takeCheckpointWorkflow } from "../../../../workflows/sales/chain/take-checkpoint"
import { parseInput } from "../../../parse-input"

export async function GET(req: MedusaRequest, res: MedusaResponse<CheckpointListAnswer>): Promise<void> {
  const page = parseInput(listCheckpointsSchema, req.query)
  const { knex } = req.scope.resolve<SalesModuleService>(SALES_MODULE).db
  res.json({ ...(await listCheckpoints(knex, page)), ...page })
}

export async function POST(
  req: AuthenticatedMedusaRequest<TakeCheckpointBody>,
  res: MedusaResponse<{ checkpoint: CheckpointAnswer }>,
): Promise<void> {
  const input = { actor: `user:${req.auth_context.actor_id}`, now: new Date().toISOString() }
  const { result } = await takeCheckpointWorkflow(req.scope).run({ input })
  if (req.validatedBody.keep) {
    await keepCheckpoint(req.scope, result)
  }
  res.status(201).json({ checkpoint: result })
}
