import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaService } from "@medusajs/framework/utils"
import { parseOptions, type ProvisioningOptions } from "../../options"
import type { AbstractProvisioningProvider } from "../../provisioning-providers"
import { Attempt, Call, Customer, Hold, Product, Server, Service, Stock } from "./models"
import { PROVIDER_PREFIX } from "./provider-prefix"
import { createVault, type Vault } from "./vault"

/** What the room goes by besides its data. */
export interface ProvisioningRoom {
  readonly options: ProvisioningOptions
  /** The ids of the providers, as the store's configuration names them. */
  readonly providerIds: readonly string[]
  /** The provider of an id; null: it is not active any more. */
  readonly providerOf: (id: string) => AbstractProvisioningProvider | null
  readonly vault: Vault
}

/** The provisioning room's data: generated CRUD for every model, plus queries; its providers; the vault of credentials. */
export default class ProvisioningModuleService extends MedusaService({
  Attempt,
  Call,
  Customer,
  Hold,
  Product,
  Server,
  Service,
  Stock,
}) {
  /**
   * The store's database, for `queries/`. Kept in an object, because a workflow step wraps every property of a module
   * that is a function, which `knex` is.
   */
  readonly db: { readonly knex: Knex }
  /** In an object for the same reason. */
  readonly room: ProvisioningRoom

  constructor(container: { __pg_connection__: Knex } & Record<string, unknown>, given: unknown) {
    super(container, given)
    this.db = { knex: container.__pg_connection__ }
    const options = parseOptions(given).provisioning
    const providerIds = options.providers.map(({ id }) => id)
    this.room = {
      options,
      providerIds,
      providerOf: (id) =>
        providerIds.includes(id) ? (container[`${PROVIDER_PREFIX}${id}`] as AbstractProvisioningProvider) : null,
      vault: createVault(options.encryptionKeys),
    }
  }
}
