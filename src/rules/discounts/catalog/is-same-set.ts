/** Whether a list names just these, each once, in whatever order. */
export function isSameSet(these: readonly string[], list: readonly string[]): boolean {
  return list.length === these.length && new Set(list).size === list.length && list.every((id) => these.includes(id))
}
