import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listServicesSchema, type ServiceListAnswer } from "../../../../contracts/provisioning/services"
import { listServices, PROVISIONING_MODULE, type ProvisioningModuleService } from "../../../../modules/provisioning"
import { parseInput } from "../../../parse-input"
import { presentService } from "./present-service"

export async function GET(req: MedusaRequest, res: MedusaResponse<ServiceListAnswer>): Promise<void> {
  const { limit, offset, ...filters } = parseInput(listServicesSchema, req.query)
  const { knex } = req.scope.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const { services, count } = await listServices(knex, filters, { limit, offset })
  res.json({ services: services.map(presentService), count, limit, offset })
}
