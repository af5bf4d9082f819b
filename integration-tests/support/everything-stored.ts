import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Every row of the database, a table by its name: what two moments differ in is what was written between. */
export async function everythingStored(knex: Knex, leftOut: readonly string[] = []): Promise<Record<string, string[]>> {
  const { rows } = await knex.raw<{ rows: { name: string }[] }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const tables = rows.filter(({ name }) => !leftOut.includes(name))
  const read = async ({ name }: { name: string }): Promise<[string, string[]]> => {
    const { rows: of } = await knex.raw<{ rows: { text: string }[] }>(
      `select t::text collate "C" as text from ?? as t order by 1`,
      [name],
    )
    return [name, of.map(({ text }) => text)]
  }
  return Object.fromEntries(await Promise.all(tables.map(read)))
}
