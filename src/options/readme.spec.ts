import { readFileSync, readdirSync } from "fs"
import { join } from "path"
import { pluginOptionsSchema, OPTION_SECTIONS } from "./plugin-options"

const ROOT = join(__dirname, "../..")
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8")
const options = (schema: { def: unknown }): string[] => {
  const { shape, innerType } = schema.def as { shape?: Record<string, unknown>; innerType?: { def: unknown } }
  return innerType ? options(innerType) : Object.keys(shape ?? {})
}

describe("issue 9: what the documents promise is there, and what is there is in them", () => {
  it("README names every option, at the top and in each section", () => {
    const text = read("README.md").split("## Options")[1]?.split("\n## ")[0] ?? ""
    const { shape } = pluginOptionsSchema.def
    const sections = new Set<string>(OPTION_SECTIONS)
    const named = [
      ...Object.keys(shape).filter((name) => !sections.has(name)),
      ...OPTION_SECTIONS.flatMap((section) => options(shape[section])),
    ]
    expect(named.length).toBeGreaterThan(50)
    expect(named.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  })

  it("the guide of operations names every scheduled job", () => {
    const guide = read("docs/guides/operations.md")
    const jobs = readdirSync(join(ROOT, "src/jobs")).map(
      (file) => read(`src/jobs/${file}`).match(/config = \{ name: "([a-z-]+)"/)?.[1] ?? file,
    )
    expect(jobs.filter((name) => !guide.includes(`| \`${name}\``))).toEqual([])
  })
})
