import type { PickEntry, PickList, PickTotal } from "./pick-list"

export const PICK_LIST_COLUMNS = [
  "section",
  "package",
  "level",
  "role",
  "title",
  "sku",
  "variant_id",
  "hidden",
  "from",
  "to",
  "quantity",
  "fulfilled",
  "returned",
  "to_fulfil",
] as const

type Row = Record<(typeof PICK_LIST_COLUMNS)[number], string>

/** A pick list as a table: the sums, then each package with its lines, then what stands alone. */
export const pickListRows = (list: PickList): Row[] => [
  ...list.totals.map(totalRow),
  ...list.packages.flatMap((one) =>
    [one.package, ...one.lines].map((entry) => entryRow("package", entry, one.package.title.trim())),
  ),
  ...list.articles.map((entry) => entryRow("article", entry, "")),
]

const totalRow = (total: PickTotal): Row => ({
  section: "total",
  package: "",
  level: "",
  role: "",
  title: total.title.trim(),
  sku: total.sku ?? "",
  variant_id: total.variantId ?? "",
  hidden: "",
  from: "",
  to: "",
  ...quantities(total),
})

const entryRow = (section: string, entry: PickEntry, packageTitle: string): Row => ({
  section,
  package: packageTitle,
  level: String(entry.depth),
  role: entry.role,
  title: entry.title.trim(),
  sku: entry.sku ?? "",
  variant_id: entry.variantId ?? "",
  hidden: entry.isHidden ? "yes" : "no",
  from: entry.period?.from ?? "",
  to: entry.period?.to ?? "",
  ...quantities(entry),
})

const quantities = ({ quantity, fulfilled, returned, toFulfil }: PickTotal | PickEntry) => ({
  quantity,
  fulfilled,
  returned,
  to_fulfil: toFulfil,
})
