import { z } from "@medusajs/framework/zod"
import type { RouteContract } from "../../route"
import {
  assignExitSchema,
  carryOutExitSchema,
  exitAnswerSchema,
  exitListAnswerSchema,
  exitSettingsAnswerSchema,
  listExitsSchema,
  mailExitSchema,
  refuseExitSchema,
  saveExitSettingsSchema,
} from "../exits/exits"

const EXITS = "/admin/billing/exits"
const answer = z.object({ exit: exitAnswerSchema })
const settingsAnswer = z.object({ settings: exitSettingsAnswerSchema })

export const exitRoutes: readonly RouteContract[] = [
  {
    method: "GET",
    path: EXITS,
    caller: "admin",
    summary: "What was declared on the exit pages, the latest first",
    query: listExitsSchema,
    answer: exitListAnswerSchema,
  },
  {
    method: "POST",
    path: `${EXITS}/:id/assign`,
    caller: "admin",
    summary: "Says which subscription a declaration means",
    body: assignExitSchema,
    answer,
  },
  {
    method: "POST",
    path: `${EXITS}/:id/carry-out`,
    caller: "admin",
    summary: "Carries a declaration out: cancels its subscription, or says that it is done",
    body: carryOutExitSchema,
    answer,
  },
  {
    method: "POST",
    path: `${EXITS}/:id/refuse`,
    caller: "admin",
    summary: "Closes a declaration without doing what it asks",
    body: refuseExitSchema,
    answer,
  },
  {
    method: "POST",
    path: `${EXITS}/:id/mail`,
    caller: "admin",
    summary: "Sends the acknowledgement once more",
    body: mailExitSchema,
    answer,
  },
  {
    method: "GET",
    path: `${EXITS}/settings`,
    caller: "admin",
    summary: "Which exit pages each region serves",
    answer: settingsAnswer,
  },
  {
    method: "POST",
    path: `${EXITS}/settings`,
    caller: "admin",
    summary: "Changes which exit pages regions serve",
    body: saveExitSettingsSchema,
    answer: settingsAnswer,
  },
]
