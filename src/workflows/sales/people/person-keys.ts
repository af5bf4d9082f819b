import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  givePeople,
  newPersonKey,
  openPart,
  personKey,
  readPeople,
  SALES_MODULE,
  type KeyProblem,
  type PersonRow,
  type SalesModuleService,
  type SealedPart,
} from "../../../modules/sales"

export interface KeyedPerson {
  id: string
  key: Buffer
}

/** The people whom customers' fields belong to, with their keys, by customer. Throws where the store's secret is not the one. */
export async function peopleOf(
  container: MedusaContainer,
  customerRefs: readonly string[],
): Promise<Map<string, KeyedPerson>> {
  const { db, options } = container.resolve<SalesModuleService>(SALES_MODULE)
  const people = await givePeople(db.knex, [...new Set(customerRefs)], (ref) => newPersonKey(ref, options))
  return new Map([...people].map(([ref, person]) => [ref, keyedPerson(person, options)]))
}

function keyedPerson(person: PersonRow, options: SalesModuleService["options"]): KeyedPerson {
  const read = personKey(person, options)
  if ("key" in read) {
    return { id: person.id, key: read.key }
  }
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `sales.personSecret: the key of a person was wrapped by another secret (${person.wrapped_by}): set it again, or name it in sales.earlierPersonSecrets`,
  )
}

/** Why a part cannot be read: the key's problem, or a byte that is another. */
export type PartProblem = KeyProblem | "changed"
export type ReadPart = { text: string } | { problem: PartProblem }

export interface StoredPart {
  /** JSON of sealed parts; null: nothing concerns people. */
  personal: string | null
  belongsTo: string
}

/** Opens the personal parts of many records with two statements at most; each answers with its first person's. */
export async function openParts(
  container: MedusaContainer,
  stored: readonly StoredPart[],
): Promise<(ReadPart | null)[]> {
  const { db, options } = container.resolve<SalesModuleService>(SALES_MODULE)
  const parts = stored.map(({ personal }) => firstPart(personal))
  const ids = [...new Set(parts.flatMap((part) => part?.person ?? []))]
  const keys = new Map((await readPeople(db.knex, ids)).map((person) => [person.id, personKey(person, options)]))
  return parts.map((part, index) => {
    if (!part) {
      return null
    }
    const read = keys.get(part.person) ?? { problem: "erased" as const }
    if ("problem" in read) {
      return read
    }
    const text = openPart(read.key, part, stored[index]?.belongsTo ?? "")
    return text === null ? { problem: "changed" as const } : { text }
  })
}

function firstPart(personal: string | null): SealedPart | null {
  if (personal === null) {
    return null
  }
  try {
    const [first] = JSON.parse(personal) as (SealedPart | undefined)[]
    return first ?? null
  } catch {
    return null
  }
}

/** Where a snapshot's personal part opens. */
export const placeOfSnapshot = (saleId: string, number: number): string => `${saleId}/snapshot/${number}`
