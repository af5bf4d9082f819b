import type { OutsideStatus } from "../../src/provisioning-providers"
import { FakeOutside, type Answered, type Asked } from "./fake-outside"

interface PanelUser {
  id: number
  external_id: string | null
  email: string
}

interface PanelServer {
  id: number
  external_id: string
  identifier: string
  name: string
  user: number
  egg: number
  suspended: boolean
  isLocked: boolean
  isMoving?: boolean
}

const PAGE = 2

/** A panel that speaks the documented application API: users, servers, eggs; its filters find parts, page by page. */
export class FakePanel {
  readonly users: PanelUser[] = []
  readonly servers: PanelServer[] = []
  readonly actions: string[] = []
  readonly outside = new FakeOutside(
    (asked) => this.answer(asked),
    ({ method, path }) => method === "GET" || path.endsWith("/users"),
  )

  count(reference: string): number {
    return this.servers.filter(({ external_id }) => external_id === reference).length
  }

  /** A server that somebody has made on the panel itself; gives its id. */
  makeByHand(): string {
    const id = Math.max(0, ...this.servers.map((one) => one.id)) + 1
    const named = { external_id: "", identifier: `srv${id}`, name: "By hand" }
    this.servers.push({ id, ...named, user: 1, egg: 5, suspended: false, isLocked: false })
    return String(id)
  }

  status(reference: string): OutsideStatus {
    const server = this.servers.find(({ external_id }) => external_id === reference)
    return server ? (server.suspended ? "suspended" : "active") : "terminated"
  }

  private answer({ method, path, json }: Asked): Answered {
    const url = new URL(path, "http://panel")
    const [area = "", ...rest] = url.pathname.replace("/api/application/", "").split("/")
    if (area === "users") {
      return this.ofUsers(method, { rest, json, url })
    }
    if (area === "nests") {
      return rest[2] === "404" ? notFound : { status: 200, body: EGG }
    }
    return area === "servers" ? this.ofServers(method, { rest, json, url }) : notFound
  }

  private ofUsers(method: string, { rest, json, url }: Parts): Answered {
    if (method === "POST") {
      if (this.users.some(({ email }) => email === json.email)) {
        return refused(422, "ValidationException", "The email has already been taken.")
      }
      const user = { id: this.users.length + 1, external_id: String(json.external_id), email: String(json.email) }
      this.users.push(user)
      return { status: 201, body: record("user", user) }
    }
    if (rest[0] === "external") {
      return one(
        "user",
        this.users.find(({ external_id }) => external_id === decodeURIComponent(rest[1] ?? "")),
      )
    }
    const part = url.searchParams.get("filter[email]") ?? ""
    return pageOf(
      "user",
      this.users.filter(({ email }) => email.includes(part)),
      url,
    )
  }

  private ofServers(method: string, { rest, json, url }: Parts): Answered {
    if (rest[0] === "external") {
      return one(
        "server",
        this.servers.find(({ external_id }) => external_id === rest[1]),
      )
    }
    if (method === "POST" && !rest.length) {
      if (this.count(String(json.external_id))) {
        return refused(422, "ValidationException", "The external id has already been taken.")
      }
      this.actions.push("create")
      const id = Math.max(0, ...this.servers.map((one) => one.id)) + 1
      const [name, external_id] = [String(json.name), String(json.external_id)]
      const [user, egg] = [Number(json.user), Number(json.egg)]
      const server = { id, name, external_id, user, egg, identifier: `srv${id}`, suspended: false, isLocked: false }
      this.servers.push(server)
      return { status: 201, body: record("server", server) }
    }
    if (method === "GET" && !rest.length) {
      return pageOf("server", this.servers, url)
    }
    const server = this.servers.find(({ id }) => String(id) === rest[0])
    if (method === "GET") {
      return one("server", server)
    }
    if (server && rest[1] === "details") {
      server.external_id = String(json.external_id)
      server.user = Number(json.user)
      return one("server", server)
    }
    return server ? this.act(server, method === "DELETE" ? "delete" : (rest[1] ?? "")) : notFound
  }

  private act(server: PanelServer, action: string): Answered {
    this.actions.push(action)
    if (server.isMoving) {
      return refused(409, "ConflictHttpException", "Cannot change a server that is being transferred.")
    }
    if (action === "delete") {
      if (server.isLocked) {
        return refused(400, "BackupLockedException", "Cannot delete a server with a locked backup.")
      }
      this.servers.splice(this.servers.indexOf(server), 1)
    }
    if (action === "suspend" || action === "unsuspend") {
      server.suspended = action === "suspend"
    }
    return action === "build" || action === "startup"
      ? { status: 200, body: record("server", server) }
      : { status: 204 }
  }
}

interface Parts {
  rest: string[]
  json: Record<string, unknown>
  url: URL
}

const EGG = {
  object: "egg",
  attributes: {
    id: 5,
    docker_image: "ghcr.io/example/java:21",
    startup: "java -jar server.jar",
    relationships: { variables: { data: [{ attributes: { env_variable: "VERSION", default_value: "latest" } }] } },
  },
}

const record = (object: string, attributes: object) => ({ object, attributes })
const notFound: Answered = {
  status: 404,
  body: { errors: [{ code: "NotFoundHttpException", status: "404", detail: "" }] },
}
const refused = (status: number, code: string, detail: string): Answered => ({
  status,
  body: { errors: [{ code, status: String(status), detail }] },
})
const one = (object: string, found: object | undefined): Answered =>
  found ? { status: 200, body: record(object, found) } : notFound

function pageOf(object: string, all: readonly object[], url: URL): Answered {
  const number = Number(url.searchParams.get("page") ?? 1)
  const data = all.slice((number - 1) * PAGE, number * PAGE).map((attributes) => record(object, attributes))
  const total_pages = Math.max(1, Math.ceil(all.length / PAGE))
  return { status: 200, body: { object: "list", data, meta: { pagination: { current_page: number, total_pages } } } }
}
