import type { Browser } from "playwright-core"
import { createShop, type Shop } from "./create-shop"
import { launchBrowser, openAdmin, type AdminPage } from "./open-admin"
import { startStore, type RunningStore } from "./start-store"

/** A store with a shop, and its admin in both languages. */
export interface Scene {
  store: RunningStore
  browser: Browser
  shop: Shop
  english: AdminPage
  french: AdminPage
  close: () => Promise<void>
}

/** How long a scene may take to open, in milliseconds. */
export const OPENING_MS = 600_000

export async function openScene(): Promise<Scene> {
  const store = await startStore()
  const shop = await createShop(store)
  const browser = await launchBrowser()
  const [english, french] = [
    await openAdmin(browser, store, { language: "en", width: 1440 }),
    await openAdmin(browser, store, { language: "fr", width: 1440 }),
  ]
  const close = async () => {
    await browser.close()
    await store.stop()
  }
  return { store, browser, shop, english, french, close }
}
