import { defineConfig, loadEnv, Modules } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

/**
 * The plugin's own store, for developing and testing it: the repository's `src/` is loaded as the project itself.
 * A merchant's `medusa-config.ts` names the package under `plugins` instead (see README).
 */
export default defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: process.env.STORE_CORS ?? "http://localhost:8000",
      adminCors: process.env.ADMIN_CORS ?? "http://localhost:9000",
      authCors: process.env.AUTH_CORS ?? "http://localhost:9000,http://localhost:8000",
      jwtSecret: process.env.JWT_SECRET ?? "development-only",
      cookieSecret: process.env.COOKIE_SECRET ?? "development-only",
    },
  },
  modules: [
    { resolve: "./src/modules/billing", options: { demoClock: true } },
    {
      resolve: "@medusajs/medusa/payment",
      key: Modules.PAYMENT,
      options: { providers: [{ resolve: "./src/providers/demo-payment", id: "demo" }] },
    },
  ],
})
