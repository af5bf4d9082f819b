import type { AdminPage } from "./open-admin"

/** `it` for tests in a browser: one that fails saves a screenshot of each of these pages, named after it. */
export const seenBy =
  (topic: string, pages: () => AdminPage[]) =>
  (name: string, test: () => Promise<void>): void =>
    it(name, async () => {
      try {
        await test()
      } catch (error) {
        const file = `failed-${topic}-${name.replace(/\W+/g, "-").slice(0, 60)}`
        await Promise.all(pages().map((page) => page.shoot(file)))
        throw error
      }
    })
