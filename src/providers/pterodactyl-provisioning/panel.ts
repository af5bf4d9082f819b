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
const NOT_FOUND = 404

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
    return answer.status === NOT_FOUND ? null : this.record(this.checked(answer))
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
    if (answer.status !== NOT_FOUND) {
      this.checked(answer)
    }
  }

  /** What a panel has not, it says in its own words: others' 404 says nothing of it, such as a proxy's whose panel restarts. */
  private async ask(method: HttpCall["method"], path: string, body?: Record<string, unknown>): Promise<HttpAnswer> {
    const answer = await httpRequest({
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
    if (answer.status === NOT_FOUND && !errorsOf(answer)) {
      throw new ProvisioningError(
        "temporary",
        "The server answered 404, and not as a panel does: is its address right?",
      )
    }
    return answer
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
