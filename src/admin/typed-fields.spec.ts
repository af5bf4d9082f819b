import { readdirSync, readFileSync } from "fs"
import { join, relative } from "path"

const NUMBER_INPUT = "components/ui/forms/number-input.tsx"

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sources(path) : /\.tsx$/.test(entry.name) ? [path] : []
  })

describe("fields of the admin", () => {
  const files = sources(__dirname).map((path) => ({
    path: relative(__dirname, path),
    text: readFileSync(path, "utf8"),
  }))
  const matching = (pattern: RegExp) => files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

  it("every number is typed into the one input that reads it by the admin's locale", () => {
    expect(matching(/inputMode=/)).toEqual([NUMBER_INPUT])
    expect(matching(/type="number"/)).toEqual([])
  })

  it("every day is chosen by the dashboard's date picker, in the admin's language and not the browser's", () => {
    expect(matching(/type="date"/)).toEqual([])
    expect(matching(/<DatePicker\b/)).toEqual(["components/ui/forms/date-input.tsx"])
  })
})
