export type Json = Record<string, unknown>

/** A client of a running store's HTTP surface, as a storefront or a script would use it. */
export class StoreHttp {
  constructor(
    readonly url: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  with(headers: Record<string, string>): StoreHttp {
    return new StoreHttp(this.url, { ...this.headers, ...headers })
  }

  /** The answer's JSON; a refusal is thrown with what the store said. */
  async send<T>(method: "GET" | "POST" | "DELETE", path: string, body?: Json): Promise<T> {
    const answer = await fetch(this.url + path, {
      method,
      headers: { "content-type": "application/json", ...this.headers },
      body: body && JSON.stringify(body),
    })
    const text = await answer.text()
    if (!answer.ok) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
    }
    return JSON.parse(text)
  }

  get = <T>(path: string): Promise<T> => this.send<T>("GET", path)
  post = <T>(path: string, body: Json = {}): Promise<T> => this.send<T>("POST", path, body)
}
