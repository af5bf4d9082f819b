/** Checks how the files and folders of `src` are called (see scripts/lint-rules/names.cjs). */
import { readdirSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import names from "./lint-rules/names.cjs"

const project = dirname(dirname(fileURLToPath(import.meta.url)))
const files = readdirSync(join(project, "src"), { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(project, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"))

const problems = names.findNameProblems(files)
for (const problem of problems) {
  console.error(problem)
}
process.exit(problems.length ? 1 : 0)
