import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { FormFieldAnswer, ProvidersAnswer } from "../../../../contracts/provisioning/products"
import { PROVISIONING_MODULE, type ProvisioningModuleService } from "../../../../modules/provisioning"
import type { FormField } from "../../../../rules/provisioning"
import { providerForms } from "../../../../workflows/provisioning/products/provider-forms"

const presentField = ({ isRequired, isWhole, ...field }: FormField): FormFieldAnswer => ({
  ...field,
  is_required: isRequired,
  is_whole: isWhole,
})

export async function GET(req: MedusaRequest, res: MedusaResponse<ProvidersAnswer>): Promise<void> {
  const { room } = req.scope.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
  const providers = providerForms(req.scope).map(({ configuration, credentials, ...provider }) => ({
    ...provider,
    configuration: configuration.map(presentField),
    credentials: credentials && credentials.map(presentField),
  }))
  res.json({ providers, has_encryption_key: room.vault.keyId !== null })
}
