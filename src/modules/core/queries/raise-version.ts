import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface RaisedVersion {
  table: string
  /** The record, by its key. */
  key: Record<string, string>
  /** What is changed. */
  fields: readonly string[]
  /** The version that the change was decided on; left out: whatever it is. */
  expected?: number | undefined
}

/**
 * Gives a record its next version, and locks it for the transaction: of two changes at the same time, the second waits
 * here. False where it is gone, or no longer at the version that was expected.
 */
export async function raiseVersion(trx: Knex, { table, key, fields, expected }: RaisedVersion): Promise<boolean> {
  const raised = await trx(table)
    .where({ ...key, ...(expected !== undefined && { version: expected }) })
    .update({
      version: trx.raw("version + 1"),
      changed_in: trx.raw(
        "changed_in || coalesce((select jsonb_object_agg(f, version + 1) from unnest(?::text[]) as f), '{}'::jsonb)",
        [[...fields]],
      ),
      updated_at: trx.fn.now(),
    })
  return raised === 1
}
