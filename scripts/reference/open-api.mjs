/** The OpenAPI document of the plugin's routes, from `src/contracts`. */
import { readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"

const require = createRequire(import.meta.url)

const TAGS = { admin: "Admin", store: "Store" }
const PARAMETER = /:(\w+)/g

const SECURITY = {
  admin: [{ admin_session: [] }, { admin_token: [] }, { secret_api_key: [] }],
  customer: [
    { publishable_key: [], customer_token: [] },
    { publishable_key: [], customer_session: [] },
  ],
  visitor: [
    { publishable_key: [] },
    { publishable_key: [], customer_token: [] },
    { publishable_key: [], customer_session: [] },
  ],
}

const SECURITY_SCHEMES = {
  admin_session: { type: "apiKey", in: "cookie", name: "connect.sid", description: "An admin's session" },
  admin_token: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: "An admin's token" },
  secret_api_key: { type: "http", scheme: "basic", description: "A secret API key as user name, no password" },
  customer_session: { type: "apiKey", in: "cookie", name: "connect.sid", description: "A customer's session" },
  customer_token: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: "A customer's token" },
  publishable_key: { type: "apiKey", in: "header", name: "x-publishable-api-key", description: "Names sales channels" },
}

/** `{ status: when }` of what is refused; what else Medusa may answer is in its own reference. */
const refusals = ({ path, caller, isLimited }) => ({
  400: "A field is wrong, or it is not allowed now: the message names the field and the reason",
  ...(caller === "visitor" ? {} : { 401: "Nobody who may is logged in; without `type`" }),
  ...(path.includes(":") ? { 404: caller === "customer" ? "There is none of the customer's" : "There is none" } : {}),
  ...(isLimited ? { 429: "Asked too often; `Retry-After` says when again, in seconds" } : {}),
})

/** Reads the TypeScript of `src` in this process. */
function contractsOf(project) {
  require("ts-node").register({ swc: true, transpileOnly: true, cwd: project, project: join(project, "tsconfig.json") })
  const folder = join(project, "src", "contracts")
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
  const files = names.filter((name) => name.endsWith(".ts") && !name.endsWith(".spec.ts")).sort()
  const { z } = require(require.resolve("@medusajs/framework/zod", { paths: [project] }))
  const { ROUTES } = require(join(folder, "routes.ts"))
  const { errorAnswerSchema } = require(join(folder, "route.ts"))
  return { z, ROUTES, errorAnswerSchema, exported: files.map((name) => [name, require(join(folder, name))]) }
}

const pascal = (name) => name.replace(/Schema$/, "").replace(/^./, (first) => first.toUpperCase())

/** Each exported answer is a component, named as its type: `runAnswerSchema` → `RunAnswer`. */
function answersByName({ z, exported }) {
  const registry = z.registry()
  const files = new Map()
  for (const [file, exports] of exported) {
    for (const [name, schema] of Object.entries(exports)) {
      if (name.endsWith("AnswerSchema") && schema instanceof z.ZodType) {
        const id = pascal(name)
        if (files.has(id)) {
          throw new Error(`${id} is in ${files.get(id)} and in ${file}: the name of an answer is its component's`)
        }
        files.set(id, file)
        registry.add(schema, { id })
      }
    }
  }
  return registry
}

/** What JSON Schema cannot say of a schema: a transform in front of it, a free object. */
function override({ zodSchema, jsonSchema }) {
  const { def } = zodSchema._zod
  if (def.type === "custom") {
    jsonSchema.type = "object"
  }
}

/** A schema's JSON, its components moved to where OpenAPI has them. */
function schemaWriter({ z, registry, components }) {
  const options = { io: "input", metadata: registry, unrepresentable: "any", reused: "inline", override }
  return (schema) => {
    // Within another schema one with a name is always a reference.
    const { $defs = {}, properties } = z.toJSONSchema(z.object({ schema }), options)
    const text = JSON.stringify({ json: properties.schema, $defs })
    const moved = JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/'))
    for (const [name, { id: _id, ...definition }] of Object.entries(moved.$defs)) {
      components[name] = definition
    }
    return moved.json
  }
}

function parametersOf({ path, query }, write) {
  const inPath = [...path.matchAll(PARAMETER)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }))
  if (!query) {
    return inPath
  }
  const inQuery = Object.entries(query.shape).map(([name, field]) => ({
    name,
    in: "query",
    required: !field.safeParse(undefined).success,
    schema: write(field),
  }))
  return [...inPath, ...inQuery]
}

const ref = (name) => ({ $ref: `#/components/schemas/${name}` })
/** A file as text, or as bytes; `application/`: a PDF or an XML file, as the path says. */
const filesOf = (type) =>
  Object.fromEntries(
    (type === "application/" ? ["application/pdf", "application/xml"] : [type]).map((one) => [
      one,
      { schema: one === "application/pdf" ? { type: "string", format: "binary" } : { type: "string" } },
    ]),
  )
const jsonOf = (schema) => ({ "application/json": { schema } })

function operationOf(route, write) {
  const parameters = parametersOf(route, write)
  const content =
    typeof route.answer === "string" ? filesOf(route.answer) : jsonOf(write(route.answer))
  const refused = Object.entries(refusals(route)).map(([status, description]) => [
    status,
    { description, content: jsonOf(ref("ErrorAnswer")) },
  ])
  const [, api] = route.path.split("/")
  return {
    operationId: operationId(route),
    tags: [TAGS[api]],
    summary: route.summary,
    security: SECURITY[route.caller],
    ...(parameters.length ? { parameters } : {}),
    ...(route.body ? { requestBody: { required: true, content: jsonOf(write(route.body)) } } : {}),
    responses: { [route.status ?? 200]: { description: route.summary, content }, ...Object.fromEntries(refused) },
  }
}

/** `GET /admin/billing/runs/:id` → `getAdminBillingRunsId`. */
const operationId = ({ method, path }) =>
  method.toLowerCase() +
  path
    .split(/[^a-zA-Z0-9]+/)
    .map((part) => part.replace(/^./, (first) => first.toUpperCase()))
    .join("")

/** The whole document, as a value. */
export function openApi(project) {
  const contracts = contractsOf(project)
  const components = {}
  const write = schemaWriter({ z: contracts.z, registry: answersByName(contracts), components })
  const paths = {}
  write(contracts.errorAnswerSchema)
  for (const route of contracts.ROUTES) {
    const path = route.path.replaceAll(PARAMETER, "{$1}")
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, write) }
  }
  const sorted = (record) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
  return {
    openapi: "3.1.0",
    info: {
      title: "medusa-service-commerce",
      version: JSON.parse(readFileSync(join(project, "package.json"), "utf8")).version,
      description: [
        "The routes that the plugin adds to a Medusa store. Medusa's own routes are in Medusa's reference.",
        "Every amount in an answer is a decimal in major units, as text; dates are YYYY-MM-DD in the store's zone.",
      ].join("\n"),
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "http://localhost:9000", description: "Your store" }],
    tags: Object.values(TAGS).map((name) => ({ name })),
    paths: sorted(paths),
    components: { schemas: sorted(components), securitySchemes: SECURITY_SCHEMES },
  }
}
