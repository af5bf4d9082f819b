import type { AxiosResponse } from "axios"
import type { TestStore } from "./store-test"

export interface PageAnswer {
  status: number
  html: string
  headers: AxiosResponse["headers"]
  location: string | null
}

/** A browser without JavaScript, as far as pages need one: it keeps cookies by their paths and follows nothing by itself. */
export class PageClient {
  private readonly cookies = new Map<string, { path: string; value: string }>()

  constructor(
    private readonly store: Pick<TestStore, "api">,
    private readonly headers: Record<string, string> = {},
  ) {}

  async get(path: string): Promise<PageAnswer> {
    return this.send("GET", path)
  }

  async post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<PageAnswer> {
    return this.send("POST", path, { fields, headers })
  }

  /** The cookie of a page's path; null: it has none. */
  cookieOf(path: string): { path: string; value: string } | null {
    return [...this.cookies.values()].find((one) => path.startsWith(one.path)) ?? null
  }

  /** Opens a link and follows it to its page. */
  async open(url: string): Promise<PageAnswer & { path: string }> {
    const first = await this.get(pathOf(url))
    const path = first.location ?? pathOf(url)
    return first.location ? { ...(await this.get(path)), path } : { ...first, path }
  }

  /** Sends the first form of a page whose action ends so, with what stands hidden in it, and follows to the page. */
  async submit(page: { html: string }, action: string, fields: Record<string, string> = {}): Promise<PageAnswer> {
    const form = [...page.html.matchAll(/<form[^>]* method="post" action="([^"]+)"[^>]*>(.*?)<\/form>/gs)].find(
      ([, to, inside = ""]) =>
        to?.includes(`/${action}`) &&
        [fields.provider_id, fields.variant_id].every((id) => id === undefined || inside.includes(`value="${id}"`)),
    )
    if (!form) {
      const said = page.html.replace(/<(style|script)[^]*?<\/\1>/g, "").replace(/<[^>]+>|\s+/g, " ")
      throw new Error(`The page has no form ${action}: ${said.replace(/ +/g, " ").slice(0, 500)}`)
    }
    const [, to = "", inside = ""] = form
    const hidden = [...inside.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name,
      value.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&"),
    ])
    const sent = await this.post(to.replaceAll("&amp;", "&"), { ...Object.fromEntries(hidden), ...fields })
    return sent.location ? this.get(localOf(sent.location)) : sent
  }

  private async send(
    method: string,
    path: string,
    { fields, headers = {} }: { fields?: Record<string, string>; headers?: Record<string, string> } = {},
  ): Promise<PageAnswer> {
    const cookie = [...this.cookies]
      .filter(([, one]) => path.startsWith(one.path))
      .map(([name, one]) => `${name.split("@")[0]}=${one.value}`)
      .join("; ")
    const answer = await this.store.api.request<string>({
      method,
      url: path,
      data: fields && new URLSearchParams(fields).toString(),
      headers: {
        ...this.headers,
        ...(cookie ? { cookie } : {}),
        ...(fields ? { "content-type": "application/x-www-form-urlencoded" } : {}),
        ...headers,
      },
      maxRedirects: 0,
      validateStatus: () => true,
      responseType: "text",
      transformResponse: [(text: string) => text],
    })
    for (const set of answer.headers["set-cookie"] ?? []) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      const path = /Path=([^;]+)/i.exec(set)?.[1] ?? "/"
      this.cookies.set(`${name}@${path}`, { path, value })
    }
    const location: unknown = answer.headers.location
    return {
      status: answer.status,
      html: answer.data,
      headers: answer.headers,
      location: typeof location === "string" ? location : null,
    }
  }
}

/** A redirection to the store's public address is followed on the test's own. */
const localOf = (location: string): string => {
  const { pathname, search } = new URL(location, "http://localhost")
  return pathname + search
}

/** The path of an address: links bear the store's public one, not the test's. */
export const pathOf = (url: string): string => new URL(url, "http://localhost").pathname
