import { join } from "path"
import { chromium, type Browser, type Locator, type Page } from "playwright-core"
import { OUTPUT, type RunningStore } from "./start-store"

/** Debian's Chromium, or the one that is named. */
const EXECUTABLE = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium"
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
]
/** The first load waits for the admin's own build. */
const FIRST_LOAD_MS = 120_000
/** Everything after it. */
const WAIT_MS = 60_000

/** Moving things have come to rest. */
const SETTLED_MS = 700
const HIGHEST = 2400
/** They lie over what is to be seen. */
const WITHOUT_TOASTS = "[data-sonner-toaster] { display: none }"

export type Language = "en" | "fr"

/** The card that has this text, on a page where several cards have buttons of the same name. */
export const cardWith = (page: Page, text: string): Locator =>
  page.locator(".shadow-elevation-card-rest").filter({ hasText: text }).last()

/** The button that opens the offer's editor, on a product's page. */
export const editOffer = (page: Page): Locator =>
  cardWith(page, "How this product is sold.").getByRole("button", { name: "Edit", exact: true })

export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS })

/** An admin at work: one language, one screen, logged in. */
export class AdminPage {
  readonly problems: string[] = []

  constructor(
    readonly page: Page,
    private readonly url: string,
    private readonly language: Language,
  ) {
    page.setDefaultTimeout(WAIT_MS)
    page.on("pageerror", (error) => this.problems.push(error.message))
  }

  async logIn({ email, password }: RunningStore["admin"]): Promise<void> {
    await this.page.goto(`${this.url}/app/login`, { timeout: FIRST_LOAD_MS })
    await this.page.locator("input[name=email]").fill(email, { timeout: FIRST_LOAD_MS })
    await this.page.locator("input[name=password]").fill(password)
    await this.page.locator("button[type=submit]").click()
    await this.page.waitForURL((url) => !url.pathname.includes("/login"), { timeout: 60_000 })
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.url}/app${path}`, { timeout: FIRST_LOAD_MS })
  }

  /** The last of the breadcrumbs, which names the page; each is in a row of its own. */
  crumb = (name: string | RegExp): Locator =>
    this.page.locator("ol.txt-compact-small-plus > li").last().getByText(name, { exact: true })

  /**
   * Keeps what is on screen as a file, down to the end of what scrolls: the dashboard scrolls inside itself, so the
   * screen is made as high as that asks for.
   */
  async shoot(name: string): Promise<void> {
    const size = this.page.viewportSize() ?? { width: 1280, height: 900 }
    const hidden = await this.page.evaluate(() => {
      const front = document.querySelector("[role=dialog]") ?? document.querySelector("main")
      const scrolling = [front, ...(front?.querySelectorAll("*") ?? [])].filter(
        (element) => element && ["auto", "scroll"].includes(getComputedStyle(element).overflowY),
      )
      return Math.max(0, ...scrolling.map((element) => (element ? element.scrollHeight - element.clientHeight : 0)))
    })
    await this.page.setViewportSize({ ...size, height: Math.min(size.height + hidden, HIGHEST) })
    await this.page.waitForTimeout(SETTLED_MS)
    await this.page.screenshot({ path: join(OUTPUT, `${this.language}-${name}.png`), style: WITHOUT_TOASTS })
    await this.page.setViewportSize(size)
  }

  /** How far the page is wider than the screen; 0 where nothing is cut off. */
  overflow = (): Promise<number> =>
    this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

interface Screen {
  language: Language
  width?: number
  height?: number
}

export async function openAdmin(
  browser: Browser,
  store: RunningStore,
  { language, width = 1280, height = 900 }: Screen,
): Promise<AdminPage> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language === "fr" ? "fr-FR" : "en-US",
  })
  await context.addCookies([{ name: "lng", value: language, url: store.url }])
  const admin = new AdminPage(await context.newPage(), store.url, language)
  await admin.logIn(store.admin)
  return admin
}
