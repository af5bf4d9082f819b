import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaService } from "@medusajs/framework/utils"
import {
  Applied,
  Article,
  Assignment,
  Coupon,
  Discount,
  OrderDiscount,
  Range,
  Rule,
  DiscountRecord,
  Use,
  UseCount,
} from "./models"
import { readCandidates, type CandidateQuery } from "./queries/catalog/candidates"
import { toCandidates, type Candidates } from "./rows"

/** The discounts room's data: generated CRUD for every model, plus queries. */
export default class DiscountsModuleService extends MedusaService({
  Applied,
  Article,
  Assignment,
  Coupon,
  Discount,
  OrderDiscount,
  Range,
  Rule,
  DiscountRecord,
  Use,
  UseCount,
}) {
  /**
   * The store's database, for `queries/`. Kept in an object, because a workflow step wraps every property of a module
   * that is a function, which `knex` is.
   */
  readonly db: { readonly knex: Knex }

  constructor(container: { __pg_connection__: Knex }) {
    super(container)
    this.db = { knex: container.__pg_connection__ }
  }

  /** All stored rows that an evaluation of these articles can need: one statement, by index. */
  async candidatesFor(query: CandidateQuery): Promise<Candidates> {
    return toCandidates(await readCandidates(this.db.knex, query))
  }
}
