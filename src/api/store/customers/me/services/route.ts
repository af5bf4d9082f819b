import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listOwnServicesSchema, type OwnServiceAnswer } from "../../../../../contracts/provisioning/services"
import {
  PROVISIONING_MODULE,
  type ProvisioningModuleService,
  type ProvisioningRoom,
  type ServiceRow,
} from "../../../../../modules/provisioning"
import { ownServices } from "../../../../../workflows/provisioning/services/own-services"
import { canSignOn } from "../../../../../workflows/provisioning/services/sign-on"
import { parseInput } from "../../../../parse-input"

/** What a customer is shown of their service; nothing of what is shown while it is over or not there. */
const presentOwnService = (row: ServiceRow, room: ProvisioningRoom): OwnServiceAnswer => ({
  id: row.id,
  title: row.title,
  unit: row.unit,
  status: row.status,
  order_id: row.order_id,
  subscription_id: row.subscription_id,
  product_id: row.product_id,
  expires_on: row.remote === "none" ? row.paid_until : row.expires_on,
  suspended_for: row.suspended_for,
  can_sign_on: canSignOn(room, row),
  shown: row.remote === "active" || row.remote === "suspended" ? row.shown : [],
  created_at: row.created_at.toISOString(),
})

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filters } = parseInput(listOwnServicesSchema, req.query)
  const { room } = req.scope.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
  const own = { ...filters, customer_id: req.auth_context.actor_id }
  const { services, count } = await ownServices(req.scope, own, { limit, offset })
  res.json({ services: services.map((row) => presentOwnService(row, room)), count, limit, offset })
}
