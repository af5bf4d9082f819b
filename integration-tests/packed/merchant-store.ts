import { execFileSync } from "child_process"
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "fs"
import { tmpdir } from "os"
import { join, resolve } from "path"
import manifest from "../../package.json"

const PROJECT = resolve(__dirname, "../..")

const medusa = manifest.devDependencies["@medusajs/medusa"]
const from = (...names: (keyof typeof manifest.devDependencies)[]) =>
  Object.fromEntries(names.map((name) => [name, manifest.devDependencies[name]]))

/** What a store made by `create-medusa-app` depends on. */
const DEPENDENCIES = {
  "@medusajs/admin-sdk": medusa,
  "@medusajs/cli": medusa,
  "@medusajs/dashboard": medusa,
  "@medusajs/draft-order": medusa,
  "@medusajs/framework": medusa,
  "@medusajs/icons": medusa,
  "@medusajs/js-sdk": medusa,
  "@medusajs/medusa": medusa,
  ...from("@medusajs/ui", "@swc/core", "@tanstack/react-query", "react", "react-dom", "react-router-dom", "vite"),
}

/** The whole configuration of a merchant who adds the plugin, and the demo payment provider to pay with. */
const configuration = (plugins: string[]) => `
const { defineConfig, Modules } = require("@medusajs/framework/utils")

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: process.env.STORE_CORS,
      adminCors: process.env.ADMIN_CORS,
      authCors: process.env.AUTH_CORS,
      jwtSecret: "a-secret-for-tests",
      cookieSecret: "a-secret-for-tests",
    },
  },
  plugins: [
    { resolve: "medusa-service-commerce", options: { timeZone: "Europe/Berlin", seller: { name: "Merchant GmbH" } } },
    ${plugins.map((name) => `{ resolve: "${name}", options: {} },`).join("\n    ")}
  ],
  modules: [
    {
      resolve: "@medusajs/medusa/payment",
      key: Modules.PAYMENT,
      options: { providers: [{ resolve: "medusa-service-commerce/providers/demo-payment", id: "demo" }] },
    },
  ],
})
`

export interface MerchantStore {
  folder: string
  /** Installs another package, as the merchant would type it. */
  install: (...args: string[]) => void
  /** Writes the configuration with these plugins beside ours. */
  configure: (...plugins: string[]) => void
  remove: () => void
}

/** Packs the plugin as npm would publish it, and installs it into a new Medusa store in a folder of its own. */
export function createMerchantStore(): MerchantStore {
  const folder = mkdtempSync(join(tmpdir(), "merchant-store-"))
  const npm = (cwd: string, ...args: string[]) =>
    execFileSync("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd,
      env: { ...process.env, NODE_OPTIONS: "", NODE_ENV: "development" },
      stdio: ["ignore", "pipe", "pipe"],
    })
  const install = (...args: string[]) => {
    npm(folder, "install", "--prefer-offline", ...args)
  }
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "merchant-store", private: true, dependencies: DEPENDENCIES }, null, 2),
  )
  npm(PROJECT, "run", "build")
  npm(PROJECT, "pack", "--pack-destination", folder)
  const tarball = readdirSync(folder).find((file) => file.endsWith(".tgz"))
  install(`./${tarball}`)
  return {
    folder,
    install,
    configure: (...plugins) => writeFileSync(join(folder, "medusa-config.js"), configuration(plugins)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
