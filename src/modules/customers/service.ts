import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaService } from "@medusajs/framework/utils"
import {
  Customer,
  Import,
  Link,
  LinkUse,
  Note,
  NoteRevision,
  Profile,
  QuickOrder,
  SavedFilter,
  TemperatureChange,
} from "./models"

/** The customers room's data: generated CRUD for every model, plus queries. */
export default class CustomersModuleService extends MedusaService({
  Customer,
  Import,
  Link,
  LinkUse,
  Note,
  NoteRevision,
  Profile,
  SavedFilter,
  QuickOrder,
  TemperatureChange,
}) {
  /**
   * The store's database, for `queries/`. Kept in an object, because a workflow step wraps every property of a module
   * that is a function, which `knex` is.
   */
  readonly db: { readonly knex: Knex }

  constructor(container: { __pg_connection__: Knex }, options: unknown) {
    super(container, options)
    this.db = { knex: container.__pg_connection__ }
  }
}
