import type { CallAnswer, ServiceAnswer } from "../../../../contracts/provisioning/services"
import type { CallRow, ServiceRow } from "../../../../modules/provisioning"

/** A service as an admin sees it. */
export const presentService = (row: ServiceRow): ServiceAnswer => ({
  id: row.id,
  title: row.title,
  unit: row.unit,
  status: row.status,
  order_id: row.order_id,
  subscription_id: row.subscription_id,
  product_id: row.product_id,
  customer_id: row.customer_id,
  email: row.email,
  provider_id: row.provider_id,
  server_id: row.server_id,
  expires_on: row.remote === "none" ? row.paid_until : row.expires_on,
  suspended_for: row.suspended_for,
  hold: row.hold,
  hold_note: row.hold_note,
  never_suspend: row.never_suspend,
  is_wanted: row.is_wanted,
  standing: row.standing,
  problem: row.problem,
  created_at: row.created_at.toISOString(),
})

/** A call as an admin sees it. */
export const presentCall = (row: CallRow): CallAnswer => ({
  id: row.id,
  service_id: row.service_id,
  action: row.action,
  status: row.status,
  reason: row.reason,
  attempts: row.attempts,
  next_try_at: row.next_try_at?.toISOString() ?? null,
  asked_by: row.asked_by,
  created_at: row.created_at.toISOString(),
  ended_at: row.ended_at?.toISOString() ?? null,
})
