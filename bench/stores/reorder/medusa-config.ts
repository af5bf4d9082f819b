import { defineConfig, Modules } from "@medusajs/framework/utils"

/** The named peer, paid by the same demo provider. */
export default defineConfig({
  admin: { disable: true },
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:8000",
      jwtSecret: "bench",
      cookieSecret: "bench",
    },
  },
  plugins: [{ resolve: "@reorderjs/reorder", options: {} }],
  modules: [
    {
      resolve: "@medusajs/medusa/payment",
      key: Modules.PAYMENT,
      options: { providers: [{ resolve: "../../../src/providers/demo-payment", id: "demo" }] },
    },
  ],
})
