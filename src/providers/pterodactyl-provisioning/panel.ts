import {
  httpRequest,
  ProvisioningError,
  readJson,
  requireSuccess,
  type HttpAnswer,
  type HttpCall,
  type ProvisioningServer,
} from "../../provisioning-providers"
import { credentials, type PanelCredentials } from "./forms"

/** A record of the panel: `{ object, attributes }`. */
export interface PanelRecord {
  attributes: Record<string, unknown> & { id: number }
}

export interface PanelPage {
  data: PanelRecord[]
  meta?: { pagination?: { current_page?: number; total_pages?: number } }
}

/** What a panel refuses for now: it works again when what holds it up is over. So does every conflict (409). */
const HELD_UP = /BackupLocked|ServerTransferring|ServerInstalling|StateConflict|NoViableNode|NoViableAllocation/i
const CONFLICT = 409

/** The application API of a panel, with its errors as ours. */
export class Panel {
  private readonly base: string
  private readonly apiKey: string

  constructor(
    server: ProvisioningServer<PanelCredentials> | null,
    private readonly how: { signal: AbortSignal; allowsPrivateAddresses: boolean },
  ) {
    const parsed = credentials.safeParse(server?.credentials)
    if (!parsed.success) {
      throw new ProvisioningError("refused", "The server has no address or no API key")
    }
    this.base = `${parsed.data.url.replace(/\/+$/, "")}/api/application`
    this.apiKey = parsed.data.api_key
  }

  /** null: there is none. */
  async find(path: string): Promise<PanelRecord | null> {
    const answer = await this.ask("GET", path)
    return answer.status === 404 ? null : this.record(this.checked(answer))
  }

  async page(path: string): Promise<PanelPage> {
    const said = readJson(this.checked(await this.ask("GET", path)))
    if (!isPage(said)) {
      throw new ProvisioningError("unknown", "The panel answered something that is no list")
    }
    return said
  }

  async send(method: "POST" | "PATCH", path: string, body?: Record<string, unknown>): Promise<PanelRecord | null> {
    const answer = this.checked(await this.ask(method, path, body))
    return answer.text.trim() ? this.record(answer) : null
  }

  /** What is not there is deleted. */
  async delete(path: string): Promise<void> {
    const answer = await this.ask("DELETE", path)
    if (answer.status !== 404) {
      this.checked(answer)
    }
  }

  private async ask(method: HttpCall["method"], path: string, body?: Record<string, unknown>): Promise<HttpAnswer> {
    return httpRequest({
      url: `${this.base}${path}`,
      method,
      ...this.how,
      headers: {
        accept: "Application/vnd.pterodactyl.v1+json",
        authorization: `Bearer ${this.apiKey}`,
        "content-type": "application/json",
      },
      ...(body && { body: JSON.stringify(body) }),
    })
  }

  private record(answer: HttpAnswer): PanelRecord {
    const said = readJson(answer)
    if (!isRecord(said)) {
      throw new ProvisioningError("unknown", "The panel answered something that is no record")
    }
    return said
  }

  private checked(answer: HttpAnswer): HttpAnswer {
    const said = answer.status >= 300 ? errorsOf(answer) : ""
    const isRefusal = answer.status >= 400 && answer.status < 500
    if (answer.status === CONFLICT || (isRefusal && HELD_UP.test(said))) {
      throw new ProvisioningError("temporary", `The panel answered ${answer.status}: ${said}`)
    }
    requireSuccess(answer, said)
    return answer
  }
}

const MOST_ERRORS = 3

/** `BackupLockedException: a backup is locked`: code and detail of each error that the panel names. */
function errorsOf(answer: HttpAnswer): string {
  try {
    const { errors } = JSON.parse(answer.text) as { errors?: { code?: unknown; detail?: unknown }[] }
    return (errors ?? [])
      .slice(0, MOST_ERRORS)
      .map(({ code, detail }) => [code, detail].filter((part) => typeof part === "string").join(": "))
      .join("; ")
  } catch {
    return ""
  }
}

const isRecord = (said: unknown): said is PanelRecord => {
  const { attributes } = (said ?? {}) as { attributes?: { id?: unknown } }
  return typeof attributes?.id === "number"
}

const isPage = (said: unknown): said is PanelPage => {
  const { data } = (said ?? {}) as { data?: unknown }
  return Array.isArray(data) && data.every(isRecord)
}
