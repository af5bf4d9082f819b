const { writeFileSync } = require("node:fs")

/** A jest reporter that leaves the sums in the file that TEST_COUNTS names. A file that cannot be loaded counts as failed. */
module.exports = class CountTests {
  onRunComplete(_contexts, results) {
    const passed = results.numPassedTests
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
    writeFileSync(process.env.TEST_COUNTS, JSON.stringify({ passed, failed }))
  }
}
