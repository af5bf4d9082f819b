/** Whether a list has exactly these ids, each once, in any order. */
export function isSameSet(these: readonly string[], list: readonly string[]): boolean {
  return list.length === these.length && new Set(list).size === list.length && list.every((id) => these.includes(id))
}
