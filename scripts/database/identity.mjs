/** Names this very database: dropped and made again, it is another one. */
export async function databaseIdentity(url) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(
      "select system_identifier::text || '/' || oid as identity from pg_control_system(), pg_database where datname = current_database()",
    )
    return rows[0].identity
  } finally {
    await client.end()
  }
}
