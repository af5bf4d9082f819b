/** ESLint: statements stand in queries, and nowhere else is a database called. */
const message =
  "Statements stand in src/modules/<room>/queries: write a query there, export it by the module's index, and hand it the handle."

/** `knex(…)`, `trx.raw(…)`, `db.transaction(…)`: whatever the handle is called. */
const knexCalls = [
  { selector: "CallExpression[callee.name=/^(knex|trx|db|database)$/]", message },
  { selector: "CallExpression[callee.property.name=/^(raw|batchInsert)$/]", message },
  {
    selector: "CallExpression[callee.property.name='transaction']",
    message:
      "A transaction is opened by a query: `inTransaction(db, work)` of the module's index, or a query of your own that takes `work`.",
  },
]

const knexType = {
  patterns: [
    {
      group: ["@medusajs/framework/mikro-orm/knex", "knex"],
      message: `${message} The handle's type is the module's \`Database\`.`,
    },
  ],
}

/** Where a handle is called, or its type is wanted to hand it on. */
const KNEX_FOLDERS = [
  "src/modules/*/queries/**",
  "src/modules/*/migrations/**",
  // A module's constructor is handed the connection.
  "src/modules/*/service.ts",
  // A payment provider has no module of its own: the demo provider's books are its queries.
  "src/providers/demo-payment/**",
]

module.exports = { knexCalls, knexType, KNEX_FOLDERS }
