/** The plugin's options, for `medusa-config.ts`: `import type { PluginOptionsInput } from "medusa-service-commerce/options"`. */
export { CORE_HOOKS, type CoreHook } from "./core-hooks"
export { parseOptions, roomOptions } from "./parse-options"
export type {
  BillingOptions,
  CustomersOptions,
  PackagesOptions,
  PagesOptions,
  PluginOptions,
  PluginOptionsInput,
  ProvisioningOptions,
  SalesOptions,
  SharedOptions,
} from "./plugin-options"
