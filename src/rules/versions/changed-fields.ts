/** The fields whose values differ, in any depth; a field that one of the two lacks differs. */
export function changedFields(before: object, after: object): string[] {
  const [old, now] = [before, after].map((record) => new Map(Object.entries(record)))
  const names = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])
  return [...names].filter((name) => canonical(old?.get(name)) !== canonical(now?.get(name)))
}

/** As text, whatever order an object's keys are in. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? ""
