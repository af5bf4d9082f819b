import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SalePaymentStatus, SaleStatus, SaleType } from "../../../../rules/sales"
import { PREFIX_LENGTH } from "../../../../rules/sales"
import { likePattern } from "../../../core"

/** Which sales are wanted; what is left out filters nothing. Days are the store's, both ends included. */
export interface SaleFilters {
  /** Words that all have to be found in number or titles, or customers that were found by them. */
  words?: readonly string[] | undefined
  customersFound?: readonly string[] | undefined
  status?: readonly SaleStatus[] | undefined
  payment_status?: readonly SalePaymentStatus[] | undefined
  type?: readonly SaleType[] | undefined
  customer_id?: string | undefined
  order_id?: string | undefined
  sold_from?: string | undefined
  sold_to?: string | undefined
  refunded_from?: string | undefined
  refunded_to?: string | undefined
}

/** Whether the figures by day tell apart all that is filtered by. */
export const isCountedByDay = (filters: SaleFilters): boolean =>
  !filters.words?.length &&
  [filters.customer_id, filters.order_id, filters.refunded_from, filters.refunded_to].every((one) => one === undefined)

const beginningOf = (word: string): string => [...word].slice(0, PREFIX_LENGTH).join("")

function whereWords(sales: Knex.QueryBuilder, words: readonly string[], customers: readonly string[]): void {
  sales.where((any) => {
    any.where((all) => {
      all.whereRaw("s.search_prefixes @> ?::text[]", [words.map(beginningOf)])
      for (const word of words.filter((one) => beginningOf(one) !== one)) {
        all.whereRaw("s.search_text like ?", [likePattern(word)])
      }
    })
    if (customers.length) {
      any.orWhereIn("s.customer_id", [...customers])
    }
  })
}

/** Keeps what is filtered of what every sale, and each figure, says of itself. */
export function whereKind(
  rows: Knex.QueryBuilder,
  table: string,
  { status, payment_status, type }: Pick<SaleFilters, "status" | "payment_status" | "type">,
): void {
  if (status?.length) {
    rows.whereIn(`${table}.status`, [...status])
  }
  if (payment_status?.length) {
    rows.whereIn(`${table}.payment_status`, [...payment_status])
  }
  if (type?.length) {
    rows.whereRaw("??.types && ?::text[]", [table, [...type]])
  }
}

/** Keeps what is filtered, but for the day of the sale. */
export function whereOf(knex: Knex, sales: Knex.QueryBuilder, filters: SaleFilters): void {
  const { words, customersFound, customer_id, order_id } = filters
  if (words?.length) {
    whereWords(sales, words, customersFound ?? [])
  }
  whereKind(sales, "s", filters)
  if (customer_id !== undefined) {
    sales.where("s.customer_id", customer_id)
  }
  if (order_id !== undefined) {
    sales.where("s.order_id", order_id)
  }
  whereRefunded(knex, sales, filters)
}

/** Sales of which something was given back on these days (SA8). */
function whereRefunded(knex: Knex, sales: Knex.QueryBuilder, { refunded_from, refunded_to }: SaleFilters): void {
  if (refunded_from === undefined && refunded_to === undefined) {
    return
  }
  const refunds = knex("sales_event as r").select("r.sale_id").where("r.amount", "<", 0)
  whereDay(refunds, "r.counted_on", { from: refunded_from, to: refunded_to })
  // An array is read first, and leads to its sales by their ids; a subquery may be joined with all sales.
  sales.whereRaw("s.id = any(array(?))", [refunds])
}

/** Keeps the money that counts on the days that are asked for; what came in counts whenever something else was refunded. */
export function whereMoved(
  moves: Knex.QueryBuilder,
  table: string,
  { sold_from, sold_to, refunded_from, refunded_to }: SaleFilters,
): void {
  whereDay(moves, `${table}.counted_on`, { from: sold_from, to: sold_to })
  if (refunded_from !== undefined || refunded_to !== undefined) {
    moves.where((any) => {
      any
        .where(`${table}.amount`, ">", 0)
        .orWhere((refunds) => whereDay(refunds, `${table}.counted_on`, { from: refunded_from, to: refunded_to }))
    })
  }
}

export function whereDay(
  rows: Knex.QueryBuilder,
  column: string,
  { from, to }: { from: string | undefined; to: string | undefined },
): void {
  if (from !== undefined) {
    rows.where(column, ">=", from)
  }
  if (to !== undefined) {
    rows.where(column, "<=", to)
  }
}

/** The sales that are filtered, by their own day. */
export function filteredSales(knex: Knex, filters: SaleFilters): Knex.QueryBuilder {
  const sales = knex("sales_sale as s")
  whereOf(knex, sales, filters)
  whereDay(sales, "s.sold_on", { from: filters.sold_from, to: filters.sold_to })
  return sales
}
