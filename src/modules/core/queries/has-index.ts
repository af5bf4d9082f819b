import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const asked = new WeakMap<Knex, Map<string, Promise<boolean>>>()

/** Whether the database has an index that a migration makes where it can; asked once. */
export async function hasIndex(knex: Knex, name: string): Promise<boolean> {
  const answers = asked.get(knex) ?? new Map<string, Promise<boolean>>()
  asked.set(knex, answers)
  const before = answers.get(name)
  if (before) {
    return before
  }
  const answer = readIndex(knex, name)
  answers.set(name, answer)
  // A failure is not remembered.
  answer.catch(() => answers.delete(name))
  return answer
}

async function readIndex(knex: Knex, name: string): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: { has: boolean }[] }>(
    "select to_regclass(quote_ident(cast(? as text))) is not null as has",
    [name],
  )
  return rows[0]?.has ?? false
}
