import { randomBytes } from "crypto"
import { onServer } from "./test-database"

/**
 * The database that a store is booted on: a clone of the migrated template that `npm test` makes once a run, or, where
 * jest was started by hand, one that the test runner makes and migrates.
 */
export class StoreDatabase {
  readonly name = `store-test-${randomBytes(8).toString("hex")}`
  /** As the boot has left it; each suite begins with it. */
  readonly baseName = `${this.name}-base`

  async create(): Promise<void> {
    if (process.env.TEST_TEMPLATE) {
      await onServer([`create database "${this.name}" template "${process.env.TEST_TEMPLATE}"`])
    }
  }

  /** The runner drops the others itself. */
  async drop(): Promise<void> {
    await onServer([`drop database if exists "${this.baseName}" with (force)`])
  }
}
