import medusa from "@medusajs/eslint-plugin"
import tseslint from "typescript-eslint"
import knex from "./scripts/lint-rules/knex.cjs"

const clock =
  "Time is an argument: take `as_of` (a civil date) from the caller. Only api, jobs and subscribers ask the clock."
const random = "A rule gives the same answer each time: take the value from the caller."

const pure = {
  "no-restricted-syntax": [
    "error",
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
    { selector: "CallExpression[callee.name='Date']", message: clock },
  ],
  "no-restricted-properties": [
    "error",
    { object: "Date", property: "now", message: clock },
    { object: "performance", property: "now", message: clock },
    { object: "Math", property: "random", message: random },
    { object: "Math", property: "round", message: "Money is exact: use `round` of rules/money." },
    { object: "crypto", property: "randomUUID", message: random },
  ],
  "no-restricted-globals": [
    "error",
    { name: "process", message: "A rule reads no environment: take the value from the caller." },
    { name: "fetch", message: "A rule does not reach outside: decide here, do it in a workflow's step." },
    { name: "setTimeout", message: clock },
  ],
  "no-restricted-imports": [
    "error",
    {
      patterns: [
        {
          group: ["@medusajs/*", "node:*", "fs", "crypto", "pg", "knex"],
          message: "Rules are pure: no Medusa, no I/O. Load the facts in a workflow and pass them in.",
        },
      ],
    },
  ],
}

/** Medusa's rules are for what is shipped; its own list of ignored files would take the tests out of every rule. */
const onlyIgnores = (config) => Object.keys(config).every((key) => key === "ignores")
const NOT_SHIPPED = ["**/*.spec.*", "**/__tests__/**", "integration-tests/**", "bench/**", "demo/**", "scripts/**"]
const forShippedCode = (config) =>
  config.rules ? { ...config, ignores: [...(config.ignores ?? []), ...NOT_SHIPPED] } : config

const doubleCast = {
  selector: "TSAsExpression > TSAsExpression > TSUnknownKeyword",
  message:
    "No cast through `unknown`: translate the row, field by field, in one of the files that eslint.config.mjs lists.",
}

const readOnlyQuery = {
  selector:
    "AssignmentExpression > MemberExpression.left[object.name='req'][property.name='query'], AssignmentExpression > MemberExpression.left[object.object.name='req'][object.property.name='query']",
  message:
    "A query is read only in Express 5: change `req.queryConfig`, `req.filterableFields` or `req.validatedQuery`.",
}

const knexAllowed = [...knex.KNEX_FOLDERS, "**/*.spec.ts"]

/** Where rows of the database and answers of Medusa become the facts that rules know; nowhere else is a cast allowed. */
const TRANSLATIONS = [
  "src/modules/billing/models/offer.ts",
  "src/modules/billing/models/subscription-item.ts",
  "src/workflows/cart/apply-changes.ts",
  "src/workflows/cart/load-cart.ts",
  "src/workflows/billing/offers/current-prices.ts",
  "src/workflows/orders/load-orders.ts",
  "src/workflows/billing/offers/load-base-prices.ts",
  "src/workflows/billing/renewals/load-stock-items.ts",
  "src/workflows/billing/offers/read-store-products.ts",
  "src/workflows/billing/offers/steps/load-offer-terms.ts",
  "src/workflows/billing/payment-methods/steps/load-paying-cart.ts",
  "src/workflows/discounts/orders/order-state.ts",
]

export default tseslint.config(
  { ignores: ["node_modules/", ".medusa/", ".dev/", "coverage/", "bench/work/", "integration-tests/browser/output/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ["**/*.ts", "**/*.tsx"] })),
  {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: { parserOptions: { project: "./tsconfig.check.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-ignore": true, "ts-nocheck": true, "ts-expect-error": "allow-with-description" },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "none" },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      // Medusa's own signatures (steps, migrations, providers) are async, whether there is something to wait for or not.
      "@typescript-eslint/require-await": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "no-restricted-syntax": ["error", doubleCast, readOnlyQuery],
    },
  },
  ...medusa.configs.recommended.filter((config) => !onlyIgnores(config)).map(forShippedCode),
  {
    files: ["src/**/*.ts"],
    rules: {
      // Ids are global over all plugins of a store, so they carry the room's name, which file and export do not.
      "@medusajs/workflow-id-matches-export-or-filename": "off",
      "@medusajs/step-id-kebab-case": "off",
    },
  },
  {
    // Medusa's error has a type for the HTTP answer. Below workflows, and outside the plugin, nobody answers.
    files: ["**/*.{ts,tsx,js,mjs,cjs}"],
    ignores: ["src/api/**", "src/workflows/**"],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off" },
  },
  {
    files: ["src/**/*.ts"],
    ignores: knexAllowed,
    rules: {
      "no-restricted-imports": ["error", knex.knexType],
      "no-restricted-syntax": ["error", doubleCast, readOnlyQuery, ...knex.knexCalls],
    },
  },
  { files: TRANSLATIONS, rules: { "no-restricted-syntax": "off" } },
  { files: TRANSLATIONS, ignores: knexAllowed, rules: { "no-restricted-syntax": ["error", ...knex.knexCalls] } },
  { files: ["src/rules/**/*.ts"], ignores: ["**/*.spec.ts", "src/rules/__tests__/**"], rules: pure },
  {
    // Medusa's containers, workflows and HTTP answers are typed `any` in places that are not ours.
    files: ["**/*.ts", "**/*.tsx"],
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    files: ["integration-tests/**/*.ts", "bench/**/*.ts", "**/*.spec.ts"],
    rules: {
      "no-console": "off",
      "@typescript-eslint/no-base-to-string": "off",
      "@typescript-eslint/restrict-template-expressions": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
)
