import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { PROVISIONING_MODULE, type ProvisioningModuleService } from "../../../modules/provisioning"
import { formFields, type FormField, type JsonObjectSchema } from "../../../rules/provisioning"

/** An active provider with the forms that the admin draws (S1). */
export interface ProviderForms {
  id: string
  name: { en: string; fr: string }
  configuration: FormField[]
  credentials: FormField[] | null
}

/** Each active provider with its forms. */
export function providerForms(container: MedusaContainer): ProviderForms[] {
  const { room } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
  return room.providerIds.flatMap((id) => {
    const provider = room.providerOf(id)
    if (!provider) {
      return []
    }
    const { name, configuration, credentials } = provider.describe()
    return [{ id, name, configuration: fieldsOf(configuration), credentials: credentials && fieldsOf(credentials) }]
  })
}

const fieldsOf = (schema: z.ZodObject): FormField[] =>
  formFields(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonObjectSchema)
