const { existsSync, readFileSync } = require("node:fs")
const { relative } = require("node:path")

const MOST = 10

const seconds = (ms) => (ms === undefined ? "" : (ms / 1000).toFixed(1)).padStart(9)

const row = (name, ...cells) => `  ${name.padEnd(46)}${cells.join("")}`

/** What the booted stores have left in the file that TEST_TIMES names (`integration-tests/support/store-times.ts`). */
function notedTimes() {
  const path = process.env.TEST_TIMES
  const lines = path && existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : []
  return lines.filter(Boolean).map((line) => JSON.parse(line))
}

/** All of some noted times, as one. */
const sumOf = (times) => {
  const sum = (name) => times.reduce((total, time) => total + (time[name] ?? 0), 0)
  return { totalMs: sum("totalMs"), worldMs: sum("worldMs"), restoreMs: sum("restoreMs"), tests: sum("tests") }
}

const suiteRow = (name, { totalMs, worldMs, restoreMs, tests }) =>
  row(name, seconds(totalMs), seconds(worldMs), seconds(restoreMs), String(tests).padStart(9))

/** A jest reporter that prints the ten slowest suites, and how long stores took to boot. */
module.exports = class ReportSlowest {
  constructor({ rootDir }) {
    this.rootDir = rootDir
  }

  onRunComplete(_contexts, { testResults }) {
    const times = notedTimes()
    const boots = times.filter(({ boot }) => boot)
    const suites = times.filter(({ suite }) => suite)
    const others = testResults
      .map(({ testFilePath, testResults: tests, perfStats: { start, end } }) => ({
        suite: relative(this.rootDir, testFilePath).replace(/^integration-tests\/|\.spec\.ts$/g, ""),
        tests: tests.length,
        totalMs: end - start,
      }))
      .filter(({ suite }) => !boots.some(({ boot }) => boot === suite))
    const slowest = [...suites, ...others].sort((one, other) => other.totalMs - one.totalMs).slice(0, MOST)
    const lines = [
      row("The slowest suites, in seconds", "      all", "    world", " restores", "    tests"),
      ...slowest.map((time) => suiteRow(time.suite, time)),
      suiteRow(`all ${suites.length + others.length} suites`, sumOf([...suites, ...others])),
      ...boots.map(({ boot, totalMs }) => row(`booting a store for ${boot}`, seconds(totalMs))),
    ]
    process.stdout.write(`\n${lines.join("\n")}\n`)
  }
}
