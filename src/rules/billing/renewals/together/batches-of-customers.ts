interface Due {
  id: string
  customer_id: string | null
}

/** Ids in batches of about a size, with all of a customer in one of them: they may be put on one invoice. */
export function batchesOfCustomers(due: readonly Due[], size: number): string[][] {
  const byCustomer = new Map<string, string[]>()
  for (const { id, customer_id } of due) {
    const key = customer_id ?? id
    byCustomer.set(key, [...(byCustomer.get(key) ?? []), id])
  }
  const batches: string[][] = []
  for (const ids of byCustomer.values()) {
    const last = batches.at(-1)
    if (last && last.length + ids.length <= size) {
      last.push(...ids)
    } else {
      batches.push([...ids])
    }
  }
  return batches
}
