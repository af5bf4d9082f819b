import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import load from "@medusajs/medusa/loaders/index"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import express from "express"
import { resolve } from "path"
import config from "../../../medusa-config"
import { BILLING_MODULE } from "../../../src/modules/billing"
import type { PluginOptionsInput } from "../../../src/options"
import { deliverCalls } from "../../../src/workflows/provisioning/delivery/deliver-calls"
import { changeNamed } from "../../support/change-order"
import { billUntilDone } from "./bill-until-done"
import { countStatements, dieAt } from "./die-at"
import type { Answer, Job } from "./messages"

/**
 * A process of the store, to be killed: boots as a server does, with all subscribers but without HTTP, says that it is
 * ready, and does its jobs.
 */
async function boot(): Promise<MedusaContainer> {
  const billing = config.modules?.[BILLING_MODULE]
  if (!billing || typeof billing === "boolean" || !("options" in billing)) {
    throw new Error("medusa-config.ts has no billing module")
  }
  const options: PluginOptionsInput = billing.options ?? {}
  Object.assign((options.billing ??= {}), JSON.parse(process.env.FAULT_OPTIONS ?? "{}"))
  const directory = resolve(__dirname, "../../..")
  const { container } = await load({ directory, expressApp: express(), skipLoadingEntryPoints: true })
  return container
}

async function work(container: MedusaContainer, job: Job): Promise<Record<string, number>> {
  const knex = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const { counts, stop } = countStatements(knex)
  if (job.kind === "change") {
    return changeAndDie(container, job)
  }
  if (job.death) {
    dieAt(knex, job.death)
  }
  if (job.kind === "bill") {
    await billUntilDone(container, job.asOf, job.goesOn)
  } else if (job.kind === "deliver") {
    await deliverCalls(container, "2026-01-01")
  } else {
    await completeCartWorkflow(container).run({ input: { id: job.cartId } })
    await settled(container)
  }
  stop()
  return counts
}

/** A workflow's events are emitted when it ends: its changes are committed then, but no event is out. */
async function changeAndDie(container: MedusaContainer, { change, order }: Job & { kind: "change" }): Promise<never> {
  const die = (): Promise<never> => {
    process.kill(process.pid, "SIGKILL")
    return new Promise(() => undefined)
  }
  container.resolve(Modules.EVENT_BUS).releaseGroupedEvents = die
  await changeNamed(change).make(container, order)
  return die()
}

/** Waits for what the subscribers set going: until nothing has begun for a while. */
async function settled(container: MedusaContainer): Promise<void> {
  const knex = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  let last = Date.now()
  knex.on("query", () => {
    last = Date.now()
  })
  while (Date.now() - last < 700) {
    await new Promise((wake) => setTimeout(wake, 50))
  }
}

const answer = (message: Answer): Promise<void> =>
  new Promise((sent) => {
    process.send?.(message, () => sent())
  })

/** One job after another; the suite ends the process. */
async function run(): Promise<void> {
  const container = await boot()
  process.on("message", (job: Job) => {
    work(container, job)
      .then((statements) => answer({ kind: "done", statements }))
      .catch(fail)
  })
  await answer({ kind: "ready" })
}

// The suite is gone: nobody waits for this process any more.
process.once("disconnect", () => process.exit())

const reasonOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

async function fail(error: unknown): Promise<void> {
  await answer({ kind: "failed", reason: reasonOf(error) })
  process.exit()
}

run().catch(fail)
