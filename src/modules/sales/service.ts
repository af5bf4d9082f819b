import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaService } from "@medusajs/framework/utils"
import { roomOptions, type SalesOptions } from "../../options"
import { Checkpoint, CheckpointHead, Head, Person, Sale, SaleEvent, Snapshot } from "./models"

/** The sales room's data: generated CRUD for every model, plus queries. */
export default class SalesModuleService extends MedusaService({
  Checkpoint,
  CheckpointHead,
  Head,
  Person,
  Sale,
  SaleEvent,
  Snapshot,
}) {
  readonly options: SalesOptions
  /**
   * The store's database, for `queries/`. Kept in an object, because a workflow step wraps every property of a module
   * that is a function, which `knex` is.
   */
  readonly db: { readonly knex: Knex }

  constructor(container: { __pg_connection__: Knex }, options: unknown) {
    super(container, options)
    this.options = roomOptions(options, "sales")
    this.db = { knex: container.__pg_connection__ }
  }
}
