import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaService } from "@medusajs/framework/utils"
import { roomOptions, type PackagesOptions } from "../../options"
import { Article, Booking, Entry, Package, Rate } from "./models"

/** The packages room's data: generated CRUD for every model, plus queries. */
export default class PackagesModuleService extends MedusaService({ Article, Booking, Entry, Package, Rate }) {
  readonly options: PackagesOptions
  /**
   * The store's database, for `queries/`. Kept in an object, because a workflow step wraps every property of a module
   * that is a function, which `knex` is.
   */
  readonly db: { readonly knex: Knex }

  constructor(container: { __pg_connection__: Knex }, options: unknown) {
    super(container, options)
    this.options = roomOptions(options, "packages")
    this.db = { knex: container.__pg_connection__ }
  }
}
