import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendReminderAgainWorkflow } from "../../../../../../workflows/billing/reminders/send-reminder-again"
import { pathId } from "../../../../../path-id"
import { storeDate } from "../../../../../store-date"
import { reminderDetail } from "../../reminder-detail"

export async function POST(req: AuthenticatedMedusaRequest<Record<string, never>>, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Reminder")
  const actor = `user:${req.auth_context.actor_id}` as const
  await sendReminderAgainWorkflow(req.scope).run({ input: { id, actor, as_of: await storeDate(req.scope) } })
  res.json({ reminder: await reminderDetail(req.scope, id) })
}
