import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createCustomer } from "../../support/create-customer"
import { createQuickShop, giveLinkTo, LENA, type QuickShop } from "../../support/create-quick-shop"
import { everythingStored } from "../../support/everything-stored"
import { hearOutgoing } from "../../support/outgoing-requests"
import { PageClient, pathOf, type PageAnswer } from "../../support/page-client"
import { storeSuite } from "../../support/store-suite"

/** Who may see and do what by the pages of a link, and that nothing of a token is left anywhere (C20, C25). */
export const quickOrderSecuritySuite = storeSuite(__filename, (store) => {
  let shop: QuickShop
  let otto: QuickShop["lena"]

  beforeAll(async () => {
    shop = await createQuickShop(store)
    otto = await giveLinkTo(store, { ...LENA, name: "Otto Other", email: "otto@test.example", discount_percent: "50" })
  })

  const client = (headers?: Record<string, string>) => new PageClient(store, headers)
  const here = ({ path }: { path: string }) => path.split("?")[0] ?? ""
  const formKeyOf = ({ html }: PageAnswer) => /name="form_key" value="([^"]+)"/.exec(html)?.[1] ?? ""
  const orders = async () => (await store.api.get("/admin/orders", shop.world.adminHeaders)).data.orders
  const fill = async (browser: PageClient, url: string, quantity = "7") => {
    const page = await browser.open(url)
    const form_key = formKeyOf(page)
    await browser.post(`${here(page)}/add`, { form_key, variant_id: shop.clip, quantity })
    return { page, form_key, basket: await browser.get(`${here(page)}/basket?lang=en`) }
  }

  /** Every page of a link, and what each form of it sends. */
  const READ = ["", "/basket", "/review", "/done/0"]
  const SENT: [string, () => Record<string, string>][] = [
    ["/add", () => ({ variant_id: shop.clip, quantity: "1" })],
    ["/basket", () => ({ [`n-${shop.clip}`]: "3" })],
    ["/again", () => ({})],
    ["/review", () => ({ [`n-${shop.clip}`]: "3" })],
    ["/order", () => ({ turn: "0", attempt: "1", shown: '{"total":"0","lines":[]}' })],
    ["/request", () => ({ variant_id: shop.advised.variants.Once ?? "", quantity: "1" })],
  ]

  it("C20, C25: no page and no form of a link is anybody else's: nobody, customer A and B, another link, an admin", async () => {
    const browser = client()
    const { page, form_key } = await fill(browser, shop.lena.url)
    const benno = await createCustomer(store.container(), { email: "benno@test.example", ...shop.world })
    const other = client()
    const theirs = await other.open(otto.url)
    const { value } = other.cookieOf(here(theirs)) ?? { value: "" }
    const callers: Record<string, { sender: PageClient; key: string }> = {
      nobody: { sender: client(), key: form_key },
      "customer A": { sender: client(shop.clara.headers), key: form_key },
      "customer B": { sender: client(benno.headers), key: form_key },
      "another link's session": { sender: client({ cookie: `service_page=${value}` }), key: formKeyOf(theirs) },
      admin: { sender: client(shop.world.adminHeaders.headers), key: form_key },
    }
    const before = await everythingStored(store.knex())
    const answers: unknown[] = []
    for (const [caller, { sender, key }] of Object.entries(callers)) {
      for (const path of READ) {
        answers.push([caller, "GET", path, (await sender.get(`${here(page)}${path}`)).status])
      }
      for (const [path, fields] of SENT) {
        const sent = await sender.post(`${here(page)}${path}`, { form_key: key, ...fields() })
        answers.push([caller, "POST", path, sent.status])
      }
    }
    expect(answers).toEqual(
      Object.keys(callers).flatMap((caller) => [
        ...READ.map((path) => [caller, "GET", path, 404]),
        ...SENT.map(([path]) => [caller, "POST", path, 403]),
      ]),
    )
    expect(await everythingStored(store.knex())).toEqual(before)
    // The link's own session is let in everywhere: what has no page leads to one that is there.
    for (const path of ["", "/basket", "/review"]) {
      expect([path, [200, 303].includes((await browser.get(`${here(page)}${path}`)).status)]).toEqual([path, true])
    }
  })

  it("CR6, C20: a scanner that gets every address writes no row at all", async () => {
    const browser = client()
    const { page } = await fill(browser, shop.lena.url)
    await browser.submit(await browser.get(`${here(page)}/basket?lang=en`), "review")
    await store.settled()
    const hrefs = (html: string) =>
      [...html.matchAll(/(?:href|action|formaction|src)="(\/[^"]+)"/g)].map(([, to = ""]) =>
        to.replaceAll("&amp;", "&"),
      )
    const before = await everythingStored(store.knex())
    for (const scanner of [browser, client()]) {
      const seen = new Set<string>()
      const open = [pathOf(shop.lena.url), ...READ.map((path) => `${here(page)}${path}`)]
      open.push("/store/quick-orders", ...SENT.map(([path]) => `${here(page)}${path}`))
      for (let path = open.pop(); path !== undefined; path = open.pop()) {
        if (!seen.has(path) && seen.size < 200) {
          seen.add(path)
          const { html, location } = await scanner.get(path)
          open.push(...(location ? [location] : []), ...hrefs(html))
        }
      }
      expect(seen.size).toBeGreaterThan(9)
    }
    await store.settled()
    expect(await everythingStored(store.knex())).toEqual(before)
  })

  it("bad input: a cart with forged prices is charged at the store's own, and a forged total orders nothing", async () => {
    const browser = client()
    const { basket } = await fill(browser, shop.lena.url)
    const seen = JSON.stringify([[shop.clip, "0.01"]])
    const checked = await browser.submit(basket, "review", { seen })
    const shown = JSON.stringify({ total: "0.01", lines: [[shop.clip, "0.01"]] })
    const refused = await browser.submit(checked, "order", { shown })
    expect(refused.html).toContain("A price has changed")
    expect(await orders()).toEqual([])
    await browser.submit(await browser.get(`${here(await browser.open(shop.lena.url))}/review?lang=en`), "order")
    const [order] = await orders()
    // 5.89 and 5.00 for shipping, with 19 %.
    expect(order.total).toBeCloseTo(12.96, 2)
  })

  it("bad input: what was hidden since is named in the basket, and not ordered", async () => {
    const browser = client()
    const page = await browser.open(shop.lena.url)
    const add = { form_key: formKeyOf(page), quantity: "1" }
    const sent = await browser.post(`${here(page)}/add`, { ...add, variant_id: shop.secret.variants.Once ?? "" })
    expect(sent.location).toContain("notice=not_taken")
    const monthly = shop.hosting.variants.Monthly ?? ""
    await browser.post(`${here(page)}/add`, { ...add, variant_id: monthly })
    const checked = await browser.submit(await browser.get(`${here(page)}/basket?lang=en`), "review")
    await store.knex()("billing_offer").where({ product_id: shop.hosting.productId }).update({ hidden: true })
    const basket = await browser.get(`${here(page)}/basket?lang=en`)
    expect(basket.html).toContain("not sold any more")
    await browser.submit(checked, "order")
    const again = await browser.submit(basket, "review")
    expect(again.html).not.toContain("Order with obligation to pay")
    expect(await orders()).toEqual([])
  })

  it("bad input: one link's cart is nothing under another link, by the page and by the Store API", async () => {
    const [browser, other] = [client(), client()]
    const { basket } = await fill(browser, shop.lena.url)
    const checked = await browser.submit(basket, "review")
    expect(checked.html).not.toContain("cart_qo_")
    const fieldOf = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(checked.html)?.[1]?.replaceAll("&quot;", '"') ?? ""
    const fields = { turn: fieldOf("turn"), attempt: fieldOf("attempt"), shown: fieldOf("shown") }
    const theirs = await other.open(otto.url)
    const sent = await other.post(`${here(theirs)}/order`, { form_key: formKeyOf(theirs), ...fields })
    expect(sent.location).toContain(`${here(theirs)}/review`)
    const { total, lines } = JSON.parse(fields.shown) as { total: string; lines: [string, string][] }
    const shown = { total, lines: lines.map(([key, price]) => ({ key, total: price })) }
    const { data } = await store.api.post(
      "/store/quick-orders/place",
      { token: otto.token, turn: Number(fields.turn), attempt: Number(fields.attempt), shown },
      shop.world.storeHeaders,
    )
    expect(data).toMatchObject({ outcome: "moved", order: null })
    expect(await orders()).toEqual([])
    expect(await store.knex()("customers_quick_order").select("link_id")).toEqual([{ link_id: shop.lena.id }])
  })

  it("bad input: a token of the wrong length or shape opens nothing", async () => {
    for (const token of [
      "",
      "A",
      "A".repeat(42),
      "A".repeat(44),
      "A".repeat(4000),
      "a%00b",
      "%2e%2e%2f",
      "' or 1=1 --",
    ]) {
      const answer = await client().get(`/pages/quick-order/${encodeURI(token)}`)
      expect([token, answer.status, answer.headers["set-cookie"]]).toEqual([token, 404, undefined])
    }
  })

  it("bad input: HTML in a name, an article's title or what was typed is text on the page", async () => {
    const html = `<img src=x onerror="alert(1)">`
    await store.knex()("product").where({ title: "Clip" }).update({ title: html })
    const link = await giveLinkTo(store, { ...LENA, name: html, email: "html@test.example" })
    const browser = client()
    const { page, basket } = await fill(browser, link.url)
    const found = await browser.get(`${here(page)}?q=${encodeURIComponent(html)}`)
    const checked = await browser.submit(basket, "review", { note: html, purchase_order_number: html })
    for (const { html: shown } of [page, basket, found, checked]) {
      expect(shown).not.toContain("<img")
      expect(shown).toContain("&lt;img")
    }
  })

  it("CR7: a forged Host is in no link, no address and no page", async () => {
    const forged = { host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" }
    const { data } = await store.api.post(
      "/admin/quick-order-links",
      { profile_id: shop.lena.profileId },
      { headers: { ...shop.world.adminHeaders.headers, ...forged } },
    )
    expect(data.quick_order_link.url).not.toContain("evil")
    const browser = client(forged)
    const first = await browser.get(pathOf(data.quick_order_link.url))
    expect([first.status, first.location]).toEqual([303, expect.stringMatching(/^\/pages\/quick-order\/l\/\w+$/)])
    const { page, basket } = await fill(browser, data.quick_order_link.url)
    const checked = await browser.submit(basket, "review")
    const done = await browser.submit(checked, "order")
    expect(done.html).toMatch(/Order number/)
    const said = [first, page, basket, checked, done].flatMap(({ html, headers }) => [html, JSON.stringify(headers)])
    expect(said.filter((text) => text.includes("evil"))).toEqual([])
  })

  it("C20, C25: no token in what is stored, logged or sent out, from the making of a link to its order and its end", async () => {
    const logger = store.container().resolve(ContainerRegistrationKeys.LOGGER)
    const said: string[] = []
    const spies = (["log", "info", "warn", "error", "debug", "http"] as const).flatMap((level) =>
      level in logger
        ? [
            jest
              .spyOn(logger, level as "info")
              .mockImplementation((...words) => void said.push(words.map(String).join())),
          ]
        : [],
    )
    const streams = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, "write").mockImplementation((words) => said.push(String(words)) > 0),
    )
    const outgoing = hearOutgoing()
    let token = ""
    const admin = (path: string, body: object = {}) => store.api.post(`/admin${path}`, body, shop.world.adminHeaders)
    try {
      const { data } = await admin("/quick-order-links", { profile_id: shop.lena.profileId })
      const { url, id } = data.quick_order_link
      token = pathOf(url).split("/").pop() ?? ""
      const browser = client()
      const { basket, page } = await fill(browser, url)
      await browser.submit(await browser.submit(basket, "review"), "order")
      await store.api.post("/store/quick-orders", { token }, shop.world.storeHeaders)
      const form_key = formKeyOf(page)
      await browser.post(`${here(page)}/request`, {
        form_key,
        variant_id: shop.advised.variants.Once ?? "",
        quantity: "1",
      })
      await store.settled()
      await admin(`/quick-order-links/${id}/revoke`)
      await client().get(pathOf(url))
      await client().get(`/PAGES/Quick-Order/${token}`)
      await store.settled()
    } finally {
      outgoing.stop()
      ;[...spies, ...streams].forEach((spy) => spy.mockRestore())
    }
    expect(token).toHaveLength(43)
    expect(await orders()).toHaveLength(1)
    const own = new URL(store.api.defaults.baseURL ?? "").port
    const elsewhere = outgoing.heard.filter(
      (request) => !request.includes(`localhost:${own}`) && !request.includes(`127.0.0.1:${own}`),
    )
    expect(outgoing.heard.length).toBeGreaterThan(5)
    expect(elsewhere).toEqual([])
    expect(said.filter((text) => text.includes(token))).toEqual([])
    const stored = Object.entries(await everythingStored(store.knex()))
    expect(stored.filter(([, rows]) => rows.some((row) => row.includes(token))).map(([name]) => name)).toEqual([])
  })
})
