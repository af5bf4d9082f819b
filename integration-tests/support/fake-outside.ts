import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import type { OutsideFailure } from "../../src/provisioning-providers/test-kit"

export interface Asked {
  method: string
  path: string
  headers: IncomingMessage["headers"]
  text: string
  json: Record<string, unknown>
}

export interface Answered {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

/** A local server that answers as it is told to, and fails as it is told to: the outside of a provider. */
export class FakeOutside {
  readonly asked: Asked[] = []
  /** Failures of the next requests that change something. */
  private readonly failures: OutsideFailure[] = []
  /** What was never answered. */
  private readonly hanging: Asked[] = []
  /** How long each answer takes. */
  latency = 0
  private isDown = false
  /** Somebody else answers this in its place: a proxy whose server is not there. */
  instead: { status: number; text: string } | null = null
  private server: Server | null = null
  url = ""

  constructor(
    private readonly answer: (asked: Asked) => Answered,
    private readonly isQuestion: (asked: Asked) => boolean,
  ) {}

  async start(): Promise<void> {
    this.server = createServer((request, response) => void this.handle(request, response))
    await new Promise<void>((resolve) => this.server?.listen(0, "127.0.0.1", resolve))
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    if (!this.server?.listening) {
      return
    }
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server?.close(resolve))
  }

  failNext(failure: OutsideFailure): void {
    this.failures.push(failure)
  }

  forgetFailures(): void {
    this.failures.length = 0
    this.hanging.length = 0
  }

  /** Does what it has never answered, long after nobody waits for it any more. */
  finishLate(): void {
    for (const asked of this.hanging.splice(0)) {
      this.answer(asked)
    }
  }

  /** Answers 500 to everything, until it is up again. */
  setDown(isDown: boolean): void {
    this.isDown = isDown
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) {
      chunks.push(chunk as Buffer)
    }
    const text = Buffer.concat(chunks).toString("utf8")
    const json = (text ? JSON.parse(text) : {}) as Record<string, unknown>
    const asked = { method: request.method ?? "", path: request.url ?? "", headers: request.headers, text, json }
    this.asked.push(asked)
    if (this.latency) {
      await new Promise((resolve) => setTimeout(resolve, this.latency))
    }
    if (this.instead) {
      response.writeHead(this.instead.status, { "content-type": "text/plain" }).end(this.instead.text)
      return
    }
    if (this.isDown) {
      this.write(response, { status: 500, body: { errors: [] } })
      return
    }
    const failure = this.isQuestion(asked) ? undefined : this.failures.shift()
    if (failure) {
      this.fail(response, asked, failure)
      return
    }
    this.write(response, this.answer(asked))
  }

  private fail(response: ServerResponse, asked: Asked, failure: OutsideFailure): void {
    switch (failure) {
      case "unavailable":
        return this.write(response, { status: 500, body: { errors: [] } })
      case "rate_limited":
        return this.write(response, { status: 429, headers: { "retry-after": "7" } })
      case "refused":
        return this.write(response, { status: 422, body: { errors: [{ code: "Invalid", detail: "No" }] } })
      case "garbage":
        response.writeHead(200, { "content-type": "application/json" }).end('{"object": "serv')
        return
      case "hangs":
        this.hanging.push(asked)
        return
      case "answer_lost":
        this.answer(asked)
        response.socket?.destroy()
    }
  }

  private write(response: ServerResponse, { status, body, headers }: Answered): void {
    const text = body === undefined ? "" : JSON.stringify(body)
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(text)
  }
}
