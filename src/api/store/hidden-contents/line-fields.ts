/** Under these names answers list lines, or parts that belong to lines. */
const LISTS = ["items", "additional_items", "claim_items"]

/** How a part says which line it belongs to, by what its list stands in; elsewhere the list's parts are lines. */
const LINE_OF_PART = new Map<string, string>([
  ["fulfillments", "line_item_id"],
  ["fulfillment", "line_item_id"],
  ...["returns", "return", "return_order", "claims", "exchanges"].map((name): [string, string] => [name, "item_id"]),
])

/** By its metadata a line is known as one that the server has a record of, or none. */
const OF_LINE = ["id", "metadata"]

/** What has to be read beside the asked fields, so that each line, and each part of one, is known. */
export function lineFieldsFor(fields: readonly string[]): string[] {
  const asked = new Set(fields)
  return [...new Set(fields.flatMap(besideField))].filter((path) => !isAsked(path, asked))
}

function besideField(field: string): string[] {
  const names = field.split(".")
  return names.flatMap((name, index) => {
    // A list alone is answered without anything of its parts.
    if (!LISTS.includes(name) || index + 1 === names.length) {
      return []
    }
    const list = names.slice(0, index + 1).join(".")
    const part = LINE_OF_PART.get(names[index - 1] ?? "")
    return (part === undefined ? OF_LINE : [part]).map((own) => `${list}.${own}`)
  })
}

const isAsked = (path: string, asked: ReadonlySet<string>): boolean =>
  asked.has(path) || asked.has(`${path.slice(0, path.lastIndexOf("."))}.*`)

type AnswerObject = Record<string, unknown>

/** Takes what was read beside the asked fields out of an answer again. Works on plain data, in place. */
export function removeLineFields(answer: unknown, added: readonly string[]): void {
  // An answer names what it has: `{ cart: { … } }`, `{ orders: [ … ] }`.
  for (const path of added) {
    removeAt(answer, ["", ...path.split(".")])
  }
}

function removeAt(value: unknown, [name = "", ...left]: string[]): void {
  if (Array.isArray(value)) {
    value.forEach((one) => removeAt(one, [name, ...left]))
  } else if (typeof value === "object" && value !== null) {
    const part = value as AnswerObject
    if (name === "") {
      Object.values(part).forEach((child) => removeAt(child, left))
    } else if (left.length) {
      removeAt(part[name], left)
    } else {
      delete part[name]
    }
  }
}
