/**
 * Imports go one way (see ARCHITECTURE.md):
 *
 *   api · jobs · subscribers · hooks → workflows → modules (index) → rules
 *   admin → rules, contracts           workflows · api → contracts → rules
 */

const within = (...folders) => `^src/(${folders.join("|")})/`
const ROOMS = "(billing|packages|discounts|customers|provisioning|sales)"
const SPECS = "\\.spec\\.tsx?$|/__tests__/"

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to })

module.exports = {
  forbidden: [
    forbid(
      "no-circle",
      "Two files that import each other, types included, are one: move what both need into a third; a step owns its input's type. (Models may: their relations name both ends.)",
      { pathNot: ["^src/modules/[^/]+/models/"] },
      { circular: true },
    ),
    forbid(
      "rules-are-pure",
      "A rule imports rules, and the libraries named here, which only compute. Load facts in a workflow and pass them in.",
      { path: within("rules"), pathNot: SPECS },
      {
        pathNot: [
          "^src/rules/",
          "^node_modules/(bignumber\\.js|temporal-polyfill|csv-parse|libphonenumber-js|stdnum)/",
        ],
      },
    ),
    forbid(
      "money-and-calendar-stand-alone",
      "Everything counts on exact amounts and dates; they count on nothing but themselves.",
      { path: "^src/rules/(money|calendar)/", pathNot: SPECS },
      { path: "^src/rules/", pathNot: "^src/rules/(money|calendar)/" },
    ),
    forbid(
      "rooms-of-rules-are-apart",
      "No room's rules import another room's: pass the value in. Only billing may know packages.",
      { path: `^src/rules/${ROOMS}/`, pathNot: SPECS },
      {
        path: `^src/rules/${ROOMS}/`,
        pathNot: ["^src/rules/$1/", "^src/rules/packages/"],
      },
    ),
    forbid(
      "packages-know-no-billing",
      "Billing knows packages, not the other way round.",
      { path: "^src/rules/(packages|discounts|customers|provisioning|sales)/", pathNot: SPECS },
      { path: "^src/rules/packages/", pathNot: "^src/rules/$1/" },
    ),
    forbid(
      "contracts-say-shapes",
      "A contract imports zod and rules: it is read by the admin, too.",
      { path: within("contracts") },
      { path: "^src/", pathNot: within("contracts", "rules") },
    ),
    forbid(
      "messages-are-words",
      "A message is made of its data alone: a workflow loads them and sends it.",
      { path: within("notifications"), pathNot: SPECS },
      { path: "^(src|node_modules)/", pathNot: within("notifications", "rules") },
    ),
    forbid(
      "modules-hold-data",
      "A module holds its own data. What needs another module, or decides, is a workflow.",
      { path: "^src/modules/([^/]+)/", pathNot: SPECS },
      {
        path: "^src/",
        pathNot: [
          "^src/modules/$1/",
          "^src/modules/core/index\\.ts$",
          "^src/options/",
          "^src/rules/",
          "^src/provisioning-providers/index\\.ts$",
        ],
      },
    ),
    forbid(
      "modules-by-index",
      "A module is imported by its index alone: export there what others want of it.",
      { path: "^src/", pathNot: ["^src/modules/", SPECS] },
      { path: "^src/modules/[^/]+/", pathNot: "^src/modules/[^/]+/index\\.ts$" },
    ),
    forbid(
      "workflow-rooms-are-apart",
      "A room's workflows know no other room: neither its workflows, nor its data, nor its rules. Declare a port where you ask (workflows/ports), and name who answers in workflows/rooms.ts.",
      { path: `^src/workflows/${ROOMS}/`, pathNot: [SPECS] },
      { path: `^src/(workflows|modules|rules)/${ROOMS}/`, pathNot: "^src/(workflows|modules|rules)/$1/" },
    ),
    forbid(
      "nobody-imports-the-composition",
      "Where rooms are composed, every room is known: rooms.ts and hooks import, and are imported by nobody. Declare a port (workflows/ports) and let rooms.ts fill it.",
      {
        path: "^src/workflows/",
        pathNot: [SPECS, "^src/workflows/(index|rooms)\\.ts$", "^src/workflows/hooks/"],
      },
      { path: "^src/workflows/(rooms\\.ts$|hooks/)" },
    ),
    forbid(
      "what-rooms-share-knows-none",
      "What all rooms stand on knows none of them: take a value or a port from the room.",
      { path: "^src/workflows/[^/]+/", pathNot: [SPECS, `^src/workflows/(${ROOMS}|hooks)/`] },
      { path: `^src/(workflows|modules|rules)/${ROOMS}/` },
    ),
    forbid(
      "core-knows-no-room",
      "All rooms stand on core; core knows none of them. Let the room pass in what core is to keep.",
      { path: "^src/modules/core/", pathNot: SPECS },
      { path: "^src/modules/", pathNot: "^src/modules/core/" },
    ),
    forbid(
      "the-cart-pipeline-knows-no-room",
      "All rooms plan carts together: a room is named in workflows/rooms.ts alone. Let its stage say it, and the plan carry it.",
      { path: "^src/(rules|workflows)/cart/", pathNot: SPECS },
      { path: "^src/(rules|workflows|modules|contracts)/(billing|packages|discounts|customers|provisioning|sales)/" },
    ),
    forbid(
      "pages-draw",
      "A page is drawn from values: load them in a workflow, and let the route pass them in.",
      { path: "^src/pages/", pathNot: SPECS },
      { path: "^src/", pathNot: ["^src/(pages|payment-forms|rules)/"] },
    ),
    forbid(
      "payment-forms-are-pure",
      "A payment form says how a customer pays: it imports rules, and asks nobody.",
      { path: "^src/payment-forms/", pathNot: SPECS },
      { path: "^src/", pathNot: ["^src/(payment-forms|rules)/"] },
    ),
    forbid(
      "providers-know-no-store",
      "A provider of services sees what it is given: it imports the contract of src/provisioning-providers, and rules.",
      { path: "^src/(provisioning-providers|providers/[a-z-]+-provisioning)/", pathNot: SPECS },
      {
        path: "^src/",
        pathNot: ["^src/provisioning-providers/", "^src/providers/[a-z-]+-provisioning/", "^src/rules/"],
      },
    ),
    forbid(
      "pages-are-drawn-by-routes",
      "Only the routes of pages draw them.",
      { path: "^src/", pathNot: ["^src/(pages|api)/", SPECS] },
      { path: "^src/pages/" },
    ),
    forbid(
      "options-are-shapes",
      "The options' schemas import zod and rules: modules read them before anything runs.",
      { path: within("options"), pathNot: SPECS },
      { path: "^src/", pathNot: within("options", "rules") },
    ),
    forbid(
      "documents-know-no-store",
      "A document is made of what it is given: rules and its own files. Load settings and files in a workflow.",
      { path: within("documents"), pathNot: SPECS },
      { path: "^src/", pathNot: within("documents", "rules") },
    ),
    forbid(
      "nobody-imports-the-edges",
      "api, jobs, subscribers and admin call; nobody calls them. Move what is wanted into a workflow or a contract.",
      { path: "^src/", pathNot: "^src/(api|jobs|subscribers|admin)/" },
      { path: within("api", "jobs", "subscribers", "admin") },
    ),
    forbid(
      "edges-are-apart",
      "api, jobs, subscribers and admin do not import one another.",
      { path: "^src/(api|jobs|subscribers|admin)/" },
      { path: within("api", "jobs", "subscribers", "admin"), pathNot: "^src/$1/" },
    ),
    forbid(
      "admin-sees-shapes",
      "The admin runs in a browser: it imports contracts and rules alone.",
      { path: within("admin") },
      { path: "^src/", pathNot: within("admin", "contracts", "rules") },
    ),
    forbid(
      "plugin-stands-alone",
      "What is shipped imports nothing that is not.",
      { path: "^src/", pathNot: SPECS },
      { path: "^(integration-tests|demo|bench|scripts)/" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.check.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
}
