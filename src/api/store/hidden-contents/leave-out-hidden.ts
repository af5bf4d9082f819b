import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { hasPlainLinesOnly, lineIdsIn, withoutHidden } from "../../../rules/packages"
import { findHiddenLines } from "../../../workflows/packages/visibility/find-hidden-lines"
import { lineFieldsFor, removeLineFields } from "./line-fields"

type QueryConfig = MedusaRequest["queryConfig"]

/**
 * Takes the lines of hidden contents out of every answer of the Store API, whatever route it is of and whatever fields it
 * has (P13). It works on the JSON that is sent: one without line ids passes as it is, and so does one of plain goods
 * alone; any other costs one query.
 */
export function leaveOutHidden(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const added = readLineFields(req)
  const send = res.send.bind(res)
  res.send = (body: unknown) => {
    const isJson = String(res.getHeader("content-type") ?? "").includes("json")
    if (typeof body !== "string" || !isJson) {
      return send(body)
    }
    res.send = send
    const lineIds = lineIdsIn(body)
    if (!lineIds.length) {
      return send(body)
    }
    shown(req.scope, { json: body, lineIds, added }).then(send, next)
    return res
  }
  next()
}

/** What a request's query asks for, and what was added to it. */
const CONFIG = Symbol("queryConfig")
const ADDED = Symbol("added")

interface ReadRequest {
  [CONFIG]: QueryConfig
  [ADDED]: string[]
}

/** One pair of functions for all requests: with one for each, the engine would take each request for a kind of its own. */
const QUERY_CONFIG: PropertyDescriptor & ThisType<ReadRequest> = {
  configurable: true,
  enumerable: true,
  get() {
    return this[CONFIG]
  },
  set(assigned: QueryConfig) {
    const beside = lineFieldsFor(assigned.fields)
    this[ADDED].push(...beside)
    this[CONFIG] = beside.length ? { ...assigned, fields: [...assigned.fields, ...beside] } : assigned
  },
}

/**
 * Has lines read with their ids, whatever fields a route's query asks for: Medusa's validator assigns what it has made of
 * them. Returns what was added to it, as it comes.
 */
function readLineFields(req: MedusaRequest): string[] {
  const added: string[] = []
  Object.assign(req, { [CONFIG]: req.queryConfig, [ADDED]: added })
  Object.defineProperty(req, "queryConfig", QUERY_CONFIG)
  return added
}

interface Answer {
  json: string
  lineIds: string[]
  /** Fields that were not asked for. */
  added: readonly string[]
}

async function shown(container: MedusaContainer, { json, lineIds, added }: Answer): Promise<string> {
  const answer: unknown = JSON.parse(json)
  const isPlain = hasPlainLinesOnly(json, answer, lineIds)
  const hidden = isPlain ? null : await findHiddenLines(container, lineIds)
  if (!hidden?.size && !added.length) {
    return json
  }
  const left = hidden?.size ? withoutHidden(answer, hidden) : answer
  removeLineFields(left, added)
  return JSON.stringify(left)
}
