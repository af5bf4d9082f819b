import type { AxiosError, AxiosInstance, AxiosResponse } from "axios"
import { errorAnswerSchema, type RouteContract } from "../../src/contracts/route"
import { ROUTES } from "../../src/contracts/routes"

export const nameOf = ({ method, path }: Pick<RouteContract, "method" | "path">): string => `${method} ${path}`

/** Static segments are tried before parameters, as Medusa does. */
const PATTERNS = [...ROUTES]
  .sort((a, b) => a.path.split(":").length - b.path.split(":").length)
  .map((route) => ({ route, pattern: new RegExp(`^${route.path.replace(/:\w+/g, "[^/]+")}$`) }))

const contractOf = (method: string, path: string): RouteContract | undefined =>
  PATTERNS.find(({ route, pattern }) => route.method === method && pattern.test(path))?.route

/** Where an answer has what its contract does not name: parsing has dropped it. */
function undocumented(answer: unknown, parsed: unknown, at = "answer"): string[] {
  if (typeof answer !== "object" || answer === null || typeof parsed !== "object" || parsed === null) {
    return []
  }
  return Object.entries(answer).flatMap(([key, value]) =>
    key in parsed ? undocumented(value, (parsed as Record<string, unknown>)[key], `${at}.${key}`) : [`${at}.${key}`],
  )
}

function problemsOf(route: RouteContract, { status, data, headers }: AxiosResponse): string[] {
  if (status >= 400) {
    // A file was asked for: the client hands on the bytes of the error, too.
    const error: unknown = Buffer.isBuffer(data) ? JSON.parse(data.toString("utf8")) : data
    return errorAnswerSchema.safeParse(error).success ? [] : [`its error is ${JSON.stringify(error)}`]
  }
  if (status !== (route.status ?? 200)) {
    return [`its status is ${status}`]
  }
  if (typeof route.answer === "string") {
    return String(headers["content-type"]).startsWith(route.answer) ? [] : [`it is ${headers["content-type"]}`]
  }
  const { success, data: parsed, error } = route.answer.safeParse(data)
  return success
    ? undocumented(data, parsed).map((where) => `${where} is in no contract`)
    : error.issues.map(({ path, message }) => `answer.${path.map(String).join(".")}: ${message}`)
}

/** Holds every answer of the plugin's routes to its contract, in whatever test it was asked for. */
export class ContractWatch {
  /** The routes that were asked with success, as `GET /admin/billing/runs/:id`. */
  readonly answered = new Set<string>()

  watch(api: AxiosInstance): void {
    const check = (response: AxiosResponse): void => {
      const { method = "get", url = "" } = response.config
      const path = new URL(url, "http://store").pathname
      const route = contractOf(method.toUpperCase(), path)
      if (!route) {
        return
      }
      const problems = problemsOf(route, response)
      if (problems.length) {
        throw new Error(`${nameOf(route)} answers not as its contract says: ${problems.join("; ")}`)
      }
      if (response.status < 400) {
        this.answered.add(nameOf(route))
      }
    }
    api.interceptors.response.use(
      (response) => {
        check(response)
        return response
      },
      (error: AxiosError) => {
        if (error.response) {
          check(error.response)
        }
        throw error
      },
    )
  }
}
