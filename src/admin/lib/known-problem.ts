export interface KnownProblem {
  key: string
  values: Record<string, string>
}

/** The messages of rules and server that a room knows, with the key of its own text for each. */
export type KnownMessages = readonly (readonly [RegExp, string])[]

/** The text key for a message, with the values that stand in it; null where the room does not know it. */
export function knownProblem(known: KnownMessages, message: string): KnownProblem | null {
  for (const [pattern, key] of known) {
    const match = pattern.exec(message)
    if (match) {
      return { key, values: { ...match.groups } }
    }
  }
  return null
}
