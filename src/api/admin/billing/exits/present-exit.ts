import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { ExitAnswer } from "../../../../contracts/billing/exits/exits"
import {
  BILLING_MODULE,
  type BillingModuleService,
  findExitRequest,
  type ListedExit,
} from "../../../../modules/billing"

const instant = (value: Date | null): string | null => value && new Date(value).toISOString()

/** A declaration as an admin sees it. */
export const presentExit = (row: ListedExit): ExitAnswer => ({
  id: row.id,
  kind: row.kind,
  status: row.status,
  region_id: row.region_id,
  language: row.language,
  name: row.name,
  contract: row.contract,
  email: row.email,
  reason: row.reason,
  is_for_cause: row.is_for_cause,
  wished_on: row.wished_on,
  received_at: new Date(row.received_at).toISOString(),
  as_of: row.as_of,
  subscription_id: row.subscription_id,
  subscription_number: row.subscription_number,
  left_for: row.left_for,
  note: row.note,
  handled_by: row.handled_by,
  handled_on: row.handled_on,
  ends_on: row.ends_on,
  mail_status: row.mail_status,
  mail_reason: row.mail_reason,
  mail_sent_at: instant(row.mail_sent_at),
})

/** A declaration by its id. Throws NOT_FOUND. */
export async function exitDetail(container: MedusaContainer, id: string): Promise<ExitAnswer> {
  const row = await findExitRequest(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, id)
  if (!row) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Exit request with id: ${id} was not found`)
  }
  return presentExit(row)
}
