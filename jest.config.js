/**
 * One kind of test a run, chosen by TEST_TYPE: the kinds need different machines (none, a database, a browser).
 * `npm test`, `npm run test:faults` and their like set it; see scripts/test.mjs.
 */
const kinds = {
  unit: { testMatch: ["<rootDir>/src/**/*.spec.ts"], testTimeout: 120_000 },
  integration: { testMatch: ["<rootDir>/integration-tests/{http,scenarios,modules}/**/*.spec.ts"] },
  walks: { testMatch: ["<rootDir>/integration-tests/walks/**/*.spec.ts"] },
  faults: { testMatch: ["<rootDir>/integration-tests/faults/**/*.spec.ts"], testTimeout: 1_800_000 },
  browser: { testMatch: ["<rootDir>/integration-tests/browser/**/*.spec.ts"] },
  packed: { testMatch: ["<rootDir>/integration-tests/packed/**/*.spec.ts"], testTimeout: 1_800_000 },
  redis: { testMatch: ["<rootDir>/integration-tests/redis/**/*.spec.ts"] },
}

const kind = process.env.TEST_TYPE ?? "unit"
if (!Object.hasOwn(kinds, kind)) {
  throw new Error(`TEST_TYPE is "${kind}"; it takes one of ${Object.keys(kinds).join(", ")}`)
}

module.exports = {
  testEnvironment: "<rootDir>/integration-tests/support/node-with-temporal.cjs",
  moduleNameMapper: {
    "^temporal-polyfill$": "<rootDir>/integration-tests/support/temporal.cjs",
    "^medusa-service-commerce/provisioning-providers$": "<rootDir>/src/provisioning-providers",
    "^request-filtering-agent$": "<rootDir>/integration-tests/support/request-filtering-agent.cjs",
  },
  transform: {
    "^.+\\.[cm]?[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true, decorators: true },
          transform: { react: { runtime: "automatic" } },
          target: "es2022",
        },
      },
    ],
  },
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.dev/"],
  testPathIgnorePatterns: ["/node_modules/"],
  moduleFileExtensions: ["js", "ts", "tsx", "mjs", "cjs", "json"],
  setupFiles: kind === "unit" ? [] : ["<rootDir>/integration-tests/support/setup.ts"],
  // Time-outs guard against hanging, not against slowness: a test may take as long as a busy machine needs.
  testTimeout: 600_000,
  testSequencer: "<rootDir>/scripts/jest/longest-first.cjs",
  ...kinds[kind],
}
