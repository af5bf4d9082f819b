import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Has the database refuse rows of a table, as a broken record does: `condition` is about `new`. Returns what takes it back.
 */
export async function refuseRows(
  knex: Knex,
  { table, condition }: { table: string; condition: string },
): Promise<() => Promise<void>> {
  const name = `refuse_rows_of_${table}`
  await knex.raw(`create or replace function ${name}() returns trigger language plpgsql as
    $$ begin if ${condition} then raise exception 'the record is broken'; end if; return new; end $$`)
  await knex.raw(`create trigger ${name} before insert or update on "${table}" for each row execute function ${name}()`)
  return async () => {
    await knex.raw(`drop function ${name} cascade`)
  }
}
