import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { StockLevel } from "../../../../rules/packages"
import { type LockedStock, lockStock, type StockToLock } from "./live-bookings"
import { lockStockLevels, type LevelsToRead } from "./stock-levels"

const DEADLOCK = "40P01"
const MOST_TRIES = 5

/** Runs work in one transaction, in which the levels stay as they are read and nobody else books of them. */
export const withStockLocked = <Result>(
  knex: Knex,
  levels: LevelsToRead,
  work: (trx: Knex, levels: StockLevel[]) => Promise<Result>,
): Promise<Result> => inStockTransaction(knex, async (trx) => work(trx, await lockStockLevels(trx, levels)))

/** The same, with what others have taken. */
export const withStockCounted = <Result>(
  knex: Knex,
  stock: StockToLock,
  work: (trx: Knex, stock: LockedStock) => Promise<Result>,
): Promise<Result> => inStockTransaction(knex, async (trx) => work(trx, await lockStock(trx, stock)))

/**
 * Bookings never block each other; Medusa's own update of several levels locks them in no order, so a deadlock with it is
 * tried again.
 */
async function inStockTransaction<Result>(knex: Knex, work: (trx: Knex) => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await knex.transaction(work)
    } catch (error) {
      if (tries >= MOST_TRIES || (error as { code?: string }).code !== DEADLOCK) {
        throw error
      }
    }
  }
}
