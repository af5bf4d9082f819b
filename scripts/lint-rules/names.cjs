/** How files and folders are called, and how many stand together. `findNameProblems` gets paths below the project. */
const { basename, dirname, extname } = require("node:path")

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/
const VAGUE = ["util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "shared"]
const MOST_FILES = 24

/** The topics of a room, the same in every layer. A new one is added here, and gets its line in ARCHITECTURE.md. */
const TOPICS = {
  billing: [
    "accounts",
    "balance",
    "cart",
    "changes",
    "charges",
    "credit-notes",
    "documents",
    "dunning",
    "exits",
    "figures",
    "invoices",
    "offers",
    "orders",
    "payment-methods",
    "payment-pages",
    "reminders",
    "renewals",
    "runs",
    "subscriptions",
  ],
  customers: ["imports", "links", "merging", "notes", "orders", "personal-data", "profiles", "quick-orders", "search"],
  discounts: [
    "answers",
    "calculation",
    "cart",
    "catalog",
    "drafts",
    "eligibility",
    "orders",
    "renewals",
    "report",
    "records",
    "settings",
    "tiers",
  ],
  packages: [
    "bookings",
    "breakdown",
    "cart",
    "catalog",
    "drafts",
    "expansion",
    "orders",
    "percent-articles",
    "picking",
    "pricing",
    "recipes",
    "renewals",
    "stock",
    "storefront",
    "time",
    "visibility",
  ],
  provisioning: ["cart", "delivery", "forms", "products", "secrets", "servers", "services", "stock"],
  sales: ["chain", "history", "orders", "packs", "payments", "people", "snapshots", "status"],
}

/** In these, a room's folder holds topics. */
const TOPIC_FOLDER = /^src\/(?:rules\/([^/]+)|workflows\/([^/]+)|modules\/([^/]+)\/queries)\/([^/]+)\/[^/]+/

/** Names that tools give: migrations, routes' parameters and layers, folders of tests, notes for people. */
const GIVEN = [/^Migration\d+$/, /^\.snapshot-/, /^\[[a-z_]+\]$/, /^@[a-z-]+$/, /^__tests__$/, /^README$/]

const isGiven = (name) => GIVEN.some((pattern) => pattern.test(name))

/** Each part between dots: `fr.json`, `plan-offer.spec.ts`. */
const isKebab = (name) => name.split(".").every((part) => KEBAB.test(part))

function problemsOfName(path) {
  const name = basename(path, extname(path))
  if (isGiven(name)) {
    return []
  }
  const problems = []
  if (!isKebab(name)) {
    problems.push(`${path}: call the file for its one main export, in kebab-case: \`planOffer\` is in plan-offer.ts`)
  }
  if (name.split(/[-.]/).some((word) => VAGUE.includes(word))) {
    problems.push(`${path}: "${name}" says nothing of what is in it: call it for its one main export`)
  }
  return problems
}

function problemsOfFolder(folder) {
  const name = basename(folder)
  if (!isGiven(name) && !KEBAB.test(name)) {
    return [`${folder}: call the folder in kebab-case`]
  }
  return VAGUE.includes(name) ? [`${folder}: "${name}" says nothing: call the folder for its topic`] : []
}

function problemOfTopic(path) {
  const [, rules, workflows, modules, topic] = TOPIC_FOLDER.exec(path) ?? []
  const room = rules ?? workflows ?? modules
  const known = TOPICS[room]
  return known && !known.includes(topic)
    ? [
        `${path}: "${topic}" is no topic of ${room}. Put the file into one of ${known.join(", ")}, or add the topic to scripts/lint-rules/names.cjs and ARCHITECTURE.md`,
      ]
    : []
}

const isCounted = (path) =>
  !/\.spec\.tsx?$/.test(path) && basename(path) !== "index.ts" && !/\/migrations$/.test(dirname(path))

/** Medusa keeps the names of the migrations that have run in one list for all modules: the second of a name never runs. */
function repeatedMigrations(paths) {
  const first = new Map()
  return paths
    .filter((path) => /\/migrations\/Migration\d+\.ts$/.test(path))
    .flatMap((path) => {
      const name = basename(path)
      const before = first.get(name)
      first.set(name, before ?? path)
      return before === undefined
        ? []
        : [`${path}: ${before} has the same name, and this one would never run: give it a time of its own`]
    })
}

function findNameProblems(paths) {
  const folders = new Set()
  const counts = new Map()
  for (const path of paths) {
    for (let folder = dirname(path); folder.includes("/"); folder = dirname(folder)) {
      folders.add(folder)
    }
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + (isCounted(path) ? 1 : 0))
  }
  const crowded = [...counts]
    .filter(([, count]) => count > MOST_FILES)
    .map(
      ([folder, count]) =>
        `${folder}: ${count} files stand here: more than ${MOST_FILES} have topics that want folders`,
    )
  return [
    ...repeatedMigrations(paths),
    ...paths.flatMap(problemsOfName),
    ...[...folders].flatMap(problemsOfFolder),
    ...paths.flatMap(problemOfTopic),
    ...crowded,
  ].sort()
}

module.exports = { findNameProblems, MOST_FILES, TOPICS }
