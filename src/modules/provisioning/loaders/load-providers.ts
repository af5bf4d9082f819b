import { asFunction, Lifetime } from "@medusajs/framework/awilix"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type { LoaderOptions, ModuleProvider } from "@medusajs/framework/types"
import { parseOptions } from "../../../options"
import type { AbstractProvisioningProvider } from "../../../provisioning-providers"
import { PROVIDER_PREFIX } from "../provider-prefix"

type ProviderClass = new (cradle: unknown, options: Record<string, unknown>) => AbstractProvisioningProvider

/** Registers what the store's configuration names as providers of services. A wrong option of one stops the boot. */
export default async function loadProviders({ container, options }: LoaderOptions): Promise<void> {
  const { providers } = parseOptions(options).provisioning
  await moduleProviderLoader({
    container,
    providers: providers as ModuleProvider[],
    registerServiceFn: async (klass, local, given) => {
      const { id, options: own } = given as { id: string; options?: Record<string, unknown> }
      const Provider: ProviderClass = klass
      local.register(
        `${PROVIDER_PREFIX}${id}`,
        asFunction((cradle) => new Provider(cradle, own ?? {}), { lifetime: Lifetime.SINGLETON }),
      )
    },
  })
}
