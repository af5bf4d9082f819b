import * as coreFlows from "@medusajs/medusa/core-flows"
import { execFileSync } from "child_process"
import { existsSync, readFileSync } from "fs"
import { dirname, join, normalize, resolve } from "path"
import manifest from "../../package.json"

const PROJECT = resolve(__dirname, "../..")

/** What npm would publish, by path. The build is another test's: what is packed of it is not looked at here. */
function packedFiles(): Set<string> {
  const answer = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: PROJECT,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "ignore"],
  })
  const [packed] = JSON.parse(answer) as { files: { path: string }[] }[]
  return new Set(packed?.files.map(({ path }) => path))
}

/** Where the links and images of a page lead, other than to the web or within the page. */
function targetsOf(page: string): string[] {
  const text = readFileSync(join(PROJECT, page), "utf8")
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .map((target) => normalize(join(dirname(page), target.replace(/#.*$/, ""))))
}

describe("the package as npm publishes it", () => {
  const packed = packedFiles()
  const isPacked = (path: string) =>
    packed.has(path) || [...packed].some((file) => file.startsWith(`${path.replace(/\/$/, "")}/`))

  it("names its repository and its issue tracker", () => {
    const { repository, homepage, bugs } = manifest
    const [owner, name] = repository.replace("github:", "").split("/")
    expect([owner, name]).toEqual([expect.stringMatching(/./), manifest.name])
    expect([homepage, bugs].every((address) => address.startsWith(`https://github.com/${owner}/${name}`))).toBe(true)
  })

  it("holds what its pages for readers link to and show", () => {
    const guides = [...packed].filter((path) => /^docs\/guides\/.*\.md$/.test(path))
    expect(guides.length).toBeGreaterThan(6)
    for (const page of ["README.md", "AGENTS.md", ...guides]) {
      expect(packed).toContain(page)
      expect([page, targetsOf(page).filter((target) => !isPacked(target))]).toEqual([page, []])
    }
    expect(targetsOf("README.md").filter((target) => target.endsWith(".png")).length).toBeGreaterThan(5)
  })

  it("holds nothing that is there for the repository alone", () => {
    const roots = new Set([...packed].map((path) => path.split("/")[0]))
    for (const root of ["integration-tests", "scripts", "demo", ".changeset", ".ci", "node_modules"]) {
      expect(roots).not.toContain(root)
    }
    const sources = [...packed].filter((path) => /\.spec\.|\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    expect(sources.filter((path) => !path.startsWith("docs/guides/examples/"))).toEqual([])
    expect([...packed].filter((path) => path.startsWith("src/"))).toEqual(["src/rules/README.md"])
  })

  it("leaves source maps out: of the built files, and of those that a build would bring", () => {
    expect([...packed].filter((path) => path.endsWith(".map"))).toEqual([])
    expect(manifest.files).toContain("!.medusa/server/**/*.map")
    // Without this, Medusa's build writes the maps into the files.
    expect(readFileSync(join(PROJECT, "tsconfig.json"), "utf8")).toContain('"sourceMap": true')
  })

  it("AGENTS.md and the guides name no workflow that is not there", () => {
    const exported = readFileSync(join(PROJECT, "src/workflows/index.ts"), "utf8")
    const pages = ["AGENTS.md", ...[...packed].filter((path) => path.startsWith("docs/guides/"))]
    const named = pages.flatMap((page) =>
      [...readFileSync(join(PROJECT, page), "utf8").matchAll(/\b(?!theWorkflow)[a-z]\w+Workflow\b/g)].map(
        ([name]) => name,
      ),
    )
    expect(named.length).toBeGreaterThan(15)
    // The guides name Medusa's own, too.
    const known = new Set(Object.keys(coreFlows))
    expect(named.filter((name) => !known.has(name) && !exported.includes(`{ ${name} }`))).toEqual([])
  })

  it("its files are there", () => {
    expect(
      manifest.files.filter((path) => !/^!?\.medusa\/server/.test(path) && !existsSync(join(PROJECT, path))),
    ).toEqual([])
  })
})
