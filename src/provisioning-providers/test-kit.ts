/** Proves that a provider keeps the contract: see docs/guides/provisioning-providers.md. Needs no test runner. */
import { isDeepStrictEqual } from "node:util"
import { z } from "@medusajs/framework/zod"
import { Kit, must, TIME, type ProviderUnderTest } from "./provider-under-test"

export { OUTSIDE_FAILURES, type OutsideFailure, type ProviderUnderTest, type TestOutside } from "./provider-under-test"

/** A clause of the contract, and what went against it. */
export interface BrokenClause {
  clause: string
  problem: string
}

/** All clauses, in the order in which they are checked. Each has a service of its own. */
export const CLAUSES: Record<string, (kit: Kit) => Promise<void>> = {
  "describes forms that can be drawn, and checks what is filled in": async ({ subject }) => {
    const { configuration, credentials, name } = subject.provider.describe()
    must(Boolean(name.en && name.fr), "it has no name in English and French")
    must(configuration.safeParse(subject.configuration).success, "it refuses the configuration of this test")
    z.toJSONSchema(configuration, { io: "input" })
    must(
      (credentials === null) === (subject.credentials === undefined),
      "it has credentials exactly where it has servers",
    )
    must(credentials?.safeParse(subject.credentials).success ?? true, "it refuses the credentials of this test")
  },
  "reaches its server with these credentials": (kit) => kit.reach(),
  "creates once, however often it is asked": async (kit) => {
    const service = await kit.created()
    await kit.ask("create", service)
    await kit.mustCount(service, 1)
  },
  "looks up what it has made, and nothing else": async (kit) => {
    must((await kit.lookup(kit.service())) === null, "it finds what was never made")
    const service = await kit.created()
    must((await kit.lookup(service)) !== null || kit.isByStaff, "it does not find what it has made")
  },
  "looks up as much as it has answered: what its customer is shown, and its memory": async (kit) => {
    const service = kit.service()
    const made = await kit.ask("create", service)
    kit.forget(service)
    const found = await kit.lookup(service)
    if (found) {
      must(isDeepStrictEqual(found.shown ?? [], made.shown ?? []), "what is found shows its customer something else")
      must(made.data === undefined || found.data !== undefined, "what is found has lost its data")
    }
  },
  "makes a service of its own for each unit": async (kit) => {
    const [one, two] = [await kit.created(), await kit.created()]
    await kit.mustCount(one, 1)
    await kit.mustCount(two, 1)
  },
  "suspends, however often it is asked": async (kit) => {
    const service = await kit.created()
    await kit.ask("suspend", service)
    await kit.ask("suspend", service)
    await kit.mustBe(service, "suspended")
  },
  "resumes, and never suspends for it": async (kit) => {
    const service = await kit.created()
    await kit.ask("suspend", service)
    kit.takeActions()
    await kit.ask("unsuspend", service)
    await kit.ask("unsuspend", service)
    must(!kit.takeActions().includes("suspend"), "it suspends where it is to resume")
    await kit.mustBe(service, "active")
  },
  "renews and changes the package, and still has one": async (kit) => {
    const service = await kit.created()
    await kit.ask("renew", service)
    await kit.ask("renew", service)
    await kit.ask("changePackage", service)
    await kit.ask("changePackage", service)
    await kit.mustCount(service, 1)
    await kit.mustBe(service, "active")
  },
  "terminates, however often it is asked, and what never was": async (kit) => {
    const service = await kit.created()
    await kit.ask("terminate", service)
    await kit.mustBe(service, "terminated")
    await kit.ask("terminate", service)
    await kit.ask("terminate", kit.service())
    await kit.mustCount(service, 0)
  },
  "says that a creation whose answer is lost is unknown, and finds it": async (kit) => {
    const service = kit.service()
    if (kit.failNext("answer_lost")) {
      await kit.mustFail("create", service, "unknown")
      must((await kit.lookup(service)) !== null, "it does not find what was made although its answer was lost")
      await kit.ask("create", service)
      await kit.mustCount(service, 1)
    }
  },
  "says that a creation is unknown where the outside answers 500": async (kit) => {
    if (kit.failNext("unavailable")) {
      await kit.mustFail("create", kit.service(), "unknown")
    }
  },
  "says that a creation is unknown where the outside answers garbage": async (kit) => {
    if (kit.failNext("garbage")) {
      await kit.mustFail("create", kit.service(), "unknown")
    }
  },
  "hands on how long the outside wants to be left alone": async (kit) => {
    if (kit.failNext("rate_limited")) {
      const error = await kit.mustFail("create", kit.service(), "temporary")
      must(error.retryAfter !== null && error.retryAfter > 0, "it loses Retry-After")
    }
  },
  "says that what the outside refuses is refused": async (kit) => {
    if (kit.failNext("refused")) {
      await kit.mustFail("create", kit.service(), "refused")
    }
  },
  "ends when its time is over, and says that it does not know": async (kit) => {
    if (kit.failNext("hangs")) {
      const service = kit.service()
      const begun = performance.now()
      await kit.mustFail("create", service, "unknown")
      must(performance.now() - begun < TIME * 2, "it does not end with its signal")
    }
  },
  "keeps no secret in what it answers": async (kit) => {
    const service = await kit.created()
    await kit.ask("suspend", service)
    await kit.ask("unsuspend", service)
    await kit.ask("changePackage", service)
    await kit.lookup(service)
    kit.mustKeepSecrets()
    await kit.ask("terminate", service)
  },
  "lists what exists, each under its reference and as it stands": async (kit) => {
    if (kit.subject.provider.listServices) {
      const [one, two] = [await kit.created(), await kit.created()]
      await kit.ask("suspend", two)
      const listed = [...(await kit.listed(one)), ...(await kit.listed(two))]
      must(listed.length === 2, `of two services it lists ${listed.length} under their references`)
      must(listed[0]?.status === "active", `it lists as ${listed[0]?.status} what is active`)
      must(listed[1]?.status === "suspended", `it lists as ${listed[1]?.status} what is suspended`)
      await kit.ask("terminate", one)
      const left = (await kit.listed(one)).filter(({ status }) => status !== "terminated")
      must(left.length === 0, "it lists what is terminated")
    }
  },
  "takes over what exists, once, and finds it by its reference": async (kit) => {
    if (kit.subject.provider.adopt) {
      const key = await kit.subject.outside?.makeByHand?.()
      must(key !== undefined, "this test has no makeByHand that makes something to adopt")
      const service = kit.service()
      await kit.adopt(service, key ?? "")
      await kit.adopt(service, key ?? "")
      await kit.mustCount(service, 1)
      must((await kit.lookup(service)) !== null, "it does not find what it has taken over")
      await kit.mustRefuseToAdopt(kit.service(), key ?? "", "what is another service's already")
      await kit.mustCount(service, 1)
      await kit.mustRefuseToAdopt(kit.service(), "999999999", "what there is not")
      kit.mustKeepSecrets()
    }
  },
  "logs in by an address of the web, without secrets": async (kit) => {
    const url = await kit.signOn(await kit.created())
    if (url !== null) {
      must(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol), `it logs in by "${url.slice(0, 40)}"`)
      kit.mustKeepSecrets()
    }
  },
}

/** Checks each clause, or these alone; what is empty is a provider that keeps the contract. */
export async function checkProvider(
  subject: ProviderUnderTest,
  only: readonly string[] = Object.keys(CLAUSES),
): Promise<BrokenClause[]> {
  const broken: BrokenClause[] = []
  for (const [clause, check] of Object.entries(CLAUSES).filter(([name]) => only.includes(name))) {
    try {
      await check(new Kit(subject))
    } catch (error) {
      broken.push({ clause, problem: error instanceof Error ? error.message : String(error) })
    }
  }
  return broken
}
