import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { formFor, type FormSettings, type PaymentForm } from "../../../payment-forms"

export interface OfferedForm {
  provider_id: string
  form: PaymentForm
}

export const formSettings = (container: MedusaContainer): FormSettings => ({
  stripePublishableKey: container.resolve<CoreModuleService>(CORE_MODULE).options.pages.stripePublishableKey ?? null,
})

/** How an order of a region can be paid: by its enabled payment providers that have a form. Transfers stand last. */
export async function offeredForms(container: MedusaContainer, regionId: string | null): Promise<OfferedForm[]> {
  if (!regionId) {
    return []
  }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "region",
    fields: ["payment_providers.id", "payment_providers.is_enabled"],
    filters: { id: regionId },
  })
  const rows: { payment_providers?: ({ id: string; is_enabled: boolean } | null)[] }[] = data
  const settings = formSettings(container)
  return (rows[0]?.payment_providers ?? [])
    .flatMap((provider) => {
      const form = provider?.is_enabled ? formFor(provider.id) : null
      return provider && form?.isOffered(settings) ? [{ provider_id: provider.id, form }] : []
    })
    .sort((a, b) => order(a) - order(b) || (a.provider_id < b.provider_id ? -1 : 1))
}

const order = ({ form }: OfferedForm): number => ["confirm", "charge", "instructions"].indexOf(form.kind)
