/**
 * Writes docs/reference and the examples of the guides from the code: `npm run docs`. With `--check` it writes nothing and fails where a page is not
 * what the code says.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import prettier from "prettier"
import ts from "typescript"
import { openApi } from "./reference/open-api.mjs"

const project = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = join(project, "docs", "reference")
const ROOMS = ["billing", "discounts", "packages", "provisioning"].map((room) => `src/workflows/${room}`)
const HEAD = "<!-- Made by scripts/generate-reference.mjs from the code; change it there. -->\n\n"

const source = (path) => readFileSync(join(project, path), "utf8")

async function eventsPage() {
  const rooms = await Promise.all(
    ["billing", "provisioning", "sales"].map(async (room) => {
      const { outputText } = ts.transpileModule(source(`src/rules/${room}/events.ts`), {
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
      })
      const { BILLING_EVENTS, PROVISIONING_EVENTS, SALES_EVENTS } = await import(
        `data:text/javascript,${encodeURIComponent(outputText)}`
      )
      return Object.entries(BILLING_EVENTS ?? PROVISIONING_EVENTS ?? SALES_EVENTS)
    }),
  )
  const rows = rooms.flat().map(([name, { when, data }]) => {
    return `| \`${name}\` | ${when} | ${data.map((field) => `\`${field}\``).join(", ")} |`
  })
  return `# Events

Written with the change that they tell of, and dispatched at least once ([decision 0008](../decisions/0008-outbox.md)): a
subscriber must bear a repeated one, which has the same \`event_id\`. Renewals' orders also tell Medusa's own \`order.placed\`, with a \`billing_renewal_id\`.

| Event | When | Data |
| --- | --- | --- |
${rows.join("\n")}
`
}

/** The exported workflows of a file: their id, input type and first words. */
function workflowsOf(path) {
  const file = ts.createSourceFile(path, source(path), ts.ScriptTarget.ES2022, true)
  return file.statements.flatMap((statement) => {
    const declaration = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : undefined
    const call = declaration?.initializer
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    if (!isExported || !call || !ts.isCallExpression(call) || call.expression.getText() !== "createWorkflow") {
      return []
    }
    const [id, compose] = call.arguments
    const input = compose && ts.isArrowFunction(compose) ? compose.parameters[0]?.type?.getText() : undefined
    const words = ts.getJSDocCommentsAndTags(statement).map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "")
    return [
      {
        name: declaration.name.getText(),
        id: id.getText().replaceAll(/["'`]/g, ""),
        input,
        path,
        words: words.join(" "),
      },
    ]
  })
}

function workflowsPage() {
  const workflows = ROOMS.flatMap((room) => {
    const files = readdirSync(join(project, room), { recursive: true }).map((name) => name.replaceAll("\\", "/"))
    const sources = files.filter((name) => name.endsWith(".ts") && !name.endsWith(".spec.ts"))
    return sources.sort().flatMap((name) => workflowsOf(`${room}/${name}`))
  })
  if (workflows.length === 0) {
    throw new Error(`No workflow was found in ${ROOMS.join(", ")}`)
  }
  const sections = workflows.map(
    ({ name, id, input, path, words }) => `## \`${name}\`

Id \`${id}\`, input \`${input ?? "none"}\`, in [${path}](${relative("docs/reference", path)}).

${words.replaceAll(/\s*\n\s*/g, "\n")}
`,
  )
  return `# Workflows

\`import { … } from "medusa-service-commerce/workflows"\`; run one as any of Medusa's: \`await theWorkflow(container).run({ input })\`.

${sections.join("\n")}`
}

const QUOTED = /<!-- example: ([^>]+?) -->\s*```(\w+)\n[\s\S]*?```/g

/** A guide with its parts of the examples as they are now: a file whole, or a region of the storefront's. */
function guidePage(name) {
  const example = source("docs/guides/examples/storefront.mjs")
  return source(`docs/guides/${name}`).replaceAll(QUOTED, (_all, part, language) => {
    const region = new RegExp(`// #region ${part}\\n([\\s\\S]*?)// #endregion`).exec(example)?.[1]
    const text = part.includes(".") ? source(`docs/guides/examples/${part}`) : region
    if (text === undefined) {
      throw new Error(`docs/guides/${name}: no example has a region "${part}"`)
    }
    return `<!-- example: ${part} -->\n\n\`\`\`${language}\n${text.trim()}\n\`\`\``
  })
}

const pages = {
  "events.md": HEAD + (await eventsPage()),
  "workflows.md": HEAD + workflowsPage(),
  "openapi.json": JSON.stringify(openApi(project)),
  "../guides/storefront.md": guidePage("storefront.md"),
  "../guides/provisioning-providers.md": guidePage("provisioning-providers.md"),
}
const isCheck = process.argv.includes("--check")
const stale = []
mkdirSync(folder, { recursive: true })
for (const [name, text] of Object.entries(pages)) {
  const path = join(folder, name)
  const page = await prettier.format(text, { ...(await prettier.resolveConfig(path)), filepath: path })
  if (isCheck && (!existsSync(path) || readFileSync(path, "utf8") !== page)) {
    stale.push(relative(project, path))
  } else if (!isCheck) {
    writeFileSync(path, page)
  }
}
if (stale.length) {
  console.error(`Not what the code says: ${stale.join(", ")}. Run "npm run docs".`)
  process.exit(1)
}
