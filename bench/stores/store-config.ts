import { defineConfig } from "@medusajs/framework/utils"

type Config = Parameters<typeof defineConfig>[0]

/** The two stores are the same but for the plugin. */
export const storeWith = (plugins: NonNullable<NonNullable<Config>["plugins"]>) =>
  defineConfig({
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
    plugins,
  })
