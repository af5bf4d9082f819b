import { createHash, randomBytes } from "node:crypto"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { BILLING_MODULE, type BillingModuleService, readExitSettings } from "../../../modules/billing"
import { formTicket, readFormTicket, type FormTicket } from "../../../pages/base/session-value"
import { drawExitForm, type ExitPage, type TypedExit } from "../../../pages/exit/draw-exit"
import {
  EXIT_FIELDS,
  EXIT_KINDS,
  isRobot,
  type ExitField,
  type ExitKind,
  type ExitProblem,
} from "../../../rules/billing"
import { exitPath } from "../../../workflows/billing/exits/read-exit-settings"
import { countAskOf } from "../../limit-asks"
import { pageContext, signingKey } from "../page-context"
import { isFromElsewhere } from "../page-session"
import { anyLanguageOf, sendPage, sendProblem } from "../send-page"

/** A form may stay open that long. */
const FORM_SECONDS = 6 * 60 * 60
const NONCE_BYTES = 18
const LONGEST_FIELD = 4000

const nowInSeconds = (): number => Math.floor(Date.now() / 1000)

/** What a page below `/pages/exit` says where its route throws. */
export const EXIT_PROBLEMS_OF_ROUTE = { refused: "form_gone", failed: "form_failed" } as const

/** A page that a region serves. */
export interface OpenExit {
  regionId: string
  kind: ExitKind
}

/** The page of a path, where its region serves it; null: as if there were none. */
export async function openExit(req: MedusaRequest): Promise<OpenExit | null> {
  const regionId = req.params.region ?? ""
  const kind = EXIT_KINDS.find((one) => one === req.params.kind)
  if (!kind) {
    return null
  }
  const { settings } = await readExitSettings(req.scope.resolve<BillingModuleService>(BILLING_MODULE).db.knex)
  return Object.hasOwn(settings, regionId) && settings[regionId]?.[kind] ? { regionId, kind } : null
}

const nameOfForm = ({ regionId, kind }: OpenExit): string => `exit:${regionId}:${kind}`

/** The page with a new form's key, or with the one that it was sent with. */
export function exitPage(req: MedusaRequest, open: OpenExit, ticket?: FormTicket): ExitPage {
  const { regionId, kind } = open
  const of = ticket ?? { nonce: randomBytes(NONCE_BYTES).toString("base64url"), issuedAt: nowInSeconds() }
  return {
    kind,
    language: anyLanguageOf(req),
    path: exitPath(regionId, kind),
    formKey: formTicket(signingKey(req), nameOfForm(open), of),
  }
}

/** What was typed, text alone. */
export function typedOf(body: unknown): TypedExit {
  const fields = Object(body) as Record<string, unknown>
  const entries = [...EXIT_FIELDS, "type" as const].map((name) => {
    const value = fields[name]
    return [name, typeof value === "string" ? value.slice(0, LONGEST_FIELD) : ""] as const
  })
  return Object.fromEntries(entries)
}

export function sendExitForm(
  req: MedusaRequest,
  res: MedusaResponse,
  { open, typed, problems }: { open: OpenExit; typed: TypedExit; problems: Partial<Record<ExitField, ExitProblem>> },
): void {
  if (Object.keys(problems).length) {
    res.status(400)
  }
  sendPage(res, drawExitForm(exitPage(req, open), { typed, problems }, pageContext(req)))
}

/**
 * Takes a form of an exit page: by a key that its page was drawn with, not filled by a program, and not too often. Where it is
 * refused, that is answered, and null is returned.
 */
export async function takeExitForm(
  req: MedusaRequest,
  res: MedusaResponse,
  { counts }: { counts: boolean },
): Promise<{ open: OpenExit; typed: TypedExit; ticket: FormTicket } | null> {
  const open = await openExit(req)
  if (!open) {
    sendProblem(req, res, "not_found")
    return null
  }
  const { form_key, website } = Object(req.body) as Record<string, unknown>
  const now = nowInSeconds()
  const ticket = readFormTicket(signingKey(req), nameOfForm(open), { value: form_key, now, seconds: FORM_SECONDS })
  const back = exitPath(open.regionId, open.kind)
  if (isFromElsewhere(req) || !ticket || isRobot({ trap: website, seconds: now - ticket.issuedAt })) {
    sendProblem(req, res, "form_gone", back)
    return null
  }
  const typed = typedOf(req.body)
  // The address is counted by its hash: the table of counts is read by operators.
  const email = createHash("sha256")
    .update((typed.email ?? "").trim().toLowerCase())
    .digest("hex")
  const wait = counts ? await countAskOf(req, "exit-page", { email }) : 0
  if (wait) {
    res.setHeader("Retry-After", String(wait))
    sendProblem(req, res, "too_many", back)
    return null
  }
  return { open, typed, ticket }
}
