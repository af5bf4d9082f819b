import { createRequire } from "node:module"
import { join, relative } from "node:path"
import { Stop } from "../machine/say.mjs"

const { filesBelow, gatheredSuites } = createRequire(import.meta.url)("./gathered-suites.cjs")

/** Jest's options whose value is the next word. */
const WITH_VALUE = new Set(["-t", "--testNamePattern", "--outputFile", "-w", "--maxWorkers", "--testTimeout"])

const isPath = (argument, i, all) => !argument.startsWith("-") && !WITH_VALUE.has(all[i - 1])

const literally = (path) => path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** Which spec file gathers each suite. One that none gathers would never be run. */
function specsOfSuites(tests) {
  const specs = filesBelow(tests, ".spec.ts")
  const gathered = new Map(specs.flatMap((spec) => gatheredSuites(spec).map((suite) => [suite, spec])))
  const lost = filesBelow(tests, ".suite.ts").filter((suite) => !gathered.has(suite))
  if (lost.length > 0) {
    throw new Stop(`No spec file gathers ${lost.map((file) => relative(tests, file)).join(", ")}.`)
  }
  return gathered
}

/**
 * Jest knows spec files alone. A path that means suites (`integration-tests/http/billing/offers`) becomes their spec
 * file's, and the spec file is told by TEST_SUITES which of its suites to run.
 *
 * @returns {{ jestArguments: string[], env: { TEST_SUITES?: string } }}
 */
export function selectSuites(project, jestArguments) {
  const gathered = specsOfSuites(join(project, "integration-tests"))
  const patterns = jestArguments.filter(isPath)
  if (patterns.length === 0) {
    return { jestArguments, env: {} }
  }
  const matches = (file) => patterns.some((pattern) => new RegExp(pattern, "i").test(file))
  const suites = [...gathered].filter(([suite, spec]) => matches(suite) || matches(spec))
  const specs = new Set(suites.map(([, spec]) => literally(spec)))
  return {
    jestArguments: [...jestArguments, ...specs],
    env: suites.length > 0 ? { TEST_SUITES: suites.map(([suite]) => suite).join("\n") } : {},
  }
}
