import { join } from "path"
import { defineConfig, loadEnv, Modules } from "@medusajs/framework/utils"
import type { PluginOptionsInput } from "./src/options"

loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

const { DATABASE_URL, DATABASE_POOL, REDIS_URL, STORE_TIME_ZONE, JWT_SECRET, COOKIE_SECRET } = process.env
const { STORE_CORS, ADMIN_CORS, AUTH_CORS, FAKE_STRIPE_URL, STRIPE_PUBLISHABLE_KEY } = process.env

const WORKER_MODES = ["shared", "worker", "server"] as const
const workerMode = WORKER_MODES.find((mode) => mode === process.env.MEDUSA_WORKER_MODE) ?? "shared"

/** With Redis, any number of processes share the work (MEDUSA_WORKER_MODE says which part each takes). */
const shared = (redisUrl: string) => [
  { resolve: "@medusajs/medusa/event-bus-redis", key: Modules.EVENT_BUS, options: { redisUrl } },
  { resolve: "@medusajs/medusa/workflow-engine-redis", key: Modules.WORKFLOW_ENGINE, options: { redis: { redisUrl } } },
  {
    resolve: "@medusajs/medusa/locking",
    key: Modules.LOCKING,
    options: {
      providers: [
        { resolve: "@medusajs/medusa/locking-redis", id: "locking-redis", is_default: true, options: { redisUrl } },
      ],
    },
  },
]

/** Tests alone: a provider that speaks to a local fake of Stripe's API. */
const fakeStripe = FAKE_STRIPE_URL
  ? [
      {
        resolve: join(__dirname, "integration-tests/support/fake-stripe"),
        id: "stripe",
        options: { apiKey: "sk_test_fake", webhookSecret: "whsec_fake" },
      },
    ]
  : []

/** For developing and testing alone: a store has keys of its own, and no private addresses. */
const DEVELOPMENT_KEY = Buffer.alloc(32, "development-only").toString("base64")
const webhookOptions = { allowPrivateAddresses: true }
const licenseKeyOptions = { seed: DEVELOPMENT_KEY }

/** The plugin's options. Where the plugin is installed, each of its modules gets them whole; here they are named by each. */
const serviceCommerce: PluginOptionsInput = {
  demoClock: true,
  billing: { customerChanges: ["quantity", "cycle", "pause", "skip", "renew_early", "addresses", "cancel"] },
  timeZone: STORE_TIME_ZONE ?? "Europe/Zurich",
  seller: {
    name: "Alpine Hosting AG",
    address_1: "Seestrasse 12",
    postal_code: "8002",
    city: "Zürich",
    country_code: "ch",
    vat_number: "CHE-123.456.788 MWST",
    email: "billing@alpine-hosting.example",
  },
  provisioning: {
    providers: [
      { resolve: "./src/providers/manual-provisioning", id: "manual" },
      { resolve: "./src/providers/webhook-provisioning", id: "webhook", options: webhookOptions },
      { resolve: "./src/providers/license-key-provisioning", id: "license_key", options: licenseKeyOptions },
      {
        resolve: "./src/providers/pterodactyl-provisioning",
        id: "pterodactyl",
        options: { allowPrivateAddresses: true },
      },
    ],
    encryptionKeys: [{ id: "development", key: DEVELOPMENT_KEY }],
  },
  pages: { ...(STRIPE_PUBLISHABLE_KEY ? { stripePublishableKey: STRIPE_PUBLISHABLE_KEY } : {}) },
}

/**
 * The plugin's own store, for developing and testing it: the repository's `src/` is loaded as the project itself.
 * A merchant's `medusa-config.ts` names the package under `plugins` instead (see README).
 */
export default defineConfig({
  admin: { disable: process.env.DISABLE_MEDUSA_ADMIN === "true" },
  projectConfig: {
    databaseUrl: DATABASE_URL,
    ...(DATABASE_POOL ? { databaseDriverOptions: { pool: { min: 2, max: Number(DATABASE_POOL) } } } : {}),
    redisUrl: REDIS_URL,
    workerMode,
    http: {
      storeCors: STORE_CORS ?? "http://localhost:8000",
      adminCors: ADMIN_CORS ?? "http://localhost:9000",
      authCors: AUTH_CORS ?? "http://localhost:9000,http://localhost:8000",
      jwtSecret: JWT_SECRET ?? "development-only",
      cookieSecret: COOKIE_SECRET ?? "development-only",
    },
  },
  modules: [
    { resolve: "./src/modules/core", options: serviceCommerce },
    { resolve: "./src/modules/billing", options: serviceCommerce },
    { resolve: "./src/modules/discounts", options: serviceCommerce },
    { resolve: "./src/modules/packages", options: serviceCommerce },
    { resolve: "./src/modules/customers", options: serviceCommerce },
    { resolve: "./src/modules/provisioning", options: serviceCommerce },
    { resolve: "./src/modules/sales", options: serviceCommerce },
    {
      resolve: "@medusajs/medusa/payment",
      key: Modules.PAYMENT,
      options: { providers: [{ resolve: "./src/providers/demo-payment", id: "demo" }, ...fakeStripe] },
    },
    {
      resolve: "@medusajs/medusa/notification",
      key: Modules.NOTIFICATION,
      options: {
        // It sends nothing: what it is given stands in the log, and in the admin under Billing → Messages.
        providers: [
          { resolve: "@medusajs/medusa/notification-local", id: "local", options: { channels: ["feed", "email"] } },
        ],
      },
    },
    ...(REDIS_URL ? shared(REDIS_URL) : []),
  ],
})
